import { expect } from 'chai';
import * as vscode from 'vscode';
import { showFile, typeInstead } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inEveryHost, itInCurrentNode } from './hosts.ts';
import { type Fault, diagnosticsOf, problemsIn, problemsOf, ruleOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { misspelt, misspeltStory, soundStory } from './soundStory.ts';
import { workspaceSettings } from './workspaceSettings.ts';

const misspeltTag: Fault = ['competency-unknown', misspelt];

/** As long as other work may keep the extension host from its next turn on a busy machine, in milliseconds. */
const longestPause = 4000;

inEveryHost('encodings', 'odd stories', () => {
	const scratch = scratchFolder();
	let sound = '';

	before(async () => {
		sound = await soundStory();
	});

	/** What is made of the sound story, and its only problems. */
	const odd: Readonly<Record<string, (sound: string) => readonly [text: string, ...faults: Fault[]]>> = {
		'YAML that cannot be read': (story) => [story.replace('company: ', 'company: @'), ['front-matter-syntax', '@']],
		'tabs in YAML': (story) => [story.replace('metrics:\n  -', 'metrics:\n\t-'), ['front-matter-syntax', '\t']],
		TOML: (story) => [
			story.replace(/^---[^]*?\n---\n/u, '+++\ncompetencies = ["mentorship"]\n+++\n'),
			['front-matter-syntax', '+++'],
		],
		'front matter that never ends': () => [
			'---\ncompetencies: mentorship\n# A title\n',
			['front-matter-syntax', '---'],
		],
		'front matter only': () => [
			'---\ncompetencies: mentorship\n---\n',
			['title-missing', 'competencies'],
			['section-missing', 'competencies'],
		],
		'headings without text': (story) => [story.replace('## Task\n', '#\n\n##\n\n###### \n\n## Task\n')],
		'emoji and text from right to left': (story) => [
			story
				.replace('[technical-initiative]', '["🎯🧗‍♀️", technical-initiative, "شجاعة"]')
				.replace('## Task\n', '## 🎯 Task\n\nقصة 👩‍🚀 TODO قصيرة\n'),
			['competency-unknown', '🎯🧗‍♀️'],
			['competency-unknown', 'شجاعة'],
			['placeholder', 'TODO'],
		],
		'names of Object.prototype': (story) => [
			story.replace(
				'[technical-initiative]',
				'[technical-initiative, __proto__, constructor, toString]\n__proto__: {a: 1}\nhasOwnProperty: [x]',
			),
			['competency-unknown', '__proto__'],
			['competency-unknown', 'constructor'],
			['competency-unknown', 'toString'],
		],
		'anchors and aliases': (story) => [
			story.replace('[technical-initiative]', '&tags [technical-initiative]\nquestions_of_mine: *tags'),
		],
		'NUL characters': (story) => [
			story.replace('## Task\n', '## Task\n\n\u0000 TODO \u0000\n'),
			['placeholder', 'TODO'],
		],
		nothing: () => [''],
		'blank lines': () => ['\n \n\t\n'],
		'a rule': () => ['---'],
		'two rules': () => ['---\n---\n'],
		'a byte order mark': () => ['\uFEFF'],
	};

	itInCurrentNode('have the problems that they should have, and no others', async () => {
		const expected: Record<string, readonly string[]> = {};
		for (const [name, spoil] of Object.entries(odd)) {
			const [text, ...faults] = spoil(sound);
			await scratch.write(`${name}.md`, text);
			expected[name] = problemsIn(text, ...faults);
		}
		await eventuallyEquals(
			() => Object.fromEntries(Object.keys(odd).map((name) => [name, problemsOf(scratch.file(`${name}.md`))])),
			expected,
		);
		await scratch.untilCaughtUp();
		expect(problemsOf(scratch.file('nothing.md'))).to.deep.equal([]);

		for (const name of Object.keys(odd)) {
			await showFile(scratch.file(`${name}.md`));
		}
		await scratch.untilCaughtUp();
		await eventuallyEquals(
			() => Object.fromEntries(Object.keys(odd).map((name) => [name, problemsOf(scratch.file(`${name}.md`))])),
			expected,
		);
	});

	it('that explode or dive when they are expanded are told of, and hold nobody up', async () => {
		const letters = [...'abcdefghijklmnopqrstuvwxyz'];
		const bomb = letters
			.map(
				(letter, index) =>
					`${letter}: &${letter} [${`${index === 0 ? 'x' : `*${letters[index - 1]}`}, `.repeat(10)}]`,
			)
			.join('\n');
		const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
		const uris = [
			await scratch.write(
				'bomb.md',
				sound.replace('competencies: [technical-initiative]', `${bomb}\ncompetencies: *z`),
			),
			await scratch.write('deep.md', sound.replace('[technical-initiative]', deep)),
		];
		const pause = await longestPauseUntil(() =>
			eventuallyEquals(() => uris.map((uri) => diagnosticsOf(uri).length > 0), [true, true]),
		);
		expect(pause).to.be.lessThan(longestPause);
		const frontMatterEnd = uris.map(() => 100);
		for (const [index, uri] of uris.entries()) {
			expect(new Set(diagnosticsOf(uri).map(({ severity }) => severity))).to.deep.equal(
				new Set([vscode.DiagnosticSeverity.Error]),
			);
			expect(diagnosticsOf(uri).every(({ range }) => range.end.line < (frontMatterEnd[index] ?? 0))).to.equal(
				true,
			);
		}
		const other = await scratch.write('other.md', await misspeltStory());
		await eventuallyEquals(() => problemsOf(other), problemsIn(await misspeltStory(), misspeltTag));
	});

	itInCurrentNode('of a million characters are told of once, or left alone, and hold nobody up', async () => {
		const paragraph =
			'We had a situation, and my task was an action with a result. **Bold**, [a link](x.md) and `code`.\n\n';
		const prose = paragraph.repeat(Math.ceil(1_000_000 / paragraph.length));
		const story = await misspeltStory();
		const tagged = await scratch.write('tagged.md', `${story}\n${prose}`);
		const plain = await scratch.write(
			'plain.md',
			`# A long guide\n\n## Situation\n\n${prose}## Task\n\n${prose.slice(0, 1000)}## Action\n\nI did.\n`,
		);
		const pause = await longestPauseUntil(async () => {
			const commandsAnswered = vscode.commands.getCommands(true);
			const other = await scratch.write('other.md', story);
			await eventuallyEquals(() => problemsOf(other), problemsIn(story, misspeltTag));
			await eventuallyEquals(
				() => diagnosticsOf(tagged).map(({ severity, range }) => [severity, range.start.line]),
				[[vscode.DiagnosticSeverity.Information, story.split('\n').indexOf('# Retiring the nightly reindex')]],
			);
			await commandsAnswered;
			await scratch.untilCaughtUp();
		});
		expect(problemsOf(plain)).to.deep.equal([]);
		expect(pause).to.be.lessThan(longestPause);
	});

	/**
	 * Text for which the Markdown parser takes many seconds; nobody writes it, but it happens to be pasted. Others of
	 * its kind are given to a worker in test/core.
	 */
	const intricate = `${'- '.repeat(4096)}x`;

	it('that are too intricate to be analysed are told of, closed and while they are typed in, and hold nobody up', async () => {
		const misspeltText = await misspeltStory();
		const uri = await scratch.write('list marks.md', sound.replace('## Task\n', `## Task\n\n${intricate}\n`));
		const line = sound.split('\n').findIndex((each) => each.startsWith('competencies:'));
		const told = () =>
			diagnosticsOf(uri).map((diagnostic) => [
				ruleOf(diagnostic),
				diagnostic.severity,
				diagnostic.range.start.line,
			]);
		const expected = [['document-intricate', vscode.DiagnosticSeverity.Information, line]];
		const pause = await longestPauseUntil(async () => {
			await eventuallyEquals(told, expected);
			const document = await showFile(uri);
			await typeInstead(document, '## Task', '## Task\n\n- ');
			const other = await scratch.write('other.md', misspeltText);
			await eventuallyEquals(() => problemsOf(other), problemsIn(misspeltText, misspeltTag));
			await eventuallyEquals(told, expected);
			await typeInstead(document, intricate, 'Now it is only a list.');
			await eventuallyEquals(() => diagnosticsOf(document.uri).map(ruleOf).includes('document-intricate'), false);
		});
		expect(pause).to.be.lessThan(longestPause);
	});

	it('in other encodings are read as their editors show them', async () => {
		const story = (await misspeltStory()).replace('sold at breakfast', 'sold – “at breakfast” – TODO');
		const faults = problemsIn(story, misspeltTag, ['placeholder', 'TODO']);
		const uris = [
			await scratch.write('little.md', utf16(story, 'little')),
			await scratch.write('big.md', utf16(story, 'big')),
		];
		await eventuallyEquals(() => uris.map(problemsOf), [faults, faults]);
		for (const uri of uris) {
			const document = await showFile(uri);
			expect(document.getText()).to.equal(story);
		}
		await scratch.untilCaughtUp();
		await eventuallyEquals(() => uris.map(problemsOf), [faults, faults]);
	});

	itInCurrentNode('with bytes that are no text at all show the same closed and open', async () => {
		const [before = '', after = ''] = (await misspeltStory()).split('sold at breakfast');
		const encoder = new TextEncoder();
		const broken = Uint8Array.from([
			...encoder.encode(before),
			0xff,
			0xc3,
			0x28,
			0xe2,
			0x82,
			0xf0,
			0x9f,
			...encoder.encode(` TODO${after}`),
		]);
		const uri = await scratch.write('broken.md', broken);
		const noise = await scratch.write(
			'noise.md',
			Uint8Array.from({ length: 5000 }, (_none, index) => (index * 7919) % 256),
		);
		const closed = await eventually(
			() => problemsOf(uri),
			(problems) => problems.length > 0,
		);
		const document = await showFile(uri);
		expect(closed).to.deep.equal(problemsIn(document.getText(), misspeltTag, ['placeholder', 'TODO']));
		await scratch.untilCaughtUp();
		expect(problemsOf(uri)).to.deep.equal(closed);
		expect(problemsOf(noise)).to.deep.equal([]);
	});
});

inEveryHost('files', 'odd names of files', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	const names = [
		'with space.md',
		'#hash.md',
		'50%.md',
		'%20.md',
		'%2F.md',
		'(paren).md',
		'[bracket].md',
		'{brace}.md',
		'ünïcödé.md',
		'日本語.md',
		'قصة.md',
		'emoji 🎯.md',
		'.hidden.md',
		'.hidden folder/story.md',
		'story.markdown',
		"it's;a,b&c=d@e+f!.md",
		'~`^$.md',
		`${'long '.repeat(40)}.md`,
		'one.two.three.md',
		'__proto__.md',
		'constructor/toString.md',
	];
	const others = ['story.md.bak', 'story.mdx', 'story.txt', 'md', 'story.md/not a story.txt'];

	it('do not matter', async () => {
		const story = await misspeltStory();
		for (const name of [...names, ...others]) {
			await scratch.write(name, story);
		}
		const found = () => Object.fromEntries(names.map((name) => [name, problemsOf(scratch.file(name))]));
		const expected = Object.fromEntries(names.map((name) => [name, problemsIn(story, misspeltTag)]));
		await eventuallyEquals(found, expected);
		expect(others.flatMap((name) => problemsOf(scratch.file(name)))).to.deep.equal([]);

		// The whole workspace is read anew.
		await settings.replace({ 'starStories.rules': { 'competency-unknown': 'hint' } });
		const hint = vscode.DiagnosticSeverity.Hint;
		const severities = () =>
			names.map((name) => [name, ...diagnosticsOf(scratch.file(name)).map(({ severity }) => severity)]);
		await eventuallyEquals(
			severities,
			names.map((name) => [name, hint]),
		);
		expect(others.flatMap((name) => diagnosticsOf(scratch.file(name)).map(ruleOf))).to.deep.equal([]);
	});
});

