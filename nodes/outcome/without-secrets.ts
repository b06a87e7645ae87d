const SECRETS: Array<[RegExp, string]> = [
	[/\b(Bearer|Basic)\s+[\w+/=.~-]+/gi, '$1 …'],
	// WooCommerce's key and secret, Shopify's tokens and secrets.
	[/\b(c[ks]_)[0-9a-f]{8,}/gi, '$1…'],
	[/\b(shp[a-z]{2}_)[0-9a-z]{8,}/gi, '$1…'],
	// Web tokens, signed or encrypted: QuickBooks' access tokens are encrypted ones, in which the second of five parts is empty.
	[/\beyJ[\w-]{8,}(\.[\w-]*)+/g, '…'],
	// QuickBooks' refresh tokens.
	[/\b(AB11|RT1-)[\w-]{16,}/g, '$1…'],
	[/((?:access_token|refresh_token|client_secret|consumer_secret|api_?key|password)["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi, '$1…'],
	[/(:\/\/)[^/\s:@]+:[^/\s@]+@/g, '$1…@'],
];

/** A text with whatever looks like a credential taken out: the last guard before a person or a log reads it. */
export const withoutSecrets = (text: string): string =>
	SECRETS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
