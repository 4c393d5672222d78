import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { findDate } from '../../src/core/questions/interviews/interviewDate.ts';
import { landingIn } from '../../src/core/questions/interviews/landing.ts';
import { readInterviews } from '../../src/core/questions/interviews/readInterviews.ts';
import { analysed } from './reading.ts';

const lookups = new Lookups([staff]);

/** What a list says, a line for each interview and each question in it. */
function lines(text: string): readonly string[] {
	return readInterviews(text, lookups).flatMap(({ company, date, round, people, asked }) => [
		[company, date, round, ...people].map((part) => part ?? '?').join(' | '),
		...asked.map(
			({ question, competency, told, landed }) =>
				`  ${[question, told?.text, landed && (landed.how ?? `“${landed.text}”`), competency]
					.map((part) => part ?? '?')
					.join(' | ')}`,
		),
	]);
}

describe('the list of interviews', () => {
	const usual = ['Acme | 2026-12-01 | round 1', '  Why this? | The reindex | well | ?'];
	const sameThing: Readonly<Record<string, string>> = {
		'as it is written':
			'# Interviews\n\n## 2026-12-01, Acme, round 1\n\n- Asked: Why this?\n  - Told: The reindex\n  - Landed: well\n',
		'bold labels, another order':
			'### Acme — Round 1 (1 Dec 2026)\n\n* **Q:** “Why this?”\n  * **Told:** *The reindex*\n  * **Landed**: went well\n',
		'labels throughout':
			'Company: Acme\nDate: December 1st, 2026\nRound: 1\n\n- Question: Why this?\n- Story: The reindex\n- How it went: great\n',
		'a list of lists':
			'- Tue, 2026/12/1 · Acme · round 1\n  - Why this?\n    - told: The reindex\n    - landed: loved it\n',
		siblings: '## Acme round 1, 01.12.2026\n\n- Asked: Why this?\n- Told: The reindex\n- Landed: 5/5\n',
		'one line': '## Acme, 2026-12-01, round 1\n\n- Why this? → The reindex (well)\n',
		'one line of labels': '## Acme, 2026-12-01, round 1\n\n1. "Why this?" Told: The reindex; landed: 👍\n',
		headings: '## Acme\n\n### Round 1: 2026-12-01\n\n#### Why this?\n\nTold: The reindex\n\nLanded: well\n',
		'a quotation':
			'> ## 2026-12-01 Acme, round 1\n>\n> - Asked: Why\n>   this?\n>   - Told: The\n>     reindex\n>   - Landed: well\n',
		'a table':
			'| Date | Company | Round | Question | Story | Landed |\n|-|-|-|-|-|-|\n| 2026-12-01 | Acme | 1 | Why this? | The reindex | well |\n',
		paragraphs:
			'**Company:** Acme\n**Date:** 2026-12-01\n**Round:** round 1\n\n**Asked:** Why this?\n**Told:** The reindex\n**Landed:** well\n',
		'returns alone':
			'## 2026-12-01, Acme, round 1\r\r- Asked: Why this?\r  - Told: The reindex\r  - Landed: well\r',
	};
	for (const [name, text] of Object.entries(sameThing)) {
		it(`reads ${name}`, () =>
			expect(lines(text).map((line) => line.replace('Round', 'round'))).to.deep.equal(usual));
		it(`reads ${name}, with CRLF and a byte order mark`, () =>
			expect(
				lines(`\uFEFF${text.replaceAll('\n', '\r\n')}`).map((line) => line.replace('Round', 'round')),
			).to.deep.equal(usual));
	}

	const tableHead = '| Date | Company | Round | Asked | Told | Landed |\n|-|-|-|-|-|-|\n';
	const forms: Readonly<Record<string, readonly string[]>> = {
		'## Acme, 2026-12-01\n\n- Asked: Why? — Mentorship & Knowledge Sharing\n  - Told: [The reindex](reindex.md)': [
			'Acme | 2026-12-01 | ?',
			'  Why? | The reindex | ? | mentorship',
		],
		'## Acme, 2026-12-01\n\n- Asked: Why?\n  - Competency: mentorship\n  - Told: [[reindex]]\n  - Landed: not so well':
			['Acme | 2026-12-01 | ?', '  Why? | reindex | badly | mentorship'],
		// What no framework knows belongs to the question, and as a line says nothing.
		'## Acme, 2026-12-01\n\n- Asked: Why? — Juggling\n  - Competency: juggling\n  - Told: The reindex\n': [
			'Acme | 2026-12-01 | ?',
			'  Why? — Juggling | The reindex | ? | ?',
		],
		'## Acme, 2026-12-01\n\n| Asked | Competency |\n|-|-|\n| Why? | Juggling |\n': [
			'Acme | 2026-12-01 | ?',
			'  Why? | ? | ? | ?',
		],
		'## Acme, 2026-12-01\n\n- Asked: Why?\n  - Told: none\n- Told: The reindex\n- A note\n- Landed: who knows': [
			'Acme | 2026-12-01 | ?',
			'  Why? | ? | ? | ?',
			'  ? | The reindex | “who knows” | ?'.replace('  ?', '  '),
		],
		'## Acme, Inc., round 2 with Priya and Omar, Nov 3, 2026\n': [
			'Acme, Inc. | 2026-11-03 | round 2 | Priya | Omar',
		],
		'## Onsite at Globex, 3 November 2026\n\n- Interviewers: Priya, Omar (SRE)\n- Why?': [
			'Globex | 2026-11-03 | Onsite | Priya | Omar',
			'  Why? | ? | ? | ?',
		],
		'## Acme, 2026-12-01\n\n- Interviewers: 王伟, jane smith and the recruiter\n- Why?': [
			'Acme | 2026-12-01 | ? | 王伟 | jane smith',
			'  Why? | ? | ? | ?',
		],
		'## Acme, 2026-12-01\n\n| Asked | Interviewer |\n|-|-|\n| Why? | Priya |\n| How? | omar |\n| When? | |\n': [
			'Acme | 2026-12-01 | ? | Priya | omar',
			'  Why? | ? | ? | ?',
			'  How? | ? | ? | ?',
			'  When? | ? | ? | ?',
		],
		[`# Interviews\n\n${tableHead}| 2026-12-01 | Acme | 1 | Why? | The reindex | well |\n||| | How? | The review | ok |\n`]:
			['Acme | 2026-12-01 | round 1', '  Why? | The reindex | well | ?', '  How? | The review | ok | ?'],
		[`${tableHead}| 2026-12-01 | Acme | 1 | Why? | The reindex | |\n||| 2 | How? | The outage (well) | |\n`]: [
			'Acme | 2026-12-01 | round 1',
			'  Why? | The reindex | ? | ?',
			'Acme | 2026-12-01 | round 2',
			'  How? | The outage | well | ?',
		],
		'## Acme\n\n- Told: The reindex\n\n## Globex\n\n- Told: The guild\n': [
			'Acme | ? | ?',
			'   | The reindex | ? | ?'.replace('   |', '   |'),
			'Globex | ? | ?',
			'   | The guild | ? | ?',
		],
		'# Job search 2026\n\n## Acme, 2026-12-01\n\n### Notes\n\n- They use Go.\n\n### Questions\n\n- Why?\n': [
			'Acme | 2026-12-01 | ?',
			'  Why? | ? | ? | ?',
		],
		'- 2026-12-01: Acme, phone screen\n- 2026-12-08: Acme, onsite\n': [
			'Acme | 2026-12-01 | phone screen',
			'Acme | 2026-12-08 | onsite',
		],
		'## 2026-12-01, Acme, round 1\n\n- Why?\n\n## 2026-12-01, acme, Round 1\n\n- How?\n': [
			'Acme | 2026-12-01 | round 1',
			'  Why? | ? | ? | ?',
			'  How? | ? | ? | ?',
		],
	};
	for (const [text, expected] of Object.entries(forms))
		it(`reads ${JSON.stringify(text)}`, () => expect(lines(text)).to.deep.equal(expected));

	const nothing: readonly string[] = [
		'',
		'# Interviews\n',
		'# Notes\n\n- What should I ask?\n- Why this company?\n',
		'# Interview questions\n\n- Tell me about a time you failed.\n- Why?\n',
		'## Acme\n\n- They use Go.\n- Told me to wait.\n'.replace('Told me', 'They told me'),
		'---\ncompetencies: [mentorship]\n---\n\n# 2026-12-01, Acme, round 1\n\n- Asked: Why?\n  - Told: The reindex\n',
		'```\n## 2026-12-01, Acme, round 1\n```\n',
	];
	for (const text of nothing) it(`leaves alone ${JSON.stringify(text)}`, () => expect(lines(text)).to.deep.equal([]));

	it('takes no word of a transcript for a name, however long it is', () => {
		const turns = [
			'Great.',
			'Tell me about a time you disagreed.',
			'Okay, thanks, Ana.',
			'Who was against it?',
			'Sure',
		];
		for (const label of ['Interviewer: ', '**Interviewer:** ', '- Interviewer: ']) {
			const said = Array.from({ length: 2500 }, (_, turn) => `${label}${turns[turn % turns.length] ?? ''}`);
			const text = `## Acme, 2026-12-01, round 1\n\nInterviewer: Priya Nair. \n\n${said.join('\n\nMe: I went with it.\n\n')}\n`;
			expect(text.length).to.be.above(100_000);
			const [interview, ...others] = readInterviews(text, lookups);
			expect([interview?.company, interview?.people, others.length]).to.deep.equal(['Acme', ['Priya Nair'], 0]);
		}
	});

	it('reads the example of its documentation, in which no rule finds anything', () => {
		const page = readFileSync(new URL('../../docs/interview-plans.md', import.meta.url), 'utf8');
		const [, example = ''] = /```markdown\n(# Interviews[\s\S]*?)```/u.exec(page) ?? [];
		expect(lines(example)).to.deep.equal([
			'Acme | 2026-12-01 | round 1',
			'  Tell me about somebody you helped to grow. | Amara and the theatre scheduler | well | mentorship',
			'  What did you turn down? | Retiring the nightly reindex | badly | ?',
		]);
		for (const text of [example, ...Object.values(sameThing)]) {
			const { kind, problems } = analysed(text, { fileName: 'interviews.md' });
			expect([kind, problems], text).to.deep.equal(['other', []]);
		}
	});

	it('reads dates in their usual spellings', () => {
		const dates: Readonly<Record<string, string | undefined>> = {
			'2026-12-01': '2026-12-01',
			'2026-12-01 14:30': '2026-12-01',
			'1. 12. 2026': '2026-12-01',
			'13/12/2026': '2026-12-13',
			'12/13/2026': '2026-12-13',
			'1/12/2026': '2026',
			'1st of December 2026': '2026-12-01',
			'Dec 2026': '2026-12',
			'2026-12': '2026-12',
			'on Monday, Sept 7, 2026': '2026-09-07',
			'2026-02-30': undefined,
			'Dec 1': undefined,
			'Maybe 7': undefined,
			'v2026.1.2.3': undefined,
		};
		for (const [text, expected] of Object.entries(dates)) expect(findDate(text)?.date, text).to.equal(expected);
	});

	it('reads verdicts in free words, and leaves open what is not clear', () => {
		const verdicts: Readonly<Record<string, string | undefined>> = {
			well: 'well',
			'Very good!': 'well',
			'they loved it': 'well',
			'4/5': 'well',
			'👍': 'well',
			'★★★★☆': 'well',
			'+': 'well',
			ok: 'ok',
			'so-so': 'ok',
			'not bad': 'ok',
			'3/5': 'ok',
			'fine, I think': 'ok',
			badly: 'badly',
			'not well': 'badly',
			'did not land': 'badly',
			'didn’t go well': 'badly',
			'I rambled': 'badly',
			'2 of 5': 'badly',
			flat: 'badly',
			'too long': undefined,
			'': undefined,
			'she asked for more': undefined,
		};
		for (const [text, expected] of Object.entries(verdicts)) expect(landingIn(text), text).to.equal(expected);
	});
});
