import fs from 'node:fs/promises';
import path from 'node:path';
import { copyShipped } from '../../workbench/shippedCopy.ts';
import type { HostKind } from '../../workbench/hostBundle.ts';
import { samplingInterval } from '../measure/blocks.ts';

/** Copies the extension as it ships, with a stopwatch around its bundle. @param target an empty folder */
export function copyMeasured(kind: HostKind, target: string): Promise<string> {
	return copyChanged(kind, target, measured);
}

/**
 * Copies the extension for the Node host, with a profile of the processor that begins before its bundle. @param target
 * an empty folder
 */
export function copyProfiled(target: string): Promise<string> {
	return copyChanged('node', target, profiled);
}

async function copyChanged(kind: HostKind, target: string, change: (bundle: string) => string): Promise<string> {
	const field = kind === 'node' ? 'main' : 'browser';
	let bundle = '';
	await copyShipped(target, (manifest) => {
		bundle = String(manifest[field]);
		delete manifest['extensionKind'];
		if (kind === 'web') delete manifest['main'];
	});
	const file = path.join(target, bundle);
	await fs.writeFile(file, change(await fs.readFile(file, 'utf8')));
	return target;
}

/** Leaves an ActivationFigures behind as a global. */
function measured(bundle: string): string {
	return `const begun = performance.now();
const inner = { exports: {} };
(function (module, exports, require) {${bundle}
})(inner, inner.exports, require);
const figures = { loaded: performance.now() - begun, slices: [], longestBlock: 0 };
globalThis.starStoriesBench = figures;
exports.activate = async (context) => {
	const start = performance.now();
	let last = start;
	let isActive = false;
	// The thread is free whenever a message that was sent before arrives.
	const channel = new MessageChannel();
	channel.port1.onmessage = () => {
		const now = performance.now();
		figures.slices.push(now - last);
		last = now;
		if (isActive) channel.port1.close();
		else channel.port2.postMessage(undefined);
	};
	channel.port2.postMessage(undefined);
	let tick = start;
	setInterval(() => {
		const now = performance.now();
		figures.longestBlock = Math.max(figures.longestBlock, now - tick);
		tick = now;
	}, 1);
	const result = await inner.exports.activate(context);
	figures.activated = performance.now() - start;
	isActive = true;
	result.getApi(1).ready.then(() => { figures.complete = performance.now() - start; });
	return result;
};
exports.deactivate = () => inner.exports.deactivate?.();
`;
}

/** Leaves behind as a global what ends the profile. */
function profiled(bundle: string): string {
	return `const session = new (process.getBuiltinModule('node:inspector').Session)();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: ${samplingInterval} });
session.post('Profiler.start');
globalThis.starStoriesProfile = () => new Promise((resolve, reject) => session.post('Profiler.stop', (error, result) => error ? reject(error) : resolve(result.profile)));
${bundle}`;
}
