import { expect } from 'chai';
import { patternsOn } from '../../src/core/library/files/fileFilter.ts';
import { diskOf, FollowedStories } from './followedStories.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';

const folder = 'file:///bank';
const shown = `${folder}/shown, I think (1)/story.md`;
const hidden = `${folder}/hidden/story.md`;
const open = `${folder}/hidden/open.md`;
const story = '---\ncompetencies: [mentorshp]\n---\n# One\n\n## Situation\n\nText.\n';

/** Settings by their full names. */
type Settings = Readonly<Record<string, unknown>>;

class SearchedFiles {
	readonly workspace = new InMemoryWorkspace([folder], { [shown]: story, [hidden]: story, [open]: story });
	readonly stories = new FollowedStories(this.workspace, diskOf(this.workspace));

	/** Reads everything, with one file open in an editor. */
	static async begin(): Promise<SearchedFiles> {
		const files = new SearchedFiles();
		await files.stories.scan();
		await files.workspace.openDocument(open);
		await files.settle();
		return files;
	}

	/** Has these settings and no others. */
	async replace(settings: Settings): Promise<void> {
		const names = ['include', 'exclude', 'rules', 'storiesFolder'];
		this.workspace.set(undefined, Object.fromEntries(names.map((name) => [name, settings[`starStories.${name}`]])));
		for (const setting of ['files.exclude', 'search.exclude'] as const)
			this.workspace.exclude(setting, patternsOn(settings[setting]));
		await this.settle();
	}

	async settle(): Promise<void> {
		await this.workspace.clock.settle();
	}

	/** The files in which a tag is said to be unknown. */
	found(): readonly string[] {
		const isTold = (uri: string) =>
			this.stories.files.get(uri)?.analysis.problems.some(({ rule }) => rule === 'competency-unknown');
		return [shown, hidden, open, `${folder}/more/story.md`].filter(isTold);
	}
}

describe('the files that are searched for stories', () => {
	const hiding: readonly (readonly [name: string, value: unknown])[] = [
		['starStories.exclude', ['**/hidden/**', '**/think (2)/**']],
		['starStories.exclude', ['**/{hidden,concealed}/*.{md,markdown}', '**/nowhere,**/shown*/**', '**/shown']],
		['starStories.include', ['**/shown*(1)/[!a]*.md', 'stories/*.md']],
		['files.exclude', { '**/hidden': true }],
		['search.exclude', { '**/hidden/**': true }],
		// What can be read of a malformed list counts.
		['starStories.exclude', [7, '{', '**/hidden/', null]],
		['starStories.include', [{}, '**/shown*/*.md', '[']],
	];
	for (const [name, value] of hiding)
		it(`are not those that a setting hides, open or closed: ${name} ${JSON.stringify(value)}`, async () => {
			const files = await SearchedFiles.begin();
			expect(files.found()).to.deep.equal([shown, hidden, open]);
			await files.replace({ [name]: value });
			expect(files.found()).to.deep.equal([shown]);
			await files.replace({});
			expect(files.found()).to.deep.equal([shown, hidden, open]);
		});

	it('are not those that an ignore file names, unless none is to count', async () => {
		const files = await SearchedFiles.begin();
		const after = async (ignoreFile: string, content: string) => {
			files.workspace.write(`${folder}/${ignoreFile}`, content);
			await files.settle();
			return files.found();
		};
		expect(await after('.gitignore', '# kept to ourselves\nhidden/\n')).to.deep.equal([shown]);
		expect(await after('.gitignore', 'hidden/*\n!story.md\n')).to.deep.equal([shown, hidden]);
		expect(await after('.gitignore', '/hidden\n')).to.deep.equal([shown]);
		files.workspace.setIgnoreFilesCount(false);
		await files.settle();
		expect(files.found()).to.deep.equal([shown, hidden, open]);
		files.workspace.setIgnoreFilesCount(true);
		await files.settle();
		expect(files.found()).to.deep.equal([shown]);
		files.workspace.delete(`${folder}/.gitignore`);
		await files.settle();
		expect(files.found()).to.deep.equal([shown, hidden, open]);
		expect(await after('hidden/.ignore', '*.md\n')).to.deep.equal([shown]);
	});

	it('are those that came while they were excluded, once they no longer are', async () => {
		const files = await SearchedFiles.begin();
		await files.replace({ 'starStories.exclude': ['**/hidden/**', '**/more/**'] });
		files.workspace.write(`${folder}/more/story.md`, story);
		await files.settle();
		expect(files.found()).to.deep.equal([shown]);
		await files.replace({});
		expect(files.found()).to.deep.equal([shown, hidden, open, `${folder}/more/story.md`]);
	});

	const senseless: readonly Settings[] = [
		{ 'starStories.exclude': 5, 'starStories.rules': 5, 'files.exclude': 5 },
		{
			'starStories.exclude': '{',
			'starStories.rules': 'off',
			'files.exclude': '**/hidden',
			'starStories.storiesFolder': ['stories'],
		},
		{ 'starStories.exclude': null, 'starStories.rules': null, 'files.exclude': null },
		{ 'starStories.exclude': [5, {}, null, ''], 'starStories.rules': ['off'], 'files.exclude': { '': true } },
		{
			'starStories.exclude': ['{', '}', '[', '[z-a]', '**/hidden/\\'],
			'starStories.rules': { 'competency-unknown': 'fatal', toString: 'off', nonsense: 'error' },
			'files.exclude': { '**/hidden/*': { when: '$(basename).txt' } },
		},
		{ 'starStories.exclude': { '**/hidden/**': true }, 'starStories.rules': { 'competency-unknown': null } },
		{ 'search.exclude': { '{': true, '[z-a]': true } },
		{ 'search.exclude': null },
	];
	for (const values of senseless)
		it(`stay the same where settings make no sense: ${JSON.stringify(values)}`, async () => {
			const files = await SearchedFiles.begin();
			const other = 'search.exclude' in values ? 'files.exclude' : 'search.exclude';
			for (const isHidden of [true, false]) {
				await files.replace({ ...values, [other]: { '**/hidden/**': isHidden } });
				expect(files.found()).to.deep.equal(isHidden ? [shown] : [shown, hidden, open]);
				const severities = files.stories.files
					.get(shown)
					?.analysis.problems.filter(({ rule }) => rule === 'competency-unknown')
					.map(({ severity }) => severity);
				expect(severities).to.deep.equal(['error']);
			}
		});
});
