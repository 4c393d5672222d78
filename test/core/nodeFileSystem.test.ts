import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { nodeFileSystem } from '../../src/worker/files.ts';

describe('the file system of the worker', () => {
	const files = nodeFileSystem();
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'star-stories-'));
	});

	afterEach(() => rmSync(folder, { recursive: true }));

	it('reads files of every length, one after the other', () => {
		const lengths = [0, 1, 5000, 65_535, 65_536, 65_537, 200_000, 3, 0, 70];
		for (const [index, length] of lengths.entries()) {
			const file = path.join(folder, `${index}.md`);
			const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + index) % 256);
			writeFileSync(file, bytes);
			const read = files?.read(file);
			expect(Buffer.from(read ?? []).equals(bytes), `${length} bytes`).to.equal(true);
		}
	});

	it('tells of a file that is not there', () => {
		expect(() => files?.read(path.join(folder, 'none.md'))).to.throw('ENOENT');
	});

	it('reads no more of a file than it holds by now', () => {
		const file = path.join(folder, 'a.md');
		writeFileSync(file, 'one two three');
		files?.read(file);
		truncateSync(file, 3);
		expect(Buffer.from(files?.read(file) ?? []).toString()).to.equal('one');
	});
});
