import {
	getNamedType,
	getNullableType,
	isAbstractType,
	isLeafType,
	isListType,
	isObjectType,
	type DocumentNode,
	type FieldNode,
	type GraphQLField,
	type GraphQLNamedType,
	type GraphQLOutputType,
	type GraphQLSchema,
	type OperationDefinitionNode,
	type SelectionSetNode,
} from 'graphql';

/**
 * `strict`: a connection costs 2 + first × child, the published rule of old and the worst a shop can answer.
 * `lenient`: a connection costs by the size of its page alone (250 nodes 25 points, as a developer reported in 2025).
 */
export type CostMode = 'strict' | 'lenient';

/** A query and, for what it really cost, the data it was answered with. */
export interface Costing {
	readonly schema: GraphQLSchema;
	readonly document: DocumentNode;
	readonly operation: OperationDefinitionNode;
	readonly variables: Readonly<Record<string, unknown>>;
	readonly mode: CostMode;
}

/** Points a query asks for: object 1, scalar and enum 0, an interface the dearest of its possible selections. */
export function requestedCost(costing: Costing): number {
	const root = costing.schema.getRootType(costing.operation.operation);
	return root ? selectionCost(costing, costing.operation.selectionSet, root) : 0;
}

function selectionCost(costing: Costing, selections: SelectionSetNode, type: GraphQLNamedType): number {
	const candidates = isAbstractType(type) ? costing.schema.getPossibleTypes(type) : [type];
	return Math.max(
		0,
		...candidates.map((candidate) => fieldsCost(costing, collect(costing, selections, candidate), candidate)),
	);
}

/** The fields that apply to an object type, fragments opened; the same answer key counts once. */
function collect(costing: Costing, selections: SelectionSetNode, type: GraphQLNamedType): Map<string, FieldNode[]> {
	const fields = new Map<string, FieldNode[]>();
	const add = (set: SelectionSetNode): void => {
		for (const selection of set.selections) {
			if (selection.kind === 'Field') {
				const key = selection.alias?.value ?? selection.name.value;
				fields.set(key, [...(fields.get(key) ?? []), selection]);
				continue;
			}
			const fragment = selection.kind === 'InlineFragment' ? selection : fragmentNamed(costing, selection.name.value);
			if (fragment !== undefined && applies(costing, fragment.typeCondition?.name.value, type))
				add(fragment.selectionSet);
		}
	};
	add(selections);
	return fields;
}

const fragmentNamed = (costing: Costing, name: string) =>
	costing.document.definitions.find(
		(definition) => definition.kind === 'FragmentDefinition' && definition.name.value === name,
	) as Extract<DocumentNode['definitions'][number], { kind: 'FragmentDefinition' }> | undefined;

function applies(costing: Costing, condition: string | undefined, type: GraphQLNamedType): boolean {
	if (condition === undefined || condition === type.name) return true;
	const abstract = costing.schema.getType(condition);
	return isAbstractType(abstract) && isObjectType(type) && costing.schema.isSubType(abstract, type);
}

function fieldsCost(costing: Costing, fields: Map<string, FieldNode[]>, type: GraphQLNamedType): number {
	if (!isObjectType(type)) return 0;
	let cost = 0;
	for (const nodes of fields.values()) {
		const [first] = nodes;
		const field = first === undefined ? undefined : type.getFields()[first.name.value];
		if (first === undefined || field === undefined) continue;
		const selections = nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
		if (selections.length === 0) continue;
		const merged = {
			kind: 'SelectionSet',
			selections: selections.flatMap((set) => set.selections),
		} as SelectionSetNode;
		cost += fieldCost(costing, first, field, merged);
	}
	return cost;
}

function fieldCost(
	costing: Costing,
	node: FieldNode,
	field: GraphQLField<unknown, unknown>,
	selections: SelectionSetNode,
): number {
	const named = getNamedType(field.type);
	if (isLeafType(named)) return 0;
	if (named.name === 'PageInfo') return 0;
	const size = pageSize(costing, node);
	if (isConnection(named)) {
		const child = selectionCost(costing, selections, named);
		return costing.mode === 'strict' ? 2 + size * child : Math.max(2, Math.ceil(size / 10)) + child;
	}
	const one = 1 + selectionCost(costing, selections, named);
	return isList(field.type) && hasSize(node) && costing.mode === 'strict' ? size * one : one;
}

const isConnection = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

const hasSize = (node: FieldNode): boolean =>
	(node.arguments ?? []).some(({ name }) => name.value === 'first' || name.value === 'last');

function pageSize(costing: Costing, node: FieldNode): number {
	const argument = (node.arguments ?? []).find(({ name }) => name.value === 'first' || name.value === 'last');
	if (argument?.value.kind === 'IntValue') return Number(argument.value.value);
	if (argument?.value.kind === 'Variable') return Number(costing.variables[argument.value.name.value] ?? 0);
	return 0;
}

/** What was really taken: every object in the answer 1, a connection 2, and never more than was asked for. */
export function actualCost(data: unknown, requested: number): number {
	return Math.min(requested, objectsIn(data) - 1);
}

function objectsIn(value: unknown): number {
	if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + objectsIn(one), 0);
	if (typeof value !== 'object' || value === null) return 0;
	const inner = Object.entries(value).reduce((sum, [key, one]) => sum + (key === 'pageInfo' ? 0 : objectsIn(one)), 0);
	return inner + ('nodes' in value || 'edges' in value ? 2 : 1);
}
