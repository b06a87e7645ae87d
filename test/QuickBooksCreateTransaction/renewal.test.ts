import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { OrderSyncQuickBooksOAuth2Api } from '../../credentials/OrderSyncQuickBooksOAuth2Api.credentials';
import { orderSchema } from '../../nodes/order/order';
import { CredentialVault } from '../engine';
import { makeOrder } from '../quickbooks/posting-bench';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { POSTED, postings, postOrders, vaultFor } from './canvas';

const type = new OrderSyncQuickBooksOAuth2Api();

/** n8n's store as several processes share it. */
class SharedVault extends CredentialVault {
	private looks = 0;

	constructor(
		private readonly company: QuickBooksSimulator,
		/** Another process stores a renewed token right after this look of ours, the first look being 1. */
		private readonly otherStoresAfterLook?: number,
	) {
		super([{ type, data: vaultFor(company).dataOf(type.name) }]);
	}

	override async getDecrypted(...asked: Parameters<CredentialVault['getDecrypted']>): Promise<ICredentialDataDecryptedObject> {
		const found = await super.getDecrypted(...asked);
		this.looks += 1;
		if (this.looks === this.otherStoresAfterLook) this.otherStores(this.company.tokens.issue());
		return structuredClone(found);
	}

	/** What another process does when it has renewed the token. */
	otherStores({ accessToken, refreshToken }: ReturnType<QuickBooksSimulator['tokens']['issue']>): void {
		const data = this.dataOf(type.name);
		data.oauthTokenData = { ...(data.oauthTokenData as object), access_token: accessToken, refresh_token: refreshToken };
	}
}

let company: QuickBooksSimulator;
beforeEach(async () => {
	company = await startQuickBooks();
});
afterEach(() => company.close());

const post = async (vault: CredentialVault) => {
	company.tokens.expire();
	const run = await postOrders(company, [orderSchema.parse(makeOrder('1001'))], { vault });
	expect(run.error).toBeUndefined();
	expect(postings(run, POSTED)).toHaveLength(1);
};

test('a token that has expired is renewed once', async () => {
	await post(new SharedVault(company));
	expect(company.counters.tokens).toBe(1);
});

/** Looks of a run: one to begin with, one when its token was refused, and one of n8n's under its lock. */
test.each([1, 2])('a token that another process renews after look %s is not renewed a second time', async (look) => {
	const vault = new SharedVault(company, look);
	await post(vault);
	expect(company.counters.tokens).toBe(0);
});

test('a renewal that is refused, as another process has just used the refresh token, goes on with what that one stored', async () => {
	const vault = new SharedVault(company);
	company.faults.add({
		matches: ({ path }) => path.endsWith('/tokens/bearer'),
		effect: () => {
			vault.otherStores(company.tokens.issue());
			return { status: 400, body: { error: 'invalid_grant' } };
		},
	});
	await post(vault);
	expect(company.counters.tokens).toBeLessThanOrEqual(1);
});
