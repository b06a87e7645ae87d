import type { Json } from './wire-values';

/** One error of a fault as QuickBooks words it. */
export interface FaultError {
	readonly Message: string;
	readonly Detail: string;
	readonly code: string;
	readonly element?: string;
}

/** A request that QuickBooks refuses. `status` is for a single call; inside a batch the fault stands in a 200. */
export class QuickBooksFault extends Error {
	constructor(
		readonly errors: readonly FaultError[],
		readonly status: number = 400,
		readonly type: string = 'ValidationFault',
	) {
		super(errors.map(({ code, Detail }) => `${code} ${Detail}`).join('; '));
	}

	/** The `Fault` object as it stands in an answer or a batch item. */
	toJson(): Json {
		return { Error: this.errors.map((error) => ({ ...error })), type: this.type };
	}
}

/** Wording as recorded where there is a recording, else after Intuit's list of fault codes. */
const messages = {
	'500': 'Unsupported Operation',
	'600': 'Duplicate Request ID',
	'610': 'Object Not Found',
	'1040': 'Batch size exceeds allowed limit',
	'2010': 'Request has invalid or unsupported property',
	'2020': 'Required param missing, need to supply the required value for the API',
	'2030': 'Invalid ID',
	'2040': 'Invalid String',
	'2050': 'Invalid String Length',
	'2060': 'Invalid Date Format',
	'2080': 'Invalid Number Format',
	'2170': 'Invalid Enumeration',
	'2220': 'Invalid Currency Type',
	'2290': 'NegativeAmount',
	'2500': 'Invalid Reference Id',
	'3000': 'Invalid Custom Field',
	'4000': 'Error parsing query',
	'4001': 'Invalid query',
	'5010': 'Stale Object Error',
	'6000': 'A business validation error has occurred while processing your request',
	'6070': 'Amount calculation incorrect in the request',
	'6080': 'No Name Provided',
	'6090': 'Discount Line missing required info',
	'6100': 'Invalid Line TaxCode in the request',
	'6140': 'Duplicate Document Number Error',
	'6170': 'Invalid TxnTaxDetail Error',
	'6190': 'Invalid Company Status Error',
	'6210': 'Account Period Closed Required Password Error',
	'6240': 'Duplicate Name Exists Error',
	'6270': 'InventoryTxnDatedBeforeItemStartDate',
	'6420': 'Email address is required',
	'6430': 'Invalid account type used',
	'6520': 'Missing Tracked Inventory Item Quantity',
	'6540': 'Deposited Transaction cannot be changed',
	'10000': 'An application error has occurred while processing your request',
} as const;

export type FaultCode = keyof typeof messages;

/** A fault of one error. */
export function fault(code: FaultCode, detail: string, element?: string): QuickBooksFault {
	return new QuickBooksFault([
		{ Message: messages[code], Detail: detail, code, ...(element === undefined ? {} : { element }) },
	]);
}

export function missing(element: string): QuickBooksFault {
	return fault('2020', `Required parameter ${element} is missing in the request`, element);
}

export function businessFault(detail: string): QuickBooksFault {
	return fault('6000', `Business Validation Error: ${detail}`, '');
}

export function invalidReference(entity: string, id: string): QuickBooksFault {
	return fault('2500', `Invalid Reference Id : ${entity} element id ${id} not found`, '');
}

/** Recorded for an id that is not there and for one that was made inactive. */
export function notFound(): QuickBooksFault {
	return fault(
		'610',
		"Object Not Found : Something you're trying to use has been made inactive. " +
			'Check the fields with accounts, customers, items, vendors or employees.',
		'',
	);
}

export function stale(): QuickBooksFault {
	return fault(
		'5010',
		'Stale Object Error : You and Another User were working on this at the same time. ' +
			'Another User finished before you did, so your work was not saved.',
		'',
	);
}

export function unsupportedOperation(what: string): QuickBooksFault {
	return fault('500', `Operation ${what} is not supported.`);
}

/** The throttle, in the two forms that were recorded. No header says how long to wait. */
export function throttled(status: 429 | 403): QuickBooksFault {
	return new QuickBooksFault(
		[
			{
				Message: `message=ThrottleExceeded; errorCode=003001; statusCode=${status}`,
				Detail: 'The request limit was reached.  Try again later',
				code: '3001',
			},
		],
		status,
		'SERVICE',
	);
}

/** A token for another company. */
export function wrongCompany(): QuickBooksFault {
	return new QuickBooksFault(
		[
			{
				Message: 'message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403',
				Detail: 'The token was issued for another company.',
				code: '3100',
			},
		],
		403,
		'AUTHORIZATION',
	);
}

/** The body of a 401: it comes from the gateway before QuickBooks and has lower-case keys. */
export function gatewayUnauthorized(now: number): Json {
	return {
		warnings: null,
		intuitObject: null,
		fault: {
			error: [
				{
					message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
					detail: 'Token expired or revoked',
					code: '3200',
					element: null,
				},
			],
			type: 'AUTHENTICATION',
		},
		report: null,
		queryResponse: null,
		batchItemResponse: [],
		attachableResponse: [],
		syncErrorResponse: null,
		requestId: null,
		time: now,
		status: null,
		cdcresponse: [],
	};
}
