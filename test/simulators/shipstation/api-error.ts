import type { LoopbackAnswer } from '../loopback';

/** An answer of the API that is an error: thrown by the routes, sent by the server. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		private readonly body: Readonly<Record<string, unknown>>,
	) {
		super(JSON.stringify(body));
	}

	answer(): LoopbackAnswer {
		return { status: this.status, body: this.body };
	}
}

/** Sentences by the field that they are about: `apiOrder.items[0].quantity`. */
export type ModelState = Record<string, string[]>;

/** The form of ASP.NET Web API for a body that it could not make sense of. */
export const invalidRequest = (modelState: ModelState): ApiError =>
	new ApiError(400, { Message: 'The request is invalid.', ModelState: modelState });

export const badRequest = (message: string): ApiError => new ApiError(400, { Message: message });

export const notFound = (message = 'Resource not found.'): ApiError => new ApiError(404, { Message: message });

/** What a null reference somewhere inside is answered with. */
export const internalError = (): ApiError =>
	new ApiError(500, {
		Message: 'An error has occurred.',
		ExceptionMessage: 'Object reference not set to an instance of an object.',
		ExceptionType: 'System.NullReferenceException',
		StackTrace: '   at SS.OpenApi.Controllers.OrdersController',
	});
