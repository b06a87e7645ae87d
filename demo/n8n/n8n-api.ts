import type { INodeTypeDescription } from 'n8n-workflow';

/** The owner of every n8n of ours: made up, and known to whoever opens the demo's editor. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Passw0rd-for-the-demo',
	firstName: 'Olive',
	lastName: 'Owner',
};

/** n8n answered a request with a failure. */
export class N8nApiFailure extends Error {
	override readonly name = 'N8nApiFailure';
	constructor(
		request: string,
		readonly status: number,
		readonly body: string,
	) {
		super(`n8n answered ${request} with ${status}: ${body.slice(0, 2_000)}`);
	}
}

/** n8n ties a session to the browser that opened it; this names ours. */
const BROWSER_ID = 'order-sync-demo';

/**
 * The two HTTP interfaces of one n8n: `/rest`, which the editor uses (a cookie), and `/api/v1`, the documented one
 * (an API key, https://docs.n8n.io/api/).
 */
export class N8nApi {
	private cookie = '';
	private apiKey = '';

	private constructor(readonly url: string) {}

	/** Signs in as the owner, who is set up first when this n8n has none, and makes an API key. */
	static async signIn(url: string): Promise<N8nApi> {
		const api = new N8nApi(url);
		const settings = await api.rest<{ userManagement?: { showSetupOnFirstLoad?: boolean } }>('GET', '/settings');
		if (settings.userManagement?.showSetupOnFirstLoad) await api.rest('POST', '/owner/setup', OWNER);
		else await api.rest('POST', '/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
		const scopes = await api.rest<string[]>('GET', '/api-keys/scopes');
		const label = `demo ${Date.now()}`;
		const key = await api.rest<{ rawApiKey: string }>('POST', '/api-keys', { label, scopes, expiresAt: null });
		api.apiKey = key.rawApiKey;
		return api;
	}

	/** A request of the editor's interface; gives what n8n wraps in `data`. */
	async rest<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
		const answer = (await this.send(method, `/rest${path}`, this.sessionHeaders, body)) as { data: T } | undefined;
		return answer?.data as T;
	}

	/** Every node type that n8n has loaded, with the descriptions that the editor works from. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return (await this.send('GET', '/types/nodes.json', this.sessionHeaders, undefined)) as INodeTypeDescription[];
	}

	/** What a browser needs to go on in this session: the cookie's value and the name under which it was opened. */
	get session(): { cookie: string; browserId: string } {
		return { cookie: this.cookie.replace('n8n-auth=', ''), browserId: BROWSER_ID };
	}

	/** A request of the documented interface. */
	async publicApi<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
		return (await this.send(method, `/api/v1${path}`, { 'x-n8n-api-key': this.apiKey }, body)) as T;
	}

	private get sessionHeaders() {
		return { cookie: this.cookie, 'browser-id': BROWSER_ID };
	}

	private async send(method: string, path: string, headers: Record<string, string>, body: unknown): Promise<unknown> {
		const answer = await fetchAgain(this.url + path, {
			method,
			headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const session = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (session) this.cookie = session.split(';')[0] ?? '';
		const text = await answer.text();
		if (!answer.ok) throw new N8nApiFailure(`${method} ${path}`, answer.status, text);
		return text === '' ? undefined : JSON.parse(text);
	}
}

/** After a restart the pool still holds connections to the n8n that is gone; the first request on one finds it closed. */
async function fetchAgain(address: string, request: RequestInit): Promise<Response> {
	try {
		return await fetch(address, request);
	} catch {
		return await fetch(address, request);
	}
}
