import { SetupFailure } from './setup-failure';

/**
 * What npm and node-gyp print for each cause that a person can put right. The network comes last: building the driver
 * first looks for a built one on the network, and goes on when it finds none.
 */
const CAUSES: Array<{ sign: RegExp; sentence: string }> = [
	{
		sign: /ENOSPC|no space left on device/i,
		sentence: 'The disk is full: n8n needs about 4 GB, so free some space or name another folder in N8N_DEMO_CACHE.',
	},
	{
		sign: /\b(EACCES|EPERM|EROFS|ENOTDIR)\b/,
		sentence: 'The cache folder cannot be written: make it writable or name another folder in N8N_DEMO_CACHE.',
	},
	{
		sign: /spawn npm ENOENT/,
		sentence: 'npm was not found: install Node.js with npm from https://nodejs.org.',
	},
	{
		sign: /gyp ERR! find Python|Could not find any Python/i,
		sentence:
			'Python 3 is needed to build the database driver of n8n: install it ' +
			'(Debian and Ubuntu: apt-get install python3) and run this again.',
	},
	{
		// The node-gyp that the driver brings needs a module that Python gave up in 3.12 (https://peps.python.org/pep-0632/).
		sign: /No module named '?distutils/,
		sentence:
			'Python 3.12 and later need setuptools to build the database driver of n8n: install it ' +
			'(Debian and Ubuntu: apt-get install python3-setuptools) and run this again.',
	},
	{
		sign: /not found: make|(make|g\+\+|c\+\+|cc|gcc|clang): (command )?(not found|No such file)|xcode-select/,
		sentence:
			'A C++ compiler is needed to build the database driver of n8n: install one ' +
			'(Debian and Ubuntu: apt-get install build-essential; macOS: xcode-select --install) and run this again.',
	},
	{
		sign: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/,
		sentence: 'npm cannot reach its registry: check the network connection, or the proxy that npm uses, and run this again.',
	},
];

/** Turns what a failed step of the installation printed into one sentence that says what to do. */
export function explainInstallFailure(output: string, logFile: string): SetupFailure {
	const known = CAUSES.find(({ sign }) => sign.test(output));
	if (known) return new SetupFailure(known.sentence);
	const said = output.split('\n').map((line) => line.trim()).filter(Boolean);
	const why = said.findLast((line) => /\berr(or)?\b/i.test(line) && !/complete log/i.test(line)) ?? said.at(-1) ?? 'nothing';
	return new SetupFailure(`n8n could not be installed; npm said "${why}" and the rest is in ${logFile}.`);
}
