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

	/** Opens what a link leads to, as a click does, and returns the file and the line in which the caret is then. */
	const follow = async ({ target }: vscode.DocumentLink): Promise<string> => {
		await vscode.commands.executeCommand('vscode.open', target);
		const editor = await eventually(
			() => vscode.window.activeTextEditor,
			(active) => active?.document.uri.path === target?.path,
		);
		if (!editor) throw new Error('no editor');
		return `${editor.document.uri.path.split('/').at(-1)}: ${editor.document.lineAt(editor.selection.active.line).text}`;
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
		expect(await follow(question)).to.match(/^staff\.md: - .+\? \(`mentorship-grow`\): .+\.$/u);
		expect(await follow(question)).to.match(/^staff\.md: - .+ \(`mentorship-grow`\)/u);
		expect(await follow(await linkOn(document, 'length'))).to.equal('length.md: # length');
		expect(await follow(await linkOn(document, 'stale'))).to.equal('stale.md: # stale');
	});

	it('lead from a question of the framework file to that file, and from there to what it extends', async () => {
		await framework.write(
			'extends: [staff, meta]\nquestions:\n  - id: why-leave\n    text: Why do you leave?\n    competencies: [mentorship]\n',
		);
		const document = await showFile(
			await scratch.write('asked.md', await withMore('questions:\n  - why-leave\n  - mentorship-grow')),
		);
		expect(await follow(await linkOn(document, 'why-leave'))).to.equal('star-framework.yaml:   - id: why-leave');
		expect(await follow(await linkOn(document, 'mentorship-grow'))).to.match(
			/^workspace\.md: - .+\? \(`mentorship-grow`\): .+\.$/u,
		);
		expect(await follow(await linkOn(document, 'mentorship-grow'))).to.match(
			/^workspace\.md: - .+ \(`mentorship-grow`\)/u,
		);
		const yaml = await showFile(framework.uri);
		expect(await follow(await linkOn(yaml, 'staff'))).to.equal('staff.md: # Staff Engineer');
		expect(await follow(await linkOn(yaml, 'meta'))).to.match(/^meta\.md: # /u);
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
