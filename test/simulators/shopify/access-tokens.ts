import type { LoopbackAnswer, LoopbackRequest } from '../loopback';
import type { ShopClock } from '../shops/shop-clock';

/** An app of the Dev Dashboard: it fetches short-lived tokens by the client-credentials grant. */
export interface AppCredentials {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** Tokens of the app. The permanent one is that of an app made in the shop's admin before 2026. */
export class AccessTokens {
	/** Seconds from issue to expiry; a day, less the second that Shopify takes off. */
	lifetime = 86_399;
	private readonly expiries = new Map<string, number>();
	/** Every token that was ever given out. */
	readonly issued = new Set<string>();

	constructor(
		private readonly app: AppCredentials,
		private readonly scopes: readonly string[],
		private readonly clock: ShopClock,
		permanentToken: string,
	) {
		this.issued.add(permanentToken);
		this.expiries.set(permanentToken, Infinity);
	}

	isValid(token: string | undefined): boolean {
		return token !== undefined && (this.expiries.get(token) ?? 0) > this.clock.now();
	}

	/** Revokes every token, the permanent one too: the app was taken out of the shop. */
	revokeAll(): void {
		this.expiries.clear();
	}

	/** `POST /admin/oauth/access_token`, as a form or as JSON. */
	grant(request: LoopbackRequest): LoopbackAnswer {
		const asked = readFields(request);
		if (asked.grant_type !== 'client_credentials')
			return refused('unsupported_grant_type', 'Grant type is not supported.');
		if (asked.client_id !== this.app.clientId)
			return refused('application_cannot_be_found', 'The application cannot be found.');
		if (asked.client_secret !== this.app.clientSecret)
			return refused('invalid_client', 'The client credentials are not valid.');
		const token = `shpat_${String(this.expiries.size).padStart(4, '0')}${this.clock.now().toString(16).padStart(28, '0')}`;
		this.issued.add(token);
		this.expiries.set(token, this.clock.now() + this.lifetime * 1000);
		return { status: 200, body: { access_token: token, scope: this.scopes.join(','), expires_in: this.lifetime } };
	}
}

const refused = (error: string, description: string): LoopbackAnswer => ({
	status: 400,
	body: { error, error_description: description },
});

function readFields(request: LoopbackRequest): Record<string, unknown> {
	if (!String(request.headers['content-type'] ?? '').includes('json'))
		return Object.fromEntries(new URLSearchParams(request.body));
	try {
		return JSON.parse(request.body) as Record<string, unknown>;
	} catch {
		return {};
	}
}
