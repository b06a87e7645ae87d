import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { OrderDocument } from '../order/read-order';

/** Documents as they cross the canvas: one item each. */
export const toItems = (documents: OrderDocument[]): INodeExecutionData[] =>
	documents.map((document) => ({ json: document as unknown as IDataObject }));
