import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { OrderSyncQuickBooksOAuth2Api } from '../../credentials/OrderSyncQuickBooksOAuth2Api.credentials';
import { OrderSyncShipStationApi } from '../../credentials/OrderSyncShipStationApi.credentials';
import { ChannelTrigger } from '../../nodes/ChannelTrigger/ChannelTrigger.node';
import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node';
import { QbOrderToShipStation } from '../../nodes/QbOrderToShipStation/QbOrderToShipStation.node';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { accountFields } from '../../nodes/transaction/settings/accounts';

const NODES = join(__dirname, '../../nodes');

/** Words of n8n's and QuickBooks' own pages, which sentences name like fields. */
const ELSEWHERE = ['Connect my account', 'Custom transaction numbers', 'Discount', 'Shipping to'];

/** Everything that the editor calls something: fields, and the choices in them. */
function namesIn(description: unknown): string[] {
	if (Array.isArray(description)) return description.flatMap(namesIn);
	if (typeof description !== 'object' || description === null) return [];
	const { displayName, name } = description as Record<string, unknown>;
	return [displayName, name, ...Object.values(description).flatMap(namesIn)].filter((one) => typeof one === 'string');
}

const known = new Set([
	...[new ChannelTrigger(), new MapOrderToQbTransaction(), new QbOrderToShipStation(), new QuickBooksCreateTransaction()].flatMap((node) => namesIn(node.description)),
	...namesIn(new OrderSyncQuickBooksOAuth2Api().properties),
	...namesIn(new OrderSyncShipStationApi().properties),
	...ELSEWHERE,
]);

const filesIn = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : [];
	});

/** What the sentences of a file put in single quotes with a capital, as the name of a field: `'Deposit Account'`. */
function namedIn(file: string): string[] {
	const code = readFileSync(file, 'utf8').replace(/^\s*(\*|\/\/|\/\*).*$/gm, '');
	const sentences = [...code.matchAll(/"[^"\n]*"|`[^`]*`/g)].map(([sentence]) => sentence.replace(/\$\{[^}]*\}/g, ''));
	return sentences.flatMap((sentence) => [...sentence.matchAll(/(?<![\w$])'([A-Z][\w/&()-]*(?: [\w/&()-]+)*)'(?!\w)/g)].map(([, name]) => name!));
}

describe('what sentences tell a person to change', () => {
	const folders = ['transaction', 'quickbooks', 'order', 'n8n', 'qb-documents', 'shipstation', 'ChannelTrigger', 'QuickBooksCreateTransaction', 'QbOrderToShipStation'];

	test.each(folders)('is called in the editor as it is called in nodes/%s', (folder) => {
		const unknown = filesIn(join(NODES, folder)).flatMap((file) => namedIn(file).filter((name) => !known.has(name)).map((name) => `${file.slice(NODES.length + 1)}: '${name}'`));
		expect(unknown).toEqual([]);
	});

	test('is looked for: sentences name many fields', () => {
		expect(folders.flatMap((folder) => filesIn(join(NODES, folder)).flatMap(namedIn)).length).toBeGreaterThan(30);
	});

	test('is the field of each account', () => {
		expect(Object.values(accountFields).filter((name) => !known.has(name))).toEqual([]);
	});
});
