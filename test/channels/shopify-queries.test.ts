import { readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { buildClientSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { COST_LIMIT } from '../../nodes/channels/shopify/batch-size';
import { ORDER_WORST_COST } from '../../nodes/channels/shopify/fetch-details';
import { TRANSACTION_WORST_COST } from '../../nodes/channels/shopify/fetch-lists';
import { REFUND_WORST_COST } from '../../nodes/channels/shopify/fetch-refunds';
import * as queries from '../../nodes/channels/shopify/queries';
import { linearCost } from './linear-cost';

const schemaOf = (version: string): GraphQLSchema => {
	const folder = join(__dirname, '../../node_modules/@shopify/dev-mcp/dist/data');
	const { data } = JSON.parse(gunzipSync(readFileSync(join(folder, `admin_${version}.json.gz`))).toString());
	return buildClientSchema(data);
};

const texts = Object.fromEntries(Object.entries(queries).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));
const variables = { first: 50 };

describe.each(['2026-07', '2026-10'])('Shopify queries on Admin %s', (version) => {
	const schema = schemaOf(version);

	test.each(Object.entries(texts))('%s is valid', (_, query) => {
		expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
	});

	test.each(Object.entries(texts))('%s stays under the limit by the linear rule', (_, query) => {
		expect(linearCost(schema, query, variables)).toBeLessThanOrEqual(COST_LIMIT);
	});

	test('the linear rule is that of the published examples', () => {
		expect(linearCost(schema, '{ shop { id } orders(first: 10) { nodes { id customer { id } } } }', {})).toBe(1 + 2 + 10 * 2);
	});

	test('the worst costs that batches start from are not too low', () => {
		expect(linearCost(schema, queries.ORDER_DETAILS, variables)).toBeLessThanOrEqual(ORDER_WORST_COST);
		expect(linearCost(schema, queries.TRANSACTION_DETAILS, variables)).toBeLessThanOrEqual(TRANSACTION_WORST_COST);
		expect(linearCost(schema, queries.REFUND_DETAILS, variables)).toBeLessThanOrEqual(REFUND_WORST_COST);
	});
});
