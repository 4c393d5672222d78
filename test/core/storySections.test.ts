import { expect } from 'chai';
import type { SectionKind } from '../../src/core/framework/sectionKind.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { mightContainStoryBy } from '../../src/core/story/mightContainStory.ts';
import { at, frameworkOf, kindsIn, read, tagged } from './reading.ts';

/** Each section as its kind, name and body, as they stand in the text. */
function sectionsIn(text: string): [string, string, string][] {
	return read(text).stories.flatMap(({ sections }) =>
		sections.map(({ kind, name, body }): [string, string, string] => [kind, at(text, name), at(text, body)]),
	);
}

const aliases: Record<SectionKind, readonly string[]> = {
	situation: ['Situation', 'Situations', 'Context', 'Contexts', 'Background', 'Backgrounds', 'Setting', 'Settings'],
	task: ['Task', 'Tasks', 'Goal', 'Goals', 'Objective', 'Objectives', 'Target', 'Targets', 'Challenge', 'Challenges'],
	action: ['Action', 'Actions', 'Approach', 'Approaches', 'What I did', 'What I built'],
	result: ['Result', 'Results', 'Outcome', 'Outcomes', 'Impact', 'Impacts'],
	learnings: [
		'Learnings',
		'Learning',
		'Lessons',
		'Lesson',
		'Lessons learned',
		'Lesson learned',
		'Reflection',
		'Reflections',
		'Takeaways',
		'Takeaway',
		'What I learned',
		'Plus',
	],
};

describe('section names', () => {
	it('can be two letters beside whole names, where together they are three in order', () => {
		const kinds = (text: string) =>
			sectionsIn(`---\ncompetencies: mentorship\n---\n\n${text}`).map(([kind]) => kind);
		for (const write of [(name: string) => `## ${name}\n\n`, (name: string) => `**${name}:** `]) {
			const told = `# A\n\n${write('S/T')}It broke.\n\n${write('Action')}I mended it.\n\n`;
			expect(kinds(`${told}${write('Result')}It held.\n`)).to.deep.equal(['situation', 'action', 'result']);
			expect(kinds(`# A\n\n${write('A/R')}Invoices.\n\n${write('Situation')}It broke.\n`)).to.deep.equal([
				'situation',
			]);
		}
	});

	for (const [kind, names] of Object.entries(aliases)) {
		it(`${names.join(', ')} name the section ${kind}, as heading and as label, in any case`, () => {
			for (const name of names.flatMap((spelling) => [
				spelling,
				spelling.toUpperCase(),
				spelling.toLowerCase(),
			])) {
				expect(kindsIn(`${tagged}# T\n\n## ${name}\n\nx\n`), name).to.deep.equal([kind]);
				expect(kindsIn(`${tagged}# T\n\n**${name}:** x\n`), name).to.deep.equal([kind]);
			}
		});
	}

	for (const name of [
		'Situational awareness',
		'Action items',
		'Task force',
		'Resulting',
		'Notes',
		'S',
		'STAR',
		'',
		'X — Situation',
		'2024',
	]) {
		it(`${JSON.stringify(name)} names none`, () => {
			expect(kindsIn(`${tagged}# T\n\n## ${name}\n\nx\n`)).to.deep.equal(['']);
			expect(kindsIn(`${tagged}# T\n\n**${name}:** x\n`)).to.deep.equal(['']);
		});
	}

	it('come from the active frameworks too, in their languages', () => {
		const swedish = frameworkOf([], {
			sectionAliases: {
				situation: ['Läget'],
				action: ['Det jag gjorde'],
				result: ['Utfall', 'Följd (siffror)'],
			},
		});
		const text = `${tagged}# T\n\n## LÄGET\n\nx\n\n### 2. Det jag gjorde:\n\n**Utfall:** y\n`;
		expect(kindsIn(text, [swedish])).to.deep.equal(['situation action result']);
		expect(kindsIn(text)).to.deep.equal(['']);
	});

	it('of a framework are compared by what is read, however they are written on either side', () => {
		const given = {
			situation: ['La\u0308get, i\u00a0ko\u0308n', 'L’enjeu'],
			task: ['Uppdragets\u3000art', 'Ｇ１'],
			action: ["Ce que j'ai décidé"],
			result: ['STRASSENLAGE'],
		};
		const frameworks = [frameworkOf([], { sectionAliases: given })];
		for (const names of [
			['Läget, i kön', 'uppdragets art', 'Ce que j’ai décidé', 'Straßenlage'],
			['LÄGET,  I\u00a0KÖN', 'Uppdragets\u2003Art', 'CE QUE J´AI DE\u0301CIDE\u0301', 'Stra\u00adßenlage'],
			["L'enjeu", 'G1', 'Ce que j‘ai décidé', 'Straßenlage：'],
			['L`enjeu', 'g１', 'Ｃe que jʼai décidé', '（3）Straßenlage'],
		]) {
			for (const form of [(name: string) => `## ${name}\n\nI x\n`, (name: string) => `**${name}** — I x\n`]) {
				const text = names.map(form).join('\n');
				expect(kindsIn(tagged + text, frameworks), text).to.deep.equal(['situation task action result']);
				expect(new Lookups(frameworks).derive(mightContainStoryBy)(text), text).to.equal(true);
			}
		}
	});

	it('of a framework that hold no letter do not turn every bare number into a section', () => {
		const odd = frameworkOf([], { sectionAliases: { task: ['', '🎯', '2.'] } });
		expect(kindsIn(`${tagged}# T\n\n## 2024\n\n## \n\n## Situation\n\nx\n`, [odd])).to.deep.equal(['situation']);
	});
});

