import type { INodeProperties } from 'n8n-workflow';
import { added, nameOf, textOf, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { nameLocator } from '../locators';

export const customerProperties: INodeProperties[] = [
	{
		displayName: 'Customers',
		name: 'customers',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'As the Transaction Type Needs',
				value: 'byType',
				description: 'One customer for sales receipts, matched by email for invoices and sales orders',
			},
			{
				name: 'Match by Billing Name',
				value: 'byBillingName',
				description: 'The name in the billing address, or the company there',
			},
			{
				name: 'Match by Company',
				value: 'byCompany',
				description: "The customer called like the order's company, or with that company name; by the buyer's name where there is none",
			},
			{
				name: 'Match by Email',
				value: 'byEmail',
				description: 'Surest for a shop: one customer for each address',
			},
			{
				name: 'Match by First and Last Name',
				value: 'byName',
				description: "As in 'Jane Doe'; two people of one name are one customer",
			},
			{
				name: 'Match by Last and First Name',
				value: 'byLastName',
				description: "As in 'Doe, Jane'; two people of one name are one customer",
			},
			{
				name: 'Match by Shipping Name',
				value: 'byShippingName',
				description: 'The name in the shipping address, or the company there; the billing address where nothing is shipped',
			},
			{
				name: 'One for All Orders',
				value: 'one',
				description: 'Keeps shoppers out of the customer list',
			},
			{
				name: 'Store Name with Currency',
				value: 'store',
				description: "One for each currency, as in 'Web Store EUR'",
			},
		],
		default: 'byType',
		description: "Whom an order is booked to. The addresses on a transaction are the order's own, and a customer that exists is never changed.",
	},
	{
		displayName: 'Customer',
		name: 'customer',
		...nameLocator('searchCustomers', 'Web Store', 'Web Store'),
		required: true,
		description: 'Whom orders are booked to that are not matched by their buyer. In a foreign currency it gets a sister, as in Web Store (EUR): a customer has one currency.',
		displayOptions: { show: { customers: ['byType', 'one'] } },
	},
	{
		displayName: 'Store Name',
		name: 'storeName',
		type: 'string',
		default: 'Web Store',
		required: true,
		description: 'What stands before the currency in the names of these customers',
		displayOptions: { show: { customers: ['store'] } },
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
		description:
			'What to do when QuickBooks has no such customer. An inactive one is never made active again, and of two that match none is taken: such orders need attention.',
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

/** What customers that are created are called. */
export const customerOptions: INodeProperties = {
	displayName: 'Customer Options',
	name: 'customerOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Name of New Customers',
			name: 'newCustomerName',
			type: 'options',
			options: [
				{ name: 'Company, or First and Last Name', value: 'company' },
				{ name: 'Email Address', value: 'email' },
				{ name: 'First and Last Name', value: 'firstLast', description: "As in 'Jane Doe'; a second Jane Doe has the address behind it" },
				{ name: 'Last and First Name', value: 'lastFirst', description: "As in 'Doe, Jane'; a second one has the address behind it" },
				{ name: 'With Email', value: 'withEmail', description: "As in 'Jane Doe (jane@example.com)': two people of one name stay two" },
			],
			default: 'withEmail',
			description: 'What a customer that is matched by email is called when it is created. Other customers have the name that they are matched by.',
		},
		{
			displayName: 'Suffix of Taken Names',
			name: 'takenNameSuffix',
			type: 'string',
			default: ' (C)',
			placeholder: 'e.g.  (C)',
			description:
				'Text behind the name of a new customer where a vendor or an employee has that name already, since QuickBooks lets only one of all three have it. Without this option such an order needs attention.',
		},
	],
};

export const readCustomers = (read: ReadValue): SyncSettingsInput['customer'] => {
	const options = added(read, 'customerOptions');
	const mode = read('customers');
	return withoutAbsent({
		mode,
		name: mode === 'one' || mode === 'byType' ? nameOf(read('customer')) : mode === 'store' ? textOf(read('storeName')) : undefined,
		whenMissing: read('missingCustomer'),
		fallback: nameOf(read('fallbackCustomer')),
		newName: options.newCustomerName,
		suffix: options.takenNameSuffix === undefined ? undefined : textOf(options.takenNameSuffix).trimEnd(),
	}) as SyncSettingsInput['customer'];
};
