import type { Company } from './company';
import { businessFault, fault, QuickBooksFault } from './faults';
import type { Json } from './wire-values';

const longest = 50;

/** What a write ended in: the entity, or the fault it was refused with. */
export type Written = { readonly entity: Json } | { readonly fault: QuickBooksFault };

/** Remembers what each request id was answered, so that sending it again does not write again. */
export class RequestIds {
	private readonly answers = new Map<string, Written>();

	constructor(private readonly company: Company) {}

	/**
	 * Does the work unless this id was used before; then the answer depends on the mode. An id of more than 50 characters
	 * is refused (6000). Without an id the work is always done.
	 */
	once(requestId: string | undefined, work: () => Json): { written: Written; replayed: boolean } {
		if (requestId === undefined || requestId === '') return { written: attempt(work), replayed: false };
		if (requestId.length > longest) return { written: { fault: tooLong(requestId.length) }, replayed: false };
		const { requestIds, requestIdsKeepFaults } = this.company.behaviour;
		const first = this.answers.get(requestId);
		if (first !== undefined && requestIds !== 'ignored')
			return { written: repeated(requestIds, first, requestId), replayed: true };
		const written = attempt(work);
		if ('entity' in written || requestIdsKeepFaults) this.answers.set(requestId, written);
		return { written, replayed: false };
	}
}

/** Runs a write and catches its refusal; other errors are faults of the simulator and go on. */
export function attempt(work: () => Json): Written {
	try {
		return { entity: work() };
	} catch (error) {
		if (error instanceof QuickBooksFault) return { fault: error };
		throw error;
	}
}

function repeated(mode: '600' | '6000' | 'replay', first: Written, requestId: string): Written {
	if (mode === 'replay') return first;
	if (mode === '600') return { fault: fault('600', `Duplicate Request ID : ${requestId} was used before`, '') };
	return { fault: businessFault('The request_id was used before') };
}

function tooLong(length: number): QuickBooksFault {
	return businessFault(
		`You cannot enter more than ${longest} characters in the request_id field. You have entered ${length} characters.`,
	);
}
