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
	const read = (ofItem: ReadonlyMap<string, Evaluated>) => (name: string) => {
		const evaluated = ofItem.get(name);
		if (evaluated) return valueOf(evaluated);
		if (!shared.has(name)) shared.set(name, context.getNodeParameter(name, 0, ''));
		return shared.get(name);
	};
	const evaluate = (itemIndex: number): Map<string, Evaluated> =>
		new Map([...own].map((name) => [name, evaluated(() => context.getNodeParameter(name, itemIndex, ''))]));
	const known = new Map<string, Outcome<Settings>>();
	const settingsOf = (itemIndex: number): Outcome<Settings> => {
		const ofItem = evaluate(itemIndex);
		const key = keyOf(ofItem);
		const before = key === undefined ? undefined : known.get(key);
		if (before) return before;
		const settings = settingsOfOne(() => check(fromParameters(read(ofItem), own)));
		if (key !== undefined && known.size < MOST_KNOWN) known.set(key, settings);
		return settings;
	};
	let same: Outcome<Settings> | undefined;
	return (itemIndex) => {
		if (same) return same;
		if (own.size > 0) return settingsOf(itemIndex);
		const settings = check(fromParameters(read(NOTHING), own));
		if (!settings.ok) {
			// n8n would pass the items on by the first output, which says that it was done.
			if (context.continueOnFail()) return settings;
			throwRunFailure(node, settings.failure);
		}
		same = settings;
		return settings;
	};
}

/** What an expression gave for an item, or what it threw: that matters only where it is read. */
type Evaluated = { value: unknown } | { thrown: unknown };

const NOTHING: ReadonlyMap<string, Evaluated> = new Map();

/** Most items have the values of some item before them; settings are worked out once for all of those. */
const MOST_KNOWN = 1_000;

function evaluated(evaluate: () => unknown): Evaluated {
	try {
		return { value: evaluate() };
	} catch (thrown) {
		return { thrown };
	}
}

function valueOf(evaluated: Evaluated): unknown {
	if ('thrown' in evaluated) throw evaluated.thrown;
	return evaluated.value;
}

/** What an item's values have in common with those of an equal item; `undefined` where one is an error, or nothing that JSON can hold. */
function keyOf(ofItem: ReadonlyMap<string, Evaluated>): string | undefined {
	try {
		return JSON.stringify([...ofItem.values()].map(valueOf));
	} catch {
		return undefined;
	}
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
