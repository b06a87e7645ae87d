import type { IncomingHttpHeaders } from 'node:http';
import {
	NodeOperationError,
	type ICredentialType,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';
import { CredentialVault, runWorkflow, serve, startWorkflow } from '.';

const keyCredential: ICredentialType = {
	name: 'exampleKeyApi',
	displayName: 'Example Key',
	properties: [{ displayName: 'Key', name: 'key', type: 'string', default: '' }],
	authenticate: { type: 'generic', properties: { headers: { 'X-Key': '={{$credentials.key}}' } } },
};

const sessionCredential: ICredentialType = {
	name: 'exampleSessionApi',
	displayName: 'Example Session',
	properties: [{ displayName: 'Token', name: 'token', type: 'hidden', typeOptions: { expirable: true }, default: '' }],
	preAuthentication: async () => ({ token: 'fresh' }),
	authenticate: { type: 'generic', properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } } },
};

const nodeType = (
	name: string,
	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>,
	outputs = 1,
): INodeType => ({
	description: {
		name,
		displayName: name,
		group: ['transform'],
		version: 1,
		description: name,
		defaults: { name },
		inputs: ['main'],
		outputs: Array.from({ length: outputs }, () => 'main' as const),
		credentials: [{ name: 'exampleKeyApi' }, { name: 'exampleSessionApi' }],
		properties: [{ displayName: 'Greeting', name: 'greeting', type: 'string', default: 'hello' }],
	},
	execute,
});

const noCredentials = new CredentialVault();

test('items run through nodes, outputs, hints and custom data as in n8n', async () => {
	const split = nodeType(
		'split',
		async function () {
			this.addExecutionHints({ message: 'Two were small' });
			this.customData.set('quickbooksPosted', '3');
			const items = this.getInputData();
			const big = (item: INodeExecutionData) => Number(item.json.amount) > 5;
			return [items.filter(big), items.filter((item) => !big(item))];
		},
		2,
	);
	const greet = nodeType('greet', async function () {
		const greeting = this.getNodeParameter('greeting', 0) as string;
		return [this.getInputData().map((item, index) => ({ json: { ...item.json, greeting }, pairedItem: index }))];
	});

	const run = await runWorkflow({
		nodes: [
			{ name: 'Split', type: split, to: [[], 'Greet'] },
			{ name: 'Greet', type: greet },
		],
		vault: noCredentials,
		input: [{ amount: 9 }, { amount: 1 }, { json: { amount: 2 } }],
	});

	expect(run.error).toBeUndefined();
	expect(run.json('Split', 0)).toEqual([{ amount: 9 }]);
	expect(run.json('Greet')).toEqual([
		{ amount: 1, greeting: 'hello' },
		{ amount: 2, greeting: 'hello' },
	]);
	expect(run.hints('Split')).toEqual([{ message: 'Two were small' }]);
	expect(run.customData).toEqual({ quickbooksPosted: '3' });
});

test('a node that throws stops the run, or gives its input on when told to continue', async () => {
	const refuse = nodeType('refuse', async function () {
		throw new NodeOperationError(this.getNode(), "'Greeting' is empty", { description: 'Fill it in' });
	});
	const pass = nodeType('pass', async function () {
		return [this.getInputData()];
	});
	const canvas = (onError: 'stopWorkflow' | 'continueRegularOutput') => ({
		nodes: [
			{ name: 'Refuse', type: refuse, onError, to: ['Pass'] },
			{ name: 'Pass', type: pass },
		],
		vault: noCredentials,
		input: [{ id: 7 }],
	});

	const stopped = await runWorkflow(canvas('stopWorkflow'));
	expect(stopped.error).toMatchObject({ message: "'Greeting' is empty", description: 'Fill it in' });
	expect(stopped.ran('Pass')).toBe(false);

	const continued = await runWorkflow(canvas('continueRegularOutput'));
	expect(continued.error).toBeUndefined();
	expect(continued.task('Refuse').error).toMatchObject({ message: "'Greeting' is empty" });
	expect(continued.json('Pass')).toEqual([{ id: 7 }]);
});

test('credentials sign requests; a refused token is renewed once and kept', async () => {
	const seen: IncomingHttpHeaders[] = [];
	const server = await serve((request, response) => {
		seen.push(request.headers);
		const stale = request.headers.authorization === 'Bearer stale';
		response.writeHead(stale ? 401 : 200, { 'content-type': 'application/json' }).end('{"answered":true}');
	});
	const call = nodeType('call', async function () {
		const answers = ['exampleKeyApi', 'exampleSessionApi'].map(
			async (type) => await this.helpers.httpRequestWithAuthentication.call(this, type, { url: server.url, json: true }),
		);
		return [(await Promise.all(answers)).map((json) => ({ json }))];
	});
	const vault = new CredentialVault([
		{ type: keyCredential, data: { key: 'k-1' } },
		{ type: sessionCredential, data: { token: 'stale' } },
	]);

	const run = await runWorkflow({ nodes: [{ name: 'Call', type: call }], vault, input: [{}] }).finally(server.close);

	expect(run.error).toBeUndefined();
	expect(run.json('Call')).toEqual([{ answered: true }, { answered: true }]);
	expect(seen.map((headers) => headers['x-key'] ?? headers.authorization).sort()).toEqual([
		'Bearer fresh',
		'Bearer stale',
		'k-1',
	]);
	expect(vault.dataOf('exampleSessionApi')).toMatchObject({ token: 'fresh' });
	expect(vault.renewals).toEqual(['exampleSessionApi']);
});

test('an execution can be cancelled while a node works', async () => {
	let started = () => {};
	const working = new Promise<void>((resolve) => (started = resolve));
	const wait = nodeType('wait', async function () {
		const cancelled = new Promise<void>((resolve) => this.onExecutionCancellation(resolve));
		started();
		await cancelled;
		return [[{ json: { stopped: 'in order' } }]];
	});

	const run = startWorkflow({ nodes: [{ name: 'Wait', type: wait }], vault: noCredentials, input: [{}] });
	await working;
	run.cancel();

	expect((await run.finished).run.status).toBe('canceled');
});
