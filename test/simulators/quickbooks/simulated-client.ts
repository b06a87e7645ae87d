import type { QuickBooksSimulator } from './quickbooks-simulator';
import { checkAnswer } from './answer-schemas';
import { listOf, objectOf, type Json } from './wire-values';

/** An answer as a test reads it. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: Json;
	/** Code of the first error of a Fault, if it is one. */
	readonly code: string | undefined;
	readonly detail: string;
}

/** Calls the simulated API as plainly as possible, and holds every answer against the answer schemas. */
export class SimulatedClient {
	private token: string;

	constructor(private readonly quickbooks: QuickBooksSimulator) {
		this.token = quickbooks.tokens.issue().accessToken;
	}

	/** Goes on with this access token. */
	use(token: string): void {
		this.token = token;
	}

	async send(method: 'GET' | 'POST', path: string, body?: Json | string): Promise<Answer> {
		const response = await fetch(`${this.quickbooks.url}/v3/company/${this.quickbooks.realmId}/${path}`, {
			method,
			headers: {
				authorization: `Bearer ${this.token}`,
				'content-type': typeof body === 'string' ? 'application/text' : 'application/json',
			},
			...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const answer = objectOf(await response.json());
		checkAnswer(answer);
		const error = listOf(objectOf(answer.Fault).Error)[0];
		return {
			status: response.status,
			headers: response.headers,
			body: answer,
			code: error?.code as string | undefined,
			detail: String(error?.Detail ?? ''),
		};
	}

	/** Creates and answers the entity; fails when it was refused. */
	async create(type: string, body: Json): Promise<Json> {
		return await this.entity(type, `${type.toLowerCase()}?minorversion=75`, body);
	}

	/** Creates something that is to be refused, and answers the fault's code. */
	async refusal(type: string, body: Json, query = ''): Promise<string | undefined> {
		return (await this.send('POST', `${type.toLowerCase()}${query}`, body)).code;
	}

	async operate(operation: 'update' | 'delete' | 'void', type: string, body: Json): Promise<Json> {
		return await this.entity(type, `${type.toLowerCase()}?operation=${operation}`, body);
	}

	async read(type: string, id: string): Promise<Json> {
		return objectOf((await this.send('GET', `${type.toLowerCase()}/${id}`)).body[type]);
	}

	async query(text: string): Promise<Json> {
		const answer = await this.send('GET', `query?query=${encodeURIComponent(text)}`);
		if (answer.code !== undefined) throw new Error(`${answer.code} ${answer.detail}`);
		return objectOf(answer.body.QueryResponse);
	}

	/** The code a query is refused with. */
	async queryRefusal(text: string): Promise<string | undefined> {
		return (await this.send('GET', `query?query=${encodeURIComponent(text)}`)).code;
	}

	async batch(items: readonly Json[], query = ''): Promise<Json[]> {
		const answer = await this.send('POST', `batch${query}`, { BatchItemRequest: items });
		if (answer.code !== undefined) throw new Error(`${answer.code} ${answer.detail}`);
		return listOf(answer.body.BatchItemResponse);
	}

	private async entity(type: string, path: string, body: Json): Promise<Json> {
		const answer = await this.send('POST', path, body);
		if (answer.code !== undefined) throw new Error(`${type} refused: ${answer.code} ${answer.detail}`);
		return objectOf(answer.body[type]);
	}
}

/** An item line as shops' orders make them. */
export function line(itemId: string, quantity: number, price: number, more: Json = {}): Json {
	return {
		DetailType: 'SalesItemLineDetail',
		Amount: Math.round(quantity * price * 100) / 100,
		SalesItemLineDetail: { ItemRef: { value: itemId }, Qty: quantity, UnitPrice: price, ...more },
	};
}

/** The code of the fault in a batch item's answer. */
export function codeIn(item: Json | undefined): string | undefined {
	return listOf(objectOf(item?.Fault).Error)[0]?.code as string | undefined;
}
