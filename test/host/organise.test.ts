import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { showFile, typeInstead } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { fixesFor } from './fixes.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { problemsExpectedBy, problemsIn, problemsOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';
import { starStories } from './starStories.ts';

/**
 * Runs a command and takes the list that it shows, with all its ticks, until something has come of it: a list that is
 * taken before its rows are there has no ticks. Each time the rows get a few turns more.
 */
async function takeList(command: string, hasEffect: () => boolean | PromiseLike<boolean>): Promise<void> {
	let turns = 0;
	await eventually(
		async () => {
			const over = vscode.commands.executeCommand(command);
			for (let turn = 0; turn < turns; turn++) await vscode.commands.getCommands();
			turns += 2;
			await answer(over, 'acceptSelectedQuickOpenItem');
			return hasEffect();
		},
		(done) => done,
	);
}

async function answer(
	command: Thenable<unknown>,
	key: 'acceptSelectedQuickOpenItem' | 'closeQuickOpen',
): Promise<void> {
	let isOver = false;
	const over = Promise.resolve(command).then(() => (isOver = true));
	const press = async () => {
		if (!isOver) await vscode.commands.executeCommand(`workbench.action.${key}`);
		return isOver;
	};
	await eventually(press, (done) => done);
	await over;
}

inEveryHost('edits', 'a bank', () => {
	const scratch = scratchFolder();
	const titles = [
		'A cache in front of the seat map',
		'Captions for the whole archive',
		'Incident reviews people wanted to read',
		'The map tiles that paid for themselves',
	];

	const filesIn = async (): Promise<Readonly<Record<string, string>>> => {
		const names = (await vscode.workspace.fs.readDirectory(scratch.uri)).map(([name]) => name).toSorted();
		return Object.fromEntries(
			await Promise.all(names.map(async (name) => [name, await textOf(scratch.file(name))] as const)),
		);
	};

	/** What an author has written, as lines that are long enough to be told from each other. */
	const told = (text: string) => text.split('\n').filter((line) => line.length > 60);

	it('is split into a file for each story once its list is accepted, with every sentence in one place', async () => {
		const bank = await textOf(bankFile('stories/bank.md'));
		const document = await showFile(await scratch.write('bank.md', bank));
		await eventually(
			() => problemsOf(document.uri),
			(problems) => problems.length > 0,
		);

		await answer(vscode.commands.executeCommand(commands.splitBank), 'closeQuickOpen');
		expect(await filesIn()).to.deep.equal({ 'bank.md': bank });
		expect(document.getText()).to.equal(bank);

		// What was typed and not saved goes along.
		await typeInstead(document, 'The ones that I can tell', 'Written lately, and the ones that I can tell');
		await typeInstead(
			document,
			'went through to the reservation host',
			'went through to the one reservation host that we had',
		);
		const typed = document.getText();
		await takeList(commands.splitBank, () => document.getText() !== typed);
		const files = { ...(await filesIn()), 'bank.md': document.getText() };
		const stories = titles.map((title) => `${title.toLowerCase().replaceAll(' ', '-')}.md`);
		expect(Object.keys(files)).to.have.members(['bank.md', ...stories]);
		expect(Object.values(files).flatMap(told).toSorted()).to.deep.equal(told(typed).toSorted());
		for (const [index, name] of stories.entries())
			expect(files[name as keyof typeof files], name)
				.to.match(/^---\ncompetencies: /u)
				.and.contain(`\n## ${titles[index]}\n`);
		// Each is a story now, counted and checked on its own.
		await eventually(
			() => problemsOf(scratch.file(stories[2] ?? '')),
			(problems) => problems.some((problem) => problem.startsWith('section-missing')),
		);
	});

	itInCurrentNode('is split as it is when the list is taken, where its author types on', async () => {
		const document = await showFile(await scratch.write('bank.md', await textOf(bankFile('stories/bank.md'))));
		await eventually(
			() => problemsOf(document.uri),
			(problems) => problems.length > 0,
		);
		const before = document.getText();
		const words = 'Let the person who doubts';
		let strokes = 0;
		const typeOn = async () => {
			for (let stroke = 0; stroke < 20 && document.getText().includes(words); stroke++) {
				// A keystroke that comes too late is refused, as is a split that does.
				await typeInstead(document, words, `x${words}`).then(
					() => strokes++,
					() => undefined,
				);
			}
		};
		const typing = typeOn();
		try {
			await takeList(commands.splitBank, () => document.getText().length < before.length - 1000);
		} finally {
			// Nothing is to be typed into what later tests see.
			await typing;
		}
		const files = { ...(await filesIn()), 'bank.md': document.getText() };
		expect(Object.keys(files)).to.have.length(1 + titles.length);
		// Every sentence is in one place.
		const untyped = (line: string) => line.replace(/x+(?=Let the person who doubts)/u, '');
		const sentences = Object.values(files).flatMap(told).map(untyped).toSorted();
		expect(sentences).to.deep.equal(told(before).toSorted());
		const typed = /(x*)Let the person who doubts/u.exec(Object.values(files).join('\n'))?.[1]?.length ?? 0;
		// VS Code 1.100 was seen to lose a keystroke that came between making the files and cutting, though it had confirmed it.
		if (vscode.version.startsWith('1.100.')) expect(typed).to.be.most(strokes);
		else expect(typed).to.equal(strokes);
	});
});

