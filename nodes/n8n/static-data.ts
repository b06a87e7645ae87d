import type { IDataObject, IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

type Context = Pick<IPollFunctions | IExecuteFunctions, 'getWorkflowStaticData'>;

/** The name of our entry: n8n keeps one object a node, and others may put theirs beside ours. */
const ENTRY = 'orderSync';

/** What this node saved last; `undefined` at first, and for what another version's layout left. */
export function readStaticData<T extends { version: number }>(context: Context, name: string, version: T['version']): T | undefined {
	const entry = context.getWorkflowStaticData('node')[ENTRY] as IDataObject | undefined;
	const saved = entry?.[name] as T | undefined;
	// n8n's object reports every change to it; a copy can be worked on without being half saved.
	return saved?.version === version ? (JSON.parse(JSON.stringify(saved)) as T) : undefined;
}

/** To be called last in a poll or a run: n8n writes the whole at its own time, so there must never be a half-finished state in it. */
export function writeStaticData(context: Context, entry: Record<string, object | undefined>): void {
	const data = context.getWorkflowStaticData('node');
	const before = (data[ENTRY] ?? {}) as IDataObject;
	data[ENTRY] = JSON.parse(JSON.stringify({ ...before, ...entry })) as IDataObject;
}
