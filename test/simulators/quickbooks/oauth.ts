import { randomUUID } from 'node:crypto';
import type { LoopbackAnswer, LoopbackRequest } from '../loopback';
import type { Behaviour } from './company-settings';
import type { SimulatedClock } from './simulated-time';

/** The app that asks for access. */
export interface OAuthApp {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** An access token and the refresh token that belongs to it. */
export interface TokenPair {
	readonly accessToken: string;
	readonly refreshToken: string;
}

const accessSeconds = 3600;
const refreshSeconds = 100 * 24 * 3600;
const dayMs = 24 * 3600 * 1000;

/** Grants access: authorisation codes, access tokens of an hour, refresh tokens that change with every use, or once a day. */
export class OAuth {
	private readonly codes = new Map<string, { redirectUri: string }>();
	private readonly access = new Map<string, number>();
	private readonly refresh = new Map<string, { since: number; until: number }>();
	private isRevoked = false;
	/** Every token that was ever given out. */
	readonly issued = new Set<string>();

	constructor(
		readonly app: OAuthApp,
		private readonly realmId: string,
		private readonly clock: SimulatedClock,
		private readonly behaviour: Pick<Behaviour, 'refreshTokens'>,
	) {}

	/** A pair of tokens without the dance, for tests. */
	issue(): TokenPair {
		const refreshToken = `refresh-${randomUUID()}`;
		this.issued.add(refreshToken);
		return this.pairOf(refreshToken, this.clock.now());
	}

	/** What a refresh token is good for now: another pair, and perhaps it is spent itself. `undefined` when it is good for nothing. */
	renew(refreshToken: string): TokenPair | undefined {
		const known = this.refresh.get(refreshToken);
		if (this.isRevoked || known === undefined || known.until <= this.clock.now()) return undefined;
		if (this.behaviour.refreshTokens === 'daily' && this.clock.now() < known.since + dayMs) return this.pairOf(refreshToken, known.since);
		this.refresh.delete(refreshToken);
		return this.issue();
	}

	/** Another access token beside a refresh token, which is good for its days from now on again. */
	private pairOf(refreshToken: string, since: number): TokenPair {
		const accessToken = `access-${randomUUID()}`;
		this.issued.add(accessToken);
		this.access.set(accessToken, this.clock.now() + accessSeconds * 1000);
		this.refresh.set(refreshToken, { since, until: this.clock.now() + refreshSeconds * 1000 });
		return { accessToken, refreshToken };
	}

	/** Lets every access token expire at once; refresh tokens stay good. */
	expire(): void {
		this.access.clear();
	}

	/** The user takes the connection back: no token is good any more, and no refresh. */
	revoke(): void {
		this.isRevoked = true;
	}

	/** The user connects again. */
	reconnect(): void {
		this.isRevoked = false;
	}

	/** Whether the Authorization header carries an access token that is good now. */
	accepts(header: string | undefined): boolean {
		const token = /^Bearer (.+)$/.exec(header ?? '')?.[1];
		const until = token === undefined ? undefined : this.access.get(token);
		return !this.isRevoked && until !== undefined && until > this.clock.now();
	}

	/** The page where a user allows the app in; the simulated user always says yes and is sent back at once. */
	authorize({ query }: LoopbackRequest): LoopbackAnswer {
		const redirectUri = query.get('redirect_uri');
		if (
			redirectUri === null ||
			query.get('client_id') !== this.app.clientId ||
			query.get('response_type') !== 'code'
		) {
			return {
				status: 400,
				body: '<h1>Sorry, this connection cannot be made</h1><p>client_id, redirect_uri or response_type is wrong.</p>',
			};
		}
		const code = `code-${randomUUID()}`;
		this.codes.set(code, { redirectUri });
		const back = new URL(redirectUri);
		back.searchParams.set('code', code);
		back.searchParams.set('state', query.get('state') ?? '');
		back.searchParams.set('realmId', this.realmId);
		return { status: 302, headers: { location: back.href } };
	}

	/** The token endpoint: `authorization_code` and `refresh_token` grants with HTTP Basic. */
	token({ headers, body }: LoopbackRequest): LoopbackAnswer {
		const basic = Buffer.from(`${this.app.clientId}:${this.app.clientSecret}`).toString('base64');
		if (headers.authorization !== `Basic ${basic}`) return refusal(401, 'invalid_client');
		const form = new URLSearchParams(body);
		const grant = form.get('grant_type');
		if (grant === 'authorization_code') return this.exchange(form);
		return grant === 'refresh_token' ? this.rotate(form) : refusal(400, 'unsupported_grant_type');
	}

	/** Takes a token back, as an app does when its user disconnects. */
	revokeToken({ body }: LoopbackRequest): LoopbackAnswer {
		const token = /"token"\s*:\s*"([^"]+)"/.exec(body)?.[1] ?? new URLSearchParams(body).get('token') ?? '';
		this.access.delete(token);
		this.refresh.delete(token);
		return { status: 200, body: {} };
	}

	private exchange(form: URLSearchParams): LoopbackAnswer {
		const code = form.get('code') ?? '';
		const asked = this.codes.get(code);
		this.codes.delete(code);
		if (asked === undefined || asked.redirectUri !== form.get('redirect_uri')) return refusal(400, 'invalid_grant');
		this.isRevoked = false;
		return granted(this.issue());
	}

	private rotate(form: URLSearchParams): LoopbackAnswer {
		const renewed = this.renew(form.get('refresh_token') ?? '');
		return renewed ? granted(renewed) : refusal(400, 'invalid_grant');
	}
}

function granted({ accessToken, refreshToken }: TokenPair): LoopbackAnswer {
	return {
		status: 200,
		body: {
			token_type: 'bearer',
			access_token: accessToken,
			expires_in: accessSeconds,
			refresh_token: refreshToken,
			x_refresh_token_expires_in: refreshSeconds,
		},
	};
}

function refusal(status: number, error: string): LoopbackAnswer {
	return { status, body: { error } };
}