inCurrentNode('candidates', () => {
	const scratch = scratchFolder();

	it('get the tags that are proposed, open or closed, once their list is accepted, and lose them by one undo', async () => {
		const candidate = (await soundStory()).replace(/^---[^]*?\n---\n\n/u, '');
		const misspelt = `---\ncompetancies: [mentorship] # mine\n---\n\n${candidate}`;
		const [closed, open, keyed] = [
			await scratch.write('closed.md', candidate),
			await scratch.write('open.md', candidate),
			await scratch.write('keyed.md', misspelt),
		];
		const document = await showFile(open);
		await typeInstead(document, 'sold at breakfast', 'sold at lunch');
		for (const uri of [closed, open])
			await eventuallyEquals(
				() => problemsOf(uri),
				problemsIn(candidate, ['candidate', 'Retiring the nightly reindex']),
			);
		await eventuallyEquals(() => problemsOf(keyed), problemsIn(misspelt, ['candidate', 'competancies']));
		const truce = bankFile('later/the-address-format-truce.md');
		const others = await textOf(truce);

		await answer(vscode.commands.executeCommand(commands.tagCandidates), 'closeQuickOpen');
		expect([await textOf(closed), document.isDirty]).to.deep.equal([candidate, true]);

		// The candidate of the sample bank changes as well, and comes back with the undo.
		await answer(vscode.commands.executeCommand(commands.tagCandidates), 'acceptSelectedQuickOpenItem');
		const now = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
		const tagged = `---\ncompetencies: [technical-initiative]\n---\n\n${candidate}`;
		try {
			expect(await now(closed)).to.equal(tagged);
			expect(await now(open)).to.equal(tagged.replace('sold at breakfast', 'sold at lunch'));
			expect(await now(keyed)).to.match(
				/^---\ncompetencies: \[mentorship, technical-initiative\] # mine\n---\n/u,
			);
			expect(await now(truce)).to.match(/^---\ncompetencies: \[[a-z-]+\]\n---\n\n# The address format truce\n/u);
		} finally {
			await vscode.commands.executeCommand(commands.undoInView);
			await eventuallyEquals(() => problemsOf(truce), problemsExpectedBy(others));
		}
		expect(await Promise.all([closed, keyed, truce].map(textOf))).to.deep.equal([candidate, misspelt, others]);
		expect(document.getText()).to.equal(candidate.replace('sold at breakfast', 'sold at lunch'));
	});

	it('are no stories where their author says so, until that is taken back', async () => {
		const uri = await scratch.write(
			'note.md',
			'# A note\n\n## Situation\n\nI was.\n\n## Task\n\nI had to.\n\n## Action\n\nI did.\n',
		);
		await showFile(uri);
		await eventuallyEquals(() => problemsOf(uri).length, 1);
		const actions = await fixesFor(uri, new vscode.Range(0, 2, 0, 8));
		expect(actions.map(({ title }) => title)).to.deep.equal([
			'Tag this story…',
			'Not a story',
			'Add front matter for a story',
		]);
		const { command, arguments: given = [] } = actions[1]?.command ?? { command: '' };
		await vscode.commands.executeCommand(command, ...(given as readonly unknown[]));
		await eventuallyEquals(() => problemsOf(uri), []);
		expect(await fixesFor(uri, new vscode.Range(0, 2, 0, 8))).to.deep.equal([]);
		// The only one is ticked already.
		await takeList(commands.showHiddenCandidates, () => problemsOf(uri).length === 1);
	});
});

inEveryHost('edits', 'a bank without tags', () => {
	const scratch = scratchFolder();
	const entries = [
		'## The lockfile war\n\n**Situation:** Two [package managers][wiki].\n\n**Task:** I wanted one.\n\n**Action:** I timed both and convinced four people.\n\n**Result:** One is left.\n',
		'## Night pager\n\n- **S:** The pager rang nightly.\n- **T:** I had the rota.\n- **A:** I automated 90 alerts away.\n- **R:** It rings monthly.\n',
		'## Ines\n\n### Situation\n\nA new colleague was lost.\n\n### Action\n\nI paired with her and coached her.\n\n### Result\n\nShe leads reviews.\n',
		'## Tiles\n\n- Situation\n    - Our vendor went bankrupt.\n- Task\n    - I kept the maps on.\n- Action\n    - I compared three vendors.\n- Result\n    - Nobody noticed.\n',
		'## Invoices\n\nSituation: A cron box sent them.\n\nTask: I was to move it.\n\nAction: I built a queue.\n\nResult: None was lost.\n',
		'## Two teams\n\n**Situation** Two teams shared a table.\n\n**Action** I agreed a contract with both.\n\n**Result** Releases are apart.\n',
		'## Seat maps\n\n> **Situation:** Seats were slow.\n>\n> **Action:** I cached them.\n>\n> **Result:** 40 ms.[^p99]\n',
		'## A hire\n\n**S (Situation):** I hired a talker.\n\n**A (Action):** I coached him weekly.\n\n**R (Result):** He stayed.\n',
	];
	const link = '[wiki]: https://example.com/wiki';
	const footnote = '[^p99]: Measured at noon.';
	const text = `# My stories\n\n${entries.join('\n')}\n${link}\n\n${footnote}\n`;

	it('is tagged in one go by its fix, gets its text back by one undo, and is split with what its stories refer to', async () => {
		const uri = await scratch.write('bank.md', text);
		const document = await showFile(uri);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(text, ['candidate', 'The lockfile war']));
		const [fix] = await fixesFor(uri, new vscode.Range(2, 4, 2, 6));
		expect([fix?.title, fix?.isPreferred]).to.deep.equal(['Tag these 8 stories…', true]);

		await answer(vscode.commands.executeCommand(commands.tagCandidates, uri), 'acceptSelectedQuickOpenItem');
		const tagged = document.getText();
		const api = await starStories();
		await eventuallyEquals(() => api.stories().filter(({ file }) => file === uri.toString()).length, 8);
		expect(tagged.match(/^\*\*Competencies:\*\* [A-Z]/gmu)).to.have.length(8);
		expect(tagged.replaceAll(/\*\*Competencies:\*\* [^\n]+\n\n/gu, '')).to.equal(text);

		await showFile(uri);
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => document.getText(), text);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(text, ['candidate', 'The lockfile war']));

		await answer(vscode.commands.executeCommand(commands.splitBank), 'acceptSelectedQuickOpenItem');
		const names = (await vscode.workspace.fs.readDirectory(scratch.uri)).map(([name]) => name);
		expect(names).to.have.length(9);
		for (const entry of entries) {
			const name = `${/## (.+)/u.exec(entry)?.[1]?.toLowerCase().replaceAll(' ', '-') ?? ''}.md`;
			const file = await textOf(scratch.file(name));
			expect(file, name).to.contain(entry.trim());
			if (entry.includes('[wiki]')) expect(file, name).to.contain(link);
			if (entry.includes('[^p99]')) expect(file, name).to.contain(footnote);
		}
		expect(document.getText().trim()).to.equal('# My stories');
		const isCandidate = (name: string) =>
			problemsOf(scratch.file(name)).some((each) => each.startsWith('candidate'));
		await eventuallyEquals(() => names.filter(isCandidate).length, 8);
	});
});
