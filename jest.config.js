/** The fast tests: pure code, gateways on simulators, nodes in the genuine engine. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/n8n/'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }],
		'/node_modules/iso-3166/.+\\.js$': ['ts-jest', { tsconfig: { allowJs: true, isolatedModules: true, module: 'CommonJS' }, diagnostics: false }],
	},
	// It comes as modules of JavaScript only, which jest cannot load as they are.
	transformIgnorePatterns: ['/node_modules/(?!iso-3166/)'],
	setupFiles: ['<rootDir>/test/quiet.ts'],
	testTimeout: 120_000,
	maxWorkers: 2,
	// What each file loads stays in its worker's heap; past a gigabyte a fifth of the time went into collecting garbage.
	workerIdleMemoryLimit: '450MB',
};
