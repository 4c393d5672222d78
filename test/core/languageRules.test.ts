import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { balance } from '../../src/core/rules/balance.ts';
import { frontMatterField } from '../../src/core/rules/frontMatterField.ts';
import { learningUnused } from '../../src/core/rules/learningUnused.ts';
import { length } from '../../src/core/rules/length.ts';
import { plusMissing } from '../../src/core/rules/plusMissing.ts';
import type { Rule, RuleContext } from '../../src/core/rules/rule.ts';
import { resultUnquantified } from '../../src/core/rules/resultUnquantified.ts';
import { sectionDuplicate } from '../../src/core/rules/sectionDuplicate.ts';
import { sectionOrder } from '../../src/core/rules/sectionOrder.ts';
import { stale } from '../../src/core/rules/stale.ts';
import { taskAssigned } from '../../src/core/rules/taskAssigned.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import type { Finding } from '../../src/core/text/problem.ts';
import { languageRules } from '../eval/score.ts';
import { at, kindsIn, read, tagged } from './reading.ts';

const context: RuleContext = { lookups: new Lookups([staff]), today: '2026-11-22' };

function check(rule: Rule, text: string, more: Partial<RuleContext> = {}): readonly Finding[] {
	const document = read(text);
	if (rule.on === 'document') return [...rule.check(document, { ...context, ...more })];
	return document.stories.flatMap((story) => [
		...((rule.on === 'story' && rule.checkFields?.(story, document, { ...context, ...more })) || []),
		...rule.check(story, document, { ...context, ...more }),
	]);
}

/** Each finding as the source text it points at. */
function wordsAt(rule: Rule, text: string, more?: Partial<RuleContext>): string[] {
	return check(rule, text, more).map(({ span }) => at(text, span));
}

function mended(rule: Rule, text: string): string {
	return applyEdits(text, check(rule, text)[0]?.fixes?.()[0]?.edits ?? []);
}

describe('the rules that read language, and their neighbours', () => {
	for (const rule of [...languageRules, stale, plusMissing, sectionDuplicate, sectionOrder, frontMatterField]) {
		for (const [index, example] of rule.bad.entries()) {
			it(`${rule.id} finds bad example ${index + 1} and mends it`, () => {
				const text = example.replaceAll(/[«»]/gu, '');
				const marked = [...example.matchAll(/«([^»]*)»/gu)].map((match) => match[1]);
				const findings = check(rule, text);
				expect(findings.map(({ span }) => at(text, span))).to.deep.equal(marked);
				for (const { fixes } of findings) {
					const fix = fixes?.().find(({ preferred }) => preferred);
					if (fix) expect(check(rule, applyEdits(text, fix.edits))).to.have.length(findings.length - 1);
				}
			});
		}
		for (const [index, example] of rule.good.entries()) {
			it(`${rule.id} is content with good example ${index + 1}`, () => {
				expect(wordsAt(rule, example)).to.deep.equal([]);
			});
		}
	}
});

describe('section-order', () => {
	const heading = (name: string) => `## ${name}\n\n${name} text\n\n- and a list\n`;

	it('moves whole sections and nothing else', () => {
		const text = `${tagged}# T\n\n${heading('Learnings')}\n${heading('Result')}\n\n\n${heading('Action')}\n${heading('Task')}\n${heading('Situation')}\n## Notes\n\nkept`;
		const result = mended(sectionOrder, text);
		expect(kindsIn(result)).to.deep.equal(['situation task action result learnings']);
		expect([...result].toSorted().join('')).to.equal([...text].toSorted().join(''));
		for (const name of ['Learnings', 'Result', 'Action', 'Task', 'Situation'])
			expect(result).to.include(heading(name).trimEnd());
		expect(result.endsWith('\n## Notes\n\nkept')).to.equal(true);
	});

	it('moves nothing across a heading that names no section', () => {
		const text = `${tagged}# T\n\n${heading('Action')}\n## Notes\n\nkept\n\n${heading('Situation')}`;
		expect(check(sectionOrder, text)[0]?.fixes?.()).to.deep.equal([]);
	});

	it('moves labels, in lists, quotes and lines with breaks', () => {
		for (const text of [
			'**Task**: b\n**Situation**: a\n\nmore a\n\n**Action**: c\n',
			'- **Task:** b\n\n  more b\n- **Situation:** a',
			'> **Task:** b\n>\n> **Situation:** a\n',
			'**Task:** b\\\n**Situation:** a\n',
			'**Task:** b  \r\n**Situation:** a\r\n',
		]) {
			const result = mended(sectionOrder, `${tagged}# T\n\n${text}`);
			expect(kindsIn(result)[0], text).to.match(/^situation task/u);
			expect([...result].toSorted().join('')).to.equal([...`${tagged}# T\n\n${text}`].toSorted().join(''));
		}
	});

	it('offers no fix where moving would change a section', () => {
		const text = `${tagged}# T\n\nTask\n---\n\nb\n\n## Situation\n\n\`\`\`\na\n`;
		expect(check(sectionOrder, text)).to.have.length(1);
		expect(check(sectionOrder, text)[0]?.fixes?.()).to.deep.equal([]);
	});

	it('points at the one section that has to move', () => {
		const order = (names: string) =>
			wordsAt(sectionOrder, `${tagged}# T\n\n${names.split(' ').map(heading).join('\n')}`);
		expect(order('Result Situation Task Action')).to.deep.equal(['Result']);
		expect(order('Situation Action Result Task')).to.deep.equal(['Task']);
		expect(order('Situation Task Action Result Learnings')).to.deep.equal([]);
		expect(order('Situation Context Task Goal')).to.deep.equal([]);
	});

	it('says nothing of what is told twice: one of the two is too much', () => {
		const text = `${tagged}# T\n\n${['Situation', 'Task', 'Action', 'Result', 'Situation'].map(heading).join('\n')}`;
		expect(wordsAt(sectionOrder, text)).to.deep.equal([]);
		expect(wordsAt(sectionDuplicate, text)).to.deep.equal(['Situation']);
	});
});

