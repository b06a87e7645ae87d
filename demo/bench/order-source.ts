import type { INode, INodeParameters } from 'n8n-workflow';
import type { Order } from '../../nodes/order/order';
import { YARDSTICK_PACKAGE } from './yardstick-package';

export const START = 'Start';
export const ORDERS_NODE = 'Orders';

/** A node that gives out `count` orders, made of its examples in turn. */
export const orderSource = (count: number, parameters: INodeParameters): INode => ({
	id: ORDERS_NODE,
	name: ORDERS_NODE,
	type: `${YARDSTICK_PACKAGE}.orderSource`,
	typeVersion: 1,
	position: [0, 0],
	parameters: { ...parameters, count },
});

/**
 * @param ownCustomers whether each order is a customer's of its own: `buyer7@example.com`
 * @param first the number of the first order
 */
export const examplesOf = (orders: Order[], ownCustomers = false, first = 1): INodeParameters => ({ examples: JSON.stringify(orders), ownCustomers, first });
