/** The slow tests: the built package in the real n8n application. One after the other, they share its port. */
module.exports = {
	...require('./jest.config.js'),
	testPathIgnorePatterns: ['/node_modules/'],
	roots: ['<rootDir>/test/n8n'],
	testTimeout: 600_000,
	maxWorkers: 1,
	workerIdleMemoryLimit: undefined,
};
