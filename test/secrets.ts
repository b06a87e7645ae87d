/** What in a credential's data everybody may see. */
const NOT_SECRET = new Set([
	'accessTokenUrl',
	'authUrl',
	'authentication',
	'baseUrl',
	'clientId',
	'environment',
	'grantType',
	'realmId',
	'scope',
	'shop',
	'token_type',
	'url',
]);

/** Every secret value in a credential's data, tokens included. */
export function secretsIn(data: unknown): string[] {
	return Object.entries((data ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
		if (typeof value === 'object') return secretsIn(value);
		return typeof value === 'string' && value !== '' && !NOT_SECRET.has(name) ? [value] : [];
	});
}

/** The secrets of a credential as they go over the wire, too: as the names and passwords of Basic authentication, and in addresses. */
export function formsOfSecrets(data: unknown): string[] {
	const secrets = secretsIn(data);
	const users = Object.values((data ?? {}) as Record<string, unknown>).filter((value): value is string => typeof value === 'string' && value !== '');
	const signed = users.flatMap((user) => secrets.map((secret) => Buffer.from(`${user}:${secret}`).toString('base64')));
	return [...new Set([...secrets, ...secrets.map(encodeURIComponent), ...signed])];
}

/** Every text in a value, wherever it is: in properties that JSON leaves out, too, as messages and stacks of errors are, and in Maps and Sets. */
export function* textsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
	if (typeof value === 'string') yield value;
	if (typeof value !== 'object' || value === null || seen.has(value)) return;
	seen.add(value);
	if (Buffer.isBuffer(value)) return yield value.toString('latin1');
	if (value instanceof Map || value instanceof Set) yield* textsIn([...value], seen);
	for (const name of Object.getOwnPropertyNames(value)) yield* textsIn(Object.getOwnPropertyDescriptor(value, name)?.value, seen);
}

/** Which of these secrets stand somewhere in a value. */
export function secretsToldBy(value: unknown, secrets: Iterable<string>): string[] {
	const told = new Set<string>();
	for (const text of textsIn(value)) for (const secret of secrets) if (text.includes(secret)) told.add(secret);
	return [...told];
}

/** @throws when a value tells one of these secrets */
export function expectNoSecret(value: unknown, secrets: Iterable<string>, where: string): void {
	const told = secretsToldBy(value, secrets);
	if (told.length > 0) throw new Error(`${where} tells ${told.length} secrets: ${told.map((secret) => `${secret.slice(0, 6)}…`).join(', ')}`);
}
