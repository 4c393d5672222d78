import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { closeEditors, showFile } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { frameworkFile } from './frameworkFile.ts';
import { inCurrentNode } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

inCurrentNode('the plan of an interview', () => {
	const scratch = scratchFolder();
	const plan = '---\ntype: interview-plan\nframework: staff\n---\n\n# Interview\n\n';

	it('is made anew around what was edited, as one step that can be undone', async () => {
		const part = (id: string, digest: string, text: string) =>
			`<!-- star-stories-plan ${id} ${digest} -->\n${text}\n<!-- /star-stories-plan ${id} -->\n\n`;
		// The digest of nothing, and one that fits nothing.
		const before = `${plan}My own words.\n\n${part('overview', '811c9dc5', '')}${part('mentorship', '00000000', '## Mine\n\nThe zither.')}<!-- star-stories-plan-parts overview mentorship technical-initiative technical-influence cross-team-alignment -->\n`;
		const document = await showFile(await scratch.write('plan.md', before));
		await vscode.commands.executeCommand(commands.regeneratePlan);
		const after = await eventually(
			() => document.getText(),
			(text) =>
				text.includes(
					'| Mentorship & Knowledge Sharing | [Amara and the theatre scheduler](/stories/amara-and-the-theatre-scheduler.md) |',
				),
		);
		expect(after)
			.to.contain('My own words.')
			.and.contain('## Mine\n\nThe zither.')
			.and.match(/\| Cross-Team Alignment \| (?:\*\*gap\*\*|\*try\* \[)/u);
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => document.getText(), before);
	});

	it('can be made anew and practised from where it begins', async () => {
		let files = 0;
		const hasLenses = async (text: string, titles: string[]) => {
			const { uri } = await showFile(await scratch.write(`plan-${++files}.md`, text));
			const lenses = () =>
				vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
			await eventuallyEquals(async () => (await lenses()).map(({ command }) => command?.title), titles);
		};
		await hasLenses(plan, ['Regenerate', 'It was asked…', 'Practise this interview']);
		for (const notActive of ['meta', 'gone'])
			await hasLenses(plan.replace('staff', notActive), ['Regenerate', 'It was asked…']);
		await hasLenses(plan.replace('type: interview-plan', 'title: interview-plan'), []);
	});

	it('stays as it is where it asks for what no framework knows', async () => {
		const part = '<!-- star-stories-plan overview 811c9dc5 -->\n\n<!-- /star-stories-plan overview -->\n';
		const header = plan.replace('staff\n', 'staff\nasks: [juggling]\n');
		const document = await showFile(await scratch.write('plan.md', header + part));
		await vscode.commands.executeCommand(commands.regeneratePlan);
		expect(document.getText()).to.equal(header + part);
	});

	it('follows the stories when it is made anew, and leaves other documents alone', async () => {
		const part = '<!-- star-stories-plan overview 811c9dc5 -->\n\n<!-- /star-stories-plan overview -->\n';
		const document = await showFile(await scratch.write('plan.md', plan + part));
		await scratch.write(
			'story.md',
			(await soundStory()).replace('[technical-initiative]', '[cross-team-alignment]'),
		);
		await scratch.untilCaughtUp();
		await vscode.commands.executeCommand(commands.regeneratePlan);
		await eventually(
			() => document.getText(),
			(text) =>
				/\| Cross-Team Alignment \| \[Retiring the nightly reindex\]\(\/scratch%20\d+\/story\.md\)/u.test(text),
		);
		const story = await showFile(bankFile('stories/no-mesh-this-year.md'));
		const before = story.getText();
		await vscode.commands.executeCommand(commands.regeneratePlan);
		expect(story.getText()).to.equal(before);
	});
});

inCurrentNode("a company's questions", () => {
	// Before the file goes: what is not saved of it would stay in force.
	afterEach(closeEditors);

	const file = frameworkFile();

	it('go from the clipboard into the framework file, and nothing else of it changes', async () => {
		const before =
			'# Ours\nextends: [staff]\n\nquestions:\n    - text: "Old?" # kept\n      competencies: [mentorship]\n\nname: Ours\n';
		await file.write(before);
		await vscode.env.clipboard.writeText(
			'1. Whom have you mentored?\n2. When did several teams have to agree on a standard?\n',
		);
		await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
		void vscode.commands.executeCommand(commands.addQuestions);
		const document = await eventually(
			async () => {
				await accept();
				return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.uri.toString());
			},
			(found) => found?.isDirty === true,
		);
		const added = `    - text: Whom have you mentored?\n      competencies: [mentorship]\n    - text: When did several teams have to agree on a standard?\n      competencies: [cross-team-alignment]\n`;
		expect(document?.getText()).to.equal(before.replace('\n\nname', `\n${added}\nname`));
	});

	it('make a framework file where there is none, once that is agreed to', async () => {
		await vscode.env.clipboard.writeText('Whom have you mentored?');
		void vscode.commands.executeCommand(commands.addQuestions);
		await eventually(
			async () => {
				await accept();
				return vscode.window.activeTextEditor?.document.uri.toString();
			},
			(shown) => shown === file.uri.toString(),
		);
		expect(await textOf(file.uri)).to.equal(
			'extends: [staff]\n\nquestions:\n  - text: Whom have you mentored?\n    competencies: [mentorship]\n',
		);
	});
});
