import type { ICredentialDataDecryptedObject, IPollFunctions } from 'n8n-workflow';
import { CHANNELS } from '../channels/catalogue';
import type { Channel, ChannelSession } from '../channels/channel';
import { executionClock } from '../n8n/execution-clock';
import { sendWithCredential } from '../n8n/send';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { TriggerSettings } from './trigger-settings';

/** A channel, ready to be read. */
export interface OpenChannel {
	channel: Channel;
	session: ChannelSession;
	/** Channel and shop in one word. */
	source: string;
}

/** Opens the channel that the settings name with the credential that the user chose for it. */
export async function openChannel(context: IPollFunctions, settings: TriggerSettings): Promise<Outcome<OpenChannel>> {
	const channel = CHANNELS.get(settings.channel);
	if (!channel) return fail(unknownChannel(settings.channel));
	const credentialType = credentialTypeOf(settings);
	const shopUrl = addressOf(await context.getCredentials(credentialType));
	if (!URL.canParse(shopUrl)) return fail(noAddress(channel.displayName, shopUrl));
	const { host, pathname } = new URL(shopUrl);
	// Shops may share a host and differ by folder: their order ids must not meet.
	const accountId = `${host}${pathname}`.replace(/\/+$/, '').toLowerCase();
	const address = { credentialType, baseUrl: shopUrl, serviceName: channel.displayName };
	const session: ChannelSession = {
		send: sendWithCredential(context, address),
		clock: executionClock(),
		accountId,
		shopUrl: shopUrl.replace(/\/+$/, ''),
		options: settings.apiVersion === '' ? {} : { apiVersion: settings.apiVersion },
	};
	return succeed({ channel, session, source: `${channel.id}/${accountId}` });
}

function credentialTypeOf({ channel, authentication }: TriggerSettings): string {
	if (channel === 'woocommerce') return 'orderSyncWooCommerceApi';
	return authentication === 'accessToken' ? 'orderSyncShopifyAccessTokenApi' : 'orderSyncShopifyClientCredentialsApi';
}

/** The address a credential is for: one that was typed as a whole, or the shop's name as Shopify makes an address of it. */
function addressOf({ url, baseUrl, shop }: ICredentialDataDecryptedObject): string {
	const typed = [baseUrl, url].find((address): address is string => typeof address === 'string' && address.trim() !== '');
	if (typed !== undefined) return typed.trim();
	if (typeof shop !== 'string' || shop.trim() === '') return '';
	const host = shop.trim().replace(/^https?:\/\//i, '').replace(/\/.*$/, '');
	return `https://${host.includes('.') ? host : `${host}.myshopify.com`}`;
}

const unknownChannel = (channel: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'channel-unknown',
	message: `'Channel' is '${channel}', which this version does not know`,
	remedy: 'Choose a channel from the list',
});

const noAddress = (name: string, address: string): Failure => ({
	cause: 'credential-invalid',
	reason: 'credential-without-address',
	message: `The ${name} credential has ${address === '' ? 'no address' : `the address '${address}', which is not a URL`}`,
	remedy: 'Open the credential and fill in the address of the shop, beginning with https://',
});
