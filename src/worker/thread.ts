// The entry of the worker: a worker thread in the Node extension host, a Web Worker in the browser's.
import { Lookups } from '../core/framework/lookups.ts';
import { messageOf } from '../core/text/messageOf.ts';
import { lent } from './lent.ts';
import { type Call, type FromWorker, lookupsForNumbers, type ToWorker } from './protocol.ts';
import { createWorkerService } from './workerService.ts';

/** A program that loads the bundle for its modules; see `lent.ts`. */
const borrower = (globalThis as Record<symbol, unknown>)[Symbol.for('star-stories.lend')];

const workerService = createWorkerService();
const lookupsOf = new Map<number, Lookups>();

if (typeof borrower === 'function') borrower(lent);
else serve();

/** Answers calls until the thread ends. */
function serve(): void {
	const inNode =
		typeof process === 'undefined' ? undefined : process.getBuiltinModule('node:worker_threads').parentPort;
	const port = inNode ?? {
		postMessage: (message: FromWorker) => postMessage(message),
		on: (_event: 'message', listener: (message: ToWorker) => void) =>
			addEventListener('message', ({ data }) => listener(data)),
	};
	port.on('message', (message) => {
		if (message.form === 'call') {
			port.postMessage(answer(message));
			return;
		}
		lookupsOf.set(message.id, new Lookups(message.frameworks));
		for (const id of message.forget) lookupsOf.delete(id);
	});
	port.postMessage({ form: 'ready', at: Date.now() });
}

function answer({ id, method, args }: Call): FromWorker {
	try {
		const call = workerService[method] as (...args: readonly unknown[]) => unknown;
		return {
			form: 'result',
			id,
			result: call(...lookupsForNumbers(args, (number) => lookupsOf.get(number))),
		};
	} catch (error) {
		return { form: 'failure', id, message: messageOf(error) };
	}
}
