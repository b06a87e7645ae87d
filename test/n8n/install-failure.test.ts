import { explainInstallFailure } from '../../demo/n8n/install-failure';

const LOG = 'install.log';

test.each([
	['a full disk', 'npm error code ENOSPC\nnpm error syscall write', /disk is full.*4 GB.*N8N_DEMO_CACHE/],
	['a read-only cache', "npm error EACCES: permission denied, mkdir '/cache'", /cache folder cannot be written/],
	['no network', 'npm error code ENOTFOUND\nnpm error getaddrinfo ENOTFOUND example.test', /cannot reach its registry/],
	['no npm', 'spawn npm ENOENT', /npm was not found/],
	['no Python', 'gyp ERR! find Python\ngyp ERR! find Python Python is not set', /Python 3 is needed/],
	['a new Python', "ModuleNotFoundError: No module named 'distutils'", /need setuptools/],
	['no make', 'gyp ERR! stack Error: not found: make', /C\+\+ compiler is needed/],
	['no compiler', 'make: cc: No such file or directory\nmake: *** [nothing.o] Error 127', /C\+\+ compiler is needed/],
])('%s is told in one sentence that says what to do', (_cause, output, sentence) => {
	const { message } = explainInstallFailure(output, LOG);
	expect(message).toMatch(sentence);
	expect(message).not.toContain('\n');
});

test('a compiler that is missing is not taken for a missing network, which node-gyp also tries', () => {
	const output = ['prebuild-install warn install getaddrinfo ENOTFOUND example.test', 'gyp ERR! stack Error: not found: make'];
	expect(explainInstallFailure(output.join('\n'), LOG).message).toMatch(/C\+\+ compiler/);
});

test('an unknown failure repeats what npm said and names the log', () => {
	const output = 'npm error The lock is broken\nnpm error A complete log of this run is in x';
	const { message } = explainInstallFailure(output, LOG);
	expect(message).toBe('n8n could not be installed; npm said "npm error The lock is broken" and the rest is in install.log.');
});
