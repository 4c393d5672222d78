import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { InterviewMeeting } from '../../src/core/questions/interviews/interview.ts';
import { logInterview } from '../../src/core/questions/interviews/logInterview.ts';
import { contentOf } from '../../src/core/questions/interviews/readingBack.ts';
import { readInterviews } from '../../src/core/questions/interviews/readInterviews.ts';
import { type NewAnswer, recordAnswer, setLanding } from '../../src/core/questions/interviews/recordAnswer.ts';
import { parseMarkdown, visibleText } from '../../src/core/story/markdown.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { oneLine } from '../../src/core/text/words.ts';
import { propertyRuns } from './propertyRuns.ts';

const lookups = new Lookups([staff]);

function edited(text: string, { edits, refusal }: ReturnType<typeof logInterview>): string {
	expect(refusal?.message, JSON.stringify(text)).to.equal(undefined);
	return applyEdits(text, edits);
}

const log = (text: string, meeting: InterviewMeeting) => edited(text, logInterview(text, lookups, meeting));

/** Adds an answer to the last interview of a list. */
function record(text: string, answer: NewAnswer): string {
	const all = readInterviews(text, lookups);
	return edited(text, recordAnswer(text, lookups, { ...all.at(-1), index: all.length - 1 }, answer));
}

/** Says of the last question how its story landed. */
function land(text: string, words: string): string {
	const all = readInterviews(text, lookups);
	const asked = all.at(-1)?.asked ?? [];
	const seen = { index: asked.length - 1, question: asked.at(-1)?.question ?? '' };
	return edited(text, setLanding(text, lookups, { ...all.at(-1), index: all.length - 1 }, seen, words));
}

const acme = { company: 'Acme', date: '2026-12-01', round: '1' };
const why = { question: 'Why this?', told: { text: 'The reindex', link: '/stories/reindex.md' } };

