import { expect } from 'chai';
import * as vscode from 'vscode';
import { bankFile, bankFolder, textOf } from './bankFolder.ts';
import { apply, showFile, showUntitled, typeInstead, typeOver } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import {
	type Fault,
	diagnosticsOf,
	filesWithProblems,
	problemsExpectedBy,
	problemsIn,
	problemsOf,
	ruleOf,
} from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { misspelt, misspeltStory, soundStory } from './soundStory.ts';

const misspeltTag: Fault = ['competency-unknown', misspelt];

inEveryHost('worker', 'diagnostics of the sample bank', () => {
	const scratch = scratchFolder();

	it('are those that the files say they have, and none in unrelated files', async () => {
		const files = await markdownFilesIn(bankFolder());
		expect([...files.keys()]).to.include.members(['README.md', 'guides/the-star-method.md', 'notes/team-notes.md']);
		const expected = await forEachFile(files, async (uri) => problemsExpectedBy(await textOf(uri)));
		expect(Object.values(expected).flat().length).to.be.greaterThan(10);
		await eventuallyEquals(() => forEachFile(files, problemsOf), expected);
	});

	it('are the same in a copy that no editor ever opened', async () => {
		for (const folder of ['stories', 'later', 'guides', 'notes']) {
			await vscode.workspace.fs.copy(bankFile(folder), scratch.file(folder));
		}
		const files = await markdownFilesIn(scratch.uri);
		const expected = await forEachFile(files, async (uri) => problemsExpectedBy(await textOf(uri)));
		await eventuallyEquals(() => forEachFile(files, problemsOf), expected);
		const opened = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
		expect([...files.values()].filter((uri) => opened.has(uri.toString()))).to.deep.equal([]);
	});

	itInCurrentNode(
		'have the severity that their setting names as its default, and a page about their rule',
		async () => {
			await eventuallyEquals(() => problemsOf(bankFile('stories/bank.md')).length > 0, true);
			const defaults = defaultSeverities();
			const pages = new Map<string, vscode.Uri>();
			for (const diagnostic of filesWithProblems().flatMap(diagnosticsOf)) {
				const rule = ruleOf(diagnostic);
				expect(vscode.DiagnosticSeverity[diagnostic.severity].toLowerCase(), rule).to.equal(defaults.get(rule));
				expect(diagnostic.message, rule).to.match(/\S/u);
				const page = vscode.Uri.from({ scheme: 'star-stories-rule', path: `/${rule}.md` });
				expect((diagnostic.code as { target?: vscode.Uri }).target?.toString(), rule).to.equal(page.toString());
				pages.set(rule, page);
			}
			for (const [rule, page] of pages) {
				expect((await vscode.workspace.openTextDocument(page)).getText(), rule).to.match(
					new RegExp(`^# ${rule}\n`, 'u'),
				);
			}
		},
	);
});

inCurrentNode('diagnostics of open documents', () => {
	const scratch = scratchFolder();

	it('follow what is typed and not saved, and come back when it is thrown away', async () => {
		const story = await misspeltStory();
		const uri = await scratch.write('story.md', story);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(story, misspeltTag));

		const document = await showFile(uri);
		await typeInstead(document, misspelt, 'technical-initiative');
		await eventuallyEquals(() => problemsOf(uri), []);
		await typeInstead(document, '## Task', '## Task\n\nTODO');
		await eventuallyEquals(() => problemsOf(uri), problemsIn(document.getText(), ['placeholder', 'TODO']));
		expect(await textOf(uri)).to.equal(story);

		await vscode.commands.executeCommand('workbench.action.files.revert');
		await eventuallyEquals(() => problemsOf(uri), problemsIn(story, misspeltTag));
	});

	it('are those of the saved file after its editor was closed without saving', async () => {
		const story = await misspeltStory();
		const uri = await scratch.write('story.md', story);
		await typeOver(await showFile(uri), 'No story any more.');
		await eventuallyEquals(() => problemsOf(uri), []);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await eventuallyEquals(() => problemsOf(uri), problemsIn(story, misspeltTag));
	});

	it('follow two documents that are typed in at once', async () => {
		const story = await misspeltStory();
		const first = await showFile(await scratch.write('first.md', ''));
		const second = await showFile(await scratch.write('second.md', ''));
		await apply((edit) => {
			for (const document of [first, second]) {
				edit.insert(document.uri, new vscode.Position(0, 0), story);
			}
		});
		await eventuallyEquals(
			() => [first, second].map(({ uri }) => problemsOf(uri)),
			[problemsIn(story, misspeltTag), problemsIn(story, misspeltTag)],
		);
	});

	it('are shown for a story that was never saved, and not for other text', async () => {
		const story = await misspeltStory();
		const note = await showUntitled('# Shopping\n\nTea, ten minutes of biscuits.\n');
		const plain = await showUntitled(story, 'plaintext');
		const document = await showUntitled(story);
		await eventuallyEquals(() => problemsOf(document.uri), problemsIn(story, misspeltTag));
		expect(problemsOf(note.uri)).to.deep.equal([]);
		expect(problemsOf(plain.uri)).to.deep.equal([]);

		await typeOver(note, story);
		await eventuallyEquals(() => problemsOf(note.uri), problemsIn(story, misspeltTag));
		await typeOver(note, 'Never mind.');
		await eventuallyEquals(() => problemsOf(note.uri), []);
	});

	it('go with an unsaved document that is closed', async () => {
		const document = await showUntitled(await misspeltStory());
		await eventuallyEquals(() => problemsOf(document.uri).length, 1);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await eventuallyEquals(() => problemsOf(document.uri), []);
	});

	it('come and go with the language of an unsaved document', async () => {
		const story = await misspeltStory();
		const document = await showUntitled(story);
		await eventuallyEquals(() => problemsOf(document.uri), problemsIn(story, misspeltTag));
		await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
		await eventuallyEquals(() => problemsOf(document.uri), []);
		await vscode.languages.setTextDocumentLanguage(document, 'markdown');
		await eventuallyEquals(() => problemsOf(document.uri), problemsIn(story, misspeltTag));
	});

	it('follow the text of a story file in whatever language its editor shows it', async () => {
		const story = await misspeltStory();
		const uri = await scratch.write('story.md', story);
		const document = await showFile(uri);
		await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
		const typed = story.replace('title:', '# a comment above\ntitle:');
		await typeOver(document, typed);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(typed, misspeltTag));
		await typeInstead(document, misspelt, 'technical-initiative');
		await eventuallyEquals(() => problemsOf(uri), []);
	});

	it('are shown for a story from outside the folder, as long as it is open', async () => {
		const story = await misspeltStory();
		const uri = vscode.Uri.joinPath(bankFolder(), '..', 'from elsewhere.md');
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(story));
		try {
			await showFile(uri);
			await eventuallyEquals(() => problemsOf(uri), problemsIn(story, misspeltTag));
		} finally {
			await vscode.workspace.fs.delete(uri);
		}
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});

