import { expect } from 'chai';
import * as vscode from 'vscode';
import { bankFile } from './bankFolder.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode, inEveryHost } from './hosts.ts';
import { problemsOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

// VS Code confirms every call by itself while tests run.

inEveryHost('activation', 'the tools for language models', () => {
	toolsOffAfterEach();

	it('are off until a setting turns them on, and off again after it', async () => {
		expect(await isOff()).to.equal(true);
		await set('enabled', true);
		await eventually(isOff, (off) => !off);
		const names = () =>
			vscode.lm.tools
				.map(({ name }) => name)
				.filter((name) => name.startsWith('star_stories_'))
				.toSorted();
		await eventuallyEquals(names, ['star_stories_coverage', 'star_stories_find']);
		await set('enabled', false);
		await eventually(isOff, (off) => off);
	});

	it('find the stories that answer a question, by what they say themselves', async () => {
		await turnOn();
		const answer = await ask('star_stories_find', {
			question: 'Tell me about a time you drove a technical initiative from start to finish.',
			limit: 2,
		});
		expect(answer).to.match(/^The question probes: Technical Initiative/u);
		expect(answer).to.include('1. “').and.include('2. “').and.not.include('3. “');
		expect(answer)
			.to.match(/Opens with: \S.*\n/u)
			.and.match(/\nIn stories\/[\w-]+\.md, line \d+/u);
	});
});

inCurrentNode('what the tools for language models say', () => {
	const scratch = scratchFolder();
	toolsOffAfterEach();

	it('hide the names that stories list, unless a setting says otherwise', async () => {
		await turnOn({ redact: true });
		const question = { question: 'Tell me about retiring the nightly reindex at Lensgate.', limit: 1 };
		// The bank has files whose front matter cannot be read.
		const refused = await ask('star_stories_find', question).then(() => 'shared', String);
		expect(refused)
			.to.include('Nothing is shared')
			.and.match(/could not be read in \d+ files?\./u)
			.and.not.include('broken');
		await mendBank();
		await eventually(
			() => ask('star_stories_find', question).then(() => 'shared', String),
			(outcome) => outcome === 'shared',
		);
		const hidden = await ask('star_stories_find', question);
		expect(hidden)
			.to.include('“Retiring the nightly reindex”')
			.and.match(/Opens with: \[Company [A-Z]+\] sells used cameras/u)
			.and.not.match(/lensgate/iu);
		await set('redact', false);
		await eventually(
			() => ask('star_stories_find', question),
			(answer) => answer.includes('Opens with: Lensgate sells used cameras'),
		);
		await set('redact', true);
		await scratch.write(
			'story.md',
			(await soundStory()).replace(
				'company: Lensgate',
				'confidential: [Technical Initiative, nightly (reindex)*]',
			),
		);
		await eventually(
			() => ask('star_stories_coverage', {}),
			(answer) => /^\[Name [A-Z]+\]: \d+ ready/mu.test(answer) && !answer.includes('Technical Initiative'),
		);
	});

	it('tell what is covered, of one competency or of all', async () => {
		await turnOn();
		const all = await ask('star_stories_coverage', {});
		expect(all)
			.to.match(/Mentorship & Knowledge Sharing: 1 ready, 2–3 wanted, weak\./u)
			.and.match(/Cross-Team Alignment: 0 ready, 1–2 wanted, gap\./u);
		const one = await ask('star_stories_coverage', { competency: 'technical initiative' });
		expect(one)
			.to.include('Tell first: “Retiring the nightly reindex” (primary, ready, scope teams, strength 5')
			.and.not.include('Mentorship &');
		expect(await ask('star_stories_coverage', { competency: 'juggling' })).to.include(
			'There is no competency “juggling” here. There are: Technical Initiative,',
		);
	});

	it('follow the stories', async () => {
		await turnOn();
		await scratch.write(
			'story.md',
			(await soundStory())
				.replace('[technical-initiative]', '[cross-team-alignment]')
				.replaceAll('Retiring the nightly reindex', 'The accord of Ghent'),
		);
		await eventually(
			() => ask('star_stories_coverage', { competency: 'cross-team-alignment' }),
			(answer) => answer.includes('Tell first: “The accord of Ghent”'),
		);
		const found = await ask('star_stories_find', { question: 'When did you align several teams?' });
		expect(found).to.include('“The accord of Ghent” (strong: proves Cross-Team Alignment, primary tag');
	});

	it('make something of whatever a model sends, or say what is wrong with it', async () => {
		await turnOn();
		for (const limit of [0, -1, 1e9, '3', null]) {
			expect(await ask('star_stories_find', { question: 'Whom did you mentor?', limit })).to.include('1. “');
		}
		expect(await ask('star_stories_find', { question: 'x'.repeat(100_000) })).to.include(
			'No story answers this question.',
		);
		for (const input of [{}, { question: 5 }, { question: ' ' }]) {
			const error = await ask('star_stories_find', input).then(() => 'none', String);
			expect(error).to.include('Say in `question` what was asked.');
		}
		expect(await ask('star_stories_coverage', { competency: 5 })).to.include('Technical Influence');
	});
});

/** The files of the bank whose front matter cannot be read. */
const broken = ['broken-front-matter.md', 'tab-indented-tags.md'].map((name) => bankFile(`later/${name}`));
const before = new Map<vscode.Uri, Uint8Array>();

/** Mends their front matter, until the test is over. */
async function mendBank(): Promise<void> {
	for (const uri of broken) {
		const bytes = await vscode.workspace.fs.readFile(uri);
		before.set(uri, bytes);
		const mended = new TextDecoder().decode(bytes).replace('@platform', '"@platform"').replace(/^\t/gmu, '  ');
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(mended));
	}
}

async function breakBank(): Promise<void> {
	for (const [uri, bytes] of before) {
		await vscode.workspace.fs.writeFile(uri, bytes);
		await eventually(
			() => problemsOf(uri).filter((problem) => problem.startsWith('front-matter-syntax')),
			(problems) => problems.length > 0,
		);
	}
	before.clear();
}

/** Puts the settings of the tools back after each test, and waits until they are off again. */
function toolsOffAfterEach(): void {
	afterEach(async () => {
		await set('enabled', undefined);
		await set('redact', undefined);
		await breakBank();
		await eventually(isOff, (off) => off);
	});
}

async function set(name: 'enabled' | 'redact', value: boolean | undefined): Promise<void> {
	await vscode.workspace
		.getConfiguration('starStories.languageModelTools')
		.update(name, value, vscode.ConfigurationTarget.Global);
}

/** With all names unless told otherwise: where a name may be missing nothing is shared. */
async function turnOn({ redact = false } = {}): Promise<void> {
	await set('redact', redact);
	await set('enabled', true);
	await eventually(isOff, (off) => !off);
}

async function ask(tool: string, input: object): Promise<string> {
	const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
	return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

async function isOff(): Promise<boolean> {
	const failures = await Promise.all(
		[ask('star_stories_find', { question: 'Any?' }), ask('star_stories_coverage', {})].map((answer) =>
			answer.then(() => '', String),
		),
	);
	return failures.every((failure) =>
		/does not have an implementation|was not contributed|not registered/u.test(failure),
	);
}
