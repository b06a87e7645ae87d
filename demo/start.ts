import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAndPack } from './built-package';
import { bringTrackingOnce, sendDocumentsOnce } from './first-shipping';
import { syncAll } from './first-sync';
import { OWNER } from './n8n/n8n-api';
import { refuseTakenPort } from './n8n/port';
import { startN8n, type RunningN8n } from './n8n/run-n8n';
import { SetupFailure } from './n8n/setup-failure';
import { packOrders } from './packing';
import { openSmallBusiness, FREE_PORTS, type SmallBusiness } from './small-business';
import { summarise, summariseShipping, type Shipping, type Summary } from './summary';

/**
 * `npm start`: the real n8n with this package and its templates, two simulated shops, a simulated QuickBooks company and a simulated
 * ShipStation account. `npm start -- --once` does the first sync, writes demo/out/summary.json and ends.
 */
const ONCE = process.argv.includes('--once');
const PORTS = { n8n: 5678, quickbooks: 8401, woocommerce: 8402, shopify: 8403, shipstation: 8404 };
const SIZE = { woocommerceOrders: 220, shopifyOrders: 140, days: 20, documents: 40 };
const OUT = path.join(__dirname, 'out');

const log = (line: string): void => console.log(line);

async function main(): Promise<void> {
	if (!ONCE) for (const port of Object.values(PORTS)) await refuseTakenPort(port);
	const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-demo-'));
	let n8n: RunningN8n | undefined;
	let business: SmallBusiness | undefined;
	const close = async () => {
		await n8n?.stop();
		await business?.close();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const tarball = await buildAndPack(folder, log);
		business = await openSmallBusiness(SIZE, ONCE ? FREE_PORTS : PORTS);
		n8n = await startN8n({
			userFolder: path.join(folder, 'n8n'),
			...(ONCE ? {} : { port: PORTS.n8n }),
			packageTarballs: [tarball],
			credentials: business.credentials,
			log,
		});
		const orders = await runFirstSync(n8n, business);
		const summary: Summary = { ...orders, shipping: await runFirstShipping(n8n, business) };
		await mkdir(OUT, { recursive: true });
		await writeFile(path.join(OUT, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
		tell(summary);
		if (!isRight(summary)) process.exitCode = 1;
		if (ONCE) return;
		log(whereToLook(n8n.url, business));
		await new Promise<void>((stop) => {
			process.once('SIGINT', stop);
			process.once('SIGTERM', stop);
		});
		log('\nStopping ...');
	} finally {
		await close();
	}
}

async function runFirstSync(n8n: RunningN8n, business: SmallBusiness): Promise<Omit<Summary, 'shipping'>> {
	const { quickbooks } = business;
	const fill = { credentials: business.credentials, startDate: business.openedAt };
	log('Importing the templates, switching them on and waiting for their first sync ...');
	const started = Date.now();
	quickbooks.resetCounters();
	const first = summarise(await syncAll(n8n, fill), business.orders(), quickbooks, (Date.now() - started) / 1000);
	log('The same orders once more, by a second copy of both workflows ...');
	quickbooks.resetCounters();
	const again = await syncAll(n8n, fill, ' (second copy)');
	return {
		...first,
		secondRun: {
			orders: again.reduce((count, { orders }) => count + orders, 0),
			posted: again.reduce((count, { posted }) => count + posted.length, 0),
			writes: quickbooks.counters.writes,
			quickBooksCalls: quickbooks.counters.calls,
		},
	};
}

async function runFirstShipping(n8n: RunningN8n, business: SmallBusiness): Promise<Shipping> {
	const { quickbooks, shipstation } = business;
	const fill = { credentials: business.credentials, startDate: business.openedAt };
	log('Sending what people entered in QuickBooks to ShipStation, shipping it there, and bringing the tracking back ...');
	quickbooks.resetCounters();
	shipstation.counters.reset();
	const sent = await sendDocumentsOnce(n8n, fill);
	packOrders(shipstation);
	const tracked = await bringTrackingOnce(n8n, fill);
	const calls = { shipStationCalls: shipstation.counters.calls, quickBooksCalls: quickbooks.counters.calls };
	quickbooks.resetCounters();
	shipstation.counters.reset();
	const sentAgain = await sendDocumentsOnce(n8n, fill, ' (second copy)');
	const trackedAgain = await bringTrackingOnce(n8n, fill, ' (second copy)');
	return {
		...summariseShipping(business, sent, tracked),
		...calls,
		secondRun: {
			sent: sentAgain.sent.length,
			tracked: trackedAgain.written.length,
			shipStationWrites: shipstation.counters.writes,
			quickBooksWrites: quickbooks.counters.writes,
		},
	};
}

/** Right to the cent and each number in its place; and once more, nothing is written. */
function isRight({ difference, secondRun, shipping }: Summary): boolean {
	const again = [secondRun.posted, secondRun.writes, ...Object.values(shipping.secondRun)];
	return difference === '0.00' && shipping.untracked === 0 && shipping.differentTotals === 0 && again.every((count) => count === 0);
}

function tell(summary: Summary): void {
	const { secondRun, shipping } = summary;
	log(`
  ${summary.orders} orders read: ${summary.posted} posted, ${summary.unchanged} left as they are, ${summary.needsAttention} need attention
  The shops say          ${summary.shopTotal.padStart(12)} USD
  Gift cards, credit     ${summary.tenders.padStart(12)} USD
  QuickBooks says        ${summary.booksTotal.padStart(12)} USD
  Difference             ${summary.difference.padStart(12)} USD
  ${summary.quickBooksCalls} calls to QuickBooks, ${summary.seconds} s
  Once more: ${secondRun.orders} orders, ${secondRun.posted} posted, ${secondRun.writes} writes, ${secondRun.quickBooksCalls} calls

  ${shipping.documents} documents to be shipped: ${shipping.sent} sent to ShipStation, ${shipping.needsAttention} need attention
  ${shipping.parcels} parcels left; the tracking of ${shipping.tracked} documents is in QuickBooks, ${shipping.untracked} lack a number
  Once more: ${shipping.secondRun.shipStationWrites} writes to ShipStation, ${shipping.secondRun.quickBooksWrites} to QuickBooks
`);
}

const whereToLook = (url: string, { quickbooks }: SmallBusiness): string => `  The editor      ${url}
      e-mail      ${OWNER.email}
      password    ${OWNER.password}
  The books       ${quickbooks.url}/books   (the shops' orders and ShipStation's beside the company's documents)

  Everything runs on this machine and is made up. Press Ctrl+C to stop; nothing is kept.`;

main().catch((thrown: unknown) => {
	console.error(thrown instanceof SetupFailure ? thrown.message : thrown);
	// Simulators that were already up would keep the process alive.
	process.exit(1);
});
