import type { IExecuteFunctions } from 'n8n-workflow';
import { picked } from '../n8n/read-value';
import { succeed, type Outcome } from '../outcome/outcome';
import type { PostingContext } from '../quickbooks/post-orders';
import { addTracking, type TrackingChoices } from '../quickbooks/tracking/add-tracking';
import type { Input } from './read-input';
import type { Operated } from './run-operation';
import { trackingOutputs } from './to-outputs';

/** Writes the tracking of what was shipped into the documents it was shipped for. */
export async function trackingRun(context: IExecuteFunctions, input: Input, { quickbooks, clock }: PostingContext): Promise<Outcome<Operated>> {
	const orders = input.shipped.map(({ order }) => order);
	const run = await addTracking(orders, choicesOf(context), { quickbooks, clock });
	if (!run.ok) return run;
	const { reports, stoppedBy } = run.value;
	return succeed({
		outputs: trackingOutputs(input, reports, context.getInputData()),
		run: { postings: [], hints: [], created: [], ...(stoppedBy ? { stoppedBy } : {}) },
		wrote: false,
	});
}

function choicesOf(context: IExecuteFunctions): TrackingChoices {
	const adds = context.getNodeParameter('shippingCost', 0, 'leaveOut') === 'addLine';
	const cost = adds ? picked(context.getNodeParameter('shippingCostItem', 0, '')) : undefined;
	return {
		...(cost ? { cost } : {}),
		invoiceSalesOrders: context.getNodeParameter('shippedSalesOrders', 0, 'trackingOnly') === 'invoice',
		writeSamples: context.getNodeParameter('trackingOptions.writeSamples', 0, false) as boolean,
	};
}
