import { expect } from 'chai';
import { insertionText, insertSection } from '../../src/core/edit/insertSection.ts';
import { namesByLanguage } from '../../src/core/framework/namesByLanguage.ts';
import { type SectionKind, sectionKinds } from '../../src/core/framework/sectionKind.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { analysed, at, read } from './reading.ts';

const front = '---\ncompetencies: [mentorship]\n---\n\n# T\n\n';

/** The document after the fix of its first `section-missing`. */
function mended(text: string): string {
	const [fix] = analysed(text).problems.find(({ rule }) => rule === 'section-missing')?.fixes ?? [];
	return applyEdits(text, fix?.edits ?? []);
}

describe('a section that is inserted', () => {
	const what = 'What should they be able to do afterwards?';
	const who = 'Whom did you mentor or teach?';
	const need = 'What was the need?';
	const now = 'What can they do now that they could not do before?';
	const team = 'How did the team benefit?';
	const cases: readonly [what: string, before: string, after: string][] = [
		[
			'between headings',
			'## Situation\n\na\n\n## Action\n\nc\n\n## Result\n\n5%\n',
			`## Situation\n\na\n\n## Task\n\n${what}\n\n## Action\n\nc\n\n## Result\n\n5%\n`,
		],
		[
			'between headings of a deeper level',
			'### Context\na\n### Approach\nc\n### Outcome\n5%\n',
			`### Context\na\n### Task\n\n${what}\n\n### Approach\nc\n### Outcome\n5%\n`,
		],
		[
			'between underlined headings',
			'Situation\n---\n\na\n\nAction\n---\n\nc\n\nResult\n---\n\n5%\n',
			`Situation\n---\n\na\n\n## Task\n\n${what}\n\nAction\n---\n\nc\n\nResult\n---\n\n5%\n`,
		],
		[
			'before the first heading',
			'## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n5%\n',
			`## Situation\n\n${who}\n${need}\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n5%\n`,
		],
		[
			'after the last heading',
			'## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n',
			`## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n${now}\n${team}\n`,
		],
		[
			'after the last heading of a text that ends without a line ending',
			'## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc',
			`## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n${now}\n${team}\n`,
		],
		[
			'after the last heading, above what else the document has',
			'## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Notes\n\nd\n',
			`## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n${now}\n${team}\n\n## Notes\n\nd\n`,
		],
		[
			'before the plus',
			'## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Learnings\n\nd\n',
			`## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n${now}\n${team}\n\n## Learnings\n\nd\n`,
		],
		[
			'between paragraphs with labels',
			'**Situation:** a\n\n**Action:** c\n\n**Result:** 5%\n',
			`**Situation:** a\n\n**Task:** ${what}\n\n**Action:** c\n\n**Result:** 5%\n`,
		],
		[
			'between lines with labels',
			'**Situation**: a\n**Action**: c\n**Result**: 5%\n',
			`**Situation**: a\n**Task**: ${what}\n**Action**: c\n**Result**: 5%\n`,
		],
		[
			'between lines with dashes',
			'__Situation__ - a\n__Action__ - c\n__Result__ - 5%\n',
			`__Situation__ - a\n__Task__ - ${what}\n__Action__ - c\n__Result__ - 5%\n`,
		],
		[
			'between list items',
			'- **Situation:** a\n  - more\n- **Action:** c\n- **Result:** 5%\n',
			`- **Situation:** a\n  - more\n- **Task:** ${what}\n- **Action:** c\n- **Result:** 5%\n`,
		],
		[
			'between items apart',
			'* **Situation:** a\n\n* **Action:** c\n\n* **Result:** 5%\n',
			`* **Situation:** a\n\n* **Task:** ${what}\n\n* **Action:** c\n\n* **Result:** 5%\n`,
		],
		[
			'between nested items',
			'- STAR\n  - **Situation:** a\n  - **Action:** c\n  - **Result:** 5%\n',
			`- STAR\n  - **Situation:** a\n  - **Task:** ${what}\n  - **Action:** c\n  - **Result:** 5%\n`,
		],
		[
			'in a block quote',
			'> **Situation:** a\n> **Action:** c\n> **Result:** 5%\n',
			`> **Situation:** a\n> **Task:** ${what}\n> **Action:** c\n> **Result:** 5%\n`,
		],
		[
			'in a block quote of paragraphs',
			'> **Situation:** a\n>\n> **Action:** c\n>\n> **Result:** 5%\n',
			`> **Situation:** a\n>\n> **Task:** ${what}\n>\n> **Action:** c\n>\n> **Result:** 5%\n`,
		],
		[
			'after the last label, two prompts on its line',
			'**Situation:** a\n**Task:** b\n**Action:** c\n',
			`**Situation:** a\n**Task:** b\n**Action:** c\n**Result:** ${now} ${team}\n`,
		],
		[
			'after the last label and all its text',
			'**Situation:** a\n**Task:** b\n**Action:** c\n\n| x | y |\n| - | - |\n| 1 | 2 |\n',
			`**Situation:** a\n**Task:** b\n**Action:** c\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n**Result:** ${now} ${team}\n`,
		],
		[
			'after the last line of a block quote',
			'> **Situation:** a\n>\n> **Task:** b\n>\n> **Action:** c\n>\n',
			`> **Situation:** a\n>\n> **Task:** b\n>\n> **Action:** c\n>\n> **Result:** ${now} ${team}\n>\n`,
		],
	];
	for (const [where, before, after] of cases) {
		it(`stands ${where}, in the form of its neighbours`, () => {
			expect(mended(front + before)).to.equal(front + after);
			expect(mended(`\uFEFF${front}${before}`.replaceAll('\n', '\r\n'))).to.equal(
				`\uFEFF${front}${after}`.replaceAll('\n', '\r\n'),
			);
			const open = analysed(front + after).problems.filter(({ rule }) => rule === 'prompt-open');
			const missing = ['Situation', 'Task', 'Action', 'Result'].filter(
				(title) => after.split(title).length > before.split(title).length,
			);
			expect(open.map(({ span }) => at(front + after, span))).to.deep.equal(missing);
			const order = analysed(front + after)
				.stories[0]?.sections.map(({ kind }) => kind)
				.filter((kind) => kind !== 'learnings');
			expect(order).to.deep.equal(['situation', 'task', 'action', 'result']);
		});
	}

	const written: readonly [what: string, before: string, after: string][] = [
		[
			'with the number that was left out for it',
			'### 1. Situation\n\na\n\n### 3. Action\n\nc\n\n### 4. Result\n\n5%\n',
			`### 1. Situation\n\na\n\n### 2. Task\n\n${what}\n\n### 3. Action\n\nc\n\n### 4. Result\n\n5%\n`,
		],
		[
			'with the next number, and those behind it counted on',
			'1. **Situation:** a\n2. **Action:** c\n3. **Result:** 5%\n',
			`1. **Situation:** a\n2. **Task:** ${what}\n3. **Action:** c\n4. **Result:** 5%\n`,
		],
		[
			'without the share, the title and the tick of another',
			'- [x] **Situation (20%):** a\n- [x] **Action (60%):** c\n- [x] **Result (20%):** 5%\n',
			`- [x] **Situation (20%):** a\n- [ ] **Task:** ${what}\n- [x] **Action (60%):** c\n- [x] **Result (20%):** 5%\n`,
		],
		[
			'without a picture that is another one’s',
			'## 🏢 Situation\n\na\n\n## 🔧 Action\n\nc\n\n## 📈 Result\n\n5%\n',
			`## 🏢 Situation\n\na\n\n## Task\n\n${what}\n\n## 🔧 Action\n\nc\n\n## 📈 Result\n\n5%\n`,
		],
		[
			'in capitals',
			'**SITUATION:** a\n\n**ACTION:** c\n\n**RESULT:** 5%\n',
			`**SITUATION:** a\n\n**TASK:** ${what}\n\n**ACTION:** c\n\n**RESULT:** 5%\n`,
		],
		[
			'in small letters',
			'**situation:** a\n\n**action:** c\n\n**result:** 5%\n',
			`**situation:** a\n\n**task:** ${what}\n\n**action:** c\n\n**result:** 5%\n`,
		],
		[
			'in the language of the others',
			'## Situation\n\na\n\n## Aktion\n\nc\n\n## Ergebnis\n\n5%\n',
			`## Situation\n\na\n\n## Aufgabe\n\n${what}\n\n## Aktion\n\nc\n\n## Ergebnis\n\n5%\n`,
		],
		[
			'in the script of the others',
			'## 情境\n\na\n\n## 行動\n\nc\n\n## 結果\n\n5%\n',
			`## 情境\n\na\n\n## 任務\n\n${what}\n\n## 行動\n\nc\n\n## 結果\n\n5%\n`,
		],
		[
			'between lines that a tag breaks',
			'**Situation:** a<br>**Action:** c<br>**Result:** 5%\n',
			`**Situation:** a<br>**Task:** ${what}<br>**Action:** c<br>**Result:** 5%\n`,
		],
		[
			'as a heading in a block quote',
			'> ## Situation\n>\n> a\n>\n> ## Action\n>\n> c\n>\n> ## Result\n>\n> 5%\n',
			`> ## Situation\n>\n> a\n>\n> ## Task\n>\n> ${what}\n>\n> ## Action\n>\n> c\n>\n> ## Result\n>\n> 5%\n`,
		],
		[
			'in a nested list',
			'- Situation\n  - a\n  - more\n- Action\n  - c\n- Result\n  - 5%\n',
			`- Situation\n  - a\n  - more\n- Task\n  - ${what}\n- Action\n  - c\n- Result\n  - 5%\n`,
		],
	];
	for (const [how, before, after] of written) {
		it(`is written ${how}`, () => {
			for (const eol of ['\n', '\r\n'])
				expect(mended((front + before).replaceAll('\n', eol))).to.equal((front + after).replaceAll('\n', eol));
		});
	}

	it('reads back, in every language', () => {
		for (const [language, names] of Object.entries(namesByLanguage)) {
			const named = (kind: SectionKind) => names[kind].own[0] ?? '';
			for (const missing of sectionKinds) {
				const kinds = sectionKinds.filter((kind) => kind !== missing);
				const document = read(front + kinds.map((kind) => `## ${named(kind)}\n\nx\n\n`).join(''));
				const [story] = document.stories;
				if (!story) throw new Error('no story');
				const inserted = insertSection(document, story, missing, ['Why?'], defaultContext.lookups);
				expect(inserted.refusal, language).to.equal(undefined);
				if (!inserted.refusal)
					expect(inserted.before.toLowerCase(), language).to.include(`## ${named(missing)}\n\n`);
			}
		}
	});

	it('comes with the three others where there are none yet, a blank line between them', () => {
		const parts = [
			['Situation', who, need],
			['Task', what],
			[
				'Action',
				'How did you explain, pair, review or give feedback?',
				'What did you write, run or set up for others to learn from?',
			],
			['Result', now, team],
		];
		const four = parts.map(([name, ...prompts]) => `## ${name}\n\n${prompts.join('\n')}`).join('\n\n');
		expect(mended(front)).to.equal(`${front.trimEnd()}\n\n${four}\n\n`);
		expect(mended(front.trimEnd())).to.equal(`${front.trimEnd()}\n\n${four}\n`);
		expect(mended(`${front}Words.`)).to.equal(`${front}Words.\n\n${four}\n`);
		expect(mended(`${front}## Learnings\n\nd\n`)).to.equal(`${front}${four}\n\n## Learnings\n\nd\n`);
		expect(
			mended(`${front}- **Learnings:** d\n`)
				.split('\n')
				.filter((line) => line.startsWith('- **')),
		).to.have.length(5);
	});

	it('stands in its own story of a bank, in front of the next one', () => {
		const entry = (title: string) =>
			`## ${title}\n\n**Competencies:** mentorship\n\n**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n`;
		expect(mended(`# Bank\n\n${entry('One')}${entry('Two')}`)).to.equal(
			`# Bank\n\n${entry('One').trimEnd()}\n\n**Result:** ${now} ${team}\n\n${entry('Two')}`,
		);
		const quoted = (title: string) =>
			entry(title)
				.trimEnd()
				.replaceAll(/^(?=.)/gmu, '> ')
				.replaceAll(/^$/gmu, '>');
		const text = `${quoted('One')}\n>\n${quoted('Two')}\n`;
		expect(read(text).kind).to.equal('bank');
		expect(mended(text)).to.equal(`${quoted('One')}\n>\n> **Result:** ${now} ${team}\n>\n${quoted('Two')}\n`);
	});

	for (const next of ['- # Two', '> # Two', '1. # Two', '> - # Two']) {
		it(`stands above the line ${next} that begins the next story`, () => {
			const told = '**Situation:** a\n\n**Task:** b\n\n**Action:** I c\n\n';
			const result = '**Result:** 5%\n\n';
			const text = `# One\n\n${told}${next}\n\n${told}${result}# Three\n\n${told}${result}`;
			const before = analysed(`---\ncompetencies: [mentorship]\n---\n\n${text}`);
			expect(before.stories.map(({ title }) => title)).to.deep.equal(['One', 'Two', 'Three']);
			const after = mended(`---\ncompetencies: [mentorship]\n---\n\n${text}`);
			expect(after).to.match(new RegExp(`^\\*\\*Result:\\*\\* What .*\\n(?:.*\\n)*\\n${next}\\n`, 'mu'));
			expect(analysed(after).stories.map(({ title }) => title)).to.deep.equal(['One', 'Two', 'Three']);
		});
	}

	it('asks in general where the story proves no known competency', () => {
		const text = '---\ncompetencies: [x]\n---\n# T\n\n## Situation\n\na\n\n## Action\n\nc\n\n## Result\n\n5%\n';
		expect(mended(text)).to.include('## Task\n\nWhat was yours to achieve?\n\n## Action');
	});

	it('is split into parts that make it up, so that prompts can become tab stops', () => {
		const text = `${front}## Situation\n\na\n`;
		const document = read(text);
		const [story] = document.stories;
		if (!story) throw new Error('no story');
		const parts = insertSection(document, story, 'learnings', ['one', 'two'], defaultContext.lookups);
		if (parts.refusal) throw new Error(parts.refusal.message);
		expect(parts).to.deep.equal({
			offset: text.length - 1,
			before: '\n\n## Learnings\n\n',
			prompts: ['one', 'two'],
			between: '\n',
			after: '',
			renumbering: [],
		});
		expect(insertionText(parts)).to.equal('\n\n## Learnings\n\none\ntwo');
	});
});

