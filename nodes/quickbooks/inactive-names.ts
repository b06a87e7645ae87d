// QuickBooks appends this to the name of what is made inactive, with a number where that is taken, too.
const SUFFIX = / \(deleted(?: \d+)?\)$/;

/** The name that an inactive record had. */
export const formerName = (name: string): string => name.replace(SUFFIX, '');

/** Names, and what QuickBooks makes of each when its record is made inactive. */
export const inactiveToo = (names: string[]): string[] => names.flatMap((name) => [name, `${name} (deleted)`]);
