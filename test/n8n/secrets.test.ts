import { readFileSync } from 'node:fs';
import { itemsOf, type Execution } from '../../demo/n8n/executions';
import { CREATE, fillIn, readTemplate, TRIGGER, type Template } from '../../demo/templates';
import { formsOfSecrets, secretsToldBy } from '../secrets';
import { startLoopback, type Loopback, type LoopbackAnswer, type LoopbackRequest } from '../simulators/loopback';
import { fault, isBatch } from '../simulators/quickbooks/quickbooks-simulator';
import { BusinessInN8n } from './business-in-n8n';

const WOOCOMMERCE = 'woocommerce-to-sales-receipts';
const SHOPIFY = 'shopify-to-invoices';

let here: BusinessInN8n;
/** A host of nobody's. */
let foreign: Loopback;
/** Every answer that repeated what it was asked with. */
const echoed: string[] = [];

beforeAll(async () => {
	foreign = await startLoopback(() => ({ status: 200, body: [] }));
	here = await BusinessInN8n.open({ woocommerceOrders: 12, shopifyOrders: 12, days: 3 });
});

// Closing it searches all that n8n kept of these runs.
afterAll(async () => {
	await here?.close();
	await foreign?.close();
});

const echo = ({ headers, body }: LoopbackRequest): string => {
	const said = [...Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`), body].join(' ');
	echoed.push(said);
	return said;
};
const repeating = (status: number, body: (said: string) => unknown) => ({
	times: Infinity,
	effect: (_: LoopbackAnswer, request: LoopbackRequest): LoopbackAnswer => ({ status, body: body(echo(request)) }),
});
const astray = () => ({ times: Infinity, effect: { status: 307, headers: { location: `${foreign.url}/elsewhere` }, body: '' } });
const page = (said: string) => `<html><pre>${said}</pre></html>`;

/** Presses Execute Workflow, whatever comes of it. */
async function execute(template: Template): Promise<Execution> {
	const { credentials, openedAt } = here.business;
	const filled = fillIn(readTemplate(template), { credentials, startDate: openedAt, name: `Failing ${echoed.length}` });
	// What is read by hand is posted, too, so that every call of the run is made.
	const nodes = filled.nodes.map((node) => (node.name === CREATE ? { ...node, parameters: { ...node.parameters, options: { ...(node.parameters.options as object), postSamples: true } } } : node));
	return await here.n8n.runManually(await here.n8n.importWorkflow({ ...filled, nodes }), TRIGGER, 120_000);
}

const secrets = (): string[] => {
	const { credentials, quickbooks, shopify } = here.business;
	return [...credentials.flatMap(({ data }) => formsOfSecrets(data)), ...quickbooks.tokens.issued, ...shopify.tokens.issued];
};

/** What a call that fails leaves behind: the whole execution, and the log. */
function expectNothingTold(execution: Execution): void {
	expect(execution.status).toBeDefined();
	expect(secretsToldBy([execution, readFileSync(here.n8n.logFile, 'utf8')], secrets())).toEqual([]);
	expect(foreign.log).toEqual([]);
}

type Failing = [what: string, template: Template, arm: () => void];

const FAILING: Failing[] = [
	['WooCommerce refuses the key with a page that repeats it', WOOCOMMERCE, () => here.business.woocommerce.faults.add(repeating(401, page))],
	['WooCommerce refuses the key with a code that repeats it', WOOCOMMERCE, () => here.business.woocommerce.faults.add(repeating(403, (said) => ({ code: said, message: said, data: { status: 403 } })))],
	['WooCommerce sends to another host', WOOCOMMERCE, () => here.business.woocommerce.faults.add(astray())],
	['Shopify gives no token and repeats the secret', SHOPIFY, () => here.business.shopify.faults.add(repeating(400, (said) => ({ error: said, error_description: said })))],
	['Shopify does not know the token and repeats it', SHOPIFY, () => here.business.shopify.faults.add(repeating(401, (said) => ({ errors: said })))],
	['Shopify sends to another host', SHOPIFY, () => here.business.shopify.faults.add(astray())],
	['QuickBooks refuses the token with a page that repeats it', WOOCOMMERCE, () => here.business.quickbooks.faults.add(repeating(403, page))],
	['QuickBooks refuses with a fault that repeats the token', WOOCOMMERCE, () => here.business.quickbooks.faults.add(repeating(400, (said) => ({ Fault: { Error: [{ Message: said, Detail: said, code: '2050' }] } })))],
	['QuickBooks breaks the connection off', WOOCOMMERCE, () => here.business.quickbooks.faults.reset({ times: Infinity, matches: isBatch })],
	['QuickBooks sends to another host', WOOCOMMERCE, () => here.business.quickbooks.faults.add(astray())],
];

test.each(FAILING)('when %s, no execution and no line of the log tells a secret', async (_, template, arm) => {
	arm();
	const execution = await execute(template);
	const { woocommerce, shopify, quickbooks } = here.business;
	for (const { faults } of [woocommerce, shopify, quickbooks]) faults.clear();
	expect(execution.data.resultData.error).toBeDefined();
	expectNothingTold(execution);
});

test('an order that QuickBooks refuses in words that repeat the token goes to a person without it', async () => {
	const { quickbooks } = here.business;
	const tokens = [...quickbooks.tokens.issued];
	quickbooks.faults.failItem(fault('2050', `Cannot read Bearer ${tokens[0]}`, 'Line'), ({ SalesReceipt }) => SalesReceipt !== undefined);
	const execution = await execute(WOOCOMMERCE);
	expect(JSON.stringify(itemsOf(execution, CREATE, 2))).toContain('Cannot read Bearer …');
	expectNothingTold(execution);
});

test('when QuickBooks takes the connection back, no execution and no line of the log tells a secret', async () => {
	here.business.quickbooks.tokens.revoke();
	const execution = await execute(WOOCOMMERCE);
	expect(execution.data.resultData.error?.message).toContain('QuickBooks');
	expectNothingTold(execution);
	// Of each service some: the answers did repeat what is looked for.
	expect(secretsToldBy(echoed, secrets()).length).toBeGreaterThanOrEqual(3);
});
