import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { settingsOfItems } from '../n8n/settings-of-items';
import type { Failure } from '../outcome/failure';
import type { QbDocument } from '../qb-documents/qb-document';
import { readQbDocument } from '../qb-documents/read-qb-document';
import { readShippingSettings, type ShippingSettings } from '../shipstation/shipping-settings';
import { settingsFromParameters } from './settings-from-parameters';

export interface Input {
	documents: Array<{ document: QbDocument; settings: ShippingSettings; index: number }>;
	/** Items that are no documents of QuickBooks, or whose settings do not fit; and why. */
	refused: Array<{ failure: Failure; document?: QbDocument; item: INodeExecutionData; index: number }>;
}

/** Sorts the items: documents are sent, and whatever else it is gets a sentence that names the field. */
export function readInput(context: IExecuteFunctions): Input {
	const input: Input = { documents: [], refused: [] };
	const settingsFor = settingsOfItems(context, { fromParameters: settingsFromParameters, check: readShippingSettings });
	for (const [index, item] of context.getInputData().entries()) {
		const document = readQbDocument(item.json);
		if (!document.ok) {
			input.refused.push({ failure: document.failure, item, index });
			continue;
		}
		const settings = settingsFor(index);
		if (settings.ok) input.documents.push({ document: document.value, settings: settings.value, index });
		else input.refused.push({ failure: settings.failure, document: document.value, item, index });
	}
	return input;
}
