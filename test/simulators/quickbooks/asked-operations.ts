import type { Operation } from './entity-operations';
import { unsupportedOperation } from './faults';
import { isSalesForm } from './sales-documents';

/** Types whose `operation=void` is recorded. Payments are voided by an update that includes "void". */
const voidable = ['Invoice', 'SalesReceipt'];
const voidableByUpdate = ['Invoice', 'SalesReceipt', 'Payment'];

/**
 * What a request asks for: its operation together with its options (`include` of a single request, `optionsData` of a
 * batch item). Operations the API does not have for a type are refused with 500.
 */
export function askedOperation(type: string, operation: string, options: string): Operation {
	const voids = options.toLowerCase().split(',').includes('void');
	if (operation === 'update' && voids && voidableByUpdate.includes(type)) return 'void';
	if (operation === 'create' || operation === 'update') return operation;
	if (operation === 'void' && voidable.includes(type)) return operation;
	if (operation === 'delete' && (isSalesForm(type) || type === 'Payment')) return operation;
	throw unsupportedOperation(`${operation} ${type}`);
}

/** Whether a number that is taken may be used again. */
export function allowsDuplicates(options: string): boolean {
	return options.toLowerCase().includes('allowduplicatedocnum');
}
