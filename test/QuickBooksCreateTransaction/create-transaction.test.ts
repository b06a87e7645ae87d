import type { INodeParameters } from 'n8n-workflow';
import { OrderSyncQuickBooksOAuth2Api } from '../../credentials/OrderSyncQuickBooksOAuth2Api.credentials';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { CredentialVault, runWorkflow, type Run } from '../engine';
import { makeOrder, planFor } from '../quickbooks/posting-bench';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';

const CREATE = 'QuickBooks Create Transaction';

describe(CREATE, () => {
	let company: QuickBooksSimulator;
	beforeEach(async () => {
		company = await startQuickBooks();
	});
	afterEach(() => company.close());

	const vault = (accessToken = company.tokens.issue().accessToken) =>
		new CredentialVault([
			{
				type: new OrderSyncQuickBooksOAuth2Api(),
				data: {
					environment: 'custom',
					baseUrl: company.url,
					oauthTokenData: { access_token: accessToken, callbackQueryString: { realmId: company.realmId } },
				},
			},
		]);
	const create = (input: unknown[], more: { onError?: 'continueRegularOutput'; token?: string } = {}) =>
		runWorkflow({
			nodes: [{ name: CREATE, type: new QuickBooksCreateTransaction(), parameters: { operation: 'post' } as INodeParameters, ...(more.onError ? { onError: more.onError } : {}) }],
			vault: vault(more.token),
			input: input as Run['input'],
		});

	test('gives out what was posted, what needs a person and what passes by, each paired with its item', async () => {
		const period = { document: 'period', channel: 'woocommerce', accountId: 'shop.example.com', orders: 0 };
		const run = await create([planFor(makeOrder('1')), { name: 'no plan' }, period, planFor(makeOrder('2'))]);
		expect(run.items(CREATE, 0).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
		expect(run.json(CREATE, 1)).toEqual([period]);
		expect(run.json(CREATE, 2)).toMatchObject([{ attention: { reason: 'not-a-plan' } }]);
		expect(run.json(CREATE, 2)[0]).not.toHaveProperty('error');
		expect(run.customData).toMatchObject({ quickbooks_posted: '2', quickbooks_needs_attention: '1' });
		expect(company.company.documents('SalesReceipt')).toHaveLength(2);
	});

	test('On Error: Continue never passes an order on as posted that was not', async () => {
		company.tokens.revoke();
		const run = await create([planFor(makeOrder('1'))], { onError: 'continueRegularOutput', token: 'not-a-token' });
		expect(run.items(CREATE, 0)).toEqual([]);
		expect(run.json(CREATE, 2)).toMatchObject([{ outcome: 'needsAttention', order: { id: '1' } }]);
	});
});
