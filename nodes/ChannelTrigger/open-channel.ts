import type { ICredentialDataDecryptedObject, IPollFunctions } from 'n8n-workflow';
import { CHANNELS } from '../channels/catalogue';
import type { Channel, ChannelSession } from '../channels/channel';
import { executionClock } from '../n8n/execution-clock';
import { sendWithCredential } from '../n8n/send';
import { SHIPSTATION_CREDENTIAL } from '../n8n/shipstation-session';
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
	const { baseUrl, shopUrl } = addressesOf(await context.getCredentials(credentialType));
	if (!URL.canParse(baseUrl) || !URL.canParse(shopUrl)) return fail(noAddress(channel.displayName, baseUrl));
	const { host, pathname } = new URL(shopUrl);
	// Shops may share a host and differ by folder: their order ids must not meet.
	const accountId = `${host}${pathname}`.replace(/\/+$/, '').toLowerCase();
	const session: ChannelSession = {
		send: sendWithCredential(context, { credentialType, baseUrl, serviceName: channel.displayName }),
		clock: executionClock(),
		accountId,
		shopUrl: withoutLogin(shopUrl),
		options: { ...(settings.apiVersion === '' ? {} : { apiVersion: settings.apiVersion }), ...settings.channelOptions },
	};
	return succeed({ channel, session, source: `${channel.id}/${accountId}` });
}

function credentialTypeOf({ channel, authentication }: TriggerSettings): string {
	if (channel === 'shipstation') return SHIPSTATION_CREDENTIAL;
	if (channel === 'woocommerce') return 'orderSyncWooCommerceApi';
	return authentication === 'accessToken' ? 'orderSyncShopifyAccessTokenApi' : 'orderSyncShopifyClientCredentialsApi';
}

/** Where requests go, and where people find the shop: the same but for a sandbox that stands in for Shopify. */
function addressesOf({ url, baseUrl, shop }: ICredentialDataDecryptedObject): { baseUrl: string; shopUrl: string } {
	const text = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\/+$/, '') : '');
	const shopUrl = text(url) || (text(shop) && `https://${text(shop).replace(/^https?:\/\//i, '')}`);
	return { baseUrl: text(baseUrl) || shopUrl, shopUrl: shopUrl || text(baseUrl) };
}

/** Links to orders are for everybody: a name and password in the address, as test sites have them, are not. */
const withoutLogin = (address: string): string => address.replace(/^(https?:\/\/)[^/]*@/i, '$1');

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