describe('section-duplicate', () => {
	const twice = (first: string, second: string, between = '') =>
		wordsAt(sectionDuplicate, `${tagged}# T\n\n**${first}:** a\n\n${between}**${second}:** b\n`);

	it('leaves parts of one section alone that follow each other under names of their own', () => {
		expect(twice('Action (first hour)', 'Action (that week)')).to.deep.equal([]);
		expect(twice('Context', 'Problem')).to.deep.equal([]);
		expect(twice('Context', 'Problem', '**Task:** c\n\n')).to.deep.equal(['Problem']);
		expect(twice('Action', 'action')).to.deep.equal(['action']);
	});

	it('names a section without the marks of its cell', () => {
		const rows = ['Situation', 'Task', 'Action', 'Result'].map(
			(name) => `| **${name}** | I saw that it was slow. |\n`,
		);
		const table = `${tagged}# T\n\n| STAR | Told |\n|---|---|\n${rows.join('')}`;
		expect(check(resultUnquantified, table).map(({ message }) => message)).to.deep.equal([
			'Result has no number: what changed, by how much?',
		]);
	});
});

describe('front-matter-field', () => {
	const told = (key: string) => wordsAt(frontMatterField, `---\ntype: star-story\n${key}: x\n---\n# T\n`);

	for (const key of [
		'competancies',
		'compentencies',
		'competence',
		'Competencies',
		'strenght',
		'strengh',
		'titel',
		'tittle',
		'Title',
		'dtae',
		'Date',
		'sattus',
		'staus',
		'metric',
		'question',
		'archtype',
		'compnay',
		'confidental',
		'ignroe',
		'Strength',
		'porject',
	]) {
		it(`tells of ${key}`, () => expect(told(key)).to.deep.equal([key]));
	}
	for (const key of [
		...'tags aliases cssclass cssclasses category categories author authors layout draft permalink description id slug lang weight types dates data rate'.split(
			' ',
		),
		...'stats state stage theme term item rule rules note notes node mode code tile tiles table teams roles projects index image images cover summary keywords'.split(
			' ',
		),
		...'publish published updated created modified lastmod toc sidebar url uid template series parent children related source sources rating priority due'.split(
			' ',
		),
		...'time late gate mate tea beam steam rote tile little tilt ignition strange quest company_id team_id sidebar_position created-at x y'.split(
			' ',
		),
	]) {
		it(`leaves ${key} alone`, () => expect(told(key)).to.deep.equal([]));
	}
});

describe('balance', () => {
	const words = (count: number) => `I did it and ${'then '.repeat(count - 5)}more.`;
	const story = (situation: number, task: number, action: number, result: number) =>
		`${tagged}# T\n\n## Situation\n\n${words(situation)}\n\n## Task\n\n${words(task)}\n\n## Action\n\n${words(action)}\n\n## Result\n\n${words(result)}\n`;

	it('means its shares literally', () => {
		expect(wordsAt(balance, story(23, 10, 50, 17))).to.deep.equal([]);
		expect(wordsAt(balance, story(48, 20, 102, 30))).to.deep.equal(['Situation']);
		expect(wordsAt(balance, story(40, 26, 98, 36))).to.deep.equal(['Action']);
		expect(wordsAt(balance, story(40, 26, 116, 18))).to.deep.equal(['Result']);
		expect(wordsAt(balance, story(40, 26, 114, 20))).to.deep.equal([]);
	});

	it('says one imbalance once, and asks for more where the story is short', () => {
		expect(wordsAt(balance, story(100, 40, 50, 10))).to.deep.equal(['Situation']);
		expect(wordsAt(balance, story(50, 20, 25, 5))).to.deep.equal(['Action']);
		expect(wordsAt(balance, story(25, 10, 50, 10))).to.deep.equal([]);
		expect(wordsAt(balance, story(25, 10, 50, 10), { wordsPerMinute: 60 })).to.deep.equal(['Situation']);
	});
});

