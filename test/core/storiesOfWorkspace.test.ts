import { expect } from 'chai';
import fc from 'fast-check';
import { google } from '../../src/core/framework/built-in/google.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import type { DiskReader } from '../../src/core/library/storyAnalyser.ts';
import { diskOf, FollowedStories } from './followedStories.ts';
import { happenAll, happeningsOf } from './happenings.ts';
import { InMemoryWorkspace, watcherPause } from './inMemoryWorkspace.ts';
import { propertyRuns } from './propertyRuns.ts';

const one = 'file:///one';
const two = 'file:///two';
const noDisk: DiskReader = { reaches: () => false, read: async () => undefined };

const file = fc.constantFrom(
	`${one}/a.md`,
	`${one}/b.md`,
	`${one}/deep/a.md`,
	`${one}/deep/b.md`,
	`${two}/a.md`,
	`${two}/deep/a.md`,
	`${one}/stories/opportunities.md`,
	'file:///elsewhere/a.md',
);
const story = '---\ncompetencies: [mentorship]\n---\n# One\n\n## Situation\n\nText.\n';
const text = fc.constantFrom(
	story,
	story.replace('One', 'Two'),
	'# A note\n',
	'---\ncompetencies: [tech]\nstatus: ready\nstrength: 4\n---\n## Task\n',
	'# Bank\n\n## A\n\n**Competencies:** mentorship\n\n**Task:** t\n\n## B\n\n**Competencies:** initiative\n**Strength:** 3\n\n**Task:** t\n',
	'# C\n\n**Situation:** I saw.\n\n**Task:** My own.\n\n**Action:** I did.\n',
);
const place = fc.constantFrom<[from: string, to: string]>(
	[`${one}/deep`, `${two}/deep`],
	[`${two}/deep`, `${one}/deep`],
	[`${one}/deep`, `${one}/deeper`],
	[`${one}/deep`, 'file:///elsewhere/deep'],
	['file:///elsewhere/deep', `${one}/deep`],
	[`${one}/a.md`, `${one}/deep/b.md`],
	[`${one}/deep/a.md`, `${two}/a.md`],
	[`${two}/a.md`, `${one}/a.md`],
	[`${one}/a.md`, `${one}/a.txt`],
);
const ignoreFile = fc.constantFrom(`${one}/.gitignore`, `${one}/deep/.gitignore`, `${one}/deep/.ignore`);
const pattern = fc.constantFrom('a.md', 'deep/', '!a.md', '*', '');

const happening = happeningsOf<FollowedStories>();
const step = fc.oneof(
	{
		weight: 5,
		arbitrary: happening('write', fc.tuple(file, text), ({ workspace }, uri, content) => {
			workspace.held.delete(uri);
			workspace.write(uri, content);
		}),
	},
	happening('hold and write', fc.tuple(file, text), ({ workspace }, uri, content) => {
		workspace.held.add(uri);
		workspace.write(uri, content);
	}),
	{
		weight: 2,
		arbitrary: happening(
			'delete',
			fc.tuple(fc.oneof(file, ignoreFile, fc.constantFrom(`${one}/deep`, `${two}/deep`))),
			({ workspace }, uri) => workspace.delete(uri),
		),
	},
	{ weight: 2, arbitrary: happening('move', place, ({ workspace }, from, to) => workspace.move(from, to)) },
	{
		weight: 2,
		arbitrary: happening(
			'rename in the editor',
			fc.tuple(place, fc.constantFrom(0, 20, 100)),
			({ workspace }, [from, to], telling) => workspace.rename(from, to, telling),
		),
	},
	happening(
		'check out another branch',
		fc.tuple(fc.array(fc.tuple(file, fc.option(text)), { maxLength: 6 })),
		({ workspace }, files) => {
			for (const [uri, content] of files) {
				workspace.held.delete(uri);
				if (content === null) workspace.delete(uri);
				else workspace.write(uri, content);
			}
		},
	),
	happening('open', fc.tuple(file), ({ workspace }, uri) => void workspace.openDocument(uri).catch(() => undefined)),
	{
		weight: 2,
		arbitrary: happening('type', fc.tuple(file, text), ({ workspace }, uri, content) =>
			workspace.type(uri, content),
		),
	},
	happening('save', fc.tuple(file), ({ workspace }, uri) => workspace.saveNow(uri)),
	happening('close', fc.tuple(file), ({ workspace }, uri) => workspace.close(uri)),
	happening('ignore', fc.tuple(ignoreFile, pattern), ({ workspace }, uri, content) =>
		workspace.write(uri, `${content}\n`),
	),
	happening(
		'change settings',
		fc.tuple(
			fc.constantFrom(undefined, one),
			fc.constantFrom(
				{ exclude: ['**/deep'] },
				{ exclude: [] },
				{ include: ['deep/**'] },
				{ include: undefined },
				{ rules: { 'section-missing': 'off' } },
				{ rules: {} },
				{ storiesFolder: 'deep' },
			),
		),
		({ workspace }, scope, settings) => workspace.set(scope, settings),
	),
	happening(
		'exclude files',
		fc.tuple(
			fc.constantFrom('files.exclude' as const, 'search.exclude' as const),
			fc.constantFrom([], ['**/deep'], ['a.md']),
		),
		({ workspace }, setting, patterns) => workspace.exclude(setting, patterns),
	),
	happening('count ignore files', fc.tuple(fc.boolean()), ({ workspace }, count) =>
		workspace.setIgnoreFilesCount(count),
	),
	happening(
		'change folders',
		fc.constantFrom<[readonly string[]][]>([[one]], [[one, two]], [[two, one]]),
		({ workspace }, folders) => workspace.setFolders(folders),
	),
	happening(
		'change frameworks',
		fc.constantFrom<[Lookups][]>([new Lookups([staff])], [new Lookups([google])]),
		(followed, lookups) => followed.changeLookups(lookups),
	),
	happening('scan', fc.tuple(), ({ scanner }) => void scanner.scan()),
	happening('ask', fc.tuple(file), ({ workspace, files }, uri) => {
		const document = workspace.document(uri);
		if (document) void files.analysisOf(document);
	}),
);

