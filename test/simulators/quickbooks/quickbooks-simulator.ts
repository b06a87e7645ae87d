import { setTimeout as wait } from 'node:timers/promises';
import { startLoopback, type LoggedRequest, type LoopbackAnswer, type LoopbackRequest } from '../loopback';
import { auditBooks } from './books-audit';
import { booksPage, type BesideTheBooks } from './books-page';
import { ByHand } from './by-hand';
import type { Company } from './company';
import { Counters } from './counters';
import { LaggingLookUp, type Lag } from './lagging-look-up';
import { Limits, liftedLimits, publishedLimits, type LimitSettings } from './limits';
import { newCompany, type CompanyOptions } from './new-company';
import { OAuth, type OAuthApp } from './oauth';
import { RequestIds } from './request-ids';
import { accounting, type Surroundings } from './routes';
import { payloadsOf, ScriptedFaults, type Payload } from './scripted-faults';
import { MovableClock } from './simulated-time';

export { MovableClock } from './simulated-time';
export { fault, QuickBooksFault } from './faults';
export { creates, isBatch, isQuery } from './scripted-faults';
export type { Match, SentOrder, ShopBooks, ShopOrder, Warehouse } from './books-page';

/** How to start a simulated company. Everything has a default. */
export interface QuickBooksOptions extends CompanyOptions, BesideTheBooks {
	readonly port?: number;
	/** The published limits, some of them changed, or none at all. */
	readonly limits?: Partial<LimitSettings> | 'lifted';
	/** Real milliseconds every accounting request takes, and each item of a batch besides; default 0. */
	readonly latencyMs?: number;
	readonly latencyPerItemMs?: number;
	readonly app?: OAuthApp;
	/** Default true: requests without a good access token get 401. */
	readonly requiresToken?: boolean;
}

/** A QuickBooks company on 127.0.0.1. */
export interface QuickBooksSimulator {
	/** `http://127.0.0.1:<port>`; the API is under `/v3/company/<realmId>/`, the page under `/books`. */
	readonly url: string;
	readonly realmId: string;
	readonly company: Company;
	readonly clock: MovableClock;
	readonly faults: ScriptedFaults;
	readonly limits: LimitSettings;
	readonly counters: Counters;
	readonly tokens: OAuth;
	/** Every request that arrived, without its headers. */
	readonly requests: readonly LoggedRequest[];
	/** Every entity that was sent to be written, in order, those in batches included. */
	payloads(): Payload[];
	/** What a person does in QuickBooks itself: enter, edit, void, delete, deactivate. */
	readonly byHand: ByHand;
	/** Lets new documents stay out of queries for a while; `{}` ends it. */
	lag(lag: Lag): void;
	/** What an auditor finds wrong in the books; always nothing. */
	audit(): string[];
	/** Account names with their debit or credit balance; both totals are always equal. */
	trialBalance(): ReturnType<Company['ledger']['trialBalance']>;
	resetCounters(): void;
	/** QuickBooks cannot be reached: connections are refused until `comeBack`. */
	goDown(): Promise<void>;
	comeBack(): Promise<void>;
	close(): Promise<void>;
}

/** Starts a simulated QuickBooks Online company with its accounts, lists, OAuth server and page. */
export async function startQuickBooks(options: QuickBooksOptions = {}): Promise<QuickBooksSimulator> {
	const clock = options.clock ?? new MovableClock();
	const company = newCompany({ ...options, clock });
	const { realmId } = company;
	const faults = new ScriptedFaults();
	const lag = new LaggingLookUp(clock, () => void (faults.struck += 1));
	const limits = { ...publishedLimits, ...(options.limits === 'lifted' ? liftedLimits : options.limits) };
	const { latencyMs = 0, latencyPerItemMs = 0 } = options;
	const around: Surroundings = {
		company,
		counters: new Counters(),
		faults,
		limits: new Limits(limits, clock),
		oauth: new OAuth(options.app ?? { clientId: 'order-sync', clientSecret: 'order-sync-secret' }, realmId, clock, company.behaviour),
		requestIds: new RequestIds(company),
		lag,
		latency: async (items) => await (latencyMs + items * latencyPerItemMs > 0 ? wait(latencyMs + items * latencyPerItemMs) : Promise.resolve()),
		requiresToken: options.requiresToken ?? true,
	};
	const server = await startLoopback(async (request) => await answer(around, options, request), {
		port: options.port ?? 0,
		faults: around.faults,
		onRequest: (request) => count(around.counters, request),
	});
	return {
		url: server.url,
		realmId,
		company,
		clock,
		faults: around.faults,
		limits,
		counters: around.counters,
		tokens: around.oauth,
		requests: server.log,
		payloads: () => server.log.flatMap((request) => payloadsOf({ ...request, operation: request.query.operation })),
		byHand: new ByHand(company),
		lag: (settingsOfLag) => lag.set(settingsOfLag),
		audit: () => auditBooks(company),
		trialBalance: () => company.trialBalance(),
		resetCounters: () => {
			around.counters.reset();
			server.log.length = 0;
		},
		goDown: async () => await server.down(),
		comeBack: async () => await server.up(),
		close: async () => await server.close(),
	};
}

function count(counters: Counters, { path }: LoopbackRequest): void {
	const isPage = path === '/' || path === '/books' || path === '/connect/oauth2';
	if (!isPage) counters.calls += 1;
}

async function answer(
	around: Surroundings,
	beside: BesideTheBooks,
	request: LoopbackRequest,
): Promise<LoopbackAnswer> {
	const { path, method } = request;
	if (path === '/connect/oauth2') return around.oauth.authorize(request);
	if (path === '/oauth2/v1/tokens/bearer' && method === 'POST') {
		around.counters.tokens += 1;
		return around.oauth.token(request);
	}
	if (path === '/v2/oauth2/tokens/revoke' && method === 'POST') return around.oauth.revokeToken(request);
	if (path.startsWith('/v3/company/')) return await accounting(around, request);
	if (path === '/books' || path === '/') return { status: 200, body: booksPage(around.company, beside) };
	return { status: 404, body: '<h1>Not found</h1>' };
}
