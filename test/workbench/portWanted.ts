import { once } from 'node:events';
import net from 'node:net';
import { OneLineError } from './oneLineError.ts';

/**
 * The port that the environment variable PORT asks for; undefined when it asks for none.
 *
 * @throws OneLineError when it is no port, or taken: VS Code's server says nothing about that and waits for ever
 */
export async function portWanted(): Promise<number | undefined> {
	const text = process.env['PORT'];
	if (text === undefined || text === '') {
		return undefined;
	}
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new OneLineError(`PORT is ${text}, which is no port. Choose a number: PORT=8080 npm start`);
	}
	const trial = net.createServer().listen(port, '127.0.0.1');
	try {
		await once(trial, 'listening');
	} catch {
		throw new OneLineError(
			`Port ${port} is not free. Choose another: PORT=${port === 65_535 ? 8080 : port + 1} npm start`,
		);
	}
	trial.close();
	await once(trial, 'close');
	return port;
}
