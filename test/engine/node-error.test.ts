import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { throwRunFailure } from '../../nodes/n8n/node-error';
import { withoutSecrets } from '../../nodes/outcome/without-secrets';
import type { Failure } from '../../nodes/outcome/failure';

const node: INode = { id: '1', name: 'Channel Trigger', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };

const thrownBy = (failure: Failure, itemIndex?: number): unknown => {
	try {
		return throwRunFailure(node, failure, itemIndex);
	} catch (thrown) {
		return thrown;
	}
};

test('a failure of the service keeps its words, its item and its cause', () => {
	const thrown = thrownBy(
		{
			cause: 'rate-limited',
			reason: 'rate-limited',
			message: 'QuickBooks asks for fewer requests (ECONNREFUSED is not the reason)',
			remedy: 'Wait a minute',
			evidence: { status: 429, code: null },
		},
		2,
	);
	expect(thrown).toBeInstanceOf(NodeApiError);
	expect(thrown).toMatchObject({
		message: 'QuickBooks asks for fewer requests (ECONNREFUSED is not the reason) [item 2]',
		description: 'Wait a minute (status: 429)',
		httpCode: '429',
		context: { itemIndex: 2 },
		failure: { cause: 'rate-limited' },
	});
});

test('what the user has to correct in the node is an operation error', () => {
	const thrown = thrownBy({ cause: 'configuration-invalid', reason: 'x', message: "'Start Date' is empty", remedy: 'Fill it in' });
	expect(thrown).toBeInstanceOf(NodeOperationError);
	expect(thrown).toMatchObject({ message: "'Start Date' is empty", description: 'Fill it in' });
});

test.each([
	['Authorization: Bearer abc.def-123', 'Authorization: Bearer …'],
	['cs_76543210fedcba98 was refused', 'cs_… was refused'],
	['token shpat_0123456789abcdef', 'token shpat_…'],
	['https://ck_1234567890:cs_1234567890@shop.example.com/', 'https://…@shop.example.com/'],
	['client_secret=hush&grant_type=x', 'client_secret=…&grant_type=x'],
	// An encrypted token of QuickBooks: the second of its five parts is empty.
	['token eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4In0..dGhlLWl2.c2VjcmV0LXRleHQ.dGFn was refused', 'token … was refused'],
	['refresh RT1-42-H0-1780000000abcdefgh0123456789', 'refresh RT1-…'],
	["'Start Date' is 'soon'", "'Start Date' is 'soon'"],
])('secrets are taken out of %j', (text, clean) => {
	expect(withoutSecrets(text)).toBe(clean);
});
