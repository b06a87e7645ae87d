import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import js from '@eslint/js';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const pure = ['nodes/order/**', 'nodes/transaction/**', 'nodes/outcome/**', 'nodes/postings/**', 'nodes/channels/**', 'nodes/qb-documents/**', 'nodes/quickbooks/**', 'nodes/shipstation/**'];

export default tseslint.config(
	{ ignores: ['dist/**', 'node_modules/**', 'demo/out/**', 'demo/n8n/application/**', 'coverage/**', 'test/out/**'] },
	js.configs.recommended,
	...tseslint.configs.recommended,
	{
		languageOptions: { globals: { console: 'readonly', process: 'readonly', Buffer: 'readonly', __dirname: 'readonly', require: 'readonly', module: 'readonly', exports: 'writable' } },
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-require-imports': 'off',
			'no-control-regex': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
		},
	},

	// What users install: both plugins of n8n.
	{
		...n8nCommunityNodesPlugin.configs.recommended,
		files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'],
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// n8n switches these off in its own packages: they know neither several outputs nor NodeConnectionTypes.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},

	// The folder rule: a lower-case folder has never heard of n8n, and only vendor files import packages.
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		ignores: ['nodes/vendor/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ regex: '^(?!\\.|n8n-workflow$|crypto$)', message: 'Only files in nodes/vendor import packages; elsewhere only n8n-workflow and crypto.' }] },
			],
		},
	},
	{
		files: pure.map((folder) => `${folder}/*.ts`),
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '^(?!\\.|crypto$)', message: 'A lower-case folder is plain TypeScript that has never heard of n8n; packages come through nodes/vendor.' },
						{ regex: '/n8n/', message: 'The bridge to n8n belongs to the nodes.' },
						{ regex: '/[A-Z][A-Za-z]*/', caseSensitive: true, message: 'A node is not imported from below.' },
					],
				},
			],
		},
	},
	{
		files: ['nodes/vendor/*.ts'],
		// These files exist to be bundled: what they import never reaches an installed package as a dependency.
		rules: { '@n8n/community-nodes/no-restricted-imports': 'off' },
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: {
			...n8nNodesBase.configs.community.rules,
			// A JSON file is one expression to the TypeScript parser.
			'@typescript-eslint/no-unused-expressions': 'off',
		},
	},
);
