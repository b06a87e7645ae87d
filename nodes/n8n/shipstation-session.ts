import { createHash } from 'crypto';
import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { ShipStationGateway } from '../shipstation/gateway';
import { pacerOf } from '../shipstation/pacer';
import type { ShipStation } from '../shipstation/shipstation';
import { executionClock } from './execution-clock';
import { sendWithCredential } from './send';

export const SHIPSTATION_CREDENTIAL = 'orderSyncShipStationApi';

/** The account that the node's credential signs in to. */
export async function openShipStation(context: IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions): Promise<Outcome<ShipStation>> {
	const { baseUrl: address, apiKey } = await context.getCredentials(SHIPSTATION_CREDENTIAL);
	const baseUrl = String(address ?? '').trim().replace(/\/+$/, '');
	if (!URL.canParse(baseUrl)) return fail(noAddress(baseUrl));
	const sendTo = (origin: string) =>
		sendWithCredential(context, { credentialType: SHIPSTATION_CREDENTIAL, baseUrl: origin, serviceName: 'ShipStation' });
	// The limit is a key's. The key itself is kept nowhere.
	const pacer = pacerOf(`${baseUrl} ${createHash('sha256').update(String(apiKey)).digest('hex')}`);
	return succeed(new ShipStationGateway({ baseUrl, sendTo, clock: executionClock(context as IExecuteFunctions), pacer }));
}

const noAddress = (address: string): Failure => ({
	cause: 'credential-invalid',
	reason: 'base-url-missing',
	message: `'Base URL' of the ShipStation credential is ${address === '' ? 'empty' : `'${address}', which is not an address`}`,
	remedy: 'Open the credential and fill it in: https://ssapi.shipstation.com',
});