/** Everything that is to be seen of what is known. */
function pictureOf({ files }: FollowedStories): unknown {
	const { index } = files;
	const known = [...files.uris()].toSorted().map((uri) => [uri, files.get(uri)?.analysis, index.get(uri).kind]);
	const lookup = new Lookups([staff, google]).competencies;
	return JSON.parse(JSON.stringify([known, index.stories(), coverageOf(lookup.all, index.stories(), 'staff')]));
}

describe('the stories of a workspace', () => {
	for (const [host, disk] of [
		['in Node', diskOf],
		['in a browser', () => noDisk],
	] as const)
		it(`are those of a reading from nothing, whatever happened before: ${host}`, async () => {
			let stories = 0;
			await fc.assert(
				fc.asyncProperty(happenAll(step), fc.boolean(), async (happenAllTo, isFirst) => {
					const workspace = new InMemoryWorkspace([one, two], isFirst ? {} : { [`${one}/a.md`]: story });
					const followed = await new FollowedStories(workspace, disk(workspace)).scan();
					await happenAllTo(followed);
					// Where nothing is known, as when somebody looks; elsewhere it changes nothing.
					const looked = followed.scanner.lookAround();
					await workspace.clock.settle();
					await looked;
					const copy = workspace.fromNothing();
					const fresh = new FollowedStories(copy, disk(copy));
					fresh.lookups = followed.lookups;
					await fresh.scan();
					expect(followed.files.uris().toSorted()).to.deep.equal(fresh.files.uris().toSorted());
					expect(pictureOf(followed)).to.deep.equal(pictureOf(fresh));
					for (const uri of followed.files.uris())
						expect(followed.heard.get(uri), `what was heard of ${uri}`).to.equal(
							followed.files.get(uri)?.analysis,
						);
					expect(followed.heard.size).to.equal(followed.files.uris().length);
					expect(followed.errors).to.deep.equal([]);
					stories += followed.files.index.stories().length;
				}),
				{ numRuns: propertyRuns(300) },
			);
			expect(stories).to.be.above(25);
		});
});

