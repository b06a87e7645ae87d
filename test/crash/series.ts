import { setTimeout as wait } from 'node:timers/promises';
import { BusinessInN8n } from '../n8n/business-in-n8n';
import { Random } from '../simulators/shops/random';
import type { Findings } from '../judging/tally';
import { judgeBooks } from './judge-books';
import { moment } from './moments';
import { ShippingBeside } from './shipping-beside';

export interface SeriesOptions {
	/** More environment variables for n8n. */
	env: NodeJS.ProcessEnv;
	kills: number;
	seed: number;
	log: (line: string) => void;
}

export interface SeriesResult extends Findings {
	kills: number;
	/** Orders of the shops and invoices that had to stand in the end. */
	orders: number;
	/** Executions that a kill has cut short, as n8n says itself. */
	cutShort: number;
}

/** Enough to book and to ship that a back-fill goes on from the first kill to the last. */
const sizeFor = (kills: number) => ({ woocommerceOrders: 40 + 6 * kills, shopifyOrders: 20 + 3 * kills, days: 10, simple: true, limits: 'lifted', shipStationCallsPerMinute: 100_000 }) as const;
const invoicesFor = (kills: number): number => 20 + 3 * kills;
const ORDERS_PER_POLL = 10;

/** Polls come every five seconds; three of them must have found nothing to do. */
const QUIET_MS = 16_000;
/** So long nothing that is missing has arrived: then it is lost. */
const NOTHING_ARRIVES_MS = 300_000;

/**
 * Lets n8n book two shops and ship a bookkeeper's invoices, all at once; kills it at random moments while people go on, and looks at
 * the books and at ShipStation in the end. The same seed gives the same shops, people and moments.
 */
export async function seriesOf({ env, kills, seed, log }: SeriesOptions): Promise<SeriesResult> {
	const random = new Random(seed);
	const here = await BusinessInN8n.open(sizeFor(kills), env);
	try {
		// n8n stores what Intuit answers a moment later: killed in between, it needs the old refresh token once more.
		here.business.quickbooks.company.behaviour.refreshTokens = 'daily';
		for (const template of ['woocommerce-to-sales-receipts', 'shopify-to-invoices'] as const) {
			await here.importTemplate(template, true, { ordersPerPoll: ORDERS_PER_POLL });
		}
		const shipping = await ShippingBeside.open(here, invoicesFor(kills), random);
		const { woocommerce, shopify, quickbooks } = here.business;
		const counted = {
			'to a shop': () => woocommerce.counters.orders + shopify.counters.graphql,
			'to QuickBooks': () => quickbooks.counters.calls,
			'that writes into QuickBooks': () => quickbooks.counters.writes,
			'to ShipStation': () => shipping.account.counters.calls,
			'that writes into ShipStation': () => shipping.account.counters.writes,
		};
		for (let kill = 1; kill <= kills; kill += 1) {
			const how = await moment(random, counted, () => peopleAtWork(here, shipping, random));
			await here.n8n.kill();
			await startAgain(here);
			if (kill % 10 === 0 || kill === kills) log(`${kill} kills; the last one ${how}`);
		}
		const judge = () => judgeBoth(here, shipping);
		await rest(judge, () => quickbooks.counters.writes + shipping.account.counters.writes);
		const verdict = judge();
		for (const words of verdict.words) log(words);
		return { kills, cutShort: await cutShort(here), ...verdict };
	} finally {
		await here.close();
	}
}

/** While n8n is down, a connection of somebody else may sit on its port for a moment. */
async function startAgain({ n8n }: BusinessInN8n): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await n8n.start();
		} catch (failure) {
			if (attempt === 3) throw failure;
			await wait(5_000);
		}
	}
}

/** Customers buy, the bookkeeper writes invoices, and packers ship. */
function peopleAtWork(here: BusinessInN8n, shipping: ShippingBeside, random: Random): void {
	for (let count = random.integer(0, 4); count > 0; count -= 1) here.sellAgain();
	for (let count = random.integer(0, 3); count > 0; count -= 1) shipping.write(random);
	for (let count = random.integer(0, 3); count > 0; count -= 1) shipping.ship();
}

function judgeBoth(here: BusinessInN8n, shipping: ShippingBeside): Findings & { orders: number } {
	const [books, shipped] = [judgeBooks(here.business), shipping.judge()];
	return {
		orders: books.orders + shipping.size,
		lost: books.lost + shipped.lost,
		twice: books.twice + shipped.twice,
		wrong: books.wrong + shipped.wrong,
		words: [...books.words, ...shipped.words],
	};
}

/** Until nothing is missing and nothing has been written for a while; what is still missing in the end is lost. */
async function rest(judge: () => Findings, writes: () => number): Promise<void> {
	let missing = Infinity;
	let arrivedAt = Date.now();
	for (let quiet = false; !quiet && Date.now() < arrivedAt + NOTHING_ARRIVES_MS; ) {
		const before = writes();
		await wait(QUIET_MS);
		const { lost } = judge();
		if (lost < missing) arrivedAt = Date.now();
		missing = lost;
		quiet = lost === 0 && writes() === before;
	}
}

/** n8n marks an execution as crashed when it finds it unfinished after a start. */
async function cutShort({ n8n }: BusinessInN8n): Promise<number> {
	let crashed = 0;
	for (let cursor: string | undefined, more = true; more; ) {
		const query = new URLSearchParams({ limit: '250', ...(cursor ? { cursor } : {}) });
		const page = await n8n.api.publicApi<{ data: Array<{ status: string }>; nextCursor?: string | null }>('GET', `/executions?${query}`);
		crashed += page.data.filter(({ status }) => status === 'crashed').length;
		cursor = page.nextCursor ?? undefined;
		more = cursor !== undefined;
	}
	return crashed;
}