inEveryHost('files', 'diagnostics of files that change on the disk', () => {
	const scratch = scratchFolder();

	it('come with a file, follow it, and go with it', async () => {
		const story = await misspeltStory();
		const uri = await scratch.write('story.md', story);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(story, misspeltTag));
		const shifted = story.replace('title:', '# a comment above\ntitle:');
		await scratch.write('story.md', shifted);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(shifted, misspeltTag));
		await scratch.write('story.md', await soundStory());
		await eventuallyEquals(() => problemsOf(uri), []);
		await scratch.write('story.md', story);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(story, misspeltTag));
		await vscode.workspace.fs.delete(uri);
		await eventuallyEquals(() => problemsOf(uri), []);
	});

	itInCurrentNode('move with a file', async () => {
		const story = await misspeltStory();
		const from = await scratch.write('from.md', story);
		const to = scratch.file('to.markdown');
		await eventuallyEquals(() => problemsOf(from), problemsIn(story, misspeltTag));
		await vscode.workspace.fs.rename(from, to);
		await eventuallyEquals(() => [problemsOf(from), problemsOf(to)], [[], problemsIn(story, misspeltTag)]);
		await vscode.workspace.fs.rename(to, scratch.file('story.txt'));
		await eventuallyEquals(() => problemsOf(to), []);
		expect(problemsOf(scratch.file('story.txt'))).to.deep.equal([]);
	});

	itInCurrentNode('come, move and go with files in workspace edits', async () => {
		const story = await misspeltStory();
		const [from, to] = [scratch.file('from.md'), scratch.file('elsewhere/to.md')];
		await apply((edit) => edit.createFile(from, { contents: new TextEncoder().encode(story) }));
		await eventuallyEquals(() => problemsOf(from), problemsIn(story, misspeltTag));
		await apply((edit) => edit.renameFile(from, to));
		await eventuallyEquals(() => [problemsOf(from), problemsOf(to)], [[], problemsIn(story, misspeltTag)]);
		await apply((edit) => edit.deleteFile(to));
		await eventuallyEquals(() => problemsOf(to), []);
	});

	it('move with a folder, and go with it', async () => {
		const story = await misspeltStory();
		await scratch.write('one/story.md', story);
		await scratch.write('one/deep/er/story.md', story);
		await expectInBoth('one');
		await vscode.workspace.fs.rename(scratch.file('one'), scratch.file('two'));
		await expectInBoth('two', 'one');
		await apply((edit) => edit.renameFile(scratch.file('two'), scratch.file('three')));
		await expectInBoth('three', 'two');
		await apply((edit) => edit.deleteFile(scratch.file('three'), { recursive: true }));
		await expectInBoth(undefined, 'three');

		async function expectInBoth(present: string | undefined, ...gone: string[]): Promise<void> {
			const problems = problemsIn(story, misspeltTag);
			const inFolder = (folder: string) =>
				['story.md', 'deep/er/story.md'].map((file) => problemsOf(scratch.file(`${folder}/${file}`)));
			await eventuallyEquals(() => gone.flatMap(inFolder).flat(), []);
			if (present !== undefined) {
				await eventuallyEquals(() => inFolder(present), [problems, problems]);
			}
		}
	});

	itInCurrentNode('move with an open document and what was typed in it', async () => {
		const story = await misspeltStory();
		const from = await scratch.write('from.md', story);
		const to = scratch.file('to.md');
		const typed = story.replace('title:', '# a comment above\ntitle:');
		await typeOver(await showFile(from), typed);
		await eventuallyEquals(() => problemsOf(from), problemsIn(typed, misspeltTag));
		await apply((edit) => edit.renameFile(from, to));
		await eventuallyEquals(() => [problemsOf(from), problemsOf(to)], [[], problemsIn(typed, misspeltTag)]);
	});

	itInCurrentNode('go with a file whose document lingers after its editor was closed', async () => {
		const uri = await scratch.write('story.md', await misspeltStory());
		await showFile(uri);
		await eventuallyEquals(() => problemsOf(uri).length, 1);
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.workspace.fs.delete(uri);
		await eventuallyEquals(() => problemsOf(uri), []);
	});

	itInCurrentNode('heed the ignore file that a folder brings along', async () => {
		const story = await misspeltStory();
		await vscode.workspace.fs.createDirectory(scratch.uri);
		const outside = vscode.Uri.joinPath(bankFolder(), '..', 'brought along');
		try {
			for (const [path, content] of [
				['.gitignore', 'ignored.md\n'],
				['ignored.md', story],
				['story.md', story],
			] as const) {
				await vscode.workspace.fs.writeFile(
					vscode.Uri.joinPath(outside, path),
					new TextEncoder().encode(content),
				);
			}
			await vscode.workspace.fs.rename(outside, scratch.file('inside'));
		} catch (error) {
			await vscode.workspace.fs.delete(outside, { recursive: true });
			throw error;
		}
		await eventuallyEquals(() => problemsOf(scratch.file('inside/story.md')), problemsIn(story, misspeltTag));
		await scratch.untilCaughtUp();
		await eventuallyEquals(() => problemsOf(scratch.file('inside/ignored.md')), []);
	});
});

