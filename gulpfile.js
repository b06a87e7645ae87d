const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const gulp = require('gulp');

const run = promisify(execFile);

const clean = () => rm('dist', { recursive: true, force: true });

const compile = () =>
	run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json']).catch((failure) => {
		throw new Error(failure.stdout || failure.message);
	});

/** Icons, codex files and static assets keep their place beside the compiled node. */
const assets = () =>
	gulp.src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(gulp.dest('dist'));

/**
 * Only the vendor files are bundled, so that our own code in dist stays readable and the installed package pulls
 * nothing. node-quickbooks requires axios as CommonJS and we import it as ESM: without the alias esbuild would take both
 * builds, and a time-out set on one copy would not reach the other.
 */
const vendor = () =>
	esbuild.build({
		entryPoints: ['nodes/vendor/*.ts'],
		outdir: 'dist/nodes/vendor',
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		legalComments: 'inline',
		logLevel: 'warning',
		alias: {
			axios: path.join(path.dirname(require.resolve('axios/package.json')), 'dist/node/axios.cjs'),
			underscore: path.dirname(require.resolve('underscore/package.json')),
		},
	});

exports.build = gulp.series(clean, compile, gulp.parallel(assets, vendor));
exports.clean = clean;
