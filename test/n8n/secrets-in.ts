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
		return typeof value === 'string' && !NOT_SECRET.has(name) ? [value] : [];
	});
}
