import { expect } from 'chai';
import fc from 'fast-check';
import type { StoryChange } from '../../src/core/edit/changeStories.ts';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { languageService } from '../../src/core/languageService.ts';
import { documentToEdit } from '../../src/core/library/documentEdits.ts';
import { EditHistory } from '../../src/core/library/editHistory.ts';
import { type StoryEdit, StoryEdits } from '../../src/core/library/storyEdits.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { happenAll, happeningsOf } from './happenings.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { propertyRuns } from './propertyRuns.ts';

const folder = 'file:///stories';
const uri = `${folder}/one.md`;
const other = `${folder}/bank.md`;
const story = '---\ncompetencies: [mentorship]\n---\n\n# One\n\n## Situation\n\nI saw it.\n';
const library =
	'# Bank\n\n## A\n\n**Competencies:** mentorship\n\n**Situation:** s\n\n**Task:** t\n\n## B\n\n**Competencies:** mentorship\n\n**Situation:** s\n\n**Task:** t\n';
const tag: StoryChange = { kind: 'tag', competency: 'technical-influence' };

/** A story as a view has seen it. */
function seen(file: string, index: number): StoryEdit['entry'] {
	return { file, index, story: { title: file === uri ? 'One' : index === 0 ? 'A' : 'B' } };
}

/** Stories that are edited as a view does it. */
class Edited {
	readonly workspace = new InMemoryWorkspace([folder], { [uri]: story, [other]: library });
	readonly history = new EditHistory(this.workspace);
	readonly errors: string[] = [];
	/** What came of the edits and of taking them back. */
	readonly results: (boolean | string | undefined)[] = [];
	readonly edits = new StoryEdits({
		workspace: this.workspace,
		history: this.history,
		frameworks: { lookupsFor: () => new Lookups([staff]) },
		changeStories: async (...args) => languageService.changeStories(...args),
		showError: (message) => void this.errors.push(message),
	});

	/** @returns whether all of them were made */
	async apply(
		changes: readonly (readonly [file: string, change: StoryChange, index?: number])[],
		label = 'Tag',
	): Promise<boolean> {
		const made = this.edits.apply(
			changes.map(([which, what, index = 0]) => ({ entry: seen(which, index), change: what })),
			label,
		);
		await this.workspace.clock.settle();
		return made;
	}

	/** The text as its author sees it. */
	textOf(file: string): string | undefined {
		return this.workspace.document(file)?.getText() ?? this.workspace.files.get(file);
	}
}

const file = fc.constantFrom(uri, other);
const change = fc.constantFrom<StoryChange>(
	tag,
	{ kind: 'untag', tag: 'mentorship' },
	{ kind: 'set', field: 'strength', value: 4 },
	{ kind: 'set', field: 'status', value: 'retired' },
);
const happening = happeningsOf<Edited>();

const quiet = [
	happening('show', fc.tuple(file), ({ workspace }, which) => workspace.shown.add(which)),
	happening('save', fc.tuple(file), ({ workspace }, which) => workspace.saveNow(which)),
	happening('edit', fc.tuple(file, change, fc.nat(1)), (edited, which, what, index) => {
		void edited.edits
			.apply([{ entry: seen(which, which === uri ? 0 : index), change: what }], 'Edit')
			.then((made) => edited.results.push(made));
	}),
];
const busy = [
	...quiet,
	happening('type', fc.tuple(file, fc.constantFrom('Typed.', 'Otherwise.')), (edited, which, words) => {
		const text = edited.textOf(which);
		if (text !== undefined) edited.workspace.type(which, `${text}\n${words}\n`);
	}),
	happening(
		'write',
		fc.tuple(file, fc.constantFrom('Theirs.', 'Later.'), fc.boolean()),
		({ workspace }, which, words, readsEarly) => {
			workspace.readsEarly = readsEarly;
			workspace.write(which, `${workspace.files.get(which) ?? ''}\n${words}\n`);
		},
	),
	happening('delete', fc.tuple(file), ({ workspace }, which) => workspace.delete(which)),
	happening(
		'hold',
		fc.tuple(file, fc.boolean()),
		({ workspace }, which, isHeld) => void (isHeld ? workspace.held.add(which) : workspace.held.delete(which)),
	),
	happening('undo', fc.tuple(), (edited) => void edited.history.undo().then((result) => edited.results.push(result))),
];

/** The lines that no change of tags or figures is about. */
function wordsOf(text: string): readonly string[] {
	return text
		.split('\n')
		.filter(
			(line) =>
				line !== '' &&
				!/^(?:competencies|strength|status|\*\*(?:Competencies|Strength|Status)):/u.test(line) &&
				line !== '---',
		);
}

