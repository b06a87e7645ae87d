import type { INodeExecutionData, INodeProperties, IPollFunctions } from 'n8n-workflow';
import { pollDocuments } from './poll-documents';
import { pollShipments, sampleShipments } from './poll-shipments';
import { pollShop } from './poll-shop';
import { sampleDocuments } from './sample-documents';
import { sampleItems } from './sample-items';

/** What the trigger reads: a poll in production, and the test step in the editor. */
export interface Direction {
	/** @param afterBreak whether n8n started since the last poll, or gives this one another state than that one left */
	poll(context: IPollFunctions, afterBreak: boolean): Promise<INodeExecutionData[]>;
	/** A few of the newest, whatever the start date. Remembers nothing. */
	sample(context: IPollFunctions): Promise<INodeExecutionData[]>;
}

const DIRECTIONS = {
	ordersToQuickBooks: { poll: pollShop, sample: sampleItems },
	ordersFromQuickBooks: { poll: pollDocuments, sample: sampleDocuments },
	shipmentsFromShipStation: { poll: pollShipments, sample: sampleShipments },
} satisfies Record<string, Direction>;

export type DirectionName = keyof typeof DIRECTIONS;

/** The direction that the user chose. */
export const directionOf = (context: IPollFunctions): Direction =>
	DIRECTIONS[context.getNodeParameter('syncDirection', 'ordersToQuickBooks') as DirectionName];

/** Shows parameters for one direction only. */
export const forDirection = (direction: DirectionName, properties: INodeProperties[]): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, syncDirection: [direction] } },
	}));
