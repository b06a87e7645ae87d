import type { INodeParameters } from 'n8n-workflow';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { PollingShop } from '../ChannelTrigger/polling-shop';
import type { FinishedRun } from '../engine';
import { creates, isBatch, startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { startWooCommerce, type WooCommerceSimulator } from '../simulators/woocommerce';
import { ANA, CARD, MUG, ONE_MUG } from '../simulators/woocommerce/example-orders';
import { cutJson, htmlInsteadOfJson } from '../simulators/woocommerce/shop-faults';
import type { WooOrderDraft } from '../simulators/woocommerce';
import { attentions, CREATE, POSTED, postings, postOrders, vaultFor } from './canvas';

jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));

let shop: WooCommerceSimulator;
let company: QuickBooksSimulator;
let trigger: PollingShop;

beforeEach(async () => {
	pollingMemory.forget();
	shop = await startWooCommerce();
	company = await startQuickBooks();
	trigger = PollingShop.ofWooCommerce(shop);
	expect(await trigger.poll()).toEqual([]);
	shop.clock.advance(2_000);
});
afterEach(async () => {
	await shop.close();
	await company.close();
});

/** Somebody buys and pays. @returns the order's number */
function sell(draft: WooOrderDraft = ONE_MUG): number {
	const { id } = shop.store.addOrder(draft);
	shop.store.pay(id);
	return id;
}

/** A good order, the one in question, and another good one. */
function threeOrders(draft?: WooOrderDraft): [string, number, string] {
	const numbers: [string, number, string] = [String(sell()), sell(draft), String(sell())];
	shop.clock.advance(2_000);
	return numbers;
}

/** From the shop into the books: what the trigger gives, mapped and posted. */
const sync = async (map: INodeParameters = {}, more: Parameters<typeof postOrders>[2] = {}): Promise<FinishedRun> =>
	await postOrders(company, (await trigger.poll()).map(({ json }) => json), { map: { customers: 'byEmail', ...map }, ...more });

const inBooks = () => company.company.documents('SalesReceipt').map(({ DocNumber }) => DocNumber);

interface BadOrder {
	draft?: WooOrderDraft;
	spoil?: (id: number) => unknown;
	map?: INodeParameters;
	/** With `#` for its number. */
	sentence: string;
	remedy: string;
}

const ORDERS: Record<string, BadOrder> = {
	'a negative quantity': {
		spoil: (id) => shop.store.spoil(id, { line_items: shop.store.find(id)!.amounts.line_items.map((line) => ({ ...line, quantity: -2 })) } as never),
		sentence: "Order # cannot be read: 'line_items[0].quantity' must be a quantity of zero or more, not '-2'",
		remedy: 'Look at the order in the shop, and book it by hand if it cannot be corrected there',
	},
	'a currency that nobody knows': {
		spoil: (id) => shop.store.spoil(id, { currency: 'DOLLARS' }),
		sentence: "Order # cannot be read: 'currency' must be a currency code of three capital letters, e.g. \"USD\"; 'payments[0].currency' must be a currency code of three capital letters, e.g. \"USD\"",
		remedy: 'Look at the order in the shop, and book it by hand if it cannot be corrected there',
	},
	'a currency of three letters that nobody knows': {
		spoil: (id) => shop.store.spoil(id, { currency: 'XQX' }),
		sentence: "'currency' is 'XQX', which is not a currency of ISO 4217",
		remedy: "Correct the order's currency in the shop, or in the node that made this item",
	},
	'a currency that the company does not keep': {
		spoil: (id) => shop.store.spoil(id, { currency: 'EUR' }),
		sentence: "The order is in EUR, and this QuickBooks company keeps its books in USD only",
		remedy: 'Switch on Multicurrency in QuickBooks (it cannot be switched off again), or enter the order by hand',
	},
	'a total that its parts do not explain': {
		spoil: (id) => shop.store.spoil(id, { total: '99.99' }),
		sentence: "Order '#' does not add up: the total is 99.99 USD, its parts add up to 10.97: 89.02 apart",
		remedy: 'Compare the order with the shop and correct it there, or correct the amounts in the node that made this item',
	},
	'no customer': {
		draft: { ...ONE_MUG, billing: { ...ANA, first_name: '', last_name: '', email: '' } },
		sentence: "Order '#' has no e-mail address of at most 100 characters, so its customer cannot be matched",
		remedy: "Complete the order's customer in the shop, or choose a fallback customer in 'When a Customer Is Missing'",
	},
	'no lines': {
		draft: { billing: ANA, lines: [], paymentMethod: CARD },
		sentence: "Order '#' has no lines, and its total is 0.00 USD",
		remedy: 'Look at the order in the shop: without lines nobody can tell what was sold',
	},
	'a product that was deleted in QuickBooks': {
		draft: { ...ONE_MUG, lines: [{ product: { ...MUG, sku: 'GONE-1' }, quantity: 1 }] },
		spoil: () => {
			const { Id } = company.byHand.create('Item', { Name: 'Gone', Sku: 'GONE-1', Type: 'Service', IncomeAccountRef: { value: '1' } });
			company.byHand.deactivate('Item', Id);
		},
		sentence: "The product or service 'Gone (deleted)' (id 12) with the SKU 'GONE-1' is inactive in QuickBooks",
		remedy: 'Make it active again in QuickBooks, then run the order again',
	},
	'an order number that no Doc Number can hold': {
		spoil: (id) => shop.store.spoil(id, { number: `${id}-`.repeat(10) } as never),
		sentence: "The Doc Number '#-#-#-#-#-#-#-#-#-#-' has 30 characters; QuickBooks takes 21",
		remedy: "Give the order a shorter 'number' in a node before this one",
	},
};