describe('length', () => {
	it('says more than the most where a story is a second too long', () => {
		const words = 'I measured the queue of each service and wrote it down for the team. '.repeat(32);
		const said = check(length, `${tagged}# T\n\n## Action\n\n${words}Then I told them.\n`).map(
			({ message }) => message,
		);
		expect(said).to.deep.equal(['Long: 3 min 1 s spoken, 45 s to 3 min is usual. What can go?']);
	});
});

describe('stale', () => {
	const story = (date: string) => `---\ncompetencies: mentorship\ndate: ${date}\n---\n# T\n`;

	it('counts from the end of the year or month', () => {
		expect(wordsAt(stale, story('2021'))).to.deep.equal([]);
		expect(wordsAt(stale, story('2020'))).to.deep.equal(['2020']);
		expect(wordsAt(stale, story('2021-11'))).to.deep.equal([]);
		expect(wordsAt(stale, story('2021-10'))).to.deep.equal(['2021-10']);
		expect(wordsAt(stale, story('2021-11-22'))).to.deep.equal([]);
		expect(wordsAt(stale, story('2021-11-21'))).to.deep.equal(['2021-11-21']);
	});

	it('counts full years', () => {
		const years = (date: string, today: string) =>
			/\d+/u.exec(check(stale, story(date), { today })[0]?.message ?? '')?.[0];
		expect(years('2020-12-31', '2026-01-01')).to.equal('5');
		expect(years('2021-11-21', '2026-11-22')).to.equal('5');
		expect(years('2019-11-22', '2026-11-22')).to.equal('7');
		expect(years('2019-11-23', '2026-11-22')).to.equal('6');
		expect(years('2020', '2026-11-22')).to.equal('6');
		expect(years('2021-10', '2026-11-22')).to.equal('5');
	});

	it('takes its age and today from the context', () => {
		expect(wordsAt(stale, story('2010'), { staleAfterYears: 20 })).to.deep.equal([]);
		expect(wordsAt(stale, story('2024'), { staleAfterYears: 1 })).to.deep.equal(['2024']);
		const { today: _today, ...timeless } = context;
		const document = read(story('1999'));
		expect(
			stale.on === 'story' && [...stale.check(document.stories[0] as never, document, timeless)],
		).to.deep.equal([]);
	});

	it('tells of the shared date of a bank once', () => {
		const entry = (name: string) => `## ${name}\n\n**Situation:** a\n\n**Task:** b\n\n`;
		expect(wordsAt(stale, `${story('2010')}\n${entry('One')}${entry('Two')}`)).to.deep.equal(['2010']);
	});
});

describe('orders and lessons', () => {
	const order = '## Task\n\nI was asked to move the billing service to the new cluster.\n';
	const maxim = '## Learnings\n\nTrust is earned, and a good plan saves a lot of time.\n';
	const found = (body: string, tags = 'technical-influence') => {
		const text = `---\ncompetencies: [${tags}]\n---\n\n# The move\n\n${body}`;
		return [...wordsAt(taskAssigned, text), ...wordsAt(learningUnused, text)];
	};

	it('are found in any of the competencies that begin before an order', () => {
		expect(found(`${order}\n${maxim}`)).to.deep.equal(['I was asked', 'Learnings']);
		expect(found(order, 'mentorship, technical-initiative')).to.deep.equal(['I was asked']);
		expect(found(order, 'mentorship, cross-team-alignment')).to.deep.equal([]);
	});

	it('are not spoken of while questions of a snippet are open', () => {
		const open =
			'## Result\n\nWhat was decided in the end? What did your part change, and what came of the choice?\n';
		expect(found(`${order}\n${open}\n${maxim}`)).to.deep.equal([]);
	});

	it('are looked for in words that are written as they are to be said, in quotation marks', () => {
		const said = (words: string) => found(`## Learnings\n\n“${words}”\n`);
		const rest =
			'Building for others takes longer than one thinks, and a good plan saves a lot of time for all of us.';
		expect(said(`${rest} Trust is earned.`)).to.deep.equal(['Learnings']);
		expect(said(`${rest} I now add half to each estimate.`)).to.deep.equal([]);
	});

	it('are not looked for in other languages, in quotations, or where the heading asks for the use', () => {
		expect(
			found('## Task\n\nMein Chef hat gesagt, „I was asked to“ sei kein guter Anfang für so etwas.\n'),
		).to.deep.equal([]);
		expect(
			found('## Task\n\n“I was asked to move it”, said the lead about herself, and the others laughed.\n'),
		).to.deep.equal([]);
		expect(found(maxim.replace('Learnings', 'What I’d do differently'))).to.deep.equal([]);
	});
});
