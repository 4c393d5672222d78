import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { showFile, typeInstead, typeOver } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { fixesFor } from './fixes.ts';
import { frameworkFile } from './frameworkFile.ts';
import { inCurrentNode } from './hosts.ts';
import { diagnosticsOf, problemsOf, ruleOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';
import { workspaceSettings } from './workspaceSettings.ts';

/** The position right behind the first such words of a document. */
function behind(document: vscode.TextDocument, words: string): vscode.Position {
	const start = document.getText().indexOf(words);
	if (start < 0) throw new Error(`No ${JSON.stringify(words)} in ${document.uri.toString()}`);
	return document.positionAt(start + words.length);
}

async function completionsAt(
	document: vscode.TextDocument,
	position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		position,
	);
	return list.items;
}

function hoverText(hovers: readonly vscode.Hover[]): string {
	return hovers
		.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
		.join('\n');
}

const isUnknown = (problems: readonly string[]): boolean =>
	problems.some((problem) => problem.startsWith('competency-unknown'));

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

inCurrentNode('completion in a story', () => {
	const scratch = scratchFolder();

	const places: readonly [what: string, text: string, caret: string, offered: string][] = [
		['an open flow list', '---\ncompetencies: [', '[', 'Cross-Team Alignment'],
		['a dash', '---\ncompetencies:\n  - \n---\n', '- ', 'Cross-Team Alignment'],
		['an indented line under the key', '---\ncompetencies:\n  \n---\n', ':\n  ', 'Cross-Team Alignment'],
		['an empty line of front matter', '---\ncompetencies: [mentorship]\n\n---\n', ']\n', 'strength'],
		['a status', '---\ncompetencies: [mentorship]\nstatus: \n---\n', 'status: ', 'ready'],
		['a strength', '---\ncompetencies: [mentorship]\nstrength:\n---\n', 'strength:', '5'],
		['a second archetype', '---\ncompetencies: [mentorship]\narchetype: [solver, ]\n---\n', ', ', 'right-hand'],
		['a type', '---\ncompetencies: [mentorship]\ntype: \n---\n', 'type: ', 'star-story'],
		['a question', '---\ncompetencies: [mentorship]\nquestions:\n  - \n---\n', '- ', 'mentorship-grow'],
		['a rule to ignore', '---\ncompetencies: [mentorship]\nignore: [\n---\n', 'ignore: [', 'placeholder'],
		['a rule in a comment', '# A\n\n<!-- star-stories-disable-next-line -->\n', 'next-line ', 'placeholder'],
		['a comment', '# A\n\n<!-- star-\n', 'star-', 'star-stories-disable-next-line'],
		[
			'a status in a bank',
			'# Bank\n\n## One\n\n**Competencies:** Mentorship\n**Status:** \n\n**Situation:** a\n',
			'Status:** ',
			'ready',
		],
		[
			'a strength in a bank',
			'# Bank\n\n## One\n\n- **Competencies**: Mentorship\n- **Strength**:\n\n**Situation:** a\n',
			'Strength**:',
			'4',
		],
		[
			'a line of tags in a bank',
			'# Bank\n\n## One\n\n**Competencies:** \n\n**Situation:** a\n',
			':** ',
			'Cross-Team Alignment',
		],
	];
	for (const [what, text, caret, wanted] of places) {
		it(`offers ${wanted} at ${what}`, async () => {
			const document = await showFile(await scratch.write('new.md', text));
			// What is offered depends on whether it is a story, which takes a moment to be known.
			const labels = async () => (await completionsAt(document, behind(document, caret))).map(labelOf);
			await eventually(labels, (offered) => offered.includes(wanted));
		});
	}

	it('shows the coverage of each competency beside it', async () => {
		const document = await showFile(await scratch.write('new.md', '---\ncompetencies: [\n---\n'));
		const offered = () => completionsAt(document, behind(document, '['));
		const detail = async () => {
			const item = (await offered()).find((each) => labelOf(each) === 'Technical Influence');
			return typeof item?.label === 'object' ? item.label.description : undefined;
		};
		await eventuallyEquals(detail, '2 ready, 1–2 wanted · covered');
	});
});

