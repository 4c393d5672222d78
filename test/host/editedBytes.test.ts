import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { languageService } from '../../src/core/languageService.ts';
import { EditHistory } from '../../src/core/library/editHistory.ts';
import { StoryEdits } from '../../src/core/library/storyEdits.ts';
import { createFile, writeWhole } from '../../src/vscode/files.ts';
import { createPrivate } from '../../src/vscode/nodeFiles.ts';
import { VscodeWorkspace } from '../../src/vscode/workspace.ts';
import { throwOn } from '../core/throwOn.ts';
import { closeEditors, showFile } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';
import { fixesFor } from './fixes.ts';
import { FullDisk } from './fullDisk.ts';
import { inEveryHost, itInCurrentNode } from './hosts.ts';
import { problemsOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { workspaceSettings } from './workspaceSettings.ts';

const story = '---\ncompetencies: [mentorship]\n---\n\n# One\n\n## Situation\n\nI met Inês.\n';
const ready = story.replace('---\n\n', 'status: ready\n---\n\n');
/** In Windows-1252, which has the letters of this story where Unicode has them. */
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

const nodeFiles = globalThis.process?.getBuiltinModule('node:fs');

const setting = (section: string, name: string) => vscode.workspace.getConfiguration(section).get(name);

inEveryHost('encodings', 'the bytes of edited files', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();
	const errors: string[] = [];
	let workspace: VscodeWorkspace;
	let edits: StoryEdits;

	before(() => {
		workspace = new VscodeWorkspace({ error: throwOn });
		edits = new StoryEdits({
			workspace,
			history: new EditHistory(workspace),
			frameworks: { lookupsFor: () => new Lookups([staff]) },
			changeStories: async (...args) => languageService.changeStories(...args),
			showError: (message) => void errors.push(message),
		});
	});

	beforeEach(async () => {
		errors.splice(0);
		await eventuallyEquals(() => setting('files', 'encoding'), 'utf8');
	});

	after(() => workspace.dispose());

	const setReady = (...files: readonly vscode.Uri[]) =>
		edits.apply(
			files.map((uri) => ({
				entry: { file: uri.toString(), index: 0, story: { title: 'One' } },
				change: { kind: 'set', field: 'status', value: 'ready' },
			})),
			'Status',
		);
	const bytesOf = async (uri: vscode.Uri) => [...(await vscode.workspace.fs.readFile(uri))];

	it('come back, or the file is left alone: another encoding, a cut character, mixed line ends', async () => {
		const good = await scratch.write('good.md', story);
		for (const [name, bytes, reason] of [
			['latin.md', latin(story), 'Byte EA at '],
			['cut.md', utf8(`${story}🎉`).slice(0, -1), 'Byte F0 at '],
			['mixed.md', utf8(story.replace('\n\n', '\n\r\n')), 'line ends are mixed'],
		] as const) {
			const uri = await scratch.write(name, bytes);
			expect(await setReady(uri, good)).to.equal(false);
			expect(errors.join()).to.contain(`${name}: `).and.to.contain(reason);
			expect(await bytesOf(uri)).to.deep.equal([...bytes]);
			errors.splice(0);
		}
		expect(await bytesOf(good)).to.deep.equal([...utf8(ready)]);
		const marked = await scratch.write('marked.md', utf8(`\uFEFF${story.replaceAll('\n', '\r\n')}`));
		expect(await setReady(marked)).to.equal(true);
		expect(await bytesOf(marked)).to.deep.equal([...utf8(`\uFEFF${ready.replaceAll('\n', '\r\n')}`)]);
	});

	it('come back in the encoding of the settings, and new files have it', async () => {
		await settings.replace({ 'files.encoding': 'windows1252' });
		await eventuallyEquals(() => setting('files', 'encoding'), 'windows1252');
		const uri = await scratch.write('latin.md', latin(story));
		expect(await setReady(uri), errors.join()).to.equal(true);
		expect(await bytesOf(uri)).to.deep.equal([...latin(ready)]);
		const [fresh, wide] = [scratch.file('fresh.md'), scratch.file('wide.md')];
		expect([await createFile(fresh, story), await createFile(wide, '# 影\n')]).to.deep.equal([
			undefined,
			undefined,
		]);
		expect(await bytesOf(fresh)).to.deep.equal([...latin(story)]);
		expect((await vscode.workspace.openTextDocument(wide)).getText()).to.equal('# 影\n');
	});

	itInCurrentNode('are not at risk from quick fixes, nor from a rename', async () => {
		const misspelt = story.replace('mentorship', 'mentorshp');
		const [good, bad] = [await scratch.write('good.md', misspelt), await scratch.write('bad.md', latin(misspelt))];
		const position = new vscode.Position(1, 18);
		await showFile(bad);
		await eventuallyEquals(() => problemsOf(bad).some((problem) => problem.startsWith('competency-unknown')), true);
		expect(await fixesFor(bad, new vscode.Range(position, position))).to.deep.equal([]);
		const document = await showFile(good);
		await eventuallyEquals(
			() => problemsOf(good).some((problem) => problem.startsWith('competency-unknown')),
			true,
		);
		expect((await fixesFor(good, new vscode.Range(position, position))).length).to.be.above(0);
		// Another extension may know a rename of its own where ours refuses.
		const renaming = vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			good,
			position,
			'mentorship',
		);
		const edit = await Promise.resolve(renaming).then(undefined, () => new vscode.WorkspaceEdit());
		expect(edit.has(bad)).to.equal(false);
		expect(document.isDirty).to.equal(false);
		await closeEditors();
	});

	it('are not touched where the settings say that a file is read-only', async () => {
		await settings.replace({
			'files.readonlyInclude': { '**/locked *.md': true },
			'files.readonlyExclude': { '**/locked but open.md': true },
		});
		await eventuallyEquals(() => setting('files', 'readonlyInclude'), { '**/locked *.md': true });
		const [locked, open] = [
			await scratch.write('locked one.md', story),
			await scratch.write('locked but open.md', story),
		];
		expect(await setReady(locked, open)).to.equal(false);
		expect(errors).to.deep.equal(['locked one.md: the settings say that the file is read-only (files.readonly…).']);
		expect(await bytesOf(locked)).to.deep.equal([...utf8(story)]);
		expect((await vscode.workspace.openTextDocument(locked)).isDirty).to.equal(false);
		expect(await bytesOf(open)).to.deep.equal([...utf8(ready)]);
	});

	itInCurrentNode('are not touched where permissions make a file read-only, and the settings heed them', async () => {
		if (!nodeFiles) throw new Error('This host is not in Node');
		const locked = await scratch.write('locked.md', story);
		nodeFiles.chmodSync(locked.fsPath, 0o444);
		await settings.replace({ 'files.readonlyFromPermissions': true });
		await eventuallyEquals(() => setting('files', 'readonlyFromPermissions'), true);
		expect(await setReady(locked)).to.equal(false);
		expect(errors).to.deep.equal(['locked.md: the settings say that the file is read-only (files.readonly…).']);
		expect(await bytesOf(locked)).to.deep.equal([...utf8(story)]);
	});

	itInCurrentNode('are for those to read who could, where another file takes the place of one', async () => {
		const uri = await scratch.write('report.md', story);
		if (!nodeFiles) throw new Error('This host is not in Node');
		nodeFiles.chmodSync(uri.fsPath, 0o640);
		await writeWhole(uri, utf8(ready));
		expect(await bytesOf(uri)).to.deep.equal([...utf8(ready)]);
		expect(nodeFiles.statSync(uri.fsPath).mode & 0o777).to.equal(0o640);
		expect((await vscode.workspace.fs.readDirectory(scratch.uri)).map(([name]) => name)).to.deep.equal([
			'report.md',
		]);
		// Nobody else could read it before it had its name.
		const unfinished = scratch.file('unfinished');
		createPrivate(unfinished);
		expect(nodeFiles.statSync(unfinished.fsPath).mode & 0o777).to.equal(0o600);
	});

	it('are what they were where the disk is full, and the author is told', async () => {
		const disk = new FullDisk();
		const registration = vscode.workspace.registerFileSystemProvider('full-disk', disk);
		try {
			const uri = vscode.Uri.from({ scheme: 'full-disk', path: '/one.md' });
			disk.writeFile(uri, utf8(story));
			disk.free = 3;
			for (const write of [
				() => writeWhole(uri, utf8(ready)),
				() => writeWhole(uri.with({ path: '/new' }), utf8(ready)),
			])
				expect(await write().catch((error: Error) => error.message)).to.equal(
					'not all of it was written: is the disk full?',
				);
			expect(disk.readDirectory()).to.deep.equal([['one.md', vscode.FileType.File]]);
			expect(await setReady(uri)).to.equal(false);
			expect(errors.join()).to.contain('one.md: it could not be saved');
			disk.free = Infinity;
			const document = await vscode.workspace.openTextDocument(uri);
			// Its text is there, whatever fitted on the disk.
			expect(document.getText()).to.equal(story);
			await document.save();
			await writeWhole(uri, utf8(ready));
			expect(await bytesOf(uri)).to.deep.equal([...utf8(ready)]);
			await closeEditors();
		} finally {
			registration.dispose();
		}
	});
});
