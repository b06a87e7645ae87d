import {
	execute,
	getOperationAST,
	getVariableValues,
	GraphQLError,
	parse,
	validate,
	type DocumentNode,
	type ExecutionResult,
	type OperationDefinitionNode,
} from 'graphql';
import type { LoopbackAnswer } from '../loopback';
import { adminSchema, type ApiVersion } from './admin-schema';
import { actualCost, requestedCost, type CostMode } from './query-cost';
import { queryRoot } from './query-root';
import { MAX_QUERY_COST, type RateLimit } from './rate-limit';
import type { SearchWarning } from './search-orders';
import type { ShopifyStore } from './store';

export interface EndpointState {
	readonly store: ShopifyStore;
	readonly scopes: readonly string[];
	readonly limit: RateLimit;
	readonly costMode: CostMode;
	readonly now: number;
	readonly onThrottled: () => void;
}

interface GraphqlRequest {
	readonly query: string;
	readonly variables: Record<string, unknown>;
	readonly operationName: string | undefined;
}

const LIMITS_PAGE = 'https://shopify.dev/api/usage/rate-limits';

/** `POST /admin/api/<version>/graphql.json`, after the token was found good. Refusals of a query come with a 200. */
export async function answerGraphql(body: string, version: ApiVersion, state: EndpointState): Promise<LoopbackAnswer> {
	const request = readRequest(body);
	if (request === undefined)
		return { status: 400, body: { errors: { query: 'Required parameter missing or invalid' } } };
	const schema = adminSchema(version);
	const checked = check(request, (document) => validate(schema, document));
	if (!('operation' in checked))
		return { status: 200, body: { errors: checked.errors.map((error) => error.toJSON()) } };
	const { document, operation } = checked;
	if (operation.operation !== 'query')
		return { status: 200, body: { errors: [{ message: 'the simulator answers queries only' }] } };
	const variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables);
	if (variables.errors !== undefined)
		return { status: 200, body: { errors: variables.errors.map((error) => error.toJSON()) } };
	const requested = requestedCost({ schema, document, operation, variables: variables.coerced, mode: state.costMode });
	if (requested > MAX_QUERY_COST) return tooDear(requested);
	if (!state.limit.canAfford(requested)) {
		state.onThrottled();
		return throttled(requested, state.limit);
	}

	const warnings: SearchWarning[] = [];
	const result = await execute({
		schema,
		document,
		operationName: request.operationName,
		variableValues: request.variables,
		rootValue: queryRoot({ ...state, warn: (found) => void warnings.push(...found) }),
	});
	const actual = result.data == null ? 0 : actualCost(result.data, requested);
	state.limit.take(actual);
	return {
		status: 200,
		body: completed(result, { requested, actual, limit: state.limit, warnings, query: request.variables.query }),
	};
}

function readRequest(body: string): GraphqlRequest | undefined {
	try {
		const read = JSON.parse(body) as {
			query?: unknown;
			variables?: Record<string, unknown> | null;
			operationName?: string | null;
		};
		if (typeof read.query !== 'string') return undefined;
		return { query: read.query, variables: read.variables ?? {}, operationName: read.operationName ?? undefined };
	} catch {
		return undefined;
	}
}

type Checked = { document: DocumentNode; operation: OperationDefinitionNode } | { errors: readonly GraphQLError[] };

// Validating a query against 3,500 types takes a while, and a poll repeats the same few queries.
const validated = new WeakMap<object, readonly GraphQLError[]>();
const parsed = new Map<string, DocumentNode>();

function check(
	request: GraphqlRequest,
	validateDocument: (document: DocumentNode) => readonly GraphQLError[],
): Checked {
	let document: DocumentNode;
	try {
		document = parsed.get(request.query) ?? parse(request.query);
	} catch (error) {
		return { errors: [error as GraphQLError] };
	}
	parsed.set(request.query, document);
	const errors = validated.get(document) ?? validateDocument(document);
	validated.set(document, errors);
	if (errors.length > 0) return { errors };
	const operation = getOperationAST(document, request.operationName);
	if (operation == null) return { errors: [new GraphQLError(`No operation named "${request.operationName ?? ''}"`)] };
	return { document, operation };
}

const tooDear = (cost: number): LoopbackAnswer => ({
	status: 200,
	body: {
		errors: [
			{
				message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).\n\nSee ${LIMITS_PAGE} for more information on how the cost of a query is calculated.`,
				extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: MAX_QUERY_COST, documentation: LIMITS_PAGE },
			},
		],
	},
});

const throttled = (requested: number, limit: RateLimit): LoopbackAnswer => ({
	status: 200,
	body: {
		errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation: LIMITS_PAGE } }],
		extensions: { cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus: limit.status } },
	},
});

interface Completion {
	readonly requested: number;
	readonly actual: number;
	readonly limit: RateLimit;
	readonly warnings: readonly SearchWarning[];
	readonly query: unknown;
}

const completed = (result: ExecutionResult, { requested, actual, limit, warnings, query }: Completion) => ({
	...(result.errors === undefined ? {} : { errors: result.errors.map((error) => error.toJSON()) }),
	...(result.data === undefined ? {} : { data: result.data }),
	extensions: {
		cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: limit.status },
		...(warnings.length === 0 ? {} : { search: [{ path: ['orders'], query: query ?? null, warnings }] }),
	},
});
