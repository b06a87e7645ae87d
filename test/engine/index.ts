export { pollContext, loadOptionsContext } from './contexts';
export { CredentialVault, type StoredCredential } from './credential-vault';
export { serve, type LoopbackServer } from './loopback-server';
export { FinishedRun, runWorkflow, startWorkflow, type Run, type StartedRun } from './run-workflow';
export { nodeNamed, savedStaticData, workflowOf, type Canvas, type CanvasNode } from './workflow';
