import { expect } from 'chai';
import * as vscode from 'vscode';
import { showFile } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { frameworkFile } from './frameworkFile.ts';
import { inCurrentNode } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

inCurrentNode('links in a document', () => {
	const scratch = scratchFolder();
	const framework = frameworkFile();

	/** The links of a document by the words they stand on. */
	const linksIn = async ({
		uri,
		getText,
	}: vscode.TextDocument): Promise<ReadonlyMap<string, vscode.DocumentLink>> => {
		const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
			'vscode.executeLinkProvider',
			uri,
			100,
		);
		return new Map(links.map((link) => [getText(link.range), link]));
	};

	const linkOn = async (document: vscode.TextDocument, words: string): Promise<vscode.DocumentLink> => {
		const links = await eventually(
			() => linksIn(document),
			(found) => found.has(words),
		);
		const link = links.get(words);
		if (!link) throw new Error(`No link on ${words}`);
		return link;
	};

	/** Opens what a link leads to, as a click does, and waits until the caret is in a file and a line, as `file: line`. */
	const leads = async ({ target }: vscode.DocumentLink, place: RegExp): Promise<void> => {
		await vscode.commands.executeCommand('vscode.open', target);
		const caret = () => {
			const editor = vscode.window.activeTextEditor;
			const line = editor?.document.lineAt(editor.selection.active.line).text;
			return `${editor?.document.uri.path.split('/').at(-1)}: ${line}`;
		};
		await eventually(caret, (shown) => place.test(shown));
	};

	const withMore = async (fields: string) =>
		(await soundStory()).replace(
			'competencies: [technical-initiative]',
			`competencies: [technical-initiative]\n${fields}`,
		);

	it('lead from a question and from a rule to what they say', async () => {
		const text = `${await withMore('questions: [mentorship-grow, my own words]\nignore:\n  - length # told slowly')}\n<!-- star-stories-disable stale -->\n`;
		const document = await showFile(await scratch.write('asked.md', text));
		const question = await linkOn(document, 'mentorship-grow');
		expect([...(await linksIn(document)).keys()]).to.have.members(['mentorship-grow', 'length', 'stale']);
		await leads(question, /^staff\.md: - .+\? \(`mentorship-grow`\): .+\.$/u);
		await leads(question, /^staff\.md: - .+ \(`mentorship-grow`\)/u);
		await leads(await linkOn(document, 'length'), /^length\.md: # length$/u);
		await leads(await linkOn(document, 'stale'), /^stale\.md: # stale$/u);
	});

	it('lead from a question of the framework file to that file, and from there to what it extends', async () => {
		await framework.write(
			'extends: [staff, meta]\nquestions:\n  - id: why-leave\n    text: Why do you leave?\n    competencies: [mentorship]\n',
		);
		const document = await showFile(
			await scratch.write('asked.md', await withMore('questions:\n  - why-leave\n  - mentorship-grow')),
		);
		await leads(await linkOn(document, 'why-leave'), /^star-framework\.yaml:   - id: why-leave$/u);
		const question = await linkOn(document, 'mentorship-grow');
		await leads(question, /^workspace\.md: - .+\? \(`mentorship-grow`\): .+\.$/u);
		await leads(question, /^workspace\.md: - .+ \(`mentorship-grow`\)/u);
		const yaml = await showFile(framework.uri);
		await leads(await linkOn(yaml, 'staff'), /^staff\.md: # Staff Engineer$/u);
		await leads(await linkOn(yaml, 'meta'), /^meta\.md: # /u);
	});

	it('are none where nothing is ours', async () => {
		const other = await showFile(
			await scratch.write(
				'other.md',
				'---\nquestions: [mentorship-grow]\nignore: [length]\n---\n# Notes\n\n<!-- star-stories-disable stale -->\n',
			),
		);
		const yaml = await showFile(await scratch.write('other.yaml', 'extends: [staff]\n'));
		await scratch.untilCaughtUp();
		await eventuallyEquals(async () => [...(await linksIn(other)).keys(), ...(await linksIn(yaml)).keys()], []);
	});
});
