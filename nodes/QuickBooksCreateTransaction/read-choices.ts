import type { IExecuteFunctions } from 'n8n-workflow';
import { itemParameters } from '../n8n/parameters';
import type { PostingChoices } from '../quickbooks/decision';

/** The node's parameters, read once: they are the run's affair, not the item's. */
export function readChoices(context: IExecuteFunctions): PostingChoices {
	const read = itemParameters(context, 0);
	return {
		whenChanged: read('whenChanged', 'leave') === 'update' ? 'update' : 'leave',
		whenNumberTaken: read('options.whenNumberTaken', 'needsAttention') === 'adopt' ? 'adopt' : 'needsAttention',
		whenDeleted: read('options.whenDeleted', 'needsAttention') === 'postAgain' ? 'postAgain' : 'needsAttention',
		postSamples: read('options.postSamples', false),
	};
}
