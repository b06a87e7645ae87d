import type { LoopbackAnswer } from '../loopback';

/** An answer of WordPress' REST API that is an error: thrown by the routes, sent by the server. */
export class RestError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		private readonly data: Readonly<Record<string, unknown>> = {},
	) {
		super(message);
	}

	answer(): LoopbackAnswer {
		return {
			status: this.status,
			body: { code: this.code, message: this.message, data: { status: this.status, ...this.data } },
		};
	}
}

/** A parameter that the route's schema refuses. */
export const invalidParameter = (name: string, code: string, message: string): RestError =>
	new RestError(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, {
		params: { [name]: message },
		details: { [name]: { code, message, data: null } },
	});

export const invalidOrderId = (): RestError =>
	new RestError(404, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');

export const noRoute = (): RestError =>
	new RestError(404, 'rest_no_route', 'No route was found matching the URL and request method.');
