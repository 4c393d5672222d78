import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/staff.ts';
import { DiskReader } from '../../src/worker/analyseFiles.ts';
import { LineMap } from '../../src/core/text/lines.ts';
import { AnalysisCache } from '../../src/worker/analysisCache.ts';
import { type FileStamp, type FileSystem, joined } from '../../src/worker/fileSystem.ts';
import type { FileAnalysis, FileBatch, FilesContext } from '../../src/worker/protocol.ts';
import { sampleFiles } from './generated.ts';

/** A disk that counts how often each file is read. */
class Disk implements FileSystem {
	readonly files = new Map<string, { content: Uint8Array; modified: number; changed: number }>();
	reads: string[] = [];
	isReadOnly = false;
	/** The path of a file that another program holds. */
	held = '';

	write(path: string, text: string | Uint8Array, modified: number, changed = modified): void {
		this.files.set(path, { content: typeof text === 'string' ? new TextEncoder().encode(text) : text, modified, changed });
	}

	stamp(path: string): FileStamp {
		const { content, modified, changed } = this.#get(path);
		return { size: content.length, modified, changed };
	}

	read(path: string): Uint8Array {
		this.reads.push(path);
		return this.#get(path).content;
	}

	readStamped(path: string): { stamp: FileStamp; content: Uint8Array } {
		return { stamp: this.stamp(path), content: this.read(path) };
	}

	replace(path: string, parts: readonly Uint8Array[]): void {
		if (this.isReadOnly) throw new Error('EROFS');
		this.write(path, joined(parts), 0);
	}

	now(): number {
		return Date.now();
	}

	digest(content: Uint8Array | string): string {
		return String(content);
	}

	#get(path: string) {
		if (path === this.held) throw Object.assign(new Error('resource busy or locked'), { code: 'EBUSY' });
		const file = this.files.get(path);
		if (!file) throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
		return file;
	}
}

const longAgo = 1_000_000;
const cache = { path: '/cache.json', version: '1' };
const frameworks = [staff];
const context: FilesContext = { frameworks, severities: {}, today: '2026-03-01', cache };
const story = '---\ncompetencies: [mentorship, nonsense]\ndate: 2021-06\n---\n# One\n\n## Situation\n\nText.\n';

/** Analyses every file, however many turns it takes. */
function analyseAll(reader: DiskReader, paths: readonly string[], how: FilesContext = context): readonly FileAnalysis[] {
	return inTurns(paths, (rest) => reader.analyse(rest, how));
}

/** All files, of which a loaded machine gets fewer into a turn. */
function inTurns(paths: readonly string[], read: (rest: readonly string[]) => FileBatch): readonly FileAnalysis[] {
	const files: FileAnalysis[] = [];
	while (files.length < paths.length) files.push(...read(paths.slice(files.length)).files);
	return files;
}