test.each(Object.entries(ORDERS))('an order with %s goes to a person with a sentence, and the rest is posted', async (_bad, { draft, spoil, map, sentence, remedy }) => {
	const [before, bad, after] = threeOrders(draft);
	spoil?.(bad);
	const run = await sync(map);
	expect(run.error).toBeUndefined();
	expect(attentions(run).map(([, , message, then]) => [message.replaceAll(String(bad), '#'), then])).toEqual([[sentence, remedy]]);
	expect(postings(run, POSTED).map(({ order }) => order.number)).toEqual([before, after]);
	expect(inBooks()).toEqual([before, after]);
});

/** Texts longer than QuickBooks takes are cut where that loses nothing, and whole in the notes; nothing else is changed. */
test('names of 5,000 characters, emoji, quotes and backslashes are posted, cut, and said to be', async () => {
	const first_name = 'Ana '.repeat(1_250);
	const draft: WooOrderDraft = { ...ONE_MUG, billing: { ...ANA, first_name, last_name: "O'Hara \\" }, lines: [{ product: { ...MUG, name: `Mug 🌻 "big" ${'x'.repeat(5_000)}`, sku: "M'UG-\\" }, quantity: 1 }] };
	const [before, long, after] = threeOrders(draft);
	const run = await sync();
	expect(attentions(run)).toEqual([]);
	expect(inBooks()).toEqual([before, String(long), after]);
	expect(postings(run, POSTED)[1]!.remarks).toEqual(["The title of line 1 was cut to 4000 characters.", "The customer's name was cut to 500 characters."]);
});

interface BadCompany {
	spoil: () => unknown;
	sentence: string;
	remedy: string;
}

