import { salesOf, standingDocuments, type OfOrder } from '../judging/standing-documents';
import { count, noTally, type Tally } from '../judging/tally';
import { QuickBooksFault, startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import type { Random } from '../simulators/shops/random';
import type { Entity } from '../simulators/quickbooks/wire-values';
import { judgeCompany, judgeDocuments } from './judge-books';
import { numbersOf, plansOf, TOTAL, type Kind } from './kinds';
import type { Said } from './poster';
import type { Posters } from './posters';
import { job, nextRealmId, shuffled } from './races';

type Sale = 'SalesReceipt' | 'Invoice';

/** What somebody does in QuickBooks to a document of ours while three processes post. */
export interface Act {
	name: string;
	of: Sale;
	do(company: QuickBooksSimulator, document: Entity): void;
	/** What is not as it should be in the end with the order's documents that stand and with what the last run says of it; undefined if nothing. */
	wrong(documents: OfOrder, said: Said | undefined, acted: Entity): string | undefined;
}

/** Automated sales tax computes anew whatever is saved without a stated tax. */
const TAX = { TxnTaxDetail: { TotalTax: 4.76 } };

/** One sale stands, or two of which a person is told, since one of them was touched before the race was settled. */
const oneStands = (documents: OfOrder, said: Said | undefined): string | undefined => {
	const standing = salesOf(documents);
	if (standing.length === 1) return undefined;
	if (standing.length > 1 && said?.reason === 'posted-twice') return undefined;
	return `${standing.length} stand`;
};
/** No run overwrites or takes back what a person edited, not even the younger of two. */
const keeps = (field: string, value: string): Act['wrong'] => (documents, said, acted) => {
	const kept = salesOf(documents).find(({ Id }) => Id === acted.Id);
	if (!kept) return `document ${acted.Id} does not stand any more`;
	return oneStands(documents, said) ?? (kept[field] !== value ? `${field} is ${String(kept[field])} instead of ${value}` : undefined);
};
/** What a person takes out of the books stays out; a twin of it that a run had just made may be what stands. */
const atMostOne: Act['wrong'] = (documents) => (salesOf(documents).length > 1 ? `${salesOf(documents).length} stand` : undefined);
const noMoreThanTotal: Act['wrong'] = (documents, said) => {
	const invoices = documents.get('Invoice') ?? [];
	const paid = (documents.get('Payment') ?? []).length;
	return oneStands(documents, said) ?? (invoices.some(({ Balance }) => Number(Balance) < 0) || paid > 1 ? `${paid} payments of ours` : undefined);
};

export const ACTS: Act[] = [
	{ name: 'dated otherwise', of: 'SalesReceipt', do: ({ byHand }, { Id }) => void byHand.edit('SalesReceipt', Id, { TxnDate: '2026-03-07', ...TAX }), wrong: keeps('TxnDate', '2026-03-07') },
	{
		name: 'renumbered',
		of: 'SalesReceipt',
		do: ({ byHand }, { Id }) => void byHand.edit('SalesReceipt', Id, { DocNumber: `HAND-${Id}`, ...TAX }),
		wrong: (documents, said, acted) => keeps('DocNumber', `HAND-${acted.Id}`)(documents, said, acted),
	},
	{ name: 'voided', of: 'SalesReceipt', do: ({ byHand }, { Id }) => void byHand.void('SalesReceipt', Id), wrong: atMostOne },
	{ name: 'deleted', of: 'SalesReceipt', do: ({ byHand }, { Id }) => byHand.delete('SalesReceipt', Id), wrong: atMostOne },
	{ name: 'deposited', of: 'SalesReceipt', do: ({ byHand }, { Id }) => void byHand.deposit([{ type: 'SalesReceipt', id: Id }]), wrong: oneStands },
	{
		name: 'paid',
		of: 'Invoice',
		do: ({ byHand }, { Id, CustomerRef }) =>
			void byHand.create('Payment', { CustomerRef, TotalAmt: Number(TOTAL), Line: [{ Amount: Number(TOTAL), LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] }] }),
		wrong: noMoreThanTotal,
	},
	{ name: 'dated otherwise', of: 'Invoice', do: ({ byHand }, { Id }) => void byHand.edit('Invoice', Id, { TxnDate: '2026-03-07', ...TAX }), wrong: keeps('TxnDate', '2026-03-07') },
	{ name: 'voided', of: 'Invoice', do: ({ byHand }, { Id }) => void byHand.void('Invoice', Id), wrong: atMostOne },
];

const KIND_OF: Record<Sale, Kind> = {
	SalesReceipt: { name: 'sales receipts', settings: {}, expected: { SalesReceipt: [TOTAL] } },
	Invoice: { name: 'invoices and payments', settings: { transactionType: 'invoiceAndPayment' }, expected: { Invoice: [TOTAL], Payment: [TOTAL] }, balance: '0.00' },
};

/** A person at work in the books while three processes post the same orders. */
export interface Meeting {
	act: Act;
	customNumbers: boolean;
	/** The books of the orders' month are closed in the middle of it, and opened again before the last run. */
	closes?: boolean;
}

