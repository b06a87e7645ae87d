interface Issue {
	path: PropertyKey[];
	message: string;
}

/** A schema's complaints as a sentence: `'lines[0].quantity' must be …; and 3 more`. */
export function describeIssues(error: { issues: Issue[] }, most = 3): string {
	const told = error.issues.slice(0, most).map(({ path, message }) => `'${pathText(path)}' ${lowerFirst(message)}`);
	const more = error.issues.length - told.length;
	return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

const pathText = (path: PropertyKey[]): string =>
	path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
		'',
	) || 'the item';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
