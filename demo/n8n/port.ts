import { createServer, type AddressInfo } from 'node:net';
import { SetupFailure } from './setup-failure';

/** A port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
	return await listenOnce(0);
}

/** @throws SetupFailure when another program listens on the port. */
export async function refuseTakenPort(port: number): Promise<void> {
	try {
		await listenOnce(port);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
			throw new SetupFailure(`Port ${port} is in use: stop the program that uses it or choose another port for n8n.`);
		}
		throw error;
	}
}

async function listenOnce(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const { port: taken } = server.address() as AddressInfo;
			server.close(() => resolve(taken));
		});
	});
}