describe('section headings', () => {
	const forms: readonly [source: string, name: string][] = [
		['# Situation', 'Situation'],
		['## Situation', 'Situation'],
		['### Situation', 'Situation'],
		['#### Situation', 'Situation'],
		['##### Situation', 'Situation'],
		['###### Situation', 'Situation'],
		['   ## Situation', 'Situation'],
		['## Situation ##', 'Situation'],
		['##  Situation  ', 'Situation'],
		['Situation\n=========', 'Situation'],
		['Situation\n---', 'Situation'],
		['### 1. Situation:', '1. Situation:'],
		['### 1) Situation', '1) Situation'],
		['## 1.2 Situation', '1.2 Situation'],
		['## Situation：', 'Situation：'],
		['## 🎯 Situation', '🎯 Situation'],
		['## Situation 🎯', 'Situation 🎯'],
		['## 👩🏽‍💻 Situation', '👩🏽‍💻 Situation'],
		['## ℹ️ Situation', 'ℹ️ Situation'],
		['## S — Situation', 'S — Situation'],
		['## S – Situation', 'S – Situation'],
		['## S - Situation', 'S - Situation'],
		['## S: Situation', 'S: Situation'],
		['## S  —  Situation', 'S  —  Situation'],
		['## S &mdash; Situation', 'S &mdash; Situation'],
		['## (S) Situation', '(S) Situation'],
		['## S. Context', 'S. Context'],
		['## Situation (20%)', 'Situation (20%)'],
		['## Situation (20%):', 'Situation (20%):'],
		['## Situation [20%]', 'Situation [20%]'],
		['## 1. 🎯 S — Situation (20%):', '1. 🎯 S — Situation (20%):'],
		['## **Situation**', '**Situation**'],
		['## *Situation*', '*Situation*'],
		['## `Situation`', '`Situation`'],
		['## **S**ituation', '**S**ituation'],
		['## [Situation](#situation)', '[Situation](#situation)'],
		['## <a id="s"></a>Situation', '<a id="s"></a>Situation'],
		['## ![target](x.png) Situation', '![target](x.png) Situation'],
		['> ## Situation', 'Situation'],
		['- ## Situation', 'Situation'],
	];
	for (const [source, name] of forms) {
		it(`are found as ${JSON.stringify(source)}, with their own words as name and what follows as body`, () => {
			for (const eol of ['\n', '\r\n']) {
				for (const mark of ['', '\uFEFF']) {
					const written = source.replaceAll('\n', eol);
					const text = `${mark}${tagged.replaceAll('\n', eol)}${written}${eol}${eol}Told.${eol}`;
					expect(sectionsIn(text)).to.deep.equal([['situation', name, `${eol}${eol}Told.${eol}`]]);
					const [section] = read(text).stories[0]?.sections ?? [];
					expect(section?.form).to.equal('heading');
					expect(section?.empty).to.equal(false);
					expect(section && at(text, section.span)).to.equal(text.slice(text.indexOf(written)));
				}
			}
		});
	}
});

