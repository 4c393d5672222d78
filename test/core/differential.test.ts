import { expect } from 'chai';
import fc from 'fast-check';
import { google } from '../../src/core/framework/built-in/google.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import type { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { type FolderState, FollowedFolders } from './followedFolders.ts';
import { MemoryDisk } from './memoryDisk.ts';

const folders = ['/one/', '/two/'] as const;
const path = fc.constantFrom(
	'/one/a.md',
	'/one/b.md',
	'/one/deep/a.md',
	'/one/deep/b.md',
	'/two/a.md',
	'/two/deep/a.md',
);
const one = '---\ncompetencies: [mentorship]\n---\n# One\n\n## Situation\n\nText.\n';
const two = one.replace('One', 'Two');
const text = fc.constantFrom(
	one,
	two,
	'# A note\n',
	'---\ncompetencies: [tech]\nstatus: ready\nstrength: 4\n---\n## Task\n',
	'# Bank\n\n## A\n\n**Competencies:** mentorship\n\n**Task:** t\n\n## B\n\n**Competencies:** initiative\n**Strength:** 3\n\n**Task:** t\n',
	'# C\n\n**Situation:** I saw.\n\n**Task:** My own.\n\n**Action:** I did.\n',
);
const state = fc.record<Partial<FolderState>>(
	{
		severities: fc.constantFrom({}, { 'section-missing': 'off' }),
		lookups: fc.constantFrom(...[[staff], [google], [staff, google]].map((frameworks) => new Lookups(frameworks))),
	},
	{ requiredKeys: [] },
);

/** Something that happens, and how a report of a failure tells it. */
interface Step {
	(followed: FollowedFolders, disk: MemoryDisk): void;
	[fc.toStringMethod](): string;
}

/** Makes steps of one kind, each with what is drawn for it. */
function steps<T extends readonly unknown[]>(
	name: string,
	drawn: fc.Arbitrary<T>,
	happen: (followed: FollowedFolders, disk: MemoryDisk, ...what: T) => void,
): fc.Arbitrary<Step> {
	return drawn.map((what): Step =>
		Object.assign((followed: FollowedFolders, disk: MemoryDisk) => happen(followed, disk, ...what), {
			[fc.toStringMethod]: () => `${name} ${JSON.stringify(what)}`,
		}),
	);
}

const moves = fc.constantFrom<[from: string, to: string]>(
	['/one/deep/', '/two/deep/'],
	['/two/deep/', '/one/deep/'],
	['/one/deep/', '/one/'],
	['/one/', '/elsewhere/'],
	['/elsewhere/', '/one/'],
);

const step = fc.oneof(
	{
		weight: 4,
		arbitrary: steps(
			'write',
			fc.tuple(path, text),
			(followed, disk, file, content) => (disk.write(file, content), followed.read([file])),
		),
	},
	{
		weight: 2,
		arbitrary: steps(
			'delete',
			fc.tuple(path),
			(followed, disk, file) => (disk.delete(file), followed.read([file])),
		),
	},
	{
		weight: 2,
		arbitrary: steps(
			'rename',
			fc.tuple(path, path),
			(followed, disk, from, to) => (disk.move(from, to), followed.read([from, to])),
		),
	},
	{
		weight: 2,
		arbitrary: steps(
			'move folder',
			moves,
			(followed, disk, from, to) => (disk.move(from, to), followed.readFolder(from), followed.readFolder(to)),
		),
	},
	{
		weight: 1,
		arbitrary: steps(
			'check out another branch',
			fc.tuple(fc.array(fc.tuple(path, fc.option(text)), { maxLength: 6 })),
			(followed, disk, files) => {
				for (const [file, content] of files) {
					if (content === null) disk.delete(file);
					else disk.write(file, content);
				}
				followed.read(files.map(([file]) => file));
			},
		),
	},
	{
		weight: 2,
		arbitrary: steps('type', fc.tuple(path, text), (followed, _disk, file, content) =>
			followed.type(file, content),
		),
	},
	{ weight: 1, arbitrary: steps('save', fc.tuple(path), (followed, _disk, file) => followed.save(file)) },
	{ weight: 1, arbitrary: steps('revert', fc.tuple(path), (followed, _disk, file) => followed.revert(file)) },
	{
		weight: 1,
		arbitrary: steps(
			'change settings',
			fc.tuple(fc.constantFrom(...folders), state),
			(followed, _disk, folder, changed) => followed.change(folder, changed),
		),
	},
	// What changed while the editor was not running, it was not told of.
	{
		weight: 2,
		arbitrary: steps('restart', fc.tuple(fc.option(fc.tuple(path, text))), (followed, disk, change) => {
			if (change) disk.write(...change);
			followed.restart();
		}),
	},
);

/** Everything that is to be seen of an index. */
function pictureOf(index: StoryIndex): string {
	const files = [...index.files()].toSorted().map((file) => [file, index.get(file)]);
	return JSON.stringify([
		files,
		index.stories(),
		coverageOf(new Lookups([staff, google]).competencies.all, index.stories()),
	]);
}

describe('an index that follows folders', () => {
	it('equals one built from nothing, whatever happened before', () => {
		let stories = 0;
		fc.assert(
			fc.property(fc.array(step, { minLength: 3, maxLength: 16 }), (happenings) => {
				const disk = new MemoryDisk();
				const followed = new FollowedFolders(
					disk,
					new Map(folders.map((folder) => [folder, { severities: {}, lookups: new Lookups([staff]) }])),
				);
				for (const happen of happenings) {
					happen(followed, disk);
					// As views do after each change.
					followed.index.stories();
				}
				stories += followed.index.stories().length;
				expect(pictureOf(followed.index)).to.equal(pictureOf(followed.fromNothing()));
			}),
			{ numRuns: 1000 },
		);
		expect(stories, 'stories at the ends of the sequences').to.be.above(1000);
	});
});
