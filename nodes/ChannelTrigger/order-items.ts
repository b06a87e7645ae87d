import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { OrderDocument } from '../order/read-order';
import type { QbDocument } from '../qb-documents/qb-document';
import type { ShippedOrder } from '../shipstation/shipped-order';

/** Documents as they cross the canvas: one item each. */
export const toItems = (documents: Array<OrderDocument | QbDocument | ShippedOrder>): INodeExecutionData[] =>
	documents.map((document) => ({ json: document as unknown as IDataObject }));