describe('section labels', () => {
	const forms: readonly [source: string, name: string, body: string][] = [
		['**Situation:** Told.', 'Situation', 'Told.\n'],
		['**Situation**: Told.', 'Situation', 'Told.\n'],
		['**Situation :** Told.', 'Situation', 'Told.\n'],
		['**Situation** : Told.', 'Situation', 'Told.\n'],
		['**Situation：** Told.', 'Situation', 'Told.\n'],
		['**Situation** - Told.', 'Situation', 'Told.\n'],
		['**Situation** – Told.', 'Situation', 'Told.\n'],
		['**Situation** — Told.', 'Situation', 'Told.\n'],
		['__Situation:__ Told.', 'Situation', 'Told.\n'],
		['__Situation__ - Told.', 'Situation', 'Told.\n'],
		['**SITUATION:** Told.', 'SITUATION', 'Told.\n'],
		['**1. Situation:** Told.', '1. Situation', 'Told.\n'],
		['**🎯 Situation:** Told.', '🎯 Situation', 'Told.\n'],
		['**S — Situation:** Told.', 'S — Situation', 'Told.\n'],
		['**Situation (20%):** Told.', 'Situation (20%)', 'Told.\n'],
		['**Situation:**\nTold.', 'Situation', '\nTold.\n'],
		['**Situation:**\n\nTold.', 'Situation', '\n\nTold.\n'],
		['- **Situation:** Told.', 'Situation', 'Told.\n'],
		['* **Situation:** Told.', 'Situation', 'Told.\n'],
		['+ **Situation**: Told.', 'Situation', 'Told.\n'],
		['1. **Situation:** Told.', 'Situation', 'Told.\n'],
		['1) **Situation:** Told.', 'Situation', 'Told.\n'],
		['- STAR\n  - **Situation:** Told.', 'Situation', 'Told.\n'],
		['- STAR\n\n  **Situation:** Told.', 'Situation', 'Told.\n'],
		['> **Situation:** Told.', 'Situation', 'Told.\n'],
		['>**Situation:** Told.', 'Situation', 'Told.\n'],
		['> > **Situation:** Told.', 'Situation', 'Told.\n'],
		['> - **Situation:** Told.', 'Situation', 'Told.\n'],
		['Once upon a time\n**Situation:** Told.', 'Situation', 'Told.\n'],
		['Once upon a time  \n**Situation:** Told.', 'Situation', 'Told.\n'],
		['Once upon a time\\\n**Situation:** Told.', 'Situation', 'Told.\n'],
		['> Once upon a time\n> **Situation:** Told.', 'Situation', 'Told.\n'],
	];
	for (const [source, name, body] of forms) {
		it(`are found as ${JSON.stringify(source)}`, () => {
			for (const eol of ['\n', '\r\n']) {
				for (const mark of ['', '\uFEFF']) {
					const text = `${mark}${tagged}# T\n\n${source}\n`.replaceAll('\n', eol);
					expect(sectionsIn(text)).to.deep.equal([['situation', name, body.replaceAll('\n', eol)]]);
					const [section] = read(text).stories[0]?.sections ?? [];
					expect(section?.form).to.equal('label');
					expect(section?.empty).to.equal(false);
				}
			}
		});
	}

	it('may have no space behind the colon, and go by names that people give the deeds of one', () => {
		expect(sectionsIn(`${tagged}- Situation:At Acme\n- Task:mine\n- Action:I did\n- Result:It held`)).to.deep.equal(
			[
				['situation', 'Situation', 'At Acme\n'],
				['task', 'Task', 'mine\n'],
				['action', 'Action', 'I did\n'],
				['result', 'Result', 'It held'],
			],
		);
		const personal = `- Situation: a\n- Task: b\n- Personal action: c\n- Team action: d\n- Result: e`;
		expect(sectionsIn(tagged + personal).map(([kind, name]) => [kind, name])).to.deep.equal([
			['situation', 'Situation'],
			['task', 'Task'],
			['action', 'Personal action'],
			['result', 'Result'],
		]);
		expect(
			kindsIn(`${tagged}# A\n\n## S [situation]\na\n## T [task] + A[action]\nb\n## R [result]\nc\n`),
		).to.deep.equal(['situation task result']);
	});

	it('may stand on successive lines of one paragraph; each section takes its own line', () => {
		expect(sectionsIn(`${tagged}**Situation:** a\n**Task:** b\n**Action:** c\nmore\n**Result:** d`)).to.deep.equal([
			['situation', 'Situation', 'a\n'],
			['task', 'Task', 'b\n'],
			['action', 'Action', 'c\nmore\n'],
			['result', 'Result', 'd'],
		]);
	});

	it('may stand on lines that tags break; each section takes its own', () => {
		expect(
			sectionsIn(`${tagged}**Situation:** a<br>**Task:** b<br/>\n**Action:** c<BR />**Result:** d`),
		).to.deep.equal([
			['situation', 'Situation', 'a<br>'],
			['task', 'Task', 'b<br/>\n'],
			['action', 'Action', 'c<BR />'],
			['result', 'Result', 'd'],
		]);
	});

	it('may stand in the items of one list', () => {
		const text = `${tagged}1. **Situation:** a\n   - with\n   - details\n2. **Task:** b\n`;
		expect(sectionsIn(text)).to.deep.equal([
			['situation', 'Situation', 'a\n   - with\n   - details\n'],
			['task', 'Task', 'b\n'],
		]);
		expect(read(text).stories[0]?.sections.map(({ span }) => at(text, span))).to.deep.equal([
			'1. **Situation:** a\n   - with\n   - details\n',
			'2. **Task:** b\n',
		]);
	});

	it('may be empty', () => {
		const text = `${tagged}- **Situation:**\n- **Task:** \n- **Action**: c\n`;
		expect(read(text).stories[0]?.sections.map(({ kind, empty }) => [kind, empty])).to.deep.equal([
			['situation', true],
			['task', true],
			['action', false],
		]);
	});
});

