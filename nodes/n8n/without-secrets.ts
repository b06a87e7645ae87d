const SECRETS: Array<[RegExp, string]> = [
	[/\b(Bearer|Basic)\s+[\w+/=.~-]+/gi, '$1 …'],
	// WooCommerce's key and secret, Shopify's tokens and secrets.
	[/\b(c[ks]_)[0-9a-f]{8,}/gi, '$1…'],
	[/\b(shp[a-z]{2}_)[0-9a-z]{8,}/gi, '$1…'],
	// JSON web tokens, as QuickBooks uses them.
	[/\beyJ[\w-]{8,}(\.[\w-]+)+/g, '…'],
	[/((?:access_token|refresh_token|client_secret|consumer_secret|api_?key|password)["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi, '$1…'],
	[/(:\/\/)[^/\s:@]+:[^/\s@]+@/g, '$1…@'],
];

/** A text with whatever looks like a credential taken out: the last guard before a person or a log reads it. */
export const withoutSecrets = (text: string): string =>
	SECRETS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
