import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../outcome/failure';
import { fail, type Outcome } from '../outcome/outcome';
import { throwRunFailure } from './node-error';

/** How a node's parameters become settings. */
export interface SettingsReader<Settings> {
	/** @param own names of the parameters that an expression fills for each item anew */
	fromParameters(read: (name: string) => unknown, own: ReadonlySet<string>): unknown;
	check(input: unknown): Outcome<Settings>;
}

/**
 * The settings for each item. Parameters without expressions are read once: evaluating one for every item costs more than
 * all that is done with it. A choice that does not fit stops the run, or refuses every item where On Error says to continue; where an
 * expression chose for one item, only that item.
 */
export function settingsOfItems<Settings>(context: IExecuteFunctions, { fromParameters, check }: SettingsReader<Settings>): (itemIndex: number) => Outcome<Settings> {
	const node = context.getNode();
	const own = new Set(Object.keys(node.parameters).filter((name) => holdsExpression(node.parameters[name])));
	const shared = new Map<string, unknown>();
	const read = (itemIndex: number) => (name: string) => {
		if (own.has(name)) return context.getNodeParameter(name, itemIndex, '');
		if (!shared.has(name)) shared.set(name, context.getNodeParameter(name, 0, ''));
		return shared.get(name);
	};
	let same: Outcome<Settings> | undefined;
	return (itemIndex) => {
		if (same) return same;
		if (own.size > 0) return settingsOfOne(() => check(fromParameters(read(itemIndex), own)));
		const settings = check(fromParameters(read(itemIndex), own));
		if (!settings.ok) {
			// n8n would pass the items on by the first output, which says that it was done.
			if (context.continueOnFail()) return settings;
			throwRunFailure(node, settings.failure);
		}
		same = settings;
		return settings;
	};
}

function settingsOfOne<Settings>(read: () => Outcome<Settings>): Outcome<Settings> {
	try {
		const settings = read();
		return settings.ok ? settings : fail({ ...settings.failure, cause: 'order-refused' });
	} catch (thrown) {
		const told = thrown instanceof Error ? thrown.message : String(thrown);
		return fail(refused('expression-not-evaluated', `An expression of this node gives nothing for this item: ${told}`, 'Correct the expression'));
	}
}

/** n8n marks an expression by an equals sign at its beginning, however deep it lies. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return value !== null && typeof value === 'object' && Object.values(value).some(holdsExpression);
}