describe('changes of stories in their files', () => {
	it('are taken back to the text of before, whatever was edited', async () => {
		await fc.assert(
			fc.asyncProperty(happenAll(fc.oneof(...quiet)), async (happenAllTo) => {
				const edited = new Edited();
				await happenAllTo(edited);
				for (let result: string | undefined; result !== 'There is nothing to undo here.';) {
					const undone = edited.history.undo();
					await edited.workspace.clock.settle();
					result = await undone;
				}
				expect([edited.textOf(uri), edited.textOf(other)]).to.deep.equal([story, library]);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	it('lose no word that anybody types or writes, whatever happens meanwhile', async () => {
		let made = 0;
		await fc.assert(
			fc.asyncProperty(happenAll(fc.oneof(...busy)), async (happenAllTo) => {
				const edited = new Edited();
				const lost: (readonly [before: string, after: string])[] = [];
				const apply = edited.workspace.applyEdits.bind(edited.workspace);
				edited.workspace.applyEdits = async (changes, label) => {
					const texts = changes.map(
						({ document, edits }) => [document.getText(), applyEdits(document.getText(), edits)] as const,
					);
					const isMade = await apply(changes, label);
					if (isMade)
						lost.push(
							...texts.filter(
								([before, after]) => wordsOf(after).join('\n') !== wordsOf(before).join('\n'),
							),
						);
					return isMade;
				};
				await happenAllTo(edited);
				expect(lost).to.deep.equal([]);
				made += edited.results.filter((result) => result === true).length;
			}),
			{ numRuns: propertyRuns(300) },
		);
		expect(made).to.be.above(propertyRuns(60));
	});

	it('are saved where no tab shows the file, and wait where one does', async () => {
		const edited = new Edited();
		const { workspace } = edited;
		expect(
			await edited.apply([
				[uri, tag],
				[other, tag, 1],
			]),
		).to.equal(true);
		expect(workspace.files.get(uri)).to.equal(story.replace('[mentorship]', '[mentorship, technical-influence]'));
		expect(workspace.files.get(other)).to.equal(
			library.replace(/(?<=## B\n\n\*\*Competencies:\*\* mentorship)/u, '; technical-influence'),
		);
		expect(workspace.labels).to.deep.equal(['Tag']);
		workspace.shown.add(uri);
		await edited.apply([[uri, { kind: 'set', field: 'strength', value: 4 }]], 'Rate');
		expect(workspace.files.get(uri)).not.to.contain('strength');
		expect(workspace.document(uri)).to.include({ isUnsaved: true });
		expect(edited.textOf(uri)).to.contain('strength: 4');
	});

	it('name a competency of a framework that is not active by its own id, not by what else goes by that name', async () => {
		const edited = new Edited();
		const ownership: StoryChange = { kind: 'tag', competency: 'ownership' };
		const changes = [
			{ entry: seen(uri, 0), change: ownership },
			{ entry: seen(other, 1), change: ownership },
		];
		const made = edited.edits.apply(changes, 'Tag', undefined, amazonLp);
		await edited.workspace.clock.settle();
		expect(await made).to.equal(true);
		const { files } = edited.workspace;
		expect(files.get(uri)).to.equal(story.replace('[mentorship]', '[mentorship, ownership]'));
		expect(files.get(other)).to.equal(
			library.replace(/(?<=## B\n\n\*\*Competencies:\*\* mentorship)/u, '; ownership'),
		);
	});

	it('are refused for what is read-only, gone or no longer the same, and the others are made', async () => {
		const edited = new Edited();
		edited.workspace.readOnly.add(uri);
		expect(
			await edited.apply([
				[uri, tag],
				[`${folder}/nowhere%20to%20be%20found.md`, tag],
				[other, tag],
			]),
		).to.equal(false);
		expect(edited.errors).to.deep.equal([
			'one.md: the file is read-only. nowhere to be found.md: the file is gone, or can’t be read.',
		]);
		expect(edited.workspace.files.get(uri)).to.equal(story);
		expect(edited.workspace.files.get(other)).to.contain('technical-influence');
		edited.workspace.readOnly.clear();
		edited.workspace.write(uri, '# Another\n');
		expect(await edited.apply([[uri, tag]])).to.equal(false);
		expect(edited.errors[1]).to.equal(
			'“One” was left as it is. The file has changed, and the story is no longer where it was.',
		);
	});

	it('are made in the words that another program wrote a moment ago', async () => {
		const edited = new Edited();
		await edited.workspace.openDocument(uri);
		edited.workspace.write(uri, `${story}\nTheirs.\n`);
		expect(await edited.apply([[uri, tag]])).to.equal(true);
		expect(edited.workspace.files.get(uri)).to.equal(
			`${story.replace('[mentorship]', '[mentorship, technical-influence]')}\nTheirs.\n`,
		);
	});

	it('are saved where the editor read a file again while another program was writing it', async () => {
		const edited = new Edited();
		const document = await edited.workspace.openDocument(uri);
		edited.workspace.readsEarly = true;
		edited.workspace.write(uri, `${story}\nTheirs.\n`);
		expect(document.getText()).to.contain('Theirs.');
		expect([await edited.apply([[uri, tag]]), edited.errors]).to.deep.equal([true, []]);
		expect(edited.workspace.files.get(uri)).to.contain('technical-influence').and.to.contain('Theirs.');
	});

	it('are not taken back where a file has changed since, and the author is told of it', async () => {
		const edited = new Edited();
		await edited.apply([
			[uri, tag],
			[other, tag],
		]);
		edited.workspace.write(uri, story);
		await edited.workspace.clock.settle();
		edited.workspace.write(other, '# Another\n');
		const undone = edited.history.undo();
		await edited.workspace.clock.settle();
		expect(await undone).to.equal('Left as they are, because they have changed since: bank.md.');
		expect([edited.workspace.files.get(uri), edited.workspace.files.get(other)]).to.deep.equal([
			story,
			'# Another\n',
		]);
	});
});

describe('the history of edits', () => {
	it('undoes the edits of one view alone where it asks for its own, and skips what was undone in an editor', async () => {
		const edited = new Edited();
		const { history, workspace } = edited;
		const undo = async (view?: string) => {
			const undone = history.undo(view);
			await workspace.clock.settle();
			return undone;
		};
		for (const strength of [4, 4, 5]) {
			const rating: StoryChange = { kind: 'set', field: 'strength', value: strength };
			await edited.edits.apply([{ entry: seen(uri, 0), change: rating }], 'Rate', 'matrix');
		}
		const before = edited.textOf(other);
		await edited.apply([[other, tag]]);
		const tagged = edited.textOf(other);
		const document = await workspace.openDocument(uri);
		// As the editor undoes it.
		workspace.type(uri, document.getText().replace('strength: 5', 'strength: 4'));
		expect([await undo('matrix'), edited.textOf(uri), edited.textOf(other)]).to.deep.equal([
			undefined,
			story,
			tagged,
		]);
		expect(await undo('matrix')).to.equal('There is nothing to undo here.');
		expect([await undo(), edited.textOf(other)]).to.deep.equal([undefined, before]);
	});
});

describe('a document that is to be edited', () => {
	it('is waited for while another program holds its file, and is not called gone', async () => {
		const { workspace } = new Edited();
		const document = await workspace.openDocument(uri);
		workspace.held.add(uri);
		const editing = documentToEdit(uri, workspace);
		await workspace.clock.pass(1000);
		workspace.held.clear();
		await workspace.clock.settle();
		expect(await editing).to.equal(document);

		workspace.held.add(uri);
		const refusal = documentToEdit(uri, workspace).then(
			() => 'none',
			(error: Error) => error.message,
		);
		await workspace.clock.settle();
		expect(await refusal).to.equal('It cannot be read just now: does another program hold it?');
	});

	it('is waited for on a machine that takes long to read it again', async () => {
		const { workspace } = new Edited();
		const document = await workspace.openDocument(uri);
		workspace.delay = () => 1000;
		workspace.reloadPause = 12_000;
		workspace.write(uri, `${story}\nTheirs.\n`);
		const editing = documentToEdit(uri, workspace);
		await workspace.clock.settle();
		expect(await editing).to.equal(document);
		expect(document.getText()).to.contain('Theirs.');
	});

	it('is given up where the editor never reads it again', async () => {
		const { workspace } = new Edited();
		await workspace.openDocument(uri);
		workspace.reloadPause = 1_000_000;
		workspace.write(uri, `${story}\nTheirs.\n`);
		const refusal = documentToEdit(uri, workspace).then(
			() => 'none',
			(error: Error) => error.message,
		);
		await workspace.clock.pass(60_000);
		expect(await refusal).to.equal(
			'It has changed on the disk, and VS Code has not read it again yet. Open it, and try once more.',
		);
	});
});
