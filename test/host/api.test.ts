import { expect } from 'chai';
import * as vscode from 'vscode';
import type { ApiProblem, StarStoriesApi, StarStoriesExports } from '../../api.d.ts';
import { bankFile } from './bankFolder.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inEveryHost, itInCurrentNode } from './hosts.ts';
import { diagnosticsOf, filesWithProblems, ruleOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { misspelt, misspeltStory, soundStory } from './soundStory.ts';

inEveryHost('activation', 'the API for other extensions', () => {
	const scratch = scratchFolder();
	let api: StarStoriesApi;

	before(async () => {
		api = (await exportsOf()).getApi(1);
		await api.ready;
	});

	it('has version 1 and says so of any other', async () => {
		expect(api.version).to.equal(1);
		const { getApi } = await exportsOf();
		expect(() => getApi(2 as 1)).to.throw('has version 1 of its API, and no version 2');
	});

	it('gives every tagged story with its place', () => {
		const file = bankFile('stories/retiring-the-nightly-reindex.md').toString();
		const story = api.stories().find((each) => each.file === file);
		expect(story).to.deep.include({
			title: 'Retiring the nightly reindex',
			status: 'ready',
			strength: 5,
			scope: 'teams',
			competencies: ['technical-initiative'],
			unknownTags: [],
		});
		expect(story?.words).to.be.greaterThan(100);
		expect(story?.range.start.line).to.be.greaterThan(3);
		const misspeltFile = bankFile('stories/tomasz-reads-the-query-plan.md').toString();
		expect(api.stories().find((each) => each.file === misspeltFile)?.unknownTags).to.deep.equal(['Mentorshp']);
		const bank = api.stories().filter((each) => each.file === bankFile('stories/bank.md').toString());
		expect(bank.length).to.be.greaterThan(1);
		expect(new Set(api.stories().map(({ id }) => id)).size).to.equal(api.stories().length);
	});

	itInCurrentNode('has a story at every moment while its file is renamed, and its folder', async () => {
		const titled = () => api.stories().filter(({ title }) => title === 'Renamed at night');
		const rename = async (from: string, to: string, place: string) => {
			const counts: number[] = [];
			const listener = api.onDidChange(() => counts.push(titled().length));
			const edit = new vscode.WorkspaceEdit();
			edit.renameFile(scratch.file(from), scratch.file(to));
			expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
			await eventuallyEquals(() => titled().map(({ file }) => file), [scratch.file(place).toString()]);
			await scratch.untilCaughtUp();
			listener.dispose();
			expect(counts).not.to.include(0);
			expect(titled().map(({ file }) => file)).to.deep.equal([scratch.file(place).toString()]);
		};
		await scratch.write(
			'one/story.md',
			(await soundStory()).replaceAll('Retiring the nightly reindex', 'Renamed at night'),
		);
		await eventually(titled, (found) => found.length === 1);
		await rename('one/story.md', 'one/other.md', 'one/other.md');
		await rename('one', 'two', 'two/other.md');
	});

	itInCurrentNode('keeps stories that come where others were before their folder was renamed', async () => {
		const below = (folder: string) =>
			api
				.stories()
				.filter(({ file }) => file.startsWith(`${scratch.file(folder).toString()}/`))
				.map(({ file }) => file.split('/').at(-1));
		const text = await soundStory();
		await scratch.write('one/first.md', text);
		await eventuallyEquals(() => below('one'), ['first.md']);
		const edit = new vscode.WorkspaceEdit();
		edit.renameFile(scratch.file('one'), scratch.file('two'));
		expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
		await eventuallyEquals(() => below('two'), ['first.md']);
		for (const name of ['second.md', 'third.md']) await scratch.write(`one/${name}`, text);
		await eventuallyEquals(() => below('one'), ['second.md', 'third.md']);
		await vscode.workspace.fs.delete(scratch.file('one/second.md'));
		await eventually(
			() => below('one'),
			(names) => !names.includes('second.md'),
		);
		await scratch.untilCaughtUp();
		expect([below('one').toSorted(), below('two').toSorted()]).to.deep.equal([['third.md'], ['first.md']]);
	});

	itInCurrentNode('gives coverage, whose stories are among the stories', () => {
		const states = api.coverage().map(({ competency: { id }, state }) => `${id} ${state}`);
		expect(states).to.deep.equal([
			'technical-initiative rich',
			'technical-influence covered',
			'mentorship weak',
			'cross-team-alignment gap',
		]);
		expect(api.coverage(bankFile('stories/bank.md').toString())).to.deep.equal(api.coverage());
		const ids = new Set(api.stories().map(({ id }) => id));
		for (const { stories, best } of api.coverage()) {
			expect(stories.filter((id) => !ids.has(id))).to.deep.equal([]);
			expect(best).to.deep.equal(stories.slice(0, 2));
		}
		expect(() => api.coverage('no URI')).to.throw();
	});

	itInCurrentNode('gives the problems that the editor shows', async () => {
		const shown = () =>
			filesWithProblems()
				.filter(({ path }) => path.endsWith('.md'))
				.flatMap((uri) =>
					diagnosticsOf(uri).map((diagnostic) => {
						const { start, end } = diagnostic.range;
						return line(uri.toString(), ruleOf(diagnostic), diagnostic.message, [
							start.line,
							start.character,
							end.line,
							end.character,
						]);
					}),
				);
		const given = () =>
			api
				.problems()
				.map(({ file, rule, message, range: { start, end } }) =>
					line(file, rule, message, [start.line, start.character, end.line, end.character]),
				);
		const inOne = (of: readonly string[], other: readonly string[]) => of.filter((each) => !other.includes(each));
		await eventuallyEquals(() => [inOne(given(), shown()), inOne(shown(), given())], [[], []]);
		expect(shown().toSorted()).to.deep.equal(given().toSorted());
	});

	it('tells of changes, and what was given before stays as it was', async () => {
		const before = api.stories();
		const kept = JSON.stringify(before);
		let fired = 0;
		const listener = api.onDidChange(() => fired++);
		try {
			const uri = await scratch.write('story.md', await misspeltStory());
			const isOurs = ({ file }: ApiProblem) => file === uri.toString();
			await eventuallyEquals(
				() =>
					api
						.problems()
						.filter(isOurs)
						.map(({ rule }) => rule),
				['competency-unknown'],
			);
			expect(fired).to.be.greaterThan(0);
			expect(api.stories()).to.have.length(before.length + 1);
			const problem = api.problems().find(isOurs);
			expect(problem?.story).to.equal(api.stories().find(({ file }) => file === uri.toString())?.id);
			expect(problem?.message).to.include(misspelt);

			await scratch.write('story.md', await soundStory());
			await eventuallyEquals(() => api.problems().some(isOurs), false);
			expect(JSON.stringify(before)).to.equal(kept);
		} finally {
			listener.dispose();
		}
		const last = fired;
		const other = await scratch.write('other.md', await soundStory());
		await eventually(api.stories, (stories) => stories.some(({ file }) => file === other.toString()));
		expect(fired).to.equal(last);
	});

	itInCurrentNode('gives nothing that could be changed, and nothing but data', async () => {
		for (const data of [api.stories(), api.coverage(), api.problems()]) {
			expect(data).not.to.have.length(0);
			expect(JSON.parse(JSON.stringify(data))).to.deep.equal(data);
			expectFrozen(data);
		}
		expect(Object.isFrozen(api)).to.equal(true);
		expect(Object.isFrozen(await exportsOf())).to.equal(true);
	});
});

async function exportsOf(): Promise<StarStoriesExports> {
	const extension = vscode.extensions.getExtension<StarStoriesExports>('star-stories.star-stories');
	const exports = await extension?.activate();
	if (!exports) {
		throw new Error('The extension exports nothing');
	}
	return exports;
}

function line(file: string, rule: string, message: string, places: readonly number[]): string {
	return `${file} ${rule} ${places.join(' ')} ${message}`;
}

function expectFrozen(value: unknown): void {
	if (typeof value !== 'object' || value === null) {
		return;
	}
	expect(Object.isFrozen(value), JSON.stringify(value)).to.equal(true);
	for (const part of Object.values(value)) {
		expectFrozen(part);
	}
}
