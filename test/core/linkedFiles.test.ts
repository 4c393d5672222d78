import { mkdtemp, rm, symlink, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyseFiles, nodeFileSystem } from '../../src/worker/files.ts';
import { diskOf, FollowedStories } from './followedStories.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';

const folder = 'file:///stories';
const story = '---\ncompetencies: [mentorship]\n---\n\n# One\n\n## Situation\n\nI saw it.\n';
const [a, b, real] = [`${folder}/a.md`, `${folder}/b.md`, `${folder}/real.md`];

describe('one file under several names', () => {
	for (const host of ['in Node', 'through the editor']) {
		const follow = async (workspace: InMemoryWorkspace) =>
			new FollowedStories(
				workspace,
				host === 'in Node' ? diskOf(workspace) : { reaches: () => false, read: async () => undefined },
			).scan();

		it(`is one story, under the name that no link leads to: ${host}`, async () => {
			const workspace = new InMemoryWorkspace([folder], { [a]: story, [b]: story, [real]: story });
			workspace.realPaths = new Map([
				[a, '/stories/real.md'],
				[b, '/elsewhere/b.md'],
			]);
			const { files } = await follow(workspace);
			expect(files.index.files().toSorted()).to.deep.equal([b, real]);
			expect([a, b, real].filter((uri) => files.isOtherName(uri))).to.deep.equal([a]);
			// What a link shows is known all the same.
			expect(files.get(a)?.analysis.kind).to.equal('story');
			workspace.delete(real);
			workspace.delete(b);
			await workspace.clock.settle();
			expect(files.index.files()).to.deep.equal([a]);
			workspace.write(real, story.replace('One', 'Again'));
			await workspace.clock.settle();
			expect(files.index.stories().map(({ file, story: { title } }) => [file, title])).to.deep.equal([
				[real, 'Again'],
			]);
		});

		it(`is one story where all its names are links, and equal texts are two: ${host}`, async () => {
			const workspace = new InMemoryWorkspace([folder], { [a]: story, [b]: story });
			workspace.realPaths = new Map([
				[a, '/elsewhere/one.md'],
				[b, '/elsewhere/one.md'],
			]);
			expect((await follow(workspace)).files.index.files()).to.deep.equal([a]);
			workspace.realPaths = new Map();
			expect((await follow(workspace)).files.index.files().toSorted()).to.deep.equal([a, b]);
			workspace.realPaths = undefined;
			expect((await follow(workspace)).files.index.files().toSorted()).to.deep.equal([a, b]);
		});
	}

	it('is found on a disk, by links to files and to folders', async () => {
		const directory = await mkdtemp(path.join(tmpdir(), 'star-stories-links-'));
		try {
			await mkdir(path.join(directory, 'kept'));
			await writeFile(path.join(directory, 'kept/one.md'), story);
			await symlink('kept', path.join(directory, 'linked'));
			await symlink('kept/one.md', path.join(directory, 'one.md'));
			const files = nodeFileSystem();
			if (!files) throw new Error('There is no disk.');
			const context = {
				lookups: new Lookups([staff]),
				severities: {},
				wordsPerMinute: 150,
				staleAfterYears: 5,
				today: '2026-01-01',
			};
			const paths = ['kept/one.md', 'linked/one.md', 'one.md'].map((name) => path.join(directory, name));
			const found = analyseFiles(files, paths, context).files.map(({ realPath }) => realPath);
			expect(new Set(found).size).to.equal(1);
			expect(found[0]?.endsWith(path.join('kept', 'one.md'))).to.equal(true);
		} finally {
			await rm(directory, { recursive: true });
		}
	});
});
