// The worker of both extension hosts: a worker thread in Node, a Web Worker in a browser.
import type { Framework } from '../core/framework/model.ts';
import { messageOf } from '../core/messageOf.ts';
import { type Call, type FromWorker, replaceFrameworks, type ToWorker } from './protocol.ts';
import { workerService } from './service.ts';

const frameworksOf = new Map<number, readonly Framework[]>();

const inNode = typeof process === 'undefined' ? undefined : process.getBuiltinModule('node:worker_threads').parentPort;
const port = inNode ?? {
	postMessage: (message: FromWorker) => postMessage(message),
	on: (_event: 'message', listener: (message: ToWorker) => void) => addEventListener('message', ({ data }) => listener(data)),
};

port.on('message', (message) => {
	if (message.form === 'call') {
		port.postMessage(answer(message));
		return;
	}
	frameworksOf.set(message.id, message.frameworks);
	for (const id of message.forget) frameworksOf.delete(id);
});
port.postMessage({ form: 'ready' });

function answer({ id, method, args }: Call): FromWorker {
	try {
		const call = workerService[method] as (...args: readonly unknown[]) => unknown;
		return { form: 'result', id, result: call(...replaceFrameworks(args, (number) => frameworksOf.get(number as number))) };
	} catch (error) {
		return { form: 'failure', id, message: messageOf(error) };
	}
}
