import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
} from 'n8n-workflow';
import { formsOfSecrets } from '../secrets';

/** A stored credential: its type, as the package defines it, and what the user typed. */
export interface StoredCredential {
	type: ICredentialType;
	data: ICredentialDataDecryptedObject;
}

/**
 * Does for tests what n8n's application does around the engine: keeps credentials by type name, applies a type's
 * `authenticate` and asks `preAuthentication` for a token when the expirable property is empty or was refused. OAuth2
 * signing and refresh stay the engine's own.
 */
export class CredentialVault extends ICredentialsHelper {
	private readonly stored: Map<string, StoredCredential>;
	/** Type names whose data was written back, in order: each is one renewed token. */
	readonly renewals: string[] = [];
	/** What was ever stored and nobody may read, as it goes over the wire. */
	readonly secrets = new Set<string>();

	constructor(credentials: StoredCredential[] = []) {
		super();
		this.stored = new Map(credentials.map((credential) => [credential.type.name, credential]));
		for (const { data } of credentials) this.hide(data);
	}

	/** What is stored now; for tests that look at a renewed token. */
	dataOf(typeName: string): ICredentialDataDecryptedObject {
		return this.credential(typeName).data;
	}

	/** A reference to every stored credential, as a saved node carries them. */
	references(): Record<string, INodeCredentialsDetails> {
		return Object.fromEntries([...this.stored.keys()].map((name) => [name, { id: `id-of-${name}`, name }]));
	}

	getParentTypes(name: string): string[] {
		return this.stored.get(name)?.type.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject> {
		const { type, data } = this.credential(typeName);
		// n8n fills in what the user left untouched, hidden properties included.
		const untouched = type.properties.map((property) => [property.name, property.default] as const);
		return { ...Object.fromEntries(untouched), ...data } as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
	): Promise<IHttpRequestOptions> {
		const request = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.credential(typeName).type;
		if (authenticate === undefined) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		const filled: Record<string, unknown> = { ...request };
		for (const [part, templates] of Object.entries(authenticate.properties)) {
			const values = Object.entries(templates as Record<string, string>).map(([key, template]) => [
				key,
				resolveTemplate(template, credentials, workflow),
			]);
			filled[part] = { ...(filled[part] as object | undefined), ...Object.fromEntries(values) };
		}
		return filled as unknown as IHttpRequestOptions;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { type } = this.credential(typeName);
		const expirable = type.properties.find((property) => property.typeOptions?.expirable === true)?.name;
		if (expirable === undefined || type.preAuthentication === undefined) return undefined;
		if (!expired && credentials[expirable]) return undefined;
		const renewed = (await type.preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
		this.store(typeName, { ...credentials, ...renewed });
		return { ...credentials, ...renewed };
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async updateCredentials(_details: INodeCredentialsDetails, typeName: string, data: ICredentialDataDecryptedObject) {
		this.store(typeName, data);
	}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		typeName: string,
		data: ICredentialDataDecryptedObject,
	) {
		this.store(typeName, data);
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The engine asks for decrypted credentials only');
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		return this.credential(typeName).type.properties;
	}

	private credential(typeName: string): StoredCredential {
		const credential = this.stored.get(typeName);
		if (!credential) throw new Error(`The test stored no credential of type '${typeName}'`);
		return credential;
	}

	private store(typeName: string, data: ICredentialDataDecryptedObject): void {
		this.credential(typeName).data = data;
		this.renewals.push(typeName);
		this.hide(data);
	}

	/** A secret that is as short as a word would be found in any text. */
	private hide(data: ICredentialDataDecryptedObject): void {
		for (const secret of formsOfSecrets(data)) if (secret.length >= 8) this.secrets.add(secret);
	}
}

function resolveTemplate(template: string, credentials: ICredentialDataDecryptedObject, workflow?: Workflow): unknown {
	if (!template.startsWith('=')) return template;
	if (!workflow) throw new Error('A template needs the workflow that asks, to be resolved');
	return workflow.expression.getSimpleParameterValue(
		{ id: '1', name: 'Credential', type: 'credential', typeVersion: 1, position: [0, 0], parameters: {} },
		template,
		'internal',
		{ $credentials: credentials },
	);
}