describe('reading files of the disk', () => {
	let disk: Disk;

	beforeEach(() => {
		disk = new Disk();
		disk.write('/a/story.md', story, longAgo);
		disk.write('/a/note.md', '# A note\n', longAgo);
	});

	const paths = ['/a/story.md', '/a/note.md'];
	/** Reads everything anew, as the next start does, and says which files were read for it. */
	const readsOfNextStart = (how: FilesContext = context): readonly string[] => {
		disk.reads = [];
		analyseAll(new DiskReader(disk), paths, how);
		return disk.reads.filter((path) => path !== cache.path);
	};
	const firstStart = (how: FilesContext = context): void => {
		const reader = new DiskReader(disk);
		analyseAll(reader, paths, how);
		reader.save(cache, true);
	};

	it('finds what an editor would, but for the fixes and the sections', () => {
		const [found, note] = analyseAll(new DiskReader(disk), paths);
		expect(found?.analysis?.stories.map(({ title }) => title)).to.deep.equal(['One']);
		expect(found?.analysis?.problems.map(({ rule }) => rule)).to.include('competency-unknown');
		expect(found?.analysis?.problems.every((problem) => problem.fixes === undefined)).to.equal(true);
		expect(found?.analysis?.stories[0]).to.deep.include({ named: ['situation'], told: ['situation'], words: 1 }).and.not.have.property('sections');
		expect(new LineMap(found?.lineLengths ?? '').positionAt(42)).to.deep.equal({ line: 2, character: 1 });
		expect(note).to.deep.equal({});
	});

	it('surveys what rows show of stories, and leaves the rest to an analysis', () => {
		const hidden = '/a/hidden.md';
		disk.write(hidden, '---\ncompetencies: [mentorship]\n---\n# Two\n\n> ## Task\n>\n> Mine.\n', longAgo);
		const reader = new DiskReader(disk);
		const all = [...paths, hidden];
		const [one, note, two] = inTurns(all, (rest) => reader.survey(rest, context));
		const [surveyed] = one?.analysis?.stories ?? [];
		const { words, ...rest } = reader.analyse(paths, context).files[0]?.analysis?.stories[0] ?? {};
		expect(words).to.equal(1);
		expect(surveyed).to.deep.equal(rest);
		expect(one?.isOutline).to.equal(true);
		expect(one?.analysis?.problems).to.deep.equal([]);
		expect(note).to.deep.equal({});
		// Only a parser can tell of it.
		expect(two).to.deep.equal(reader.analyse([hidden], context).files[0]).and.not.have.property('isOutline');
	});

	it('says which files are gone, which could not be read and which are in another encoding', () => {
		disk.write('/a/latin.md', Uint8Array.of(0x23, 0x20, 0xe9), longAgo);
		disk.held = '/a/held.md';
		const found = analyseAll(new DiskReader(disk), ['/a/nowhere.md', '/a/held.md', '/a/latin.md']);
		expect(found).to.deep.equal([{ unread: 'gone' }, { unread: 'failed' }, { unread: 'encoding' }]);
	});

	it('remembers nothing of a file that could not be read, and reads it when it can', () => {
		const [path = ''] = paths;
		disk.held = path;
		const reader = new DiskReader(disk);
		expect(analyseAll(reader, [path])).to.deep.equal([{ unread: 'failed' }]);
		disk.held = '';
		expect(analyseAll(reader, [path])[0]?.analysis?.stories).to.have.length(1);
	});

	it('reads no unchanged file a second time', () => {
		firstStart();
		expect(readsOfNextStart()).to.deep.equal([]);
	});

	it('reads a file again that changed its size or its time', () => {
		firstStart();
		disk.write('/a/story.md', `${story}\n`, longAgo);
		disk.write('/a/note.md', '# A note\n', longAgo + 1);
		expect(readsOfNextStart()).to.deep.equal(paths);
	});

	it('reads a file again that another took the place of, of the same size and time', () => {
		firstStart();
		disk.write('/a/story.md', story.replace('One', 'Two'), longAgo, longAgo + 1);
		expect(readsOfNextStart()).to.deep.equal(['/a/story.md']);
	});

	it('looks into a file so young that it could have changed unnoticed', () => {
		const now = Date.now();
		disk.write('/a/story.md', story, now);
		firstStart();
		disk.write('/a/story.md', story.replace('One', 'Two'), now);
		const [found] = analyseAll(new DiskReader(disk), paths);
		expect(found?.analysis?.stories.map(({ title }) => title)).to.deep.equal(['Two']);
	});

	it('reads it once more when it has come of age, and then no more', () => {
		disk.write('/a/story.md', story, Date.now());
		firstStart();
		disk.now = () => Date.now() + 10_000;
		firstStart();
		expect(readsOfNextStart()).to.deep.equal([]);
	});

	it('remembers nothing once a framework, a setting or the build is another', () => {
		firstStart();
		expect(readsOfNextStart({ ...context, frameworks: [{ ...staff, version: 'other' }] })).to.deep.equal(paths);
		firstStart();
		expect(readsOfNextStart({ ...context, wordsPerMinute: 120 })).to.deep.equal(paths);
		firstStart();
		expect(readsOfNextStart({ ...context, cache: { ...cache, version: '2' } })).to.deep.equal(paths);
	});

	it('looks again at a story on the day it becomes stale, and not before', () => {
		firstStart();
		expect(readsOfNextStart({ ...context, today: '2026-06-29' })).to.deep.equal([]);
		expect(readsOfNextStart({ ...context, today: '2026-08-01' })).to.deep.equal(['/a/story.md']);
		const [found] = analyseAll(new DiskReader(disk), paths, { ...context, today: '2026-08-01' });
		expect(found?.analysis?.problems.map(({ rule }) => rule)).to.include('stale');
	});

	it('forgets files that are gone', () => {
		firstStart();
		const reader = new DiskReader(disk);
		analyseAll(reader, ['/a/story.md']);
		reader.save(cache, true);
		expect(readsOfNextStart()).to.deep.equal(['/a/note.md']);
	});

	it('works where nothing can be written', () => {
		disk.isReadOnly = true;
		firstStart();
		expect(readsOfNextStart()).to.deep.equal(paths);
	});

	it('mends whatever stands in the file that remembers', () => {
		firstStart();
		const whole = new TextDecoder().decode(disk.read(cache.path));
		const fresh = analyseAll(new DiskReader(new DiskCopy(disk)), paths, { frameworks, severities: {}, today: '2026-03-01' });
		const spoilt = fc.oneof(
			fc.constantFrom('', 'null', '[]', '{}', '{"version":"1","entries":[null,[1,2],["/a/story.md",{}]]}'),
			fc.constantFrom('null\tnull', '[1,2]\t{}', '["/a/story.md",{}]\t{}', '\t', '').map((line) => `${whole.slice(0, whole.indexOf('\n') + 1)}${line}\n`),
			fc.constantFrom('', 'null', '[]', '{"analysis"').map((result) => whole.replace(/\t.*/gu, `\t${result}`)),
			fc.nat(whole.length).map((end) => whole.slice(0, end)),
			fc.tuple(fc.nat(whole.length), fc.nat(whole.length)).map(([from, to]) => whole.slice(0, Math.min(from, to)) + whole.slice(Math.max(from, to))),
			fc.string(),
		);
		fc.assert(
			fc.property(spoilt, (text) => {
				disk.write(cache.path, text, 0);
				expect(analyseAll(new DiskReader(disk), paths)).to.deep.equal(fresh);
			}),
		);
	});

	it('writes as much of it as there is room for', () => {
		const found: FileAnalysis = { unread: 'encoding' };
		const stamp = disk.stamp('/a/note.md');
		const writer = new AnalysisCache(disk, cache.path, '1', 4000);
		const names = Array.from({ length: 100 }, (_, number) => `/a/${number}.md`);
		for (const path of names) writer.set(path, { stamp, context: 'c', day: 'd', result: found }, new Uint8Array());
		writer.save(false);
		const reader = new AnalysisCache(disk, cache.path, '1');
		const kept = names.filter((path) => reader.get(path, stamp, 'c', 'd', () => true) !== undefined);
		expect(disk.read(cache.path).length).to.be.at.most(4000);
		expect(kept.length).to.be.within(10, 99);
	});

	it('comes to the same as without remembering, for the sample bank', () => {
		const all = sampleFiles.map(({ text }, index) => [`/bank/${index}.md`, text] as const);
		for (const [path, text] of all) disk.write(path, text, longAgo);
		const names = all.map(([path]) => path);
		const { cache: _cache, ...forgetful } = context;
		const fresh = analyseAll(new DiskReader(disk), names, forgetful);
		const reader = new DiskReader(disk);
		expect(analyseAll(reader, names)).to.deep.equal(fresh);
		reader.save(cache, true);
		expect(analyseAll(new DiskReader(disk), names)).to.deep.equal(JSON.parse(JSON.stringify(fresh)));
	});
});

/** The same files, without what remembers them. */
class DiskCopy extends Disk {
	constructor(other: Disk) {
		super();
		for (const [path, file] of other.files) if (path !== cache.path) this.files.set(path, file);
	}
}
