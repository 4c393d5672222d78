import { expect } from 'chai';
import { matcher, searchGlobs, wellFormed } from '../../src/core/library/files/fileFilter.ts';
import { IgnoreRules } from '../../src/core/library/files/ignoreRules.ts';
import { finish } from '../../src/core/text/steps.ts';
import { diskOf, FollowedStories } from './followedStories.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';

const folder = 'file:///stories';
const story = '---\ncompetencies: [mentorship]\n---\n\n# One\n\n## Situation\n\nI saw it.\n';

/** Names of the files that are counted. */
function counted({ files }: FollowedStories): readonly string[] {
	return files.index
		.files()
		.map((uri) => uri.slice(folder.length + 1))
		.toSorted();
}

async function follow(workspace: InMemoryWorkspace): Promise<FollowedStories> {
	return new FollowedStories(workspace, diskOf(workspace)).scan();
}

describe('files that may hold stories', () => {
	const names = [
		'a.md',
		'B.MD',
		'c.Markdown',
		'd.mkd',
		'e.txt',
		'notes/f.TXT',
		'notes/g.star',
		'h.star',
		'i.ts',
		'md',
	];
	const all = Object.fromEntries(names.map((name) => [`${folder}/${name}`, story]));
	const markdown = ['B.MD', 'a.md', 'c.Markdown', 'd.mkd'];

	for (const [what, settings, associations, expected] of [
		['what VS Code calls Markdown', {}, {}, markdown],
		[
			'what the settings call Markdown',
			{},
			{ '*.STAR': 'markdown', '*.ts': 'typescript' },
			[...markdown, 'h.star', 'notes/g.star'],
		],
		[
			'what include names, whatever its ending',
			{ include: ['**/*.md', 'notes/*.{txt,star}'] },
			{},
			['B.MD', 'a.md', 'notes/f.TXT', 'notes/g.star'],
		],
		[
			'Markdown alone where include names a place',
			{ include: ['notes/**', 'b*', 'a*'] },
			{ 'g.*': 'markdown' },
			['a.md', 'notes/g.star'],
		],
	] as const) {
		it(`are ${what}, at the start as after they were opened, created and written`, async () => {
			const workspace = new InMemoryWorkspace([folder], all);
			workspace.set(folder, settings);
			workspace.associations = associations;
			const followed = await follow(workspace);
			expect(counted(followed)).to.deep.equal(expected.toSorted());
			for (const uri of Object.keys(all)) workspace.type(uri, `${story}\nTyped.\n`);
			await workspace.clock.settle();
			expect(counted(followed)).to.deep.equal(expected.toSorted());

			const empty = new InMemoryWorkspace([folder]);
			empty.set(folder, settings);
			empty.associations = associations;
			const later = await follow(empty);
			for (const [uri, text] of Object.entries(all)) empty.write(uri, text);
			await empty.clock.settle();
			expect(counted(later)).to.deep.equal(expected.toSorted());
		});
	}

	it('are found by the patterns of the search', () => {
		const globs = searchGlobs(
			finish(wellFormed({ include: ['notes/*.txt', '**/*.md', 'x/**'], exclude: [], markdown: ['**/*.star'] })),
		);
		const finds = matcher(globs);
		for (const path of ['a.MD', 'b/c.txt', 'd.STAR', 'deep/er/e.mdtext']) expect(finds(path), path).to.equal(true);
		expect(finds('f.ts')).to.equal(false);
	});

	it('may come in a folder with an ending, and other files by thousands cost no look at each', async () => {
		const workspace = new InMemoryWorkspace([folder], { [`${folder}/a.md`]: story });
		const followed = await follow(workspace);
		let looks = 0;
		workspace.isFolder = async () => (looks++, true);
		const foldersIn = workspace.foldersIn.bind(workspace);
		let listings = 0;
		workspace.foldersIn = async (uri) => (listings++, foldersIn(uri));
		for (let index = 0; index < 1000; index++) workspace.write(`${folder}/src/file${index}.ts`, 'code');
		await workspace.clock.settle();
		expect([looks, listings]).to.deep.equal([0, 1]);
		workspace.files.set('file:///elsewhere/a.md', story);
		workspace.move('file:///elsewhere', `${folder}/stories.of.mine`);
		await workspace.clock.settle();
		expect(counted(followed)).to.deep.equal(['a.md', 'stories.of.mine/a.md']);
	});

	it('cost nothing where there are no stories, whatever others create, move and delete', async () => {
		const workspace = new InMemoryWorkspace([folder], { [`${folder}/README.md`]: '# A program\n' });
		const followed = await follow(workspace);
		const asked: string[] = [];
		for (const name of ['isFolder', 'foldersIn', 'find', 'read', 'readBytes', 'realPath'] as const) {
			const ask = workspace[name].bind(workspace) as (...args: unknown[]) => Promise<never>;
			workspace[name] = (...args: unknown[]) => (asked.push(name), ask(...args));
		}
		const told: string[] = [];
		workspace.onDidChangeFile(({ uri }) => told.push(uri));
		for (let index = 0; index < 1000; index++) workspace.write(`${folder}/src/file${index}.ts`, 'code');
		await workspace.clock.settle();
		for (let index = 0; index < 1000; index++) workspace.delete(`${folder}/src/file${index}.ts`);
		await workspace.clock.settle();
		workspace.move('file:///elsewhere', `${folder}/src/deep`);
		await workspace.clock.settle();
		expect(asked).to.deep.equal([]);
		expect(told, 'what the editor hands over').to.deep.equal([]);
		expect(counted(followed)).to.deep.equal([]);
	});

	it('cost three searches where a folder comes to the top of a workspace without stories', async () => {
		const workspace = new InMemoryWorkspace([folder], { [`${folder}/README.md`]: '# A program\n' });
		await follow(workspace);
		const find = workspace.find.bind(workspace);
		let searches = 0;
		workspace.find = async (...args) => (searches++, find(...args));
		workspace.files.set('file:///elsewhere/deep/code.ts', 'code');
		workspace.move('file:///elsewhere', `${folder}/src`);
		await workspace.clock.settle();
		// Ignore files and stories at once, as it begins to be watched late, and stories once more.
		expect(searches).to.equal(3);
	});

	describe('in a folder that is moved deep into a workspace without stories', () => {
		const moved = ['src/deep/a.md', 'src/deep/b.md'];

		/** A workspace into which such a folder has come. */
		async function missing(
			come: (workspace: InMemoryWorkspace, from: string, to: string) => void = (workspace, from, to) =>
				workspace.move(from, to),
		): Promise<FollowedStories> {
			const workspace = new InMemoryWorkspace([folder], { [`${folder}/src/code.ts`]: 'code' });
			const followed = await follow(workspace);
			for (const path of moved) workspace.files.set(`file:///elsewhere/${path.slice('src/deep/'.length)}`, story);
			come(workspace, 'file:///elsewhere', `${folder}/src/deep`);
			await workspace.clock.settle();
			return followed;
		}

		it('are found once somebody looks, and then followed like all others', async () => {
			const followed = await missing();
			const { workspace, scanner } = followed;
			expect(counted(followed)).to.deep.equal([]);
			void scanner.lookAround();
			await workspace.clock.settle();
			expect(counted(followed)).to.deep.equal(moved);
			workspace.move(`${folder}/src/deep`, `${folder}/src/deeper`);
			await workspace.clock.settle();
			expect(counted(followed)).to.deep.equal(['src/deeper/a.md', 'src/deeper/b.md']);
		});

		it('are found with the first story that comes or is opened', async () => {
			const written = await missing();
			written.workspace.write(`${folder}/docs/story.md`, story);
			await written.workspace.clock.settle();
			expect(counted(written)).to.deep.equal(['docs/story.md', ...moved]);

			const opened = await missing();
			await opened.workspace.openDocument(`${folder}/src/deep/a.md`);
			await opened.workspace.clock.settle();
			expect(counted(opened)).to.deep.equal(moved);
		});

		it('are found at once where the editor moves it, or where it has the name of the folder of stories', async () => {
			const renamed = await missing((workspace, from, to) => workspace.rename(from, to));
			expect(counted(renamed)).to.deep.equal(moved);
			const named = await missing((workspace, from) => workspace.move(from, `${folder}/src/stories`));
			expect(counted(named)).to.deep.equal(['src/stories/a.md', 'src/stories/b.md']);
		});

		it('leave nothing behind where it is gone before anybody looks', async () => {
			const followed = await missing();
			const { workspace, scanner } = followed;
			workspace.delay = () => 100;
			const looked = scanner.lookAround();
			await workspace.clock.pass(150);
			workspace.delete(`${folder}/src/deep`);
			await workspace.clock.settle();
			await looked;
			expect(followed.files.uris()).to.deep.equal([]);
		});
	});

	for (const path of ['story.md', 'notes/deep/story.md', 'stories/story.md'])
		it(`wake a workspace that had none: ${path}, written or moved in as a folder`, async () => {
			const workspace = new InMemoryWorkspace([folder], { [`${folder}/README.md`]: '# A program\n' });
			const written = await follow(workspace);
			workspace.write(`${folder}/${path}`, story);
			await workspace.clock.settle();
			expect(counted(written)).to.deep.equal([path]);

			const other = new InMemoryWorkspace([folder]);
			const moved = await follow(other);
			other.files.set(`file:///elsewhere/${path}`, story);
			other.move('file:///elsewhere', `${folder}/from elsewhere`);
			await other.clock.settle();
			expect(counted(moved)).to.deep.equal([`from elsewhere/${path}`]);
		});

	it('are looked for together where many folders come at once', async () => {
		const workspace = new InMemoryWorkspace([folder], { [`${folder}/a.md`]: story });
		const followed = await follow(workspace);
		const find = workspace.find.bind(workspace);
		let searches = 0;
		workspace.find = async (...args) => (searches++, find(...args));
		for (let index = 0; index < 50; index++) {
			workspace.files.set(`file:///elsewhere/${index}/a.md`, story);
			workspace.move(`file:///elsewhere/${index}`, `${folder}/parts/of ${index}/deep`);
		}
		await workspace.clock.settle();
		expect(counted(followed)).to.have.lengthOf(51);
		expect(searches).to.be.at.most(12);
	});
});

describe('names in ignore files', () => {
	it('are told apart by case, but for file systems that do not', () => {
		const ignores = (ignoresCase: boolean) => {
			const rules = new IgnoreRules(ignoresCase);
			rules.add('Notes/', 'Secret.md\n');
			return ['Notes/Secret.md', 'notes/secret.MD', 'Notes/secret.md'].map((path) => rules.ignores(path));
		};
		expect(ignores(false)).to.deep.equal([true, false, false]);
		expect(ignores(true)).to.deep.equal([true, true, true]);
	});
});
