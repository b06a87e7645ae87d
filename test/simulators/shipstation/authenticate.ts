import type { LoopbackRequest } from '../loopback';
import { ApiError } from './api-error';
import type { Switches } from './switches';

export interface ApiKey {
	readonly apiKey: string;
	readonly apiSecret: string;
}

/** Basic authentication with key and secret. What a refusal says is not documented: its status counts. */
export function authenticate(request: LoopbackRequest, key: ApiKey, { keyExpired, planWithoutV1 }: Switches): void {
	const encoded = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
	const given = Buffer.from(encoded, 'base64').toString('utf8');
	if (given !== `${key.apiKey}:${key.apiSecret}` || keyExpired) throw new ApiError(401, { Message: 'Authorization has been denied for this request.' });
	if (planWithoutV1) throw new ApiError(403, { Message: 'Your plan does not include access to this API.' });
}