describe('a file that another program holds', () => {
	const uri = `${one}/a.md`;
	const titled = (title: string) => story.replace('One', title);

	async function followed(): Promise<FollowedStories> {
		const workspace = new InMemoryWorkspace([one], { [uri]: story });
		const stories = await new FollowedStories(workspace, diskOf(workspace)).scan();
		expect(stories.titleOf(uri)).to.equal('One');
		workspace.held.add(uri);
		workspace.write(uri, titled('Two'));
		return stories;
	}

	it('keeps its stories, and is read as soon as that can be', async () => {
		const stories = await followed();
		const { clock, held } = stories.workspace;
		await clock.pass(500);
		expect(stories.titleOf(uri)).to.equal('One');
		held.delete(uri);
		// Nothing happens to it any more: it is looked at again.
		await clock.pass(1000);
		expect(stories.titleOf(uri)).to.equal('Two');
	});

	it('is as good as gone where that lasts', async () => {
		const stories = await followed();
		const { clock } = stories.workspace;
		await clock.pass(4900);
		expect(stories.titleOf(uri)).to.equal('One');
		await clock.settle();
		expect(stories.titleOf(uri)).to.equal(undefined);
	});
});

describe('a scan that was overtaken', () => {
	it('is over, though it lists the files for longer, and takes nothing out of the hands of the newer one', async () => {
		const uri = `${one}/a.md`;
		const workspace = new InMemoryWorkspace([one], { [uri]: story });
		const stories = await new FollowedStories(workspace, diskOf(workspace)).scan();
		workspace.held.add(uri);
		for (const delay of [300, 150]) {
			workspace.delay = () => delay;
			void stories.scanner.scan();
			await workspace.clock.pass(10);
		}
		await workspace.clock.settle();
		expect(stories.titleOf(uri)).to.equal(undefined);
	});
});

describe('a folder that is moved in', () => {
	it('brings its stories, though a pattern for the top of the workspace excludes files of their name', async () => {
		const [from, to] = ['file:///elsewhere/deep', `${one}/deep`];
		const workspace = new InMemoryWorkspace([one], { [`${from}/a.md`]: story });
		workspace.exclude('files.exclude', ['a.md']);
		const stories = await new FollowedStories(workspace, diskOf(workspace)).scan();
		workspace.move(from, to);
		await workspace.clock.settle();
		expect(stories.titleOf(`${to}/a.md`)).to.equal('One');
	});
});

describe('a story that is renamed', () => {
	const [from, to] = [`${one}/a.md`, `${one}/b.md`];

	for (const telling of [0, 100])
		it(`stays what it is under its new name, where the editor says so after ${telling} ms`, async () => {
			const workspace = new InMemoryWorkspace([one], { [from]: story });
			const stories = await new FollowedStories(workspace, diskOf(workspace)).scan();
			const counts: number[] = [];
			stories.files.index.onDidChange(() => counts.push(stories.files.index.stories().length));
			workspace.rename(from, to, telling);
			await workspace.clock.settle();
			expect(stories.titleOf(to)).to.equal('One');
			expect(counts.length, 'changes').to.be.above(0);
			expect(new Set(counts), 'stories after each change').to.deep.equal(new Set([1]));
		});
});

describe('whoever waits for all stories', () => {
	const uri = `${one}/a.md`;

	/** The titles that are known, and the competencies, when waiting is over. */
	async function whenKnown(stories: FollowedStories): Promise<unknown> {
		// The watchers have told of it by then, and the pause that follows is not over.
		await stories.workspace.clock.pass(watcherPause + 1);
		const known = stories.scanner
			.caughtUp()
			.then(() =>
				stories.files.index.stories().map(({ story: { title, tags } }) => [title, tags[0]?.competency]),
			);
		await stories.workspace.clock.settle();
		return known;
	}

	for (const [host, disk] of [
		['in Node', diskOf],
		['in a browser', () => noDisk],
	] as const) {
		it(`waits for what has happened and is not read yet, too: ${host}`, async () => {
			const workspace = new InMemoryWorkspace([one], { [uri]: story });
			const stories = await new FollowedStories(workspace, disk(workspace)).scan();
			expect(await whenKnown(stories)).to.deep.equal([['One', 'mentorship']]);
			workspace.write(uri, story.replace('One', 'Two'));
			workspace.write(`${one}/b.md`, story);
			expect(await whenKnown(stories)).to.deep.equal([
				['Two', 'mentorship'],
				['One', 'mentorship'],
			]);
			stories.changeLookups(new Lookups([google]));
			expect(await whenKnown(stories)).to.deep.equal([
				['Two', undefined],
				['One', undefined],
			]);
			workspace.write(`${one}/.gitignore`, 'b.md\n');
			expect(await whenKnown(stories)).to.deep.equal([['Two', undefined]]);
		});
	}
});
