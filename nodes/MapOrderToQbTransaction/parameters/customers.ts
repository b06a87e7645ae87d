import type { INodeProperties } from 'n8n-workflow';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { nameLocator } from '../locators';
import { nameOf, withoutAbsent, type ReadValue } from './read-value';

export const customerProperties: INodeProperties[] = [
	{
		displayName: 'Customers',
		name: 'customers',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Match by Company',
				value: 'byCompany',
				description: "The order's company, or the buyer's name where there is none",
			},
			{
				name: 'Match by Email',
				value: 'byEmail',
				description: 'Surest for a shop: one customer for each address',
			},
			{
				name: 'Match by Name',
				value: 'byName',
				description: 'First and last name, so two people of one name are one customer',
			},
			{
				name: 'One for All Orders',
				value: 'one',
				description: 'Keeps shoppers out of the customer list',
			},
		],
		default: 'one',
		description: 'Whom an order is booked to',
	},
	{
		displayName: 'Customer',
		name: 'customer',
		...nameLocator('searchCustomers', 'Web Store', 'Web Store'),
		required: true,
		description: 'The customer of every order',
		displayOptions: { show: { customers: ['one'] } },
	},
	{
		displayName: 'When a Customer Is Missing',
		name: 'missingCustomer',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Create', value: 'create', description: 'Adds the customer to QuickBooks' },
			{ name: 'Needs Attention', value: 'needsAttention', description: 'The order waits until somebody adds the customer' },
			{ name: 'Use Another Customer', value: 'fallback', description: 'Also for orders without an email address or name' },
		],
		default: 'create',
		description: 'What to do when QuickBooks has no such customer',
	},
	{
		displayName: 'Fallback Customer',
		name: 'fallbackCustomer',
		...nameLocator('searchCustomers', 'Web Store'),
		required: true,
		description: 'Whom an order is booked to when its own customer is missing',
		displayOptions: { show: { missingCustomer: ['fallback'] } },
	},
];

export const readCustomers = (read: ReadValue): SyncSettingsInput['customer'] =>
	withoutAbsent({
		mode: read('customers'),
		name: read('customers') === 'one' ? nameOf(read('customer')) : undefined,
		whenMissing: read('missingCustomer'),
		fallback: nameOf(read('fallbackCustomer')),
	}) as SyncSettingsInput['customer'];
