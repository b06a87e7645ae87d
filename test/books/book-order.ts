import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toOrder } from '../../nodes/channels/woocommerce/to-order';
import { isUnreadable, type Order } from '../../nodes/order/order';
import type { Posting } from '../../nodes/postings/posting';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { readSettings, syncSettingsSchema, type SyncSettings } from '../../nodes/transaction/sync-settings';
import { only, startPostingBench, type PostingBench } from '../quickbooks/posting-bench';
import { BooksInWords, planInWords } from './in-words';
import type { World } from './worlds';

export const TYPES = syncSettingsSchema.shape.transactionType.unwrap().options;
export type Type = (typeof TYPES)[number];

const name = (value: string) => ({ by: 'name' as const, value });

function settingsFor({ tax }: World, transactionType: Type): SyncSettings {
	const settings = readSettings({
		transactionType,
		tax,
		customer: { mode: 'byEmail' },
		accounts: {
			deposit: name('Undeposited Funds'),
			income: name('Sales of Product Income'),
			discount: name('Discounts given'),
			shippingIncome: name('Shipping Income'),
			rounding: name('Rounding'),
		},
	});
	if (!settings.ok) throw new Error(settings.failure.message);
	return settings.value;
}

/** The world's order as Channel Trigger reads it. */
export function orderOf({ reading }: World): Order {
	const context = { channel: 'woocommerce', accountId: 'shop.example.test', shopUrl: 'https://shop.example.test', timeZone: 'America/Los_Angeles' };
	const order = toOrder(reading(), context);
	if (isUnreadable(order)) throw new Error(order.reason);
	return order;
}

function planOf(world: World, type: Type): TransactionPlan {
	const plan = planTransaction(orderOf(world), settingsFor(world, type));
	if (!plan.ok) throw new Error(`${plan.failure.reason}: ${plan.failure.message}`);
	return plan.value;
}

/** A company like the world's, before it has sold anything. */
async function openCompany({ company, stocked, ownCode }: World): Promise<{ bench: PostingBench; startingStock: ReadonlySet<string> }> {
	const bench = await startPostingBench({ company });
	const startingStock = new Set(bench.company.company.items.map(({ Id }) => Id));
	const { byHand, clock } = bench.company;
	clock.advance(Date.parse('2026-11-25T12:00:00Z') - clock.now());
	const [income, asset, cogs] = ['Sales of Product Income', 'Inventory Asset', 'Cost of Goods Sold'].map((account) => ({ value: bench.company.company.accounts.find(({ Name }) => Name === account)!.Id }));
	byHand.create('Item', {
		Name: stocked.sku,
		Sku: stocked.sku,
		Type: 'Inventory',
		TrackQtyOnHand: true,
		QtyOnHand: 20,
		InvStartDate: '2026-01-01',
		PurchaseCost: stocked.cost,
		IncomeAccountRef: income,
		AssetAccountRef: asset,
		ExpenseAccountRef: cogs,
	});
	const rates = (ownCode?.rates ?? []).map(([Name, RateValue]) => byHand.create('TaxRate', { Name, RateValue, Active: true, AgencyRef: { value: '1' } }).Id);
	if (ownCode) {
		const TaxRateDetail = rates.map((value, TaxOrder) => ({ TaxRateRef: { value }, TaxTypeApplicable: 'TaxOnAmount', TaxOrder }));
		byHand.create('TaxCode', { Name: ownCode.name, Active: true, Taxable: true, TaxGroup: true, SalesTaxRateList: { TaxRateDetail } });
	}
	return { bench, startingStock };
}

export interface Booked {
	plan: Record<string, unknown>;
	books: Record<string, unknown>;
	posting: Posting;
	/** Posted once more: nothing is to be written. */
	again: { posting: Posting; writes: number };
	trialBalance: { debit: string; credit: string };
}

/** Posts the world's order as a type into a company of its own, twice. */
export async function book(world: World, type: Type): Promise<Booked> {
	const { bench, startingStock } = await openCompany(world);
	try {
		const before = new BooksInWords(bench.company, startingStock);
		const plan = planOf(world, type);
		const posting = only(await bench.post([plan]));
		const books = before.now();
		bench.company.resetCounters();
		const again = only(await bench.post([planOf(world, type)]));
		return { plan: planInWords(plan), books, posting, again: { posting: again, writes: bench.company.counters.writes }, trialBalance: bench.company.trialBalance() };
	} finally {
		await bench.close();
	}
}

export const goldenFile = ({ name: world }: World): string => path.join(__dirname, 'golden', `${world}.json`);

export const readGolden = (world: World): Record<Type, Pick<Booked, 'plan' | 'books'>> =>
	JSON.parse(readFileSync(goldenFile(world), 'utf8')) as Record<Type, Pick<Booked, 'plan' | 'books'>>;
