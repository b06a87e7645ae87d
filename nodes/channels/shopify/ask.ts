import type { Failure } from '../../outcome/failure';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import { z } from '../../vendor/zod';
import type { ChannelAnswer, ChannelSession } from '../channel';
import { sendWithRetry } from '../send-with-retry';
import { faultOf, faultOfErrors, notGraphql } from './faults';

const DEFAULT_API_VERSION = '2026-10';

/** Refusals for speed before the next poll is the better moment. */
const MOST_THROTTLES = 8;

/** The slowest bucket (2,000 points at 100 a second) is full again after 20 s. */
const LONGEST_WAIT = 30_000;

/** Where the answer does not say how full the bucket is. */
const UNKNOWN_WAIT = 2_000;

const costSchema = z.object({
	requestedQueryCost: z.number(),
	throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
});

const answerSchema = z.object({
	data: z.record(z.string(), z.unknown()).nullish(),
	errors: z.array(z.looseObject({})).nullish(),
	extensions: z.object({ cost: costSchema.nullish().catch(undefined) }).nullish().catch(undefined),
});

export interface Question {
	query: string;
	variables: Record<string, unknown>;
}

export interface Answered {
	data: Record<string, unknown>;
	/** What Shopify counted the query as; absent when it did not say. */
	cost?: number;
}

/**
 * Asks Shopify's Admin GraphQL. A refusal for speed is waited out, as long as the points take to come back; an answer with
 * errors is a failure even when it has some data, since half an order is no order.
 * https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits
 */
export async function ask(session: ChannelSession, { query, variables }: Question): Promise<Outcome<Answered>> {
	const request = { method: 'POST', path: pathOf(session), body: { query, variables } } as const;
	for (let attempt = 1; ; attempt += 1) {
		const sent = await sendWithRetry(session, request, judge);
		if (!sent.ok) return sent;
		const { data, errors, extensions } = answerSchema.parse(sent.value.body);
		const cost = extensions?.cost ?? undefined;
		if (!errors || errors.length === 0) {
			return succeed({ data: data ?? {}, ...(cost === undefined ? {} : { cost: cost.requestedQueryCost }) });
		}
		const failure = faultOfErrors(errors);
		if (failure.cause !== 'rate-limited' || attempt >= MOST_THROTTLES || session.clock.cancelled()) return fail(failure);
		await session.clock.sleep(waitFor(cost));
	}
}

/** Transient faults inside a GraphQL answer are repeated like a 5xx. */
function judge(answer: ChannelAnswer): Failure | undefined {
	const fault = faultOf(answer);
	if (fault) return fault;
	const parsed = answerSchema.safeParse(answer.body);
	if (!parsed.success || (!parsed.data.data && !parsed.data.errors?.length)) return notGraphql(answer);
	if (!parsed.data.errors?.length) return undefined;
	const failure = faultOfErrors(parsed.data.errors);
	return failure.cause === 'temporarily-unavailable' ? failure : undefined;
}

const pathOf = (session: ChannelSession): string => {
	const version = session.options['apiVersion'];
	return `/admin/api/${encodeURIComponent(String(version || DEFAULT_API_VERSION))}/graphql.json`;
};

/** Until the bucket holds what the query needs. */
function waitFor(cost: z.output<typeof costSchema> | undefined): number {
	if (cost === undefined) return UNKNOWN_WAIT;
	const { currentlyAvailable, restoreRate } = cost.throttleStatus;
	const seconds = (cost.requestedQueryCost - currentlyAvailable) / restoreRate;
	return Math.min(LONGEST_WAIT, Math.max(100, Math.ceil(seconds * 1_000)));
}
