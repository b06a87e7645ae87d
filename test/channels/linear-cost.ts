import {
	getNamedType,
	getNullableType,
	isListType,
	parse,
	TypeInfo,
	visit,
	visitWithTypeInfo,
	type FieldNode,
	type FragmentDefinitionNode,
	type FragmentSpreadNode,
	type GraphQLSchema,
} from 'graphql';

/**
 * What a query costs by the linear rule Shopify published first: an object is 1, a connection 2 and its `first` times what
 * is in it, a list with `first` as many times; everything without parts is free. Inline fragments are all counted.
 */
export function linearCost(schema: GraphQLSchema, query: string, variables: Record<string, number>): number {
	const document = inlined(query);
	const types = new TypeInfo(schema);
	const stack: number[] = [0];
	const sizeOf = (node: FieldNode): number | undefined => {
		const value = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
		if (value?.kind === 'IntValue') return Number(value.value);
		return value?.kind === 'Variable' ? variables[value.name.value] : undefined;
	};
	visit(
		document,
		visitWithTypeInfo(types, {
			Field: {
				enter: () => {
					stack.push(0);
				},
				leave: (node) => {
					const inside = stack.pop() ?? 0;
					const type = types.getType();
					let cost = 0;
					if (node.selectionSet && type && getNamedType(type).name !== 'PageInfo') {
						const size = sizeOf(node);
						const isConnection = getNamedType(type).name.endsWith('Connection');
						if (isConnection) cost = 2 + (size ?? 1) * inside;
						else cost = (1 + inside) * (isListType(getNullableType(type)) ? (size ?? 1) : 1);
					}
					stack.push((stack.pop() ?? 0) + cost);
				},
			},
		}),
	);
	return stack[0] ?? 0;
}

/** The query's operation with every named fragment written out in place. */
function inlined(query: string) {
	const document = parse(query);
	const fragments = new Map(
		document.definitions
			.filter((definition): definition is FragmentDefinitionNode => definition.kind === 'FragmentDefinition')
			.map((definition) => [definition.name.value, definition]),
	);
	const open = <T extends object>(node: T): T =>
		visit(node as never, {
			FragmentSpread: (spread: FragmentSpreadNode) => {
				const fragment = fragments.get(spread.name.value);
				if (!fragment) throw new Error(`no fragment ${spread.name.value}`);
				return open({ kind: 'InlineFragment', typeCondition: fragment.typeCondition, selectionSet: fragment.selectionSet });
			},
		} as never) as T;
	return open({ ...document, definitions: document.definitions.filter(({ kind }) => kind === 'OperationDefinition') });
}