inCurrentNode('hover, lens and references of a story', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	const hoverAt = async (document: vscode.TextDocument, position: vscode.Position) => {
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			position,
		);
		return hoverText(hovers);
	};

	it('explains a tag and a section', async () => {
		const uri = await scratch.write('sound.md', await soundStory());
		const document = await showFile(uri);
		const overTag = () => hoverAt(document, behind(document, 'technical-ini'));
		expect(await eventually(overTag, (text) => text !== ''))
			.to.contain('**Technical Initiative**')
			.and.contain('Asked as:');
		const overSection = await hoverAt(document, behind(document, '## Act'));
		expect(overSection).to.match(/\*\*Action\*\* · \d+% of the story · \d/u);
		const { prompts } = staff.competencies.find(({ id }) => id === 'technical-initiative') ?? {};
		expect(prompts?.action).not.to.deep.equal([]);
		for (const prompt of prompts?.action ?? []) expect(overSection).to.include(prompt);
		expect(await hoverAt(document, behind(document, '---\nti'))).to.contain('title');
	});

	it('says over a story how long it takes, and no more where it has no problem', async () => {
		const uri = await scratch.write('sound.md', await soundStory());
		await showFile(uri);
		const lenses = () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
		const titles = async () =>
			(await lenses())
				.map(({ command }) => command?.title ?? '')
				.filter((title) => /S \d+% · T \d+%/u.test(title) || /problem/u.test(title));
		expect((await eventually(titles, (found) => found.length > 0)).join('\n')).to.match(
			/^\d min( \d+ s)? · S \d+% · T \d+% · A \d+% · R \d+%$/u,
		);
	});

	it('has nothing over a story where lenses are switched off', async () => {
		const uri = await scratch.write('sound.md', await soundStory());
		await showFile(uri);
		const lenses = () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
		await eventually(lenses, (found) => found.length > 0);
		await settings.replace({ 'starStories.codeLens': false });
		await eventuallyEquals(lenses, []);
	});

	it('marks a draft in which nothing is open as ready, over the story and by a fix at its head', async () => {
		const draft = (await soundStory()).replace('status: ready', 'status: draft');
		expect(draft).to.include('status: draft');
		const uri = await scratch.write('draft.md', draft);
		const document = await showFile(uri);
		const lenses = () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
		const marking = (found: readonly vscode.CodeLens[]) =>
			found.find(({ command }) => command?.title === 'Mark as Ready')?.command;
		const command = marking(await eventually(lenses, (found) => marking(found) !== undefined));
		const fixesIn = async (words: string) =>
			(
				await vscode.commands.executeCommand<vscode.CodeAction[]>(
					'vscode.executeCodeActionProvider',
					uri,
					new vscode.Range(behind(document, words), behind(document, words)),
				)
			).map(({ title }) => title);
		expect(await fixesIn('status: dr')).to.include('Mark as Ready');
		expect(await fixesIn('## Act')).not.to.include('Mark as Ready');
		await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
		await eventuallyEquals(() => document.getText(), draft.replace('status: draft', 'status: ready'));
		await eventually(lenses, (found) => found.length > 0 && !marking(found));
		expect(await fixesIn('status: re')).not.to.include('Mark as Ready');
		await showFile(uri);
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => document.getText(), draft);
	});

	it('leads from a tag to its framework, and to every story with that competency', async () => {
		const document = await showFile(await scratch.write('sound.md', await soundStory()));
		const at = behind(document, 'technical-ini');
		const definitions = () =>
			vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
				'vscode.executeDefinitionProvider',
				document.uri,
				at,
			);
		const [definition] = await eventually(definitions, (found) => found.length > 0);
		if (!definition || !('targetUri' in definition)) throw new Error('no definition');
		const page = await vscode.workspace.openTextDocument(definition.targetUri);
		expect(page.getText(definition.targetRange)).to.equal('## Technical Initiative');
		const files = async () =>
			(
				await vscode.commands.executeCommand<vscode.Location[]>(
					'vscode.executeReferenceProvider',
					document.uri,
					at,
				)
			).map(({ uri }) => uri.path.split('/').at(-1));
		await eventually(files, (found) =>
			['sound.md', 'bank.md', 'flaky-test-quarantine.md', 'no-mesh-this-year.md'].every((name) =>
				found.includes(name),
			),
		);
	});
});

