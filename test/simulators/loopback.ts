import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LoopbackFaults } from './loopback-faults';

/** One request as a simulator sees it: the path without the query, the body as text. */
export interface LoopbackRequest {
	readonly method: string;
	/** Path without query and host, percent-decoded by nobody: `/v3/company/1/query`. */
	readonly path: string;
	readonly query: URLSearchParams;
	/** Header names in lower case, as node gives them. */
	readonly headers: IncomingHttpHeaders;
	/** The raw body; '' when there was none. */
	readonly body: string;
}

/** An ordinary answer. An object body is sent as JSON; a string body needs its own content type (default html). */
export interface LoopbackAnswer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

/** What goes over the wire in the end: an answer, an answer cut off half-way, a broken connection, or silence. */
export type LoopbackOutcome = LoopbackAnswer | { readonly truncated: LoopbackAnswer } | 'reset' | 'hang';

export interface LoopbackOptions {
	/** Default 0: any free port. */
	readonly port?: number;
	/** Faults to consult before and after every request. */
	readonly faults?: LoopbackFaults;
	/** Told of every request before anything else happens to it, those struck by a fault included; for counting. */
	readonly onRequest?: (request: LoopbackRequest) => void;
}

/** A running server. */
export interface Loopback {
	/** `http://127.0.0.1:<port>`, without a slash at the end. */
	readonly url: string;
	readonly port: number;
	/** Every request that arrived, those struck by a fault included, oldest first. Headers are kept out of it. */
	readonly log: LoggedRequest[];
	readonly faults: LoopbackFaults;
	/** Breaks the open connections and refuses new ones until `up`. */
	down(): Promise<void>;
	up(): Promise<void>;
	/** Breaks the open connections (hanging ones too) and frees the port. */
	close(): Promise<void>;
}

/** A request as logged: no headers, so no token can leak from a log into a report. */
export interface LoggedRequest {
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly body: string;
}

/** Starts a http server on 127.0.0.1 that answers with `handle`; what `handle` throws becomes a 500 with the message. */
export async function startLoopback(
	handle: (request: LoopbackRequest) => LoopbackAnswer | Promise<LoopbackAnswer>,
	options: LoopbackOptions = {},
): Promise<Loopback> {
	const faults = options.faults ?? new LoopbackFaults();
	const log: LoggedRequest[] = [];
	const server = createServer((incoming, response) => {
		void readRequest(incoming)
			.then(async (request) => {
				log.push({ ...pick(request), query: Object.fromEntries(request.query) });
				options.onRequest?.(request);
				return await faults.around(request, async () => await handle(request));
			})
			.catch((error: unknown): LoopbackOutcome => ({ status: 500, body: String(error) }))
			.then((outcome) => send(response, outcome));
	});
	const listen = async (wanted: number) =>
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(wanted, '127.0.0.1', resolve);
		});
	const down = async () => {
		server.closeAllConnections();
		if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
	};
	await listen(options.port ?? 0);
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		log,
		faults,
		down,
		up: async () => {
			if (!server.listening) await listen(port);
		},
		close: down,
	};
}

function pick({ method, path, body }: LoopbackRequest): { method: string; path: string; body: string } {
	return { method, path, body };
}

async function readRequest(incoming: IncomingMessage): Promise<LoopbackRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
	return {
		method: incoming.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers: incoming.headers,
		body: Buffer.concat(chunks).toString('utf8'),
	};
}

function send(response: ServerResponse, outcome: LoopbackOutcome): void {
	if (outcome === 'hang') return;
	if (outcome === 'reset') {
		response.destroy();
		return;
	}
	const cut = 'truncated' in outcome;
	const { status, headers = {}, body } = cut ? outcome.truncated : outcome;
	const isText = typeof body === 'string';
	const bytes = Buffer.from(body === undefined ? '' : isText ? body : JSON.stringify(body), 'utf8');
	response.writeHead(status, {
		'content-type': isText ? 'text/html;charset=utf-8' : 'application/json;charset=utf-8',
		'content-length': String(bytes.length),
		...headers,
	});
	if (!cut) {
		response.end(bytes);
		return;
	}
	response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
