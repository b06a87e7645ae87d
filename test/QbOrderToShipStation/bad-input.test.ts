import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { QbOrderToShipStation } from '../../nodes/QbOrderToShipStation/QbOrderToShipStation.node';
import { PollingShop } from '../ChannelTrigger/polling-shop';
import { CredentialVault, runWorkflow, type Run } from '../engine';
import { line } from '../simulators/quickbooks/simulated-client';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { runningClock } from '../simulators/shops/shop-clock';
import { startShipStation, type ShipStationSimulator } from '../simulators/shipstation';
import { quickBooksCredential, shipStationCredential } from '../simulators/stored-credentials';

let company: QuickBooksSimulator;
let account: ShipStationSimulator;
let orders: PollingShop;

beforeEach(async () => {
	pollingMemory.forget();
	company = await startQuickBooks({ limits: 'lifted' });
	account = await startShipStation({ clock: runningClock(), requestsPerMinute: 100_000 });
	orders = new PollingShop(quickBooks(), { syncDirection: 'ordersFromQuickBooks', class: { __rl: true, mode: 'name', value: '' } });
	await orders.poll();
	company.clock.advance(2_000);
});
afterEach(async () => {
	await company.close();
	await account.close();
});

const quickBooks = () => quickBooksCredential(company);
const shipStation = () => shipStationCredential(account);

const ADDRESS = { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' };
const SEND = 'QB Order to ShipStation';

/** A customer of its own without an address, and an invoice that people entered so. */
function enter(DocNumber: string, changes: object = {}): string {
	const { Id } = company.byHand.create('Customer', { DisplayName: `Customer of ${DocNumber}`, GivenName: 'Ana', FamilyName: 'Tester' });
	return company.byHand.create('Invoice', { DocNumber, CustomerRef: { value: Id }, ShipAddr: ADDRESS, Line: [line('7', 2, 24)], ...changes }).Id;
}

/** Reads what is new in QuickBooks and sends it. */
async function send(parameters: INodeParameters = {}) {
	const items = (await orders.poll()).map(({ json }) => json) as IDataObject[];
	return await runWorkflow({ nodes: [{ name: SEND, type: new QbOrderToShipStation(), parameters }], vault: new CredentialVault([shipStation()]), input: items as unknown as Run['input'] });
}

test.each([
	['no address at all', { ShipAddr: undefined }, "The shipping address of Invoice 1 has no street, no city, no country. Complete 'Shipping to' in QuickBooks, or choose On Hold under 'Incomplete Addresses'."],
	['a street alone', { ShipAddr: { Line1: '4581 Finch St.' } }, "The shipping address of Invoice 1 has no city, no state, no postal code. Complete 'Shipping to' in QuickBooks, or choose On Hold under 'Incomplete Addresses'."],
	['half a piece', { Line: [line('7', 2.5, 24)] }, "'Canvas Tote' is sold in a quantity of 2.5, and ShipStation packs whole pieces only. Change the quantity in QuickBooks, or choose One Piece under 'Decimal Quantities'."],
	[
		'a service that does not exist',
		{ ShipMethodRef: { value: 'Fast' } },
		"Order 1 is to be shipped with the service 'ups_teleport' of 'ups', and ShipStation has no such service. Correct the entry under 'Service Map'.",
	],
])('%s: the invoice goes to a person in words, and the other one is sent', async (_what, changes, sentence) => {
	enter('1', changes);
	enter('2');
	const run = await send({ serviceMap: { services: [{ shipMethod: 'Fast', carrierCode: 'ups', serviceCode: 'ups_teleport' }] } });
	expect(run.json(SEND, 2)).toMatchObject([{ qbDocument: { docNumber: '1' }, summary: sentence }]);
	expect(account.counters.writeLog).toEqual(['create 2']);
});

test.each([
	['USA', { Country: 'USA' }],
	['United States', { Country: 'United States' }],
	['California, which is none', { Country: 'California' }],
	['nothing, and a state in words', { CountrySubDivisionCode: 'California' }],
	['nothing', { Country: '' }],
])('a country that says %s is the United States to ShipStation', async (_what, changes) => {
	enter('1', { ShipAddr: { ...ADDRESS, ...changes } });
	await send();
	expect(account.account.byNumber('1').shipTo).toMatchObject({ street1: '4581 Finch St.', city: 'Bayshore', state: 'CA', postalCode: '94326', country: 'US' });
});

test.each([
	['a store that was removed', () => undefined, { store: { __rl: true, mode: 'id', value: '99' } }, /'Store' is the store with the id 99, which does not exist in ShipStation/],
	['a key that has run out', () => (account.switches.keyExpired = true), {}, /does not accept this key and secret: they are wrong, or the key has run out \(status 401\)/],
	['a plan without API V1', () => (account.switches.planWithoutV1 = true), {}, /does not let this account use API V1 \(status 403\)/],
])('%s stops the run in words, and nothing is written', async (_what, happens, parameters: INodeParameters, sentence) => {
	enter('1');
	happens();
	expect((await send(parameters)).error?.message).toMatch(sentence);
	expect(account.counters.writes).toBe(0);
});

test('what is voided or deleted in QuickBooks is cancelled in ShipStation, and what has left by then goes to a person', async () => {
	const [voided, deleted, shipped] = [enter('1'), enter('2'), enter('3')];
	expect((await send()).json(SEND, 0)).toHaveLength(3);
	account.people.buyLabel(account.account.byNumber('3').orderId);
	company.clock.advance(2_000);
	company.byHand.void('Invoice', voided);
	company.byHand.delete('Invoice', deleted);
	company.byHand.void('Invoice', shipped);
	const run = await send();
	expect(run.json(SEND, 0)).toMatchObject([{ action: 'cancelled' }, { action: 'cancelled' }]);
	expect(run.json(SEND, 2)).toMatchObject([{ attention: { reason: 'shipped-before-cancelled' } }]);
	expect(account.account.orders.map(({ orderStatus }) => orderStatus)).toEqual(['cancelled', 'cancelled', 'shipped']);
});
