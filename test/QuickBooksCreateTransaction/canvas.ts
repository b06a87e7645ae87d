import type { INode, INodeParameters } from 'n8n-workflow';
import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import type { Posting } from '../../nodes/postings/posting';
import { CredentialVault, startWorkflow, type FinishedRun, type Run, type StartedRun } from '../engine';
import { filledIn } from '../MapOrderToQbTransaction/canvas';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { checkRequests } from '../simulators/quickbooks/request-schemas';
import { quickBooksCredential } from '../simulators/stored-credentials';

export const MAP = 'Map Order to QB Transaction';
export const CREATE = 'QuickBooks Create Transaction';

export const POSTED = 0;
export const UNCHANGED = 1;
export const NEEDS_ATTENTION = 2;

export interface Choices {
	map?: INodeParameters;
	create?: INodeParameters;
	onError?: INode['onError'];
	vault?: CredentialVault;
}

/** A vault with the company's credential alone. */
export const vaultFor = (company: QuickBooksSimulator, tokens = company.tokens.issue()): CredentialVault => new CredentialVault([quickBooksCredential(company, tokens)]);

/** The two nodes one after the other, in the genuine engine; what Map refuses stays at its second output. */
export function startPosting(company: QuickBooksSimulator, orders: unknown[], { map, create, onError, vault }: Choices = {}): StartedRun {
	const settings = onError ? { onError } : {};
	return startWorkflow({
		nodes: [
			{ name: MAP, type: new MapOrderToQbTransaction(), parameters: { ...filledIn, ...map }, to: [CREATE], ...settings },
			{ name: CREATE, type: new QuickBooksCreateTransaction(), parameters: { operation: 'post', ...create }, ...settings },
		],
		vault: vault ?? vaultFor(company),
		input: orders as Run['input'],
	});
}

/** Runs them to their end, and holds what was sent against the schemas of requests. */
export async function postOrders(company: QuickBooksSimulator, orders: unknown[], choices: Choices = {}): Promise<FinishedRun> {
	const run = await startPosting(company, orders, choices).finished;
	checkRequests(company.requests);
	return run;
}

/** Postings that left by an output of Create. */
export const postings = (run: FinishedRun, output: number): Posting[] => run.json<Posting>(CREATE, output);

/** Everything a person is told of orders that need them: by Map or by Create, with the number of the order. */
export const attentions = (run: FinishedRun): Array<[number: string, reason: string, message: string, remedy: string]> =>
	[...run.json<Posting>(MAP, 1), ...(run.ran(CREATE) ? postings(run, NEEDS_ATTENTION) : [])].map(({ order, attention }) => [
		order?.number ?? '',
		attention!.reason,
		attention!.message,
		attention!.remedy,
	]);
