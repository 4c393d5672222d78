import { expect } from 'chai';
import fc from 'fast-check';
import { changeStories } from '../../src/core/edit/changeStories.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { languageService } from '../../src/core/languageService.ts';
import { Frameworks } from '../../src/core/library/frameworks.ts';
import { lensNamed, lensOf } from '../../src/core/library/lens.ts';
import { LibraryCoverage } from '../../src/core/library/libraryCoverage.ts';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { planInterview } from '../../src/core/questions/plan/interviewPlan.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { happenAll, happeningsOf } from './happenings.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { propertyRuns } from './propertyRuns.ts';
import { throwOn } from './throwOn.ts';

const one = 'file:///one';
const two = 'file:///two';
const file = `${one}/star-framework.yaml`;
const own = 'competencies:\n  - id: courage\n    name: Courage\n';
const other = 'extends: [staff]\ncompetencies:\n  - id: patience\n    name: Patience\n';
const rival = 'extends: [staff]\ncompetencies:\n  - id: courage\n    name: Candour\n';
const broken = 'competencies: [\n';

/** The frameworks of a workspace, and what was heard of them. */
class Followed {
	readonly workspace: InMemoryWorkspace;
	readonly frameworks: Frameworks;
	readonly warnings: string[] = [];
	/** What held when a listener was last told of a change. */
	heard: readonly (readonly Framework[])[] = [];
	/** The files that were read, by what a listener knows of them. */
	readonly read = new Map<string, string | undefined>();

	constructor(workspace: InMemoryWorkspace) {
		this.workspace = workspace;
		const { builtInFrameworks, loadFramework } = languageService;
		const reader = {
			builtInFrameworks: async () => builtInFrameworks(),
			loadFramework: async (...args: Parameters<typeof loadFramework>) => loadFramework(...args),
		};
		this.frameworks = new Frameworks(workspace, reader, {
			warn: (message) => void this.warnings.push(message),
			error: (error) => void this.warnings.push(String(error)),
		});
		this.frameworks.onDidChange(() => (this.heard = this.active()));
		this.frameworks.onDidRead((uri) => this.read.set(uri, this.frameworks.file(uri)?.text));
	}

	async load(): Promise<this> {
		const loaded = this.frameworks.load();
		await this.workspace.clock.settle();
		await loaded;
		this.heard = this.active();
		return this;
	}

	active(): readonly (readonly Framework[])[] {
		return [undefined, `${one}/a.md`, `${two}/a.md`].map((uri) => this.frameworks.for(uri));
	}
}

const happening = happeningsOf<Followed>();
const path = fc.constantFrom(file, `${two}/star-framework.yaml`, `${two}/deep/own.yml`);
const text = fc.constantFrom(own, other, rival, broken);
const step = fc.oneof(
	happening('write', fc.tuple(path, text), ({ workspace }, uri, content) => {
		workspace.held.delete(uri);
		workspace.write(uri, content);
	}),
	happening('hold and write', fc.tuple(path, text), ({ workspace }, uri, content) => {
		workspace.held.add(uri);
		workspace.write(uri, content);
	}),
	happening('delete', fc.tuple(path), ({ workspace }, uri) => workspace.delete(uri)),
	happening('rename', fc.tuple(path, path), ({ workspace }, from, to) => workspace.rename(from, to)),
	happening('type', fc.tuple(path, text), ({ workspace }, uri, content) => workspace.type(uri, content)),
	happening('save', fc.tuple(path), ({ workspace }, uri) => workspace.saveNow(uri)),
	happening('close', fc.tuple(path), ({ workspace }, uri) => workspace.close(uri)),
	happening(
		'name the file',
		fc.tuple(fc.constantFrom(one, two), fc.constantFrom('deep/own.yml', 'star-framework.yaml', '../out.yaml')),
		({ workspace }, folder, frameworkFile) => workspace.set(folder, { frameworkFile }),
	),
	happening(
		'choose frameworks',
		fc.tuple(
			fc.constantFrom(undefined, one),
			fc.constantFrom(['staff'], ['google', 'staff'], ['nonsense'], undefined),
		),
		({ workspace }, scope, frameworks) => workspace.set(scope, { frameworks }),
	),
	happening(
		'change folders',
		fc.constantFrom<[readonly string[]][]>([[one]], [[one, two]], [[two, one]]),
		({ workspace }, folders) => workspace.setFolders(folders),
	),
);