inCurrentNode('a framework file', () => {
	const scratch = scratchFolder();
	const { uri: file, write } = frameworkFile();
	const framework =
		'extends: [staff]\ncompetencies:\n  - id: courage\n    name: Courage\n    description: Says what has to be said.\n';

	it('makes a tag known while the window is open, and unknown again when it is gone', async () => {
		const story = await scratch.write('brave.md', (await soundStory()).replace('technical-initiative', 'courage'));
		await eventually(() => problemsOf(story), isUnknown);
		await write(framework);
		await eventuallyEquals(() => problemsOf(story), []);
		await vscode.workspace.fs.delete(file);
		await eventually(() => problemsOf(story), isUnknown);
	});

	it('says what is wrong with it, and keeps what it last meant', async () => {
		const story = await scratch.write('brave.md', (await soundStory()).replace('technical-initiative', 'courage'));
		await eventually(() => problemsOf(story), isUnknown);
		await write(framework);
		await eventuallyEquals(() => problemsOf(story), []);
		await write(framework.replace('extends: [staff]', 'extends: [stuff]'));
		await eventually(
			() => problemsOf(file),
			(problems) => problems.some((problem) => problem.startsWith('framework-preset 1:11 to 1:16')),
		);
		expect(problemsOf(story)).to.deep.equal([]);
	});

	const places: readonly [what: string, text: string, caret: string, offered: string][] = [
		['a framework to extend', 'extends: [', '[', 'amazon-lp'],
		['a field', 'extends: [staff]\n\n', ']\n', 'competencies'],
		['a competency to remove', 'extends: [staff]\nremove:\n  - \n', '- ', 'mentorship'],
		['a target', 'extends: [staff]\ntargets:\n  \n', 'targets:\n  ', 'technical-influence'],
		[
			'a field of a competency',
			'extends: [staff]\ncompetencies:\n  - id: mentorship\n    \n',
			'ship\n    ',
			'description',
		],
		['a section', 'extends: [staff]\nsections:\n  \n', 'sections:\n  ', 'situation'],
		['a question', 'extends: [staff]\nquestions:\n  - \n', '- ', 'text'],
		[
			'what a question probes',
			'extends: [staff]\nquestions:\n  - text: Why?\n    competencies: []\n',
			'cies: [',
			'mentorship',
		],
	];
	it('is completed at every place of it, as it is typed', async () => {
		await write('extends: [staff]\n');
		const document = await showFile(file);
		for (const [what, text, caret, wanted] of places) {
			await typeOver(document, text);
			const labels = async () => (await completionsAt(document, behind(document, caret))).map(labelOf);
			await eventually(labels, (offered) => offered.includes(wanted)).catch((error: unknown) => {
				throw new Error(`${wanted} at ${what}: ${String(error)}`, { cause: error });
			});
		}
	});

	it('gives its questions and competencies to completion in stories', async () => {
		await write(
			`${framework}questions:\n  - id: why-leave\n    text: Why do you leave?\n    competencies: [mentorship, courage]\n`,
		);
		const document = await showFile(await scratch.write('new.md', '---\ncompetencies: [\nquestions: [\n---\n'));
		const offered = (caret: string) => completionsAt(document, behind(document, caret));
		await eventually(
			() => offered('competencies: ['),
			(items) => items.some((item) => labelOf(item) === 'Courage'),
		);
		const questions = (await offered('questions: [')).filter((item) => labelOf(item) === 'why-leave');
		expect(questions.map(({ label }) => (typeof label === 'string' ? label : label.description))).to.deep.equal([
			'Why do you leave?',
		]);
		expect((await offered('questions: [')).map(labelOf)).to.include('mentorship-grow');
	});

	it('is explained', async () => {
		await write(framework);
		const document = await showFile(file);
		await eventuallyEquals(() => document.getText(), framework);
		const hovers = () =>
			vscode.commands.executeCommand<vscode.Hover[]>(
				'vscode.executeHoverProvider',
				file,
				behind(document, 'id: cou'),
			);
		await eventually(hovers, (found) => hoverText(found).includes('Says what has to be said'));
	});

	const plans = bankFile('stories/opportunities.md');
	const interviews = bankFile('interviews');
	after(async () => {
		await vscode.workspace.fs.delete(plans).then(undefined, () => undefined);
		await vscode.workspace.fs.delete(interviews, { recursive: true }).then(undefined, () => undefined);
	});

	it('is where a competency is renamed, with its tags in files that are closed, open and unsaved', async () => {
		await vscode.workspace.fs.writeFile(plans, new TextEncoder().encode('- [ ] Say no — courage\n'));
		const interview = vscode.Uri.joinPath(interviews, 'ours.md');
		const offered = (id: string) =>
			`---\ntype: interview-plan\nframework: workspace\n---\n\n<!-- star-stories-plan-parts overview ${id} -->\n`;
		await vscode.workspace.fs.writeFile(interview, new TextEncoder().encode(offered('courage')));
		const brave = (await soundStory()).replace('[technical-initiative]', '[courage, technical-initiative] # both');
		const [closed, open, dirty] = [
			await scratch.write('closed.md', brave),
			await scratch.write('open.md', brave),
			await scratch.write('dirty.md', brave),
		];
		for (const uri of [closed, open, dirty]) await eventually(() => problemsOf(uri), isUnknown);
		await write(framework);
		for (const uri of [closed, open, dirty]) await eventuallyEquals(() => problemsOf(uri), []);
		await showFile(open);
		await typeInstead(await showFile(dirty), '# both', '# unsaved');
		const yaml = await showFile(file);
		const rename = () =>
			vscode.commands
				.executeCommand<vscode.WorkspaceEdit>(
					'vscode.executeDocumentRenameProvider',
					file,
					behind(yaml, 'id: cou'),
					'nerve',
				)
				.then(undefined, () => undefined);
		const edit = await eventually(rename, (found) => (found?.entries().length ?? 0) === 6);
		if (!edit) throw new Error('no edit');
		expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
		const textsOf = async () =>
			Promise.all(
				[closed, open, dirty, file, plans, interview].map(async (uri) =>
					(await vscode.workspace.openTextDocument(uri)).getText(),
				),
			);
		const renamed = brave.replace('[courage, technical-initiative]', '[nerve, technical-initiative]');
		expect(await textsOf()).to.deep.equal([
			renamed,
			renamed,
			renamed.replace('# both', '# unsaved'),
			framework.replace('id: courage', 'id: nerve'),
			'- [ ] Say no — nerve\n',
			offered('nerve'),
		]);
	});
});