describe('a section that would land in what is never closed', () => {
	const told = '## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n';
	const cases: readonly [what: string, end: string, reason: string | undefined][] = [
		['a block of code', '```sh\nmake\n', 'The block of code in line 19 is never closed'],
		['one of tildes', '~~~\nmake\n```\n', 'The block of code in line 19 is never closed'],
		['a comment', 'd\n\n<!-- why?\nfor now\n', 'The comment in line 21 is never closed'],
		['a closed block', '```sh\nmake\n```\n', undefined],
		['a closed block of more marks', '```sh\nmake\n`````\n', undefined],
		['a closed comment', '<!-- why? -->\n', undefined],
		['an indented block', '    make\n', undefined],
		['a tag', '<div>\nd\n', undefined],
	];
	for (const [what, end, reason] of cases) {
		for (const eol of ['\n', '\r\n']) {
			it(`is ${reason === undefined ? 'inserted' : 'not inserted'} behind ${what}, ${JSON.stringify(eol)}`, () => {
				const text = (front + told + end).replaceAll('\n', eol);
				const missing = analysed(text).problems.filter(({ rule }) => rule.endsWith('-missing'));
				expect(missing).to.have.length(2);
				for (const { message, fixes = [] } of missing) {
					expect(fixes.length === 0).to.equal(reason !== undefined);
					if (reason !== undefined) expect(message).to.contain(reason);
					const [kind] = /Result|Learnings/u.exec(message) ?? [];
					for (const { edits } of fixes)
						expect(read(applyEdits(text, edits)).stories[0]?.sections.at(-1)?.kind).to.equal(
							kind?.toLowerCase(),
						);
				}
			});
		}
	}
});
