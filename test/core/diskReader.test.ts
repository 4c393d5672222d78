import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { LineMap } from '../../src/core/text/lines.ts';
import { analyseFiles } from '../../src/worker/files.ts';
import type { FileAnalysis, FilesContext } from '../../src/core/library/storyAnalyser.ts';
import { MemoryDisk } from './memoryDisk.ts';

const context: FilesContext = { lookups: new Lookups([staff]), severities: {}, today: '2026-03-01' };
const story = '---\ncompetencies: [mentorship, nonsense]\ndate: 2021-06\n---\n# One\n\n## Situation\n\nText.\n';

describe('reading files of the disk', () => {
	let disk: MemoryDisk;

	beforeEach(() => {
		disk = new MemoryDisk();
		disk.write('/a/story.md', story);
		disk.write('/a/note.md', '# A note\n');
	});

	/** Analyses every file, in however many turns: a loaded machine gets fewer into each. */
	function analyseAll(paths: readonly string[]): readonly FileAnalysis[] {
		const files: FileAnalysis[] = [];
		while (files.length < paths.length) files.push(...analyseFiles(disk, paths.slice(files.length), context).files);
		return files;
	}

	it('finds what an editor would, but for the fixes and the sections', () => {
		const [found, note] = analyseAll(['/a/story.md', '/a/note.md']);
		expect(found?.analysis?.stories.map(({ title }) => title)).to.deep.equal(['One']);
		expect(found?.analysis?.problems.map(({ rule }) => rule)).to.include('competency-unknown');
		expect(found?.analysis?.problems.every((problem) => problem.fixes === undefined)).to.equal(true);
		expect(found?.analysis?.stories[0])
			.to.deep.include({ named: ['situation'], filled: ['situation'], words: 1 })
			.and.not.have.property('sections');
		expect(new LineMap(found?.lineLengths ?? '').positionAt(42)).to.deep.equal({ line: 2, character: 1 });
		expect(note).to.deep.equal({});
	});

	it('says which files are gone, which could not be read and which are in another encoding', () => {
		disk.write('/a/latin.md', Uint8Array.of(0x23, 0x20, 0xe9));
		disk.write('/a/held.md', story);
		disk.held.add('/a/held.md');
		const found = analyseAll(['/a/nowhere.md', '/a/held.md', '/a/latin.md']);
		expect(found).to.deep.equal([{ unread: 'gone' }, { unread: 'failed' }, { unread: 'encoding' }]);
	});

	it('reads a file that could not be read once it can', () => {
		disk.held.add('/a/story.md');
		expect(analyseAll(['/a/story.md'])).to.deep.equal([{ unread: 'failed' }]);
		disk.held.clear();
		expect(analyseAll(['/a/story.md'])[0]?.analysis?.stories).to.have.length(1);
	});

	it('reads as many files as fit a turn, and at least one', () => {
		const paths = Array.from({ length: 100 }, (_, index) => `/b/${index}.md`);
		for (const path of paths) disk.write(path, story);
		expect(analyseFiles(disk, paths, context).files.length).to.be.within(1, 60);
	});
});
