import type { Order } from '../../nodes/order/order';
import { readOrder, type OrderDocument } from '../../nodes/order/read-order';
import { readMark } from '../../nodes/postings/mark';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { readSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { SETTINGS, startPostingBench } from '../quickbooks/posting-bench';
import { longestText } from '../simulators/quickbooks/field-checks';
import { parseQuery } from '../simulators/quickbooks/query-language';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { hostileOrders } from './hostile-orders';
import { isPolluted } from './spoil';

/** What became of a round of orders. */
export interface Round {
	cases: number;
	posted: number;
	refused: number;
	lost: number;
	twice: number;
	wrong: number;
	/** What was not as it should be, a sentence each. */
	words: string[];
}

const isOrder = (document: OrderDocument): document is Order => document.document === 'order' && document.status !== 'unreadable';

/** A company, what it keeps of texts, and how its bookkeeper set Map up. */
const COMPANIES: ReadonlyArray<{ options: QuickBooksOptions; latin1: boolean; settings: SyncSettingsInput }> = [
	{ options: {}, latin1: true, settings: { customer: { mode: 'byName' }, memo: { orderNote: true } } },
	{ options: {}, latin1: true, settings: { customer: { mode: 'byEmail' }, transactionType: 'invoiceAndPayment', shipping: { as: 'itemPerMethod' } } },
	{ options: { behaviour: { encoding: 'utf8' } }, latin1: true, settings: { customer: { mode: 'byName' }, transactionType: 'salesOrderInvoicePayment', memo: { orderNote: true } } },
	{
		options: { company: { country: 'GB', homeCurrency: 'USD', partnerTaxEnabled: undefined } },
		latin1: false,
		settings: { customer: { mode: 'byEmail' }, memo: { orderNote: true }, tax: { mode: 'codes', taxableCode: 'Exempt', nonTaxableCode: 'Exempt' } },
	},
];

/** Names of records that somebody keeps and no order speaks of: whoever leads to them was led astray. */
const VICTIM = 'Victim';

/**
 * Posts orders whose texts are hostile into a company, and again without a memory, and holds against the books: each stands once and in its
 * total, or a person is told; whatever was asked named known fields and nothing else; whatever was sent is text within its limits.
 */
export async function playOrders(count: number, seed: number): Promise<Round> {
	const { options, latin1, settings } = COMPANIES[Math.abs(seed) % COMPANIES.length]!;
	const round: Round = { cases: count, posted: 0, refused: 0, lost: 0, twice: 0, wrong: 0, words: [] };
	const wrong = (words: string) => {
		round.wrong += 1;
		round.words.push(words);
	};
	const bench = await startPostingBench(options);
	try {
		const { company, byHand } = bench.company;
		byHand.create('Customer', { DisplayName: VICTIM, PrimaryEmailAddr: { Address: 'victim@example.test' } });
		byHand.create('Item', { Name: VICTIM, Sku: VICTIM, Type: 'Service', IncomeAccountRef: { value: '1' } });
		const victims = ['Customer', 'Item'].flatMap((type) => company.all(type)).filter(({ DisplayName, Name }) => (DisplayName ?? Name) === VICTIM);
		const before = JSON.stringify(victims);

		const plans: Array<{ order: Order; plan: TransactionPlan }> = [];
		const read = readSettings({ ...SETTINGS, ...settings });
		if (!read.ok) throw new Error(read.failure.message);
		for (const input of hostileOrders(count, seed)) {
			const order = readOrder(JSON.parse(JSON.stringify(input)));
			if (!order.ok || !isOrder(order.value)) {
				round.refused += 1;
				continue;
			}
			const plan = planTransaction(order.value, read.value);
			if (plan.ok) plans.push({ order: order.value, plan: plan.value });
			else if (plan.failure.message.trim() === '' || plan.failure.remedy.trim() === '') wrong(`${order.value.id}: refused without words`);
			else round.refused += 1;
		}
		const first = await bench.post(plans.map(({ plan }) => plan));
		bench.forget();
		const again = await bench.post(plans.map(({ plan }) => plan));

		const sales = new Map<string, number[]>();
		for (const type of ['SalesReceipt', 'Invoice'] as const) {
			for (const { PrivateNote, TotalAmt } of company.documents(type)) {
				const mark = readMark(PrivateNote);
				if (mark?.part !== 'sale') wrong(`a ${type} without the mark of its order`);
				else sales.set(mark.id, [...(sales.get(mark.id) ?? []), Number(TotalAmt)]);
			}
		}
		for (const [index, { order }] of plans.entries()) {
			const { outcome, attention } = first.postings[index]!;
			const totals = sales.get(order.id) ?? [];
			if (totals.length > 1) round.twice += 1;
			if (outcome === 'needsAttention') {
				round.refused += 1;
				if (totals.length > 0 && totals[0] !== Number(order.totals.total)) wrong(`${JSON.stringify(order.id)}: needs attention, and stands with ${totals[0]} instead of ${order.totals.total}`);
				// QuickBooks' own refusal says that something was sent that could have been known to be wrong.
				if (!attention?.message || (attention.reason.startsWith('quickbooks-') && !UNFORESEEN.has(attention.reason))) wrong(`${JSON.stringify(order.id)}: ${attention?.reason}: ${attention?.message}`);
			} else if (totals.length === 0) {
				round.lost += 1;
				round.words.push(`${JSON.stringify(order.id)}: ${outcome}, and it is not in the books`);
			} else {
				round.posted += 1;
				if (totals[0] !== Number(order.totals.total)) wrong(`${JSON.stringify(order.id)}: ${totals[0]} instead of ${order.totals.total}`);
				if (again.postings[index]!.outcome !== 'unchanged') wrong(`${JSON.stringify(order.id)}: ${again.postings[index]!.summary} when it was posted again`);
			}
		}
		if (JSON.stringify(['Customer', 'Item'].flatMap((type) => company.all(type)).filter(({ DisplayName, Name }) => (DisplayName ?? Name) === VICTIM)) !== before) wrong('a record that no order names was changed');
		for (const document of company.documents()) {
			for (const [field, id] of refsIn(document)) {
				if (victims.some(({ Id, DisplayName }) => Id === id && field === (DisplayName ? 'CustomerRef' : 'ItemRef'))) wrong(`${document.DocNumber} names the ${field} of a record that no order names`);
			}
		}
		if (isPolluted()) wrong('an object got a property from outside');
		for (const words of faultsOfRequests(bench.company.requests, latin1)) wrong(words);
		return round;
	} finally {
		await bench.close();
	}
}

/** The references of a document, by field: `['CustomerRef', '12']`. */
function* refsIn(value: unknown, field = ''): Generator<[field: string, id: string]> {
	if (typeof value !== 'object' || value === null) return;
	if (field.endsWith('Ref') && 'value' in value) yield [field, String(value.value)];
	for (const [name, inner] of Object.entries(value)) yield* refsIn(inner, Array.isArray(value) ? field : name);
}

/** QuickBooks' own refusals that nobody could have known beforehand: two numbers that are one in a company that keeps fewer characters. */
const UNFORESEEN = new Set(['quickbooks-6140']);

/** What is wrong with what was asked and sent. */
function faultsOfRequests(requests: ReadonlyArray<{ body: string; query: Readonly<Record<string, string>> }>, latin1: boolean): string[] {
	const faults = new Set<string>();
	for (const { body, query } of requests) {
		if (query.query) for (const fault of faultsOfQuery(query.query)) faults.add(fault);
		// A query may be the whole body.
		if (/^select /i.test(body)) for (const fault of faultsOfQuery(body)) faults.add(fault);
		if (!body.startsWith('{')) continue;
		for (const item of (JSON.parse(body) as { BatchItemRequest?: Array<Record<string, unknown>> }).BatchItemRequest ?? []) {
			if (typeof item.Query === 'string') for (const fault of faultsOfQuery(item.Query)) faults.add(fault);
			else for (const [type, sent] of Object.entries(item)) if (/^[A-Z]/.test(type)) for (const fault of faultsOfTexts(sent, type, type, latin1)) faults.add(fault);
		}
	}
	return [...faults];
}

const FIELDS = /^(Id|DocNumber|Name|DisplayName|Sku|Active|PrimaryEmailAddr|TxnDate|MetaData\.(CreateTime|LastUpdatedTime)|FullyQualifiedName|Type|AsOfDate|SourceCurrencyCode|CustomerRef|AccountType)$/;

function faultsOfQuery(text: string): string[] {
	const { conditions } = parseQuery(text);
	return conditions.flatMap(({ field, operator }) => (!FIELDS.test(field) || operator === 'LIKE' ? [`a query asks ${operator} of '${field}': ${text.slice(0, 200)}`] : []));
}

/** Texts that QuickBooks could not keep as they are. Lengths count in UTF-16 units, the strictest way of those that QuickBooks may have. */
function* faultsOfTexts(value: unknown, type: string, place: string, latin1: boolean, name = ''): Generator<string> {
	if (typeof value === 'string') {
		const most = longestText(type, place, name);
		if (most !== undefined && value.length > most) yield `${type} ${place}.${name} is ${value.length} units long, and ${most} are taken`;
		if (/\p{Surrogate}/u.test(value)) yield `${type} ${place}.${name} has half a character`;
		if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value)) yield `${type} ${place}.${name} has a control character`;
		if (latin1 && /[^\u0000-\u00ff]/.test(value)) yield `${type} ${place}.${name} has more than ISO-8859-1 holds: ${JSON.stringify(value.slice(0, 40))}`;
		if (value !== value.normalize('NFC')) yield `${type} ${place}.${name} is not in one form`;
	} else if (Array.isArray(value)) {
		for (const one of value) yield* faultsOfTexts(one, type, place, latin1, name);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, inner] of Object.entries(value)) yield* faultsOfTexts(inner, type, name || place, latin1, key);
	}
}