/**
 * What the thread of the extension host has worked, in milliseconds: on a busy machine others get between two of its
 * turns too. The time of day where a host does not tell.
 */
function workedMilliseconds(): number {
	const host = globalThis as unknown as {
		process?: { threadCpuUsage?(): { readonly user: number; readonly system: number } };
	};
	const worked = host.process?.threadCpuUsage?.();
	return worked ? (worked.user + worked.system) / 1000 : Date.now();
}

/** Does something and tells for how long the extension host could not get to anything else meanwhile, in milliseconds. */
async function longestPauseUntil(done: () => Promise<void>): Promise<number> {
	let longest = 0;
	let last = workedMilliseconds();
	let isOver = false;
	const tick = () => {
		const now = workedMilliseconds();
		longest = Math.max(longest, now - last);
		last = now;
		if (!isOver) {
			setTimeout(tick, 10);
		}
	};
	tick();
	await done();
	isOver = true;
	tick();
	return longest;
}

/** The bytes of a text in UTF-16 with a byte order mark. */
function utf16(text: string, endian: 'little' | 'big'): Uint8Array {
	const marked = `\uFEFF${text}`;
	const bytes = new Uint8Array(marked.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < marked.length; index++) {
		view.setUint16(index * 2, marked.charCodeAt(index), endian === 'little');
	}
	return bytes;
}
