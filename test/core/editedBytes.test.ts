import { expect } from 'chai';
import fc from 'fast-check';
import type { StoryChange } from '../../src/core/edit/changeStories.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { languageService } from '../../src/core/languageService.ts';
import { EditHistory } from '../../src/core/library/editHistory.ts';
import { EditsOfFiles } from '../../src/core/library/editsOfFiles.ts';
import { StoryEdits } from '../../src/core/library/storyEdits.ts';
import { OpportunityFiles } from '../../src/core/questions/opportunities/opportunityFiles.ts';
import { type Encoding, encoded, InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { propertyRuns } from './propertyRuns.ts';
import { throwOn } from './throwOn.ts';

const folder = 'file:///stories';
const uri = `${folder}/one.md`;
const other = `${folder}/other.md`;
const story = '---\ncompetencies: [mentorship]\n---\n\n# One\n\n## Situation\n\nI met Inês at the café.\n';
const ready: StoryChange = { kind: 'set', field: 'status', value: 'ready' };
const tag: StoryChange = { kind: 'tag', competency: 'technical-influence' };

/** Stories in files of whatever bytes, edited as a view does it. */
class Edited {
	readonly workspace = new InMemoryWorkspace([folder]);
	readonly history = new EditHistory(this.workspace);
	readonly errors: string[] = [];
	readonly edits = new StoryEdits({
		workspace: this.workspace,
		history: this.history,
		frameworks: { lookupsFor: () => new Lookups([staff]) },
		changeStories: async (...args) => languageService.changeStories(...args),
		showError: (message) => void this.errors.push(message),
	});

	async apply(change: StoryChange, ...files: readonly string[]): Promise<boolean> {
		const made = this.edits.apply(
			files.map((file) => ({ entry: { file, index: 0, story: { title: 'One' } }, change })),
			'Edit',
		);
		await this.workspace.clock.settle();
		return made;
	}

	async undo(): Promise<string | undefined> {
		const undone = this.history.undo();
		await this.workspace.clock.settle();
		return undone;
	}
}

describe('the bytes of an edited story', () => {
	it('are left as they are where the editor would save others, and the author is told what to do', async () => {
		const latin = encoded(story, 'windows1252');
		const cutEmoji = encoded(`${story}🎉`, 'utf8').slice(0, -1);
		const cases = [
			[
				latin,
				`one.md: Byte EA at ${latin.indexOf(0xea)} is not UTF-8, as a file in Windows-1252 has, and would be ` +
					'lost: open it with its encoding (“Reopen with Encoding…”) or save it as UTF-8, and try again.',
			],
			[cutEmoji, `one.md: Byte F0 at ${cutEmoji.length - 3} is not UTF-8`],
			[
				encoded(story.replace('# One\n', '# One\r\n'), 'utf8'),
				'one.md: Its line ends are mixed, and VS Code would save them as alike: open it, save it, and try again.',
			],
			[encoded(story.replace('# One\n', '# One\r'), 'utf8'), 'one.md: Its line ends are mixed'],
		] as const;
		for (const [bytes, reason] of cases) {
			const edited = new Edited();
			edited.workspace.files.set(uri, bytes);
			edited.workspace.files.set(other, story);
			expect(await edited.apply(ready, uri, other)).to.equal(false);
			expect(edited.errors.join()).to.contain(reason);
			expect(edited.workspace.files.bytesOf(uri)).to.deep.equal(bytes);
			expect(edited.workspace.files.get(other), 'the others are made').to.contain('status: ready');
		}
	});

	it('are all there but for what is edited, where the editor knows its encoding', async () => {
		const after = story.replace('mentorship]', 'mentorship, technical-influence]');
		for (const encoding of ['utf8', 'utf8bom', 'utf16le', 'windows1252'] as const) {
			for (const end of ['\n', '\r\n']) {
				const edited = new Edited();
				const withEnds = (text: string) => encoded(text.replaceAll('\n', end), encoding);
				if (encoding === 'windows1252') edited.workspace.encoding = encoding;
				edited.workspace.files.set(uri, withEnds(story));
				expect(await edited.apply(tag, uri), edited.errors.join()).to.equal(true);
				expect(edited.workspace.files.bytesOf(uri)).to.deep.equal(withEnds(after));
				expect(await edited.undo()).to.equal(undefined);
				expect(edited.workspace.files.bytesOf(uri)).to.deep.equal(withEnds(story));
			}
		}
	});

	it('come back once the author has opened the file with its encoding', async () => {
		const edited = new Edited();
		edited.workspace.files.set(uri, encoded(story, 'windows1252'));
		expect(await edited.apply(ready, uri)).to.equal(false);
		edited.workspace.reopen(uri, 'windows1252');
		expect(await edited.apply(ready, uri)).to.equal(true);
		expect(edited.workspace.files.bytesOf(uri)).to.deep.equal(
			encoded(story.replace('mentorship]\n', 'mentorship]\nstatus: ready\n'), 'windows1252'),
		);
	});

	it('are not put at risk in a document that somebody writes in, and mixed line ends are theirs there', async () => {
		const edited = new Edited();
		const { workspace } = edited;
		workspace.files.set(uri, encoded(story, 'windows1252'));
		const { version } = await workspace.openDocument(uri);
		workspace.type(uri, `${workspace.document(uri)?.getText()}\nTyped.\n`);
		expect(await edited.apply(ready, uri)).to.equal(false);
		expect(workspace.document(uri)?.version).to.equal(version + 1);
		workspace.shown.add(other);
		workspace.files.set(other, story.replace('# One\n', '# One\r\n'));
		expect(await edited.apply(ready, other)).to.equal(true);
	});

	it('are not replaced by question marks where the encoding cannot say what is added', async () => {
		const edited = new Edited();
		const bytes = encoded(story, 'windows1252');
		edited.workspace.encoding = 'windows1252';
		edited.workspace.files.set(uri, bytes);
		expect(await edited.apply({ kind: 'tag', competency: '影響力' }, uri)).to.equal(false);
		expect(edited.errors).to.deep.equal([
			'one.md: “影” can’t be saved in Windows-1252: use “Save with Encoding…” to save the file as UTF-8, ' +
				'and try again.',
		]);
		expect(edited.workspace.files.bytesOf(uri)).to.deep.equal(bytes);
	});

	it('are never others than the edit needs, whatever they are', async () => {
		const part = fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(...['\r', '\r\n', 'é', '🎉'].map(utf8)));
		await fc.assert(
			fc.asyncProperty(
				fc.array(part),
				fc.constantFrom<Encoding>('utf8', 'windows1252'),
				async (parts, encoding) => {
					const edited = new Edited();
					edited.workspace.encoding = encoding;
					const tail = Buffer.concat(parts);
					edited.workspace.files.set(uri, Buffer.concat([encoded(story, encoding), tail]));
					await edited.apply(ready, uri);
					expect(
						Buffer.from(edited.workspace.files.bytesOf(uri) ?? []).subarray(-tail.length || Infinity),
					).to.deep.equal(tail);
				},
			),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('are those of a list of opportunities too', async () => {
		const { workspace, history, errors } = new Edited();
		const list = `${folder}/stories/opportunities.md`;
		const bytes = encoded('# Opportunities\n\n- [ ] Mentor José\n', 'windows1252');
		workspace.files.set(list, bytes);
		const opportunities = new OpportunityFiles({
			workspace,
			history,
			frameworks: { lookupsFor: () => new Lookups([staff]), onDidChange: () => ({ dispose: () => undefined }) },
			language: {
				readOpportunities: async (...args) => languageService.readOpportunities(...args),
				planOpportunity: async (...args) => languageService.planOpportunity(...args),
				tickOpportunity: async (...args) => languageService.tickOpportunity(...args),
			},
			log: { error: throwOn },
			showError: (message) => void errors.push(message),
		});
		const planned = opportunities.plan(folder, { what: 'Lead a review', competency: 'mentorship' });
		await workspace.clock.settle();
		expect(await planned).to.equal(false);
		expect(errors.join()).to.contain('opportunities.md: Byte E9 at ');
		expect(workspace.files.bytesOf(list)).to.deep.equal(bytes);
		opportunities.dispose();
	});
});

describe('an edit that cannot be saved', () => {
	it('is taken back in its document and its file, and the others are made', async () => {
		const edited = new Edited();
		edited.workspace.files.set(uri, story);
		edited.workspace.files.set(other, story);
		const save = edited.workspace.save.bind(edited.workspace);
		edited.workspace.save = async (document) => {
			// The disk is full until something is given back.
			edited.workspace.freeSpace = document.uri === uri ? 3 : Infinity;
			return save(document);
		};
		expect(await edited.apply(tag, uri, other)).to.equal(false);
		expect(edited.errors).to.deep.equal([
			'one.md: it could not be saved, and is as it was: is the disk full, or the file read-only?',
		]);
		expect([edited.workspace.files.get(uri), edited.workspace.document(uri)?.getText()]).to.deep.equal([
			story,
			story,
		]);
		expect(edited.workspace.files.get(other)).to.contain('technical-influence');
		expect(await edited.undo()).to.equal(undefined);
		expect(edited.workspace.files.get(other)).to.equal(story);
		expect(await edited.undo()).to.equal('There is nothing to undo here.');
	});

	it('is seen where the editor says that it saved a file and did not', async () => {
		const edited = new Edited();
		edited.workspace.files.set(uri, story);
		edited.workspace.save = async () => true;
		expect(await edited.apply(tag, uri)).to.equal(false);
		expect([edited.workspace.files.get(uri), edited.workspace.document(uri)?.getText()]).to.deep.equal([
			story,
			story,
		]);
	});
});

describe('an undo that fails', () => {
	it('is kept for another try, in those files where it failed', async () => {
		const edited = new Edited();
		edited.workspace.files.set(uri, story);
		edited.workspace.files.set(other, story);
		expect(await edited.apply(tag, uri, other)).to.equal(true);
		edited.workspace.held.add(uri);
		expect(await edited.undo()).to.equal(
			'one.md was not undone: It cannot be read just now: does another program hold it?',
		);
		expect(edited.workspace.files.get(other)).to.equal(story);
		edited.workspace.held.clear();
		expect(await edited.undo()).to.equal(undefined);
		expect(edited.workspace.files.get(uri)).to.equal(story);
	});
});

function utf8(text: string): Uint8Array {
	return encoded(text, 'utf8');
}

describe('the edits of several files', () => {
	it('name each that can’t be edited, and open only what is not plainly UTF-8', async () => {
		const { workspace } = new Edited();
		const files: Readonly<Record<string, string | Uint8Array>> = {
			'plain.md': story,
			'marked.md': encoded(story, 'utf8bom'),
			'latin.md': encoded(story, 'windows1252'),
			'locked.md': story,
			'unchanged.md': story,
			'refused.md': story,
		};
		const uriOf = (name: string) => `${folder}/${name}`;
		for (const [name, content] of Object.entries(files)) workspace.files.set(uriOf(name), content);
		workspace.readOnly.add(uriOf('locked.md'));
		const edits = new EditsOfFiles(workspace);
		const made: string[] = [];
		for (const name of [...Object.keys(files), 'gone.md']) {
			const edit = edits.of(uriOf(name), async (text) => {
				if (name === 'refused.md') throw new Error('Not like this.');
				return name === 'unchanged.md' ? [] : [{ span: { start: 0, end: text.length }, newText: '' }];
			});
			await workspace.clock.settle();
			if (await edit) made.push(name);
		}
		expect(made).to.deep.equal(['plain.md', 'marked.md']);
		expect(workspace.documents().map(({ uri: opened }) => opened)).to.deep.equal(
			['marked.md', 'latin.md'].map(uriOf),
		);
		expect([...edits.refusals].map(([file, reason]) => [file, reason.slice(0, 7)])).to.deep.equal([
			[uriOf('latin.md'), 'Byte EA'],
			[uriOf('locked.md'), 'the fil'],
			[uriOf('refused.md'), 'Not lik'],
		]);
		expect(edits.hold).to.equal(true);
		workspace.type(uriOf('marked.md'), 'Typed.');
		expect(edits.hold).to.equal(false);
	});
});
