import type { IPollFunctions } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { pollParameters } from '../n8n/parameters';
import { openChannel, type OpenChannel } from './open-channel';
import { readSettings, type TriggerSettings } from './trigger-settings';

/** The settings, and the channel they name; throws what the user has to correct. */
export async function openConfigured(context: IPollFunctions): Promise<{ settings: TriggerSettings; opened: OpenChannel }> {
	const settings = readSettings(pollParameters(context), context.getTimezone());
	if (!settings.ok) return throwRunFailure(context.getNode(), settings.failure);
	const opened = await openChannel(context, settings.value);
	if (!opened.ok) return throwRunFailure(context.getNode(), opened.failure);
	return { settings: settings.value, opened: opened.value };
}
