import { setTimeout as wait } from 'node:timers/promises';
import { BusinessInN8n } from '../n8n/business-in-n8n';
import { Random } from '../simulators/shops/random';

export interface SeriesOptions {
	/** More environment variables for n8n. */
	env: NodeJS.ProcessEnv;
	kills: number;
	seed: number;
	log: (line: string) => void;
}

export interface SeriesResult {
	kills: number;
	/** Orders that had to stand in the end. */
	orders: number;
	lost: number;
	twice: number;
	wrong: number;
}

const WOOCOMMERCE = 'woocommerce-to-sales-receipts';
const SHOPIFY = 'shopify-to-invoices';

/** Starts over a back-fill of both shops, kills n8n at random moments of it while people go on buying, and looks at the books in the end. */
export async function seriesOf({ env, kills, seed, log }: SeriesOptions): Promise<SeriesResult> {
	const random = new Random(seed);
	const here = await BusinessInN8n.open({ woocommerceOrders: 60, shopifyOrders: 30, days: 10, simple: true }, env);
	try {
		// A page or two a poll, so that the back-fill goes over many polls and kills.
		for (const template of [WOOCOMMERCE, SHOPIFY] as const) await here.importTemplate(template, true, { ordersPerPoll: 20 });
		for (let kill = 1; kill <= kills; kill += 1) {
			const how = await moment(here, random);
			await here.n8n.kill();
			await here.n8n.start();
			if (kill % 10 === 0 || kill === kills) log(`${kill} kills; the last one ${how}`);
		}
		await quiet(here);
		return { kills, ...judge(here, log) };
	} finally {
		await here.close();
	}
}

/** Waits for the moment of a kill: some milliseconds after the start, or right at the n-th call to a shop or to QuickBooks. */
async function moment(here: BusinessInN8n, random: Random): Promise<string> {
	const { woocommerce, quickbooks } = here.business;
	const sold = random.integer(0, 4);
	const before = random.chance(0.5);
	const sell = () => {
		for (let count = 0; count < sold; count += 1) here.sellAgain();
	};
	if (before) sell();
	const counters: Record<string, (() => number) | undefined> = {
		'at a call to the shop': () => woocommerce.counters.orders,
		'at a call to QuickBooks': () => quickbooks.counters.calls,
		'at a write to QuickBooks': () => quickbooks.counters.writes,
	};
	const kind = random.pick(['after a time', 'after a time', ...Object.keys(counters)]);
	const counter = counters[kind];
	const delay = random.integer(0, counter ? 12 : 4_000);
	if (counter) {
		const begin = counter();
		const nth = random.integer(1, 3);
		if (!before) sell();
		// Nothing to write is no reason to wait for ever.
		const deadline = Date.now() + 7_000;
		while (counter() < begin + nth && Date.now() < deadline) await wait(1);
	} else if (!before) sell();
	await wait(delay);
	return `${kind}, ${delay} ms`;
}

/** Until two polls of each workflow in a row have posted nothing. */
async function quiet(here: BusinessInN8n): Promise<void> {
	const { counters } = here.business.quickbooks;
	const deadline = Date.now() + 180_000;
	for (let calm = 0; calm < 3; ) {
		if (Date.now() > deadline) throw new Error('The workflows did not come to rest within three minutes.');
		const writes = counters.writes;
		await wait(6_000);
		calm = counters.writes === writes ? calm + 1 : 0;
	}
}

function judge(here: BusinessInN8n, log: (line: string) => void): Omit<SeriesResult, 'kills'> {
	const result = { orders: 0, lost: 0, twice: 0, wrong: 0 };
	for (const [channel, orders] of [
		['woocommerce', here.business.woocommerce.orders()],
		['shopify', here.business.shopify.orders()],
	] as const) {
		const books = here.booked(channel);
		for (const { id, number, total, paid, addsUp, refunded } of orders) {
			if (!paid || !addsUp || refunded !== '0.00') continue;
			result.orders += 1;
			const totals = (books.get(id) ?? []).filter((each) => each !== '0.00');
			const what = totals.length === 0 ? 'lost' : totals.length > 1 ? 'twice' : totals[0] === total ? undefined : 'wrong';
			if (!what) continue;
			result[what] += 1;
			log(`${channel} order ${number} of ${total}: ${what} (${totals.join(', ')})`);
		}
	}
	const { debit, credit } = here.business.quickbooks.trialBalance();
	if (debit.toString() !== credit.toString()) {
		result.wrong += 1;
		log(`Debits of ${debit.toString()} and credits of ${credit.toString()}`);
	}
	return result;
}
