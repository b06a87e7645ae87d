import { throwRunFailure } from '../n8n/node-error';
import { refused } from '../outcome/failure';
import { fail, type Outcome } from '../outcome/outcome';
import { readSettings, type SyncSettings } from '../transaction/sync-settings';
import { settingsFromParameters } from './settings-from-parameters';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * The settings for each item. Parameters without expressions are read once: evaluating one for every item costs more than
 * the whole mapping. A choice that does not fit stops the run, or refuses every order where On Error says to continue; where an
 * expression chose for one item, only that item.
 */
export function settingsForItem(context: IExecuteFunctions): (itemIndex: number) => Outcome<SyncSettings> {
	const node = context.getNode();
	const own = new Set(Object.keys(node.parameters).filter((name) => holdsExpression(node.parameters[name])));
	const shared = new Map<string, unknown>();
	const read = (itemIndex: number) => (name: string) => {
		if (own.has(name)) return context.getNodeParameter(name, itemIndex, '');
		if (!shared.has(name)) shared.set(name, context.getNodeParameter(name, 0, ''));
		return shared.get(name);
	};
	let same: SyncSettings | undefined;
	return (itemIndex) => {
		if (same) return { ok: true, value: same };
		if (own.size > 0) return settingsOfOne(() => settingsFromParameters(read(itemIndex), own.has('transactionType')));
		const settings = readSettings(settingsFromParameters(read(itemIndex)));
		if (!settings.ok) {
			// n8n would pass the orders on by the first output, which says Planned.
			if (context.continueOnFail()) return settings;
			throwRunFailure(node, settings.failure);
		}
		same = settings.value;
		return settings;
	};
}

function settingsOfOne(read: () => unknown): Outcome<SyncSettings> {
	try {
		const settings = readSettings(read());
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
