import { NodeHelpers, type INode, type INodeParameters, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node';

const description: INodeTypeDescription = new MapOrderToQbTransaction().description;

/** The fields that the editor shows with these parameters before any collection of options is opened. */
function shownFields(chosen: INodeParameters): string[] {
	const node: INode = { id: 'map', name: 'Map', type: 'map', typeVersion: 1, position: [0, 0], parameters: chosen };
	const parameters = NodeHelpers.getNodeParameters(description.properties, chosen, true, false, node, description)!;
	return description.properties
		.filter(({ type }) => type !== 'collection')
		.filter((property) => NodeHelpers.displayParameter(parameters, property, node, description))
		.map(({ displayName }) => displayName);
}

const transactionTypes = description.properties.find(({ name }) => name === 'transactionType')!.options!.map((option) => ('value' in option ? option.value : ''));
const taxes = ['override', 'usCodes', 'codes', 'line', 'none'];
const customers = ['one', 'byEmail'];
const everyday = transactionTypes.flatMap((transactionType) =>
	taxes.flatMap((salesTax) => customers.map((customer) => ({ transactionType, salesTax, customers: customer }))),
);

test.each(everyday)('a builder sees a dozen fields at most: %o', (chosen) => {
	const fields = shownFields(chosen as INodeParameters);
	expect(fields).toContain('Transaction Type');
	expect(fields.length).toBeLessThanOrEqual(12);
});

test('the fields follow the wizard', () => {
	expect(shownFields({})).toEqual([
		'Transaction Type',
		'Unpaid Orders',
		'Deposit Account',
		'Income Account',
		'Discount Account',
		'Customers',
		'Customer',
		'When a Customer Is Missing',
		'When a Product Is Missing',
		'Sales Tax',
		'Doc Number Prefix',
	]);
});

test('where an expression names the type, the fields of every type are there, each once', () => {
	const fields = shownFields({ transactionType: '={{ $json.meta.type }}' });
	expect(fields).toEqual(expect.arrayContaining(['Make the Invoice', 'Unpaid Orders', 'Deposit Account']));
	expect(new Set(fields).size).toBe(fields.length);
});

test('a deposit account can be chosen for what rules make of sales orders, and need not be', () => {
	const shown = description.properties.filter(
		(property) => property.name === 'depositAccount' && NodeHelpers.displayParameter({ transactionType: 'salesOrder' }, property, null, description),
	);
	expect(shown.map(({ required }) => required ?? false)).toEqual([false]);
});

const collections = description.properties.filter(({ type }) => type === 'collection');
const optionsOf = (collection: INodeProperties) => (collection.options ?? []) as INodeProperties[];

test('every field and every option has a description', () => {
	const fields = [...description.properties.filter(({ type }) => type !== 'collection'), ...collections.flatMap(optionsOf)];
	expect(fields.filter((field) => !field.description).map(({ displayName }) => displayName)).toEqual([]);
});

test.each(collections)('the options of $displayName are in alphabetical order', (collection) => {
	const names = optionsOf(collection).map(({ displayName }) => displayName);
	expect(names.length).toBeGreaterThan(0);
	expect(names).toEqual([...names].sort());
});