/** What is wrong with the company or the connection stops the run with a message of the node, and nothing is written. */
const COMPANIES: Record<string, BadCompany> = {
	'whose subscription has ended': {
		spoil: () => (company.company.settings.readOnly = true),
		sentence: 'The QuickBooks company is read-only, its subscription has ended or it is closed ("Invalid Company Status Error : Subscription period has ended or canceled or there was a billing problem")',
		remedy: 'Renew the subscription in QuickBooks, then run the workflow again (code: 6190)',
	},
	'that took its connection back': {
		spoil: () => company.tokens.revoke(),
		sentence: 'QuickBooks no longer accepts this connection, and n8n could not renew it',
		remedy: "Open the credential and press 'Connect my account': Intuit ends a connection that was not used for 100 days, or that a person disconnected",
	},
	'whose token has expired while nobody gives a new one': {
		spoil: () => {
			company.tokens.expire();
			company.faults.serverError(503, { matches: ({ path }) => path.endsWith('/tokens/bearer'), times: 9 });
		},
		sentence: 'QuickBooks gives no access token at the moment',
		remedy: 'Nothing is lost: the next run asks again (status: 503)',
	},
	'that belongs to another environment': {
		spoil: () => company.faults.add({ times: 9, effect: { status: 403, body: { fault: { error: [{ message: 'ApplicationAuthorizationFailed', code: '3100' }], type: 'AUTHORIZATION' } } } }),
		sentence: 'QuickBooks does not let this connection into the company ("ApplicationAuthorizationFailed")',
		remedy: "Check that 'Environment' of the credential (Production or Sandbox) is that of the company, and connect it again (status: 403, code: 3100)",
	},
	'that answers with a page for people': {
		spoil: () => company.faults.html({ times: 99 }),
		sentence: 'QuickBooks could not be reached or did not answer properly',
		remedy: 'Run the workflow again; what was posted before is found and not posted twice',
	},
};

test.each(Object.entries(COMPANIES))('a company %s stops the run with a sentence and what to do, and the next run posts everything', async (_bad, { spoil, sentence, remedy }) => {
	const orders = threeOrders();
	const vault = vaultFor(company);
	const items = (await trigger.poll()).map(({ json }) => json);
	spoil();
	const run = await postOrders(company, items, { vault });
	expect([run.error?.message, (run.error as { description?: string } | undefined)?.description]).toEqual([sentence, remedy]);
	expect(company.counters.writes).toBe(0);

	company.faults.clear();
	company.company.settings.readOnly = false;
	company.tokens.reconnect();
	const again = await postOrders(company, items);
	expect(again.error).toBeUndefined();
	expect(inBooks()).toEqual(orders.map(String));
});

/** What passes by itself leaves no trace but calls. */
const PASSING: Record<string, () => unknown> = {
	'a token that has expired': () => company.tokens.expire(),
	'a truncated answer to a look-up': () => company.faults.truncate({ matches: isBatch }),
	'a truncated answer to what was written': () => company.faults.truncate({ matches: creates('SalesReceipt') }),
	'a page for people instead of an answer to what was written': () => company.faults.html({ matches: creates('SalesReceipt'), when: 'after' }),
};

test.each(Object.entries(PASSING))('%s is got over: every order stands once', async (_passing, spoil) => {
	const orders = threeOrders();
	const vault = vaultFor(company);
	spoil();
	const run = await sync({}, { vault });
	expect(run.error).toBeUndefined();
	expect(postings(run, POSTED).map(({ order }) => order.number)).toEqual(orders.map(String));
	expect(inBooks()).toEqual(orders.map(String));
	expect(run.hints(CREATE).filter(({ type }) => type === 'danger')).toEqual([]);
});

/** A page of the shop that cannot be read stops the poll, and nothing of it is lost. */
const PAGES: Record<string, { spoil: () => unknown; sentence: string; remedy: string }> = {
	'cut off in the middle': { spoil: () => shop.faults.add(cutJson(9)), sentence: 'WooCommerce answered with text that is not JSON (status 200)', remedy: 'Open the shop in a browser: a maintenance page or a plugin that prints into its answers is the usual reason' },
	'of HTML': { spoil: () => shop.faults.add(htmlInsteadOfJson(9)), sentence: 'WooCommerce answered with text that is not JSON (status 200)', remedy: 'Open the shop in a browser: a maintenance page or a plugin that prints into its answers is the usual reason' },
};

test.each(Object.entries(PAGES))('a page of the shop %s is told of by the trigger, and the next poll brings all its orders', async (_bad, { spoil, sentence, remedy }) => {
	const orders = threeOrders();
	spoil();
	const thrown = (await trigger.poll().catch((error: unknown) => error)) as { message: string; description: string };
	expect([thrown.message, thrown.description.replace(/ \(status: .*\)$/, '')]).toEqual([sentence, remedy]);
	shop.faults.clear();
	await sync();
	expect(inBooks()).toEqual(orders.map(String));
});