describe('the frameworks of folders', () => {
	it('are looked up at the level of the setting, and it is told of when that changes', async () => {
		const { frameworks, workspace } = await new Followed(new InMemoryWorkspace([one], { [file]: own })).load();
		let changes = 0;
		frameworks.onDidChange(() => changes++);
		const levels = () => [undefined, `${one}/a.md`].map((uri) => frameworks.lookupsFor(uri).level);
		expect(levels()).to.deep.equal(['staff', 'staff']);
		workspace.set(undefined, { targetLevel: 'principal' });
		await workspace.clock.settle();
		expect([levels(), changes]).to.deep.equal([['principal', 'principal'], 1]);
	});

	it('are those of a reading from nothing, whatever happened before, and every change is told of', async () => {
		let ofFiles = 0;
		await fc.assert(
			fc.asyncProperty(happenAll(step), async (happenAllTo) => {
				const followed = await new Followed(new InMemoryWorkspace([one, two], { [file]: own })).load();
				const { workspace, frameworks } = followed;
				await happenAllTo(followed);
				// A broken file means what it last meant, which depends on what was before.
				for (const uri of [file, `${two}/star-framework.yaml`, `${two}/deep/own.yml`]) {
					if (workspace.document(uri)?.getText() === broken) workspace.type(uri, other);
					if (workspace.files.get(uri) === broken) workspace.write(uri, other);
				}
				await workspace.clock.settle();
				const fresh = await new Followed(workspace.fromNothing()).load();
				expect(followed.active()).to.deep.equal(fresh.active());
				expect(frameworks.files().map(({ uri, text: held }) => [uri, held])).to.deep.equal(
					fresh.frameworks.files().map(({ uri, text: held }) => [uri, held]),
				);
				const inWorkspace = [true, ...[one, two].map((folder) => workspace.folderOf(folder) !== undefined)];
				for (const [index, active] of followed.active().entries())
					if (inWorkspace[index])
						expect(active === followed.heard[index], `a listener has heard of number ${index}`).to.equal(
							true,
						);
				for (const { uri, text: held } of frameworks.files()) expect(followed.read.get(uri)).to.equal(held);
				ofFiles += frameworks.files().length;
			}),
			{ numRuns: propertyRuns(300) },
		);
		expect(ofFiles).to.be.above(propertyRuns(100));
	});

	it('are told of where their folder leaves the workspace and comes back, whatever is read meanwhile', async () => {
		const followed = await new Followed(new InMemoryWorkspace([two, one], { [file]: own })).load();
		const { workspace, frameworks, read } = followed;
		workspace.setFolders([two]);
		expect(frameworks.files()).to.deep.equal([]);
		expect([...read]).to.deep.equal([[file, undefined]]);
		// As a reading does that took in another change.
		followed.heard = followed.active();
		workspace.setFolders([two, one]);
		await workspace.clock.settle();
		expect(followed.heard[1]).to.equal(frameworks.for(`${one}/a.md`));
		expect(read.get(file)).to.equal(own);
	});

	it('stay as they were while another program holds their file, which is read as soon as that can be', async () => {
		const followed = await new Followed(new InMemoryWorkspace([one], { [file]: own })).load();
		const { workspace, frameworks } = followed;
		const ids = () => frameworks.for(`${one}/a.md`).map(({ competencies: [first] }) => first?.id);
		const before = ids();
		expect(before).to.include('courage');
		workspace.held.add(file);
		workspace.write(file, own.replaceAll(/courage/giu, 'patience'));
		await workspace.clock.pass(900);
		expect(ids()).to.deep.equal(before);
		workspace.held.clear();
		await workspace.clock.settle();
		expect(ids()).to.include('patience').and.not.to.include('courage');
		workspace.held.add(file);
		workspace.write(file, own);
		await workspace.clock.settle();
		expect(frameworks.files()).to.deep.equal([]);
	});

	it('tell apart what files of two folders mean by one id, and each story counts for its own', async () => {
		const rivals = `${two}/star-framework.yaml`;
		const workspace = new InMemoryWorkspace([one, two], { [file]: own, [rivals]: rival });
		const { frameworks } = await new Followed(workspace).load();
		const index = new StoryIndex(throwOn);
		const analysed = (uri: string) => {
			const context = { ...defaultContext, lookups: frameworks.lookupsFor(uri) };
			return analyse('---\ncompetencies: [courage]\n---\n\n# One\n\n## Situation\n\nI saw it.\n', context);
		};
		const follow = () =>
			index.update(new Map([one, two, two].map((at, n) => [`${at}/${n}.md`, analysed(`${at}/a.md`)])));
		const counted = (uri?: string) =>
			new LibraryCoverage(index, frameworks)
				.for(uri)
				.flatMap(({ competency: { name }, stories }) =>
					['Courage', 'Candour'].includes(name) ? [`${name} ${stories.length}`] : [],
				);
		follow();
		expect(counted()).to.deep.equal(['Courage 1', 'Candour 2']);
		expect([counted(`${one}/a.md`), counted(`${two}/a.md`)]).to.deep.equal([['Courage 1'], ['Candour 2']]);
		for (const framework of frameworks.for(undefined)) {
			const lens = lensOf(frameworks.for(undefined), lensNamed(framework));
			const seen = index.stories().map((entry) => lens.through(entry).story.tags.length);
			expect(seen, framework.name).to.deep.equal(framework.name === 'one' ? [1, 0, 0] : [0, 1, 1]);
			const planned = planInterview(framework, index.stories()).map(({ primary }) =>
				primary?.file.slice(0, one.length),
			);
			expect(planned).to.deep.include(framework.name === 'one' ? one : two);
		}
		// Files keep the id that their folder writes.
		const { competencies } = frameworks.lookupsFor(`${two}/a.md`);
		const id = competencies.find('Candour')?.id ?? '';
		expect(frameworks.fileNaming(id)?.uri).to.equal(rivals);
		const story = '---\ncompetencies: [mentorship]\n---\n\n# Two\n';
		const lookups = frameworks.lookupsFor(`${two}/a.md`);
		const change = { story: { index: 0, title: 'Two' }, change: { kind: 'tag', competency: id } } as const;
		expect(applyEdits(story, changeStories(story, 'a.md', lookups, [change]).edits)).to.contain(
			'[mentorship, courage]',
		);
		const written = JSON.stringify(
			analyse('---\ncompetencies: []\n---\n\n# Two\n', { ...defaultContext, lookups }).problems,
		);
		expect(written).to.contain('courage').and.not.to.contain(id);

		workspace.write(rivals, rival.replace('Candour', 'Courage'));
		await workspace.clock.settle();
		follow();
		expect(counted()).to.deep.equal(['Courage 3']);
	});

	it('follow a file of any name: YAML is what JSON is as well', async () => {
		const json = `${one}/ours.json`;
		const workspace = new InMemoryWorkspace([one], { [json]: own });
		workspace.set(one, { frameworkFile: 'ours.json' });
		const { frameworks } = await new Followed(workspace).load();
		const ids = () => frameworks.for(`${one}/a.md`).map(({ competencies: [first] }) => first?.id);
		expect(ids()).to.include('courage');
		workspace.write(json, own.replaceAll(/courage/giu, 'patience'));
		await workspace.clock.settle();
		expect(ids()).to.include('patience');
	});

	it('keep the names that a file listed where it cannot be read in full any more', async () => {
		const confidential = `confidential: [Halyard]\n${own}`;
		const workspace = new InMemoryWorkspace([one], { [file]: confidential });
		const { frameworks } = await new Followed(workspace).load();
		const names = () => frameworks.names.flatMap((each) => each.names.names.map(({ name }) => name));
		const areUnread = () => frameworks.names.map((each) => each.names.unread !== undefined);
		expect([names(), areUnread()]).to.deep.equal([['Halyard'], [false]]);
		workspace.write(file, broken);
		await workspace.clock.settle();
		expect([names(), areUnread()]).to.deep.equal([['Halyard'], [true]]);
		workspace.write(file, own);
		await workspace.clock.settle();
		expect([names(), areUnread()]).to.deep.equal([[], [false]]);
	});

	it('keep what a file last meant where it breaks, and are the same arrays while nothing changes', async () => {
		const followed = await new Followed(new InMemoryWorkspace([one], { [file]: own })).load();
		const { workspace, frameworks, warnings } = followed;
		const before = followed.active();
		expect(before[1]?.[0]?.competencies.map(({ id }) => id)).to.deep.equal(['courage']);
		workspace.write(file, broken);
		await workspace.clock.settle();
		expect(warnings).to.deep.equal([`${file} has errors: what it last meant stays in force.`]);
		expect(frameworks.file(file)?.loaded.problems).not.to.deep.equal([]);
		workspace.write(file, `# Ours\n${own}`);
		await workspace.clock.settle();
		for (const [index, active] of followed.active().entries()) expect(active).to.equal(before[index]);
	});
});
