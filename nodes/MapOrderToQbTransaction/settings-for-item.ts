import type { IExecuteFunctions } from 'n8n-workflow';
import { settingsOfItems } from '../n8n/settings-of-items';
import type { Outcome } from '../outcome/outcome';
import { readSettings, type SyncSettings } from '../transaction/sync-settings';
import { settingsFromParameters } from './settings-from-parameters';

/** The settings for each item. */
export const settingsForItem = (context: IExecuteFunctions): ((itemIndex: number) => Outcome<SyncSettings>) =>
	settingsOfItems(context, {
		fromParameters: (read, own) => settingsFromParameters(read, own.has('transactionType')),
		check: readSettings,
	});