describe('edits of the list of interviews', () => {
	it('begin a file, and add to it what was asked and how it landed', () => {
		const first = log('', acme);
		expect(first).to.equal('# Interviews\n\n## 2026-12-01, Acme, round 1\n');
		const asked = record(first, { ...why, competency: 'mentorship' });
		const item =
			'- Asked: Why this? — Mentorship & Knowledge Sharing\n  - Told: [The reindex](/stories/reindex.md)\n';
		expect(asked).to.equal(`${first}\n${item}`);
		const landed = land(asked, 'well');
		expect(landed).to.equal(`${first}\n${item}  - Landed: well\n`);
		expect(land(landed, 'they loved it')).to.equal(`${first}\n${item}  - Landed: they loved it\n`);
		expect(record(landed, { question: 'What did you turn down?', landed: 'badly' })).to.equal(
			`${landed}- Asked: What did you turn down?\n  - Landed: badly\n`,
		);
		expect(log(landed, { company: 'Globex', date: '2026-12-02' })).to.equal(`${landed}\n## 2026-12-02, Globex\n`);
	});

	it('take a question without the quotation marks it was pasted with', () => {
		const first = log('', acme);
		for (const question of ['"Why this?"', '“Why this?”', '«Why this?»'])
			expect(record(first, { ...why, question })).to.equal(record(first, why));
	});

	it('find another form for names that would be read otherwise', () => {
		expect(log('', { company: 'Acme, Berlin', date: '2026-12-01' })).to.contain('## 2026-12-01 — Acme, Berlin\n');
		expect(log('', { company: 'Loop', date: '2026-12-01', round: 'final' })).to.contain(
			'## 2026-12-01, final\n\n- Company: Loop\n',
		);
		expect(log('', { company: '*Star*', date: '2026-12-01' })).to.contain('## 2026-12-01, \\*Star\\*\n');
		const text = log('', { company: 'Acme', date: '2026-12-01', round: 'Onsite with Priya' });
		expect(readInterviews(text, lookups)[0]).to.deep.include({
			company: 'Acme',
			date: '2026-12-01',
			round: 'Onsite',
			people: ['Priya'],
			asked: [],
		});
	});

	it('leave alone an interview that is there, and files of stories', () => {
		const text = '### Acme — Round 1 (1 Dec 2026)\n';
		expect(logInterview(text, lookups, acme)).to.deep.equal({ edits: [] });
		const story = '---\ncompetencies: [mentorship]\n---\n\n# One\n';
		expect(logInterview(story, lookups, acme).refusal?.message).to.contain('holds stories');
		expect(recordAnswer(story, lookups, { ...acme, index: 0 }, why).refusal?.message).to.contain('holds stories');
		expect(recordAnswer('', lookups, { ...acme, index: 0 }, why).refusal?.reason).to.equal('not-found');
		expect(logInterview('', lookups, { company: ' ', date: '2026-12-01' }).refusal?.reason).to.equal('value');
	});

	const additions: Readonly<Record<string, readonly [before: string, after: string]>> = {
		'with the bullet that is there': [
			'## Acme, 2026-12-01\n\n* Why?\n  * Told: A\n\n## Notes\n\nText.\n',
			'## Acme, 2026-12-01\n\n* Why?\n  * Told: A\n* Asked: Why this?\n  - Told: [The reindex](/stories/reindex.md)\n\n## Notes\n\nText.\n',
		],
		'with the next number, where the list is loose': [
			'## Acme, 2026-12-01\n\n1. Why?\n\n2. How?\n',
			'## Acme, 2026-12-01\n\n1. Why?\n\n2. How?\n\n3. Asked: Why this?\n   - Told: [The reindex](/stories/reindex.md)\n',
		],
		'beside each other, where they stand so': [
			'## Acme, 2026-12-01\n\n- Asked: Why?\n- Told: A\n- Landed: ok\n',
			'## Acme, 2026-12-01\n\n- Asked: Why?\n- Told: A\n- Landed: ok\n- Asked: Why this?\n- Told: [The reindex](/stories/reindex.md)\n',
		],
		'within the item of an interview': [
			'- 2026-12-01, Acme\n- Else\n',
			'- 2026-12-01, Acme\n  - Asked: Why this?\n    - Told: [The reindex](/stories/reindex.md)\n- Else\n',
		],
		'below what is noted under its heading': [
			'## Acme, 2026-12-01\r\n\r\nThey use Go.\r\n\r\n# Else',
			'## Acme, 2026-12-01\r\n\r\nThey use Go.\r\n\r\n- Asked: Why this?\r\n  - Told: [The reindex](/stories/reindex.md)\r\n\r\n# Else',
		],
		'in a quotation': [
			'> ## Acme, 2026-12-01\n',
			'> ## Acme, 2026-12-01\n>\n> - Asked: Why this?\n>   - Told: [The reindex](/stories/reindex.md)\n',
		],
		'behind a table, under a heading': [
			'| Date | Company | Asked | Told |\n|-|-|-|-|\n| 2026-12-01 | Acme | Why? | A |\n',
			'| Date | Company | Asked | Told |\n|-|-|-|-|\n| 2026-12-01 | Acme | Why? | A |\n\n## 2026-12-01, Acme\n\n- Asked: Why this?\n  - Told: [The reindex](/stories/reindex.md)\n',
		],
		'at the end of a file without a line break': [
			'## Acme, 2026-12-01',
			'## Acme, 2026-12-01\n\n- Asked: Why this?\n  - Told: [The reindex](/stories/reindex.md)\n',
		],
	};
	for (const [name, [before, after]] of Object.entries(additions))
		it(`write an answer ${name}`, () => expect(record(before, why)).to.equal(after));

	const verdicts: Readonly<Record<string, readonly [before: string, after: string]>> = {
		'in a table': [
			'| Date | Company | Asked | Landed |\n|-|-|-|-|\n| 2026-12-01 | Acme | Why? | |\n',
			'| Date | Company | Asked | Landed |\n|-|-|-|-|\n| 2026-12-01 | Acme | Why? | well|\n',
		],
		'in brackets': ['## Acme, 2026-12-01\n\n- Why? → A (ok)\n', '## Acme, 2026-12-01\n\n- Why? → A (well)\n'],
		'below one line': [
			'## Acme, 2026-12-01\n\n- Why? → A\n- How?\n  - Told: B\n  - Landed: ok\n'.replace(/- How[\s\S]*/u, ''),
			'## Acme, 2026-12-01\n\n- Why? → A\n  - Landed: well\n',
		],
		'behind its label': [
			'## Acme, 2026-12-01\n\n- Asked: Why?\n  - Told: A\n  - Landed:\n',
			'## Acme, 2026-12-01\n\n- Asked: Why?\n  - Told: A\n  - Landed: well\n',
		],
		'beside what was told': [
			'## Acme, 2026-12-01\n\n- Asked: Why?\n- Told: A\n',
			'## Acme, 2026-12-01\n\n- Asked: Why?\n- Told: A\n- Landed: well\n',
		],
		'in a paragraph': [
			'## Acme, 2026-12-01\n\n**Asked:** Why?\n**Told:** A\n',
			'## Acme, 2026-12-01\n\n**Asked:** Why?\n**Told:** A\nLanded: well\n',
		],
	};
	for (const [name, [before, after]] of Object.entries(verdicts))
		it(`say how it landed ${name}`, () => expect(land(before, 'well')).to.equal(after));

	const words = fc.oneof(
		fc.constantFrom(
			'Acme',
			'Loop',
			'Why?',
			'round 1',
			'',
			'  ',
			'2026-12-01',
			'Told: x',
			'— Mentorship',
			'[a](b)',
			'| x |',
			'```',
		),
		fc.string({ maxLength: 30 }),
		fc.string({ unit: 'binary', maxLength: 20 }),
	);
	const line = fc.oneof(
		fc.constantFrom(
			'## 2026-12-01, Acme, round 1',
			'### Globex (Dec 2026)',
			'# Notes',
			'- 2026-11-02: Initech, onsite',
			'- Asked: Why this? — mentorship',
			'* “Tell me about it.”',
			'  - Told: [The reindex](reindex.md)',
			'- **Told:** The guild (well)',
			'  - Landed: so-so',
			'> - Q: How? → The guild',
			'Company: Initrode',
			'Date: 12/13/2026',
			'| Date | Company | Asked | Told |',
			'|-|-|-|-|',
			'| 2026-12-01 | Acme | Why? | |',
			'1. Why?',
			'',
			'',
			'    code',
			'```',
			'<!--',
			'---',
		),
		words,
	);
	const list = fc
		.tuple(
			fc.array(line, { maxLength: 14 }),
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.constantFrom('', '\uFEFF'),
			fc.nat(400),
		)
		.map(([lines, eol, mark, length]) => (mark + lines.join(eol)).slice(0, length));

	it('change what they say they change and nothing else, whatever stands in the file', () => {
		fc.assert(
			fc.property(
				list,
				fc.record({ company: words, date: fc.constantFrom('2026-12-01', '2025', '2026-02'), round: words }),
				fc.record({
					question: words,
					landed: words,
					told: fc.option(fc.record({ text: words }), { nil: undefined }),
				}),
				(text, meeting, { question, landed, told }) => {
					const before = readInterviews(text, lookups);
					const logged = logInterview(text, lookups, meeting);
					const after = applyEdits(text, logged.edits);
					if (!logged.refusal) expect(readInterviews(after, lookups).length).to.be.at.least(before.length);
					expect(removed(text, logged.edits)).to.equal('');
					const all = readInterviews(after, lookups);
					for (const [index, interview] of all.entries()) {
						const answer = { question, landed, ...(told && { told }) };
						const { edits, refusal } = recordAnswer(after, lookups, { ...interview, index }, answer);
						expect(removed(after, edits)).to.equal('');
						const now = readInterviews(applyEdits(after, edits), lookups);
						if (!refusal) expect(now[index]?.asked.length).to.equal(interview.asked.length + 1);
						for (const [at, asked] of interview.asked.entries()) {
							const seen = { index: at, question: asked.question };
							const set = setLanding(after, lookups, { ...interview, index }, seen, landed);
							expect(
								contentOf(readInterviews(applyEdits(after, set.edits), lookups)).length,
							).to.be.greaterThan(1);
							// Its words may go on in the next line, and hold links.
							const gone = visibleText(parseMarkdown(removed(after, set.edits)).root);
							expect(oneLine(gone).length).to.be.at.most(asked.landed?.text.length ?? 0);
						}
					}
				},
			),
			{ numRuns: propertyRuns(150) },
		);
	});

	/** What edits take away. */
	function removed(
		text: string,
		edits: readonly { readonly span: { readonly start: number; readonly end: number } }[],
	): string {
		return edits.map(({ span: { start, end } }) => text.slice(start, end)).join('');
	}
});