inCurrentNode('ranges of diagnostics', () => {
	const scratch = scratchFolder();

	const forms: Readonly<Record<string, (text: string) => string>> = {
		'with a byte order mark': (text) => `\uFEFF${text}`,
		'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
		'with a byte order mark and CRLF': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
	};
	for (const [form, write] of Object.entries(forms)) {
		it(`are exact in a file ${form}, closed and open`, async () => {
			const story = (await misspeltStory()).replace('and every camera', 'and XX% of every camera 📷 TODO');
			const faults: readonly Fault[] = [misspeltTag, ['placeholder', 'XX%'], ['placeholder', 'TODO']];
			const uri = await scratch.write('story.md', write(story));
			await eventuallyEquals(() => problemsOf(uri), problemsIn(story, ...faults));

			const document = await showFile(uri);
			await typeInstead(document, 'TODO', 'TBD');
			const typed = document.getText();
			await eventuallyEquals(
				() => problemsOf(uri),
				problemsIn(typed, misspeltTag, ['placeholder', 'XX%'], ['placeholder', 'TBD']),
			);
			const words = diagnosticsOf(uri).map(({ range }) => document.getText(range));
			expect(words.toSorted()).to.deep.equal(['TBD', 'XX%', misspelt]);
		});
	}
});

/** The Markdown files in a folder by their paths from it. */
async function markdownFilesIn(folder: vscode.Uri): Promise<ReadonlyMap<string, vscode.Uri>> {
	const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.{md,markdown}'));
	return new Map(
		files
			.map((uri) => [uri.path.slice(folder.path.length + 1), uri] as const)
			.toSorted(([a], [b]) => (a < b ? -1 : 1)),
	);
}

/** What `read` finds in each file, by path. */
async function forEachFile<T>(
	files: ReadonlyMap<string, vscode.Uri>,
	read: (uri: vscode.Uri) => T | Promise<T>,
): Promise<Record<string, T>> {
	return Object.fromEntries(
		await Promise.all([...files].map(async ([path, uri]) => [path, await read(uri)] as const)),
	);
}

/** The default of each rule's own setting, from the manifest. */
function defaultSeverities(): ReadonlyMap<string, string> {
	type Manifest = {
		contributes: {
			configuration: { properties: Record<string, { properties?: Record<string, { default: string }> }> }[];
		};
	};
	const { contributes } = theExtension().packageJSON as Manifest;
	const rules = contributes.configuration.flatMap(({ properties }) =>
		Object.entries(properties['starStories.rules']?.properties ?? {}),
	);
	return new Map(rules.map(([rule, setting]) => [rule, setting.default]));
}

function theExtension(): vscode.Extension<unknown> {
	const extension = vscode.extensions.getExtension('star-stories.star-stories');
	if (!extension) {
		throw new Error('The extension is not there');
	}
	return extension;
}
