import { LoadOptionsContext, PollContext } from 'n8n-core';
import type { Workflow } from 'n8n-workflow';
import { additionalData } from './additional-data';
import type { CredentialVault } from './credential-vault';
import { nodeNamed } from './workflow';

/** What a polling node is given as `this`: in production (`trigger`) or by the editor's test step (`manual`). */
export const pollContext = (
	workflow: Workflow,
	nodeName: string,
	vault: CredentialVault,
	mode: 'trigger' | 'manual' = 'trigger',
): PollContext => new PollContext(workflow, nodeNamed(workflow, nodeName), additionalData(vault), mode, 'activate');

/** What `loadOptions`, `listSearch` and `resourceMapping` methods are given as `this`. */
export const loadOptionsContext = (
	workflow: Workflow,
	nodeName: string,
	vault: CredentialVault,
	parameterPath = '',
): LoadOptionsContext =>
	new LoadOptionsContext(workflow, nodeNamed(workflow, nodeName), additionalData(vault), parameterPath);