describe('sections in HTML', () => {
	it('begin with a heading of it, or with a bold name in a block of it', () => {
		expect(kindsIn(`${tagged}# T\n\n<h2>Situation</h2>\n\nx\n\n<h2>Task</h2>\n\ny\n`)).to.deep.equal([
			'situation task',
		]);
		expect(kindsIn(`${tagged}# T\n\n<div>\n**Task:** x\n</div>\n`)).to.deep.equal(['task']);
	});
});

describe('what is no section', () => {
	const cases: readonly [what: string, source: string][] = [
		['a fenced code block', '```md\n## Situation\n**Task:** x\n```'],
		['a tilde fence', '~~~\n## Situation\n~~~'],
		['a fence that nothing closes', '```\n## Situation\n\n**Task:** x'],
		['an indented code block', '    ## Situation\n    **Task:** x'],
		['code in a list', '- a\n\n  ```\n  ## Situation\n  ```'],
		['inline code', '`**Situation:** x`'],
		['a comment', '<!--\n## Situation\n\n**Task:** x\n-->'],
		['a comment on one line', '<!-- **Situation:** x -->'],
		['bold names of HTML in a comment', '<!-- mine\n\n<b>Situation:</b> x\n\n<b>Task:</b> y\n-->'],
		['bold names in a comment within HTML', '<div>\n<!--\n<b>Situation:</b> x\n**Task:** y\n-->\n</div>'],
		['a heading of Markdown in an HTML block', '<div>\n## Situation\n</div>'],
		['an HTML heading in code', '`<h2>Situation</h2>`'],
		['a table', '| **Situation:** | **Task:** x |\n| --- | --- |\n| **Action:** y | z |'],
		['a table without outer pipes', '**Situation:** | b\n--- | ---\n**Action:** x | y'],
		['a table with aligned columns', '| a | b |\n|:--|--:|\n**Action:** x | y'],
		['a table in a block quote', '> | a | b |\n> | - | - |\n> **Action:** x | y'],
		['a link', '[**Situation:** x](https://example.com)'],
		['a link text', '[Situation: x](#situation)'],
		['bold in the middle of a line', 'What was the **Situation:** nobody knew.'],
		['bold after a picture', '![x](x.png) **Situation:** x'],
		['a label without bold', 'Situation: x'],
		['bold without a colon', '**Situation** was bad'],
		['bold with a dash that belongs to a word', '**Task**-force'],
		['an escaped heading', '\\## Situation'],
		['a heading without a space', '##Situation'],
		['a seventh level', '####### Situation'],
		['the definition of a link', '[Situation]: https://example.com "## Task"'],
	];
	for (const [what, source] of cases) {
		it(`${what}: ${JSON.stringify(source)}`, () => {
			expect(kindsIn(`${tagged}# T\n\n${source}\n`)).to.deep.equal(['']);
			expect(kindsIn(`${tagged}# T\n\n${source}\n`.replaceAll('\n', '\r\n'))).to.deep.equal(['']);
		});
	}

	it('a table takes nothing from the labels above it', () => {
		for (const eol of ['\n', '\r\n']) {
			const text = `${tagged}**Situation:** x\n**Task:** y\n| a | b |\n| - | - |\n**Action:** c | d\n`.replaceAll(
				'\n',
				eol,
			);
			expect(kindsIn(text)).to.deep.equal(['situation task']);
		}
	});

	it('a section around code, comments and tables keeps them in its body', () => {
		const inside = '\n\n```\n## Task\n```\n\n<!-- ## Action -->\n\n| **Result:** |\n| --- |\n';
		expect(sectionsIn(`${tagged}## Situation${inside}`)).to.deep.equal([['situation', 'Situation', inside]]);
	});
});

