import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mapItem } from '../../nodes/MapOrderToQbTransaction/map-item';
import { settingsOf } from '../transaction/order-of';
import { everyOrder } from './every-order';
import { outcomeOf } from './outcomes';

const REFERENCE = path.join(__dirname, '../../../shared/reference/channels/samples');
const HERE = path.join(__dirname, 'woocommerce');

type Row = { salesReceipt: string; salesOrderInvoicePayment: string };

/** What a bookkeeper agreed to, by channel and sample. */
const golden = JSON.parse(readFileSync(path.join(__dirname, 'outcomes.json'), 'utf8')) as Record<string, Row>;

const own = everyOrder().filter(({ from, order }) => !from.endsWith('.json') || (order.channel === 'woocommerce' && from.startsWith('real-')));
const rowName = ({ from, order }: (typeof own)[number]): string => `${order.channel} ${from}`;

test('the table lists every order of a real store and every made-up one', () => {
	expect(own.map(rowName).sort()).toEqual(Object.keys(golden).sort());
});

test.each(own.map((sample) => [rowName(sample), sample.order] as const))('%s ends in the books with the right total, waits, or goes to a person for a reason', async (name, order) => {
	const outcome: Row = {
		salesReceipt: await outcomeOf(order, 'salesReceipt'),
		salesOrderInvoicePayment: await outcomeOf(order, 'salesOrderInvoicePayment'),
	};
	expect(outcome).toEqual(golden[name]);
});

/** Channels of which there are samples and that Channel Trigger does not read yet: test peers with no node of their own. */
const NOT_READ: Record<string, string> = {
	medusa: 'order_',
	vendure: 'V6FALUF4BSPC99FK',
};

const whenReferenceIsThere = existsSync(REFERENCE) ? describe : describe.skip;

whenReferenceIsThere('samples of the reference (skipped without it)', () => {
	const folders = existsSync(REFERENCE) ? readdirSync(REFERENCE).filter((channel) => existsSync(path.join(REFERENCE, channel, 'own'))) : [];
	const filesOf = (channel: string) => readdirSync(path.join(REFERENCE, channel, 'own')).map((file) => path.join(REFERENCE, channel, 'own', file));

	test('of real stores are in the table, but for those of channels that are not read yet', () => {
		expect(folders.sort()).toEqual(['woocommerce', ...Object.keys(NOT_READ)].sort());
		for (const file of filesOf('woocommerce')) {
			expect(golden).toHaveProperty([`woocommerce ${path.basename(file)}`]);
			expect(readFileSync(file, 'utf8')).toBe(readFileSync(path.join(HERE, path.basename(file)), 'utf8'));
		}
	});

	test.each(Object.entries(NOT_READ))('of %s go to a person as what they are: no order that anybody here can read', (channel, number) => {
		const files = filesOf(channel);
		expect(files.length).toBeGreaterThan(0);
		for (const file of files) {
			const { order } = JSON.parse(readFileSync(file, 'utf8')) as { order: unknown };
			expect(JSON.stringify(order)).toContain(number);
			const mapped = mapItem(order, () => ({ ok: true, value: settingsOf() }));
			expect(mapped).toMatchObject({ kind: 'attention', posting: { attention: { reason: 'not-an-order', message: expect.stringContaining("'number'") as string } } });
		}
	});

	test('of public sources end just so, or cannot be read and say which field is wrong', async () => {
		const others = everyOrder().filter(({ from }) => from.endsWith('.json') && !from.startsWith('real-'));
		expect(others.length).toBeGreaterThan(20);
		for (const { from, order } of others) {
			const outcome = await outcomeOf(order, 'salesReceipt');
			expect(`${from}: ${outcome}`).toMatch(/: (Sales Receipt .*: \d|waits: [a-z-]+$|needs attention: (?!order-unreadable)[a-z-]+$|needs attention: order-unreadable, .*'[\w.]+')/);
		}
	});
});
