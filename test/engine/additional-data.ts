import type { ExecutionLifecycleHooks } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { CredentialVault } from './credential-vault';

/** What n8n's application hands to the engine beside the workflow. The waiting addresses must be real URLs. */
export function additionalData(vault: CredentialVault, hooks?: ExecutionLifecycleHooks): IWorkflowExecuteAdditionalData {
	const given: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: vault,
		hooks,
		currentNodeExecutionIndex: 0,
		executionId: '1',
		restApiUrl: '',
		instanceBaseUrl: 'http://n8n.example.test/',
		formWaitingBaseUrl: 'http://n8n.example.test/form-waiting',
		webhookBaseUrl: 'http://n8n.example.test/webhook',
		webhookWaitingBaseUrl: 'http://n8n.example.test/webhook-waiting',
		webhookTestBaseUrl: 'http://n8n.example.test/webhook-test',
		variables: {},
	};
	return given as IWorkflowExecuteAdditionalData;
}
