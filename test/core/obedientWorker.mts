import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';

// A worker whose call waits until it is told to go on, or computes for some milliseconds of its own processor time.
parentPort?.on('message', (message: ToWorker) => {
	if (message.form !== 'call') return;
	const [task] = message.args as [Int32Array | number];
	if (typeof task === 'number') compute(task);
	else Atomics.wait(task, 0, 0);
	say({ form: 'result', id: message.id, result: 'done' });
});
say({ form: 'ready', at: Date.now() });

function say(message: FromWorker): void {
	parentPort?.postMessage(message);
}

function compute(milliseconds: number): void {
	const before = process.threadCpuUsage();
	for (let used = 0; used < milliseconds * 1000; ) {
		const { user, system } = process.threadCpuUsage(before);
		used = user + system;
	}
}
