/** Where one n8n keeps its data and what it listens on. */
export interface N8nPlace {
	/** n8n keeps its database, key and community packages in `.n8n` under it. */
	userFolder: string;
	/** The port of the editor and the API, on 127.0.0.1. */
	port: number;
	/** The port on which n8n and its own code runner speak; two n8n on one machine need two. */
	brokerPort: number;
}

/** Variables of the person's shell that a program needs to run at all; everything else could change how n8n behaves. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'SystemRoot'];

/**
 * The complete environment of an n8n that is quiet, reaches for nothing outside the machine and behaves the same
 * everywhere (https://docs.n8n.io/hosting/configuration/environment-variables/).
 */
export function n8nEnvironment(place: N8nPlace, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const inherited = INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
	return {
		...Object.fromEntries(inherited),
		N8N_USER_FOLDER: place.userFolder,
		// A constant, so that the command line and the server read the same credentials from the first start on.
		N8N_ENCRYPTION_KEY: 'only-for-made-up-data-on-this-machine',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(place.port),
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_RUNNERS_MODE: 'internal',
		N8N_SECURE_COOKIE: 'false',
		DB_TYPE: 'sqlite',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
		NODE_ENV: 'production',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		...extra,
	};
}