inCurrentNode('fixing all that is safe', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	it('removes tags that are there twice and leaves what only the author can decide', async () => {
		const text = (await soundStory()).replace(
			'[technical-initiative]',
			'[technical-initiative, Initiative, mentroship]',
		);
		const document = await showFile(await scratch.write('double.md', text));
		await eventually(
			() => problemsOf(document.uri),
			(problems) => problems.length > 0,
		);
		const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
		const [action] = await fixesFor(document.uri, whole, vscode.CodeActionKind.SourceFixAll.append('starStories'));
		if (!action?.edit) throw new Error('no action');
		await vscode.workspace.applyEdit(action.edit);
		expect(document.getText()).to.equal(text.replace(', Initiative', ''));
		await typeOver(document, text);
	});

	it('happens on save where the author has asked for it', async () => {
		const text = (await soundStory()).replace(
			'[technical-initiative]',
			'[technical-initiative, Initiative, mentroship]',
		);
		const uri = await scratch.write('double.md', text);
		const document = await showFile(uri);
		await eventually(
			() => problemsOf(uri),
			(problems) => problems.length === 2,
		);
		await typeInstead(document, 'sold at breakfast', 'sold at lunch');
		expect(await document.save()).to.equal(true);
		expect(document.getText()).to.equal(text.replace('sold at breakfast', 'sold at lunch'));

		await settings.replace({ 'editor.codeActionsOnSave': { 'source.fixAll.starStories': 'explicit' } });
		const onSave = () =>
			vscode.workspace
				.getConfiguration('editor', { uri, languageId: 'markdown' })
				.get<Readonly<Record<string, string>>>('codeActionsOnSave');
		await eventually(onSave, (value) => value?.['source.fixAll.starStories'] === 'explicit');
		await typeInstead(document, 'sold at lunch', 'sold at supper');
		expect(await document.save()).to.equal(true);
		const mended = text.replace('sold at breakfast', 'sold at supper').replace(', Initiative', '');
		await eventuallyEquals(async () => [document.getText(), await textOf(uri)], [mended, mended]);
	});
});

inCurrentNode('quick fixes in a framework file', () => {
	scratchFolder();
	const { uri, write } = frameworkFile();

	/** What is wrong with a file, by its rule, and what the first fix makes of it. */
	const cases: readonly [rule: string, before: string, title: string, after: string][] = [
		['framework-preset', 'extends: [stuff] # ours\n', 'Change to staff', 'extends: [staff] # ours\n'],
		[
			'framework-key',
			'extends: staff\ntarget:\n  mentorship: 2\n',
			'Change to targets',
			'extends: staff\ntargets:\n  mentorship: 2\n',
		],
		[
			'framework-value',
			'extends: staff\nremove: [mentroship]\n',
			'Change to mentorship',
			'extends: staff\nremove: [mentorship]\n',
		],
		[
			'framework-value',
			'extends: staff\ncompetencies:\n  - id: "Big Courage"\n    name: Courage\n',
			'Change to big-courage',
			'extends: staff\ncompetencies:\n  - id: "big-courage"\n    name: Courage\n',
		],
	];
	for (const [rule, before, title, after] of cases) {
		it(`mend ${rule} by “${title}”, and undo brings back what was`, async () => {
			await write(before);
			const document = await showFile(uri);
			const faults = () => diagnosticsOf(uri).filter((diagnostic) => ruleOf(diagnostic) === rule);
			// What was said of the file of another test may still be there.
			const [fix] = await eventually(
				async () => (faults().length > 0 ? fixesFor(uri, faults()[0]?.range) : []),
				([first]) => first?.title === title,
			);
			if (!fix?.edit) throw new Error('no edit');
			await vscode.workspace.applyEdit(fix.edit);
			expect(document.getText()).to.equal(after);
			await eventuallyEquals(() => faults().length, 0);
			await vscode.commands.executeCommand('undo');
			await eventuallyEquals(() => document.getText(), before);
		});
	}
});
