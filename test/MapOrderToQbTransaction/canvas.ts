import type { INodeParameters } from 'n8n-workflow';
import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node';
import { CredentialVault, runWorkflow, type FinishedRun, type Run } from '../engine';

export const MAP = 'Map Order to QB Transaction';

export const PLANNED = 0;
export const NEEDS_ATTENTION = 1;

/** What a builder fills in at least. */
export const filledIn: INodeParameters = {
	depositAccount: { __rl: true, mode: 'name', value: 'Undeposited Funds' },
	incomeAccount: { __rl: true, mode: 'name', value: 'Sales of Product Income' },
};

/** Runs the node alone in the genuine engine. */
export const map = async (input: unknown[], parameters: INodeParameters = {}): Promise<FinishedRun> =>
	await runWorkflow({
		nodes: [{ name: MAP, type: new MapOrderToQbTransaction(), parameters: { ...filledIn, ...parameters } }],
		vault: new CredentialVault(),
		input: input as Run['input'],
	});
