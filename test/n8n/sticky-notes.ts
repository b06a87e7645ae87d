import type { INode } from 'n8n-workflow';

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** n8n draws a node 96 wide and, with one line for each output beyond the second, 96 high or more. */
const NODE = 96;
const EACH_OUTPUT = 32;
const HAVE_THREE_OUTPUTS = ['.quickBooksCreateTransaction', '.qbOrderToShipStation'];
/** Name and subtitle below a node, and what stands over its sides. */
const LABEL = { below: 64, beside: 16 };

/** Which notes and nodes of a workflow lie over each other, as `Note over Node`; notes may not touch notes either. */
export function nodesUnderNotes(nodes: INode[]): string[] {
	const notes = nodes.filter(({ type }) => type.endsWith('.stickyNote')).map(noteBox);
	const others = nodes.filter(({ type }) => !type.endsWith('.stickyNote')).map(nodeBox);
	return notes.flatMap((note, index) =>
		[...others, ...notes.slice(index + 1)].filter((box) => overlap(note, box)).map((box) => `${note.name} over ${box.name}`),
	);
}

function noteBox({ name, position: [left, top], parameters }: INode): Box {
	return { name, left, top, right: left + Number(parameters.width), bottom: top + Number(parameters.height) };
}

function nodeBox({ name, type, position: [left, top] }: INode): Box {
	const height = NODE + (HAVE_THREE_OUTPUTS.some((node) => type.endsWith(node)) ? EACH_OUTPUT : 0);
	return { name, left: left - LABEL.beside, top, right: left + NODE + LABEL.beside, bottom: top + height + LABEL.below };
}

const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