export const nameOfMeeting = ({ act, customNumbers, closes }: Meeting): string =>
	[`${act.of === 'Invoice' ? 'invoices' : 'receipts'} ${act.name} meanwhile`, customNumbers ? 'our numbers' : "QuickBooks' numbers", ...(closes ? ['the period closed'] : [])].join(', ');

export function allMeetings(): Meeting[] {
	// A company that numbers by itself keeps the numbers it gave.
	const open = ACTS.flatMap((act) => [true, false].map((customNumbers) => ({ act, customNumbers }))).filter(({ act, customNumbers }) => customNumbers || act.name !== 'renumbered');
	return [...open, ...[true, false].map((customNumbers) => ({ act: ACTS[0]!, customNumbers, closes: true }))];
}

export async function runMeeting(meeting: Meeting, posters: Posters, orders: number, random: Random): Promise<Tally> {
	const { act, customNumbers, closes } = meeting;
	const kind = KIND_OF[act.of];
	const tally = { ...noTally(), cases: 1 };
	const name = nameOfMeeting(meeting);
	const numbers = numbersOf(orders);
	// A company that ignores request ids: nothing but what stands in it tells one run of another.
	const quickbooks = await startQuickBooks({ limits: 'lifted', realmId: nextRealmId(), behaviour: { requestIds: 'ignored' }, company: { customTxnNumbers: customNumbers } });
	try {
		const acted = new Map<string, Entity>();
		const stop = whileCalls(quickbooks, () => {
			// At the first call at which something stands, and at some of the later ones: an invoice is not paid yet at the first.
			if (acted.size > 0 && !random.chance(0.25)) return;
			for (let times = 3; times > 0; times -= 1) touch(quickbooks, act, acted, random);
			if (closes && acted.size > 0) quickbooks.company.settings.bookCloseDate = '2026-03-31';
		});
		const others = shuffled(numbers, random);
		const plansFor = (some: string[]) => plansOf(some, kind.settings);
		const race = await posters.post([
			job(quickbooks, plansFor(numbers), random.integer(0, 150)),
			job(quickbooks, plansFor(others), random.integer(0, 150)),
			{ ...job(quickbooks, plansFor(random.sample(others, Math.ceil(orders / 2))), random.integer(0, 300)), remembers: false },
		]);
		stop();
		judgeWords(tally, name, race, standingDocuments(quickbooks), acted);
		quickbooks.company.settings.bookCloseDate = undefined;
		if (acted.size === 0) count(tally, 'wrong', `${name}: nobody touched anything`);
		// Once to put right what the race left, once to see that there is nothing left to do.
		await posters.post([job(quickbooks, plansFor(numbers))]);
		quickbooks.resetCounters();
		const [said = []] = await posters.post([job(quickbooks, plansFor(numbers))]);
		if (quickbooks.counters.writes > 0) count(tally, 'wrong', `${name}: a last run wrote ${quickbooks.counters.writes} times`);
		const books = standingDocuments(quickbooks);
		const saidOf = new Map(said.map((one) => [one.id, one]));
		for (const id of numbers) {
			const documents = books.get(id) ?? new Map<string, Entity[]>();
			const document = acted.get(id);
			if (document) {
				const wrong = act.wrong(documents, saidOf.get(id), document);
				if (wrong) count(tally, 'wrong', `${name}: ${id}, which was ${act.name}: ${wrong} (${saidOf.get(id)?.reason ?? saidOf.get(id)?.summary ?? ''})`);
				continue;
			}
			judgeDocuments(tally, `${name}: ${id}, which nobody touched,`, documents, kind);
		}
		judgeCompany(quickbooks, name, tally);
		return tally;
	} finally {
		await quickbooks.close();
	}
}

/** Of what nobody touched and does not stand, nobody said that it does. */
function judgeWords(tally: Tally, name: string, race: Said[][], books: Map<string, OfOrder>, acted: Map<string, Entity>): void {
	for (const { id, outcome, summary } of race.flat()) {
		if (outcome === 'needsAttention' || acted.has(id) || salesOf(books.get(id)).length > 0) continue;
		count(tally, 'wrong', `${name}: ${id} does not stand, and a run said: ${summary}`);
	}
}

/** The person does it to some document that nobody has touched yet; what QuickBooks refuses, they leave. */
function touch(quickbooks: QuickBooksSimulator, act: Act, acted: Map<string, Entity>, random: Random): void {
	const books = standingDocuments(quickbooks);
	const free = [...books].filter(([id, documents]) => !acted.has(id) && (documents.get(act.of) ?? []).length > 0);
	if (free.length === 0) return;
	const [id, documents] = random.pick(free);
	const document = random.pick(documents.get(act.of)!);
	try {
		act.do(quickbooks, document);
		acted.set(id, document);
	} catch (refusal) {
		// A closed period, or an invoice that is paid already.
		if (!(refusal instanceof QuickBooksFault)) throw refusal;
	}
}

/** Does something at the calls that arrive, just before they are answered. @returns what ends it */
function whileCalls({ faults }: QuickBooksSimulator, happen: () => void): () => void {
	faults.beforeEach(happen);
	return () => faults.clear();
}
