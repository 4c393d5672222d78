import { expect } from 'chai';
import { Progress } from '../../src/cli/terminal.ts';

describe('How far a command is', () => {
	it('is told to who waits, not too often, and taken away at the end', () => {
		const { progress, wait, written } = progressOn(true);
		for (let read = 1; read <= 12; read++) {
			wait(50);
			progress.tell(() => `${read} of 12`);
		}
		expect(written).to.deep.equal(['8 of 12', '10 of 12', '12 of 12'].map((text) => `\r\u001B[K${text}`));
		progress.end();
		progress.end();
		expect(written.slice(3)).to.deep.equal(['\r\u001B[K']);
	});

	const silent: Readonly<Record<string, readonly [isTTY: boolean, waited: number]>> = {
		'is kept from who does not wait long': [true, 399],
		'is told on a terminal only': [false, 60_000],
	};
	for (const [what, [isTTY, waited]] of Object.entries(silent)) {
		it(what, () => {
			const { progress, wait, written } = progressOn(isTTY);
			wait(waited);
			progress.tell(() => 'half of it');
			progress.end();
			expect(written).to.deep.equal([]);
		});
	}
});

function progressOn(isTTY: boolean): {
	readonly progress: Progress;
	readonly wait: (milliseconds: number) => void;
	readonly written: readonly string[];
} {
	let time = 0;
	const written: string[] = [];
	const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
	return {
		progress: new Progress({ isTTY, write }, () => time),
		wait: (milliseconds) => void (time += milliseconds),
		written,
	};
}
