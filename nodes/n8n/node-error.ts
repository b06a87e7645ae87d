import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import type { Failure } from '../outcome/failure';
import { withoutSecrets } from '../outcome/without-secrets';

/** Status codes that n8n's own back-off and its error view go by. */
const HTTP_CODES: Partial<Record<Failure['cause'], string>> = {
	'rate-limited': '429',
	'quota-exhausted': '429',
	'temporarily-unavailable': '503',
	'credential-invalid': '401',
};

/**
 * A failure of the whole run as n8n shows it: what happened as the message, what to do next as the description.
 * @param itemIndex the item that it happened at, if it was one
 */
export function runError(node: INode, failure: Failure, itemIndex?: number): NodeApiError | NodeOperationError {
	const suffix = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	const message = withoutSecrets(failure.message) + suffix;
	const description = withoutSecrets(failure.remedy) + evidenceText(failure);
	const { cause } = failure;
	const declared = cause === 'order-refused' ? {} : { failure: { cause } };
	const httpCode = HTTP_CODES[cause];
	const error =
		httpCode === undefined
			? new NodeOperationError(node, message, { description, itemIndex, ...declared })
			: // From a plain object: n8n takes over an Error's own words, and hands back an inner NodeApiError untouched.
				new NodeApiError(node, {}, { message, description, httpCode, itemIndex, ...declared });
	// n8n puts a sentence of its own in place of a message that mentions a network code.
	error.message = message;
	return error;
}

/** Throws a failure that concerns the whole run; what happens then is for On Error to say. */
export function throwRunFailure(node: INode, failure: Failure, itemIndex?: number): never {
	throw runError(node, failure, itemIndex);
}

/** What only our own decisions need, or what the sentence says already. */
const NOT_TOLD = new Set(['doubtful', 'service']);

function evidenceText({ evidence }: Failure): string {
	const facts = Object.entries(evidence ?? {}).filter(([name, value]) => !NOT_TOLD.has(name) && value !== null && value !== '');
	return facts.length === 0 ? '' : ` (${withoutSecrets(facts.map(([name, value]) => `${name}: ${value}`).join(', '))})`;
}