describe('where a section ends', () => {
	const cases: readonly [what: string, source: string, bodies: readonly string[]][] = [
		['at the next section of its level', '## Situation\na\n## Task\nb\n', ['\na\n', '\nb\n']],
		['at a section of a deeper level', '## Situation\na\n### Task\nb\n', ['\na\n', '\nb\n']],
		['at any heading of its level', '## Situation\na\n## Notes\nb\n', ['\na\n']],
		['at any heading of a higher level', '### Situation\na\n## Notes\nb\n', ['\na\n']],
		[
			'not at a deeper heading',
			'## Situation\na\n### Before\nb\n#### Long before\nc\n',
			['\na\n### Before\nb\n#### Long before\nc\n'],
		],
		['the last one, at a rule', '## Situation\na\n\n---\n\nb\n', ['\na\n\n']],
		[
			'not at a deeper heading that names a section the story has',
			'## Situation\na\n## Action\nb\n### Context\nc\n',
			['\na\n', '\nb\n### Context\nc\n'],
		],
		[
			'not at a label that names a section the story has',
			'## Situation\na\n## Task\nb\n## Action\n**Goal:** c\n',
			['\na\n', '\nb\n', '\n**Goal:** c\n'],
		],
		[
			'not at other bold labels',
			'## Situation\n**Who:** me\n\n**When:** then\n',
			['\n**Who:** me\n\n**When:** then\n'],
		],
		['a label, at the next label', '**Situation:** a\n\nb\n\n**Task:** c\n', ['a\n\nb\n\n', 'c\n']],
		['a label, at the next section heading', '**Situation:** a\n\n## Task\nc\n', ['a\n\n', '\nc\n']],
		['a label, at a heading', '**Situation:** a\n\n## Notes\nb\n', ['a\n\n']],
		[
			'a label under a heading, at a heading of that level',
			'## Entry\n\n**Situation:** a\n\n## Notes\nb\n',
			['a\n\n'],
		],
		[
			'the last label under a heading, at any heading',
			'## Entry\n\n**Situation:** a\n\n#### Aside\nb\n',
			['a\n\n'],
		],
		[
			'before the marks of a block quote around the next',
			'> ## Situation\n> a\n>\n> ## Task\n> b\n',
			['\n> a\n>\n', '\n> b\n'],
		],
		['a heading without text', '## Situation\n## Task\n', ['\n', '\n']],
	];
	for (const [what, source, bodies] of cases) {
		it(what, () => {
			expect(sectionsIn(`${tagged}# T\n\n${source}`).map(([, , body]) => body)).to.deep.equal(bodies);
		});
	}

	it('and which have no text of their own', () => {
		const empty = ['', '<!-- later -->', '---', '### Aside', '[a]: https://example.com', '***', '> ', '…', '- '];
		const full = [
			'x',
			'7',
			'`x`',
			'```\n```',
			'![](x.png)',
			'### Aside\n\nx',
			'- x',
			'> x',
			'<img src="x.png">',
			'<!-- a --> told',
			'שלום',
			'事故',
		];
		for (const body of empty)
			expect(read(`${tagged}## Task\n\n${body}\n`).stories[0]?.sections[0]?.empty, body).to.equal(true);
		for (const body of full)
			expect(read(`${tagged}## Task\n\n${body}\n`).stories[0]?.sections[0]?.empty, body).to.equal(false);
	});
});
