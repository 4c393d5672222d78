import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { createLookup } from '../../src/core/framework/lookups.ts';
import {
	isOverdue,
	opportunitiesFor,
	type PlannedExperience,
} from '../../src/core/questions/opportunities/opportunity.ts';
import { planOpportunity, tickOpportunity } from '../../src/core/questions/opportunities/planOpportunity.ts';
import { readOpportunities } from '../../src/core/questions/opportunities/readOpportunities.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { at } from './reading.ts';

const competencies = createLookup([staff]);
const read = (text: string) => readOpportunities(text, competencies);

function planned(text: string, experience: PlannedExperience): string {
	const { edits, refusal } = planOpportunity(text, competencies, experience);
	expect(refusal, JSON.stringify([text, experience])).to.equal(undefined);
	return applyEdits(text, edits);
}

/** What an item says, in one line. */
function lines(text: string): string[] {
	return read(text).map(({ what, by, with: company, competency, done }) =>
		[done ? 'x' : '-', what, by, company, competency].map((part) => part ?? '?').join(' | '),
	);
}

describe('the list of opportunities', () => {
	it('holds no plans where it is a story', () => {
		const story =
			'---\ncompetencies: [mentorship]\n---\n\n# Opportunities\n\n- [x] **Situation:** a\n- [ ] **Task:** b\n';
		expect(readOpportunities(story, competencies)).to.deep.equal([]);
		expect(planOpportunity(story, competencies, { what: 'Lead it' }).refusal?.message).to.contain('holds a story');
	});

	const forms: Readonly<Record<string, string>> = {
		'- [ ] Run the review (by 2026-12, with Priya) — Technical Influence':
			'- | Run the review | 2026-12 | Priya | technical-influence',
		'* [x] Run the review (with Priya and Omar (SRE)) - influence':
			'x | Run the review | ? | Priya and Omar (SRE) | technical-influence',
		'1. [X] Run the review – Technical Influence (by spring)':
			'x | Run the review | spring | ? | technical-influence',
		'> - [ ] Run the\n>   review\n>   (with Priya, by 2026)': '- | Run the review | 2026 | Priya | ?',
		'- [ ] Run the review (payments) — Courage': '- | Run the review (payments) — Courage | ? | ? | ?',
		'- [ ] Mentor — really — a new joiner — Mentorship & Knowledge Sharing':
			'- | Mentor — really — a new joiner | ? | ? | mentorship',
		'## Mentorship & Knowledge Sharing\n\n### Soon\n\n- [ ] Take an intern':
			'- | Take an intern | ? | ? | mentorship',
		'## mentorship\n\n- [ ] Lead a guild — influence': '- | Lead a guild | ? | ? | technical-influence',
		'## mentorship\n\n## Done\n\n- [x] Something': 'x | Something | ? | ? | ?',
	};
	for (const [text, expected] of Object.entries(forms))
		it(`reads ${JSON.stringify(text)}`, () => expect(lines(`${text}\n`)).to.deep.equal([expected]));

	it('leaves alone what is no task, and the steps of one', () => {
		expect(
			lines(
				'- [ ] One\n  - [ ] its step\n- Two\n- [ ]\n- [-] Three\n- [ ] Four\n\n```\n- [ ] code\n```\n\n[ ] no item\n',
			),
		).to.deep.equal(['- | One | ? | ? | ?', '- | Four | ? | ? | ?']);
	});

	it('names what is overdue: after the last day of what was said, while it is not done', () => {
		const overdue = (by: string, today: string, done = false) => isOverdue({ by, done }, today);
		expect([
			overdue('2026-11', '2026-11-30'),
			overdue('2026-11', '2026-12-01'),
			overdue('2025', '2026-01-01'),
			overdue('2026-11-25', '2026-11-25'),
		]).to.deep.equal([false, true, true, false]);
		expect([overdue('spring', '2026-12-01'), overdue('2025', '2026-12-01', true)]).to.deep.equal([false, false]);
	});

	it('gives a competency its own: what is due first in front, what is done last', () => {
		const text =
			'- [x] a — mentorship\n- [ ] b — mentorship\n- [ ] c (by 2026-12) — mentorship\n- [ ] d (by 2026-12-24) — mentorship\n- [ ] e — influence\n';
		expect(opportunitiesFor('mentorship', read(text)).map(({ what }) => what)).to.deep.equal(['d', 'c', 'b', 'a']);
	});
});

describe('planning an opportunity', () => {
	const experience: PlannedExperience = {
		what: 'Run the review',
		by: '2026-12',
		with: 'Priya',
		competency: 'technical-influence',
	};
	const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
		'begins a file': [
			'',
			'# Opportunities\n\n- [ ] Run the review (by 2026-12, with Priya) — Technical Influence\n',
		],
		'goes below the last': [
			'# Mine\r\n\r\n* [ ] One\r\n  - [ ] step\r\n\r\nWords.\r\n',
			'# Mine\r\n\r\n* [ ] One\r\n  - [ ] step\r\n* [ ] Run the review (by 2026-12, with Priya) — Technical Influence\r\n\r\nWords.\r\n',
		],
		'goes below the last of a file without a last line break': [
			'- [x] One',
			'- [x] One\n- [ ] Run the review (by 2026-12, with Priya) — Technical Influence',
		],
		'goes under the heading of its competency': [
			'## Technical Influence\n\n## Mentorship\n\n- [ ] One\n',
			'## Technical Influence\n\n- [ ] Run the review (by 2026-12, with Priya)\n\n## Mentorship\n\n- [ ] One\n',
		],
		'makes a heading where others have one': [
			'## Mentorship\n\n1. [ ] One\n',
			'## Mentorship\n\n1. [ ] One\n\n## Technical Influence\n\n- [ ] Run the review (by 2026-12, with Priya)\n',
		],
		'counts on, and keeps the space between': [
			'1. [ ] One\n\n2. [ ] Two\n',
			'1. [ ] One\n\n2. [ ] Two\n\n3. [ ] Run the review (by 2026-12, with Priya) — Technical Influence\n',
		],
		'goes below words': [
			'Some words.\n',
			'Some words.\n\n- [ ] Run the review (by 2026-12, with Priya) — Technical Influence\n',
		],
	};
	for (const [name, [before, after]] of Object.entries(cases))
		it(name, () => expect(planned(before, experience)).to.equal(after));

	const word = fc.constantFrom(
		'run',
		'the',
		'review (payments)',
		'— ',
		'with',
		'by 2026',
		'*all*',
		'`x`',
		'[y](z)',
		'# no',
		'Zoë',
		'  ',
		'a, b',
	);
	const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
	const anyExperience: fc.Arbitrary<PlannedExperience> = fc.record(
		{
			what: fc.oneof(phrase, fc.string()),
			by: fc.constantFrom('2026', '2026-12', '2026-12-31', 'spring'),
			with: fc.oneof(phrase, fc.string()),
			competency: fc.constantFrom(...staff.competencies.map(({ id }) => id)),
		},
		{ requiredKeys: ['what', 'competency'] },
	);
	const piece = fc.constantFrom(
		'# Opportunities\n',
		'\n',
		'- [ ] One\n',
		'* [x] Two — mentorship\n',
		'- [ ] Three (by 2025, with Zoë)\n',
		'## Mentorship & Knowledge Sharing\n',
		'## Technical Influence\n',
		'> - [ ] Quoted\n',
		'1. [ ] First\n',
		'   words\n',
		'```\n',
		'- plain\n',
		'<div>\n',
		'---\n',
		'Words\n',
		'  - [ ] inner\n',
		'- [ ] **bold\n  more** words\n',
	);
	const anyText = fc
		.tuple(fc.array(piece, { maxLength: 12 }), fc.boolean(), fc.boolean())
		.map(([pieces, cr, cut]) => {
			const text = cut ? pieces.join('').trimEnd() : pieces.join('');
			return cr ? text.replaceAll('\n', '\r\n') : text;
		});

	it('keeps every byte of a file that is there, and reads back as it was meant, or refuses', () => {
		fc.assert(
			fc.property(anyText, anyExperience, (text, wanted) => {
				const { edits } = planOpportunity(text, competencies, wanted);
				const [edit] = edits;
				if (!edit) return;
				expect(edit.span.start).to.equal(edit.span.end);
				expect(lines(applyEdits(text, edits)).length).to.equal(lines(text).length + 1);
			}),
		);
	});

	it('is refused to no plain words', () => {
		const plain = fc
			.array(fc.constantFrom('run', 'the', 'review', 'Zoë', 'and', '2026', 'a/b', 'it’s', 'R&D', '5%'), {
				minLength: 1,
				maxLength: 6,
			})
			.map((words) => words.join(' '));
		const usual = fc.constantFrom(
			'',
			'# Opportunities\n',
			'# Opportunities\n\n- [ ] One — mentorship\n',
			'# Plans\n\n## Mentorship & Knowledge Sharing\n\n- [x] One\n',
		);
		fc.assert(
			fc.property(usual, plain, plain, (text, what, company) => {
				const after = planned(text, { what, by: '2027-01', with: company, competency: 'mentorship' });
				expect(read(after).map((each) => each.what)).to.include(what);
			}),
		);
	});

	it('is ticked and unticked by one character', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), fc.boolean(), (text, which, done) => {
				const before = read(text);
				const index = which % Math.max(before.length, 1);
				const item = before[index];
				if (!item) return;
				expect(at(text, item.mark)).to.match(/[ xX]/u);
				const { edits } = tickOpportunity(text, competencies, { index, what: item.what }, done);
				const after = applyEdits(text, edits);
				expect(after.length).to.equal(text.length);
				expect(read(after).map((each) => each.done)).to.deep.equal(
					before.map((each, other) => (other === index ? done : each.done)),
				);
			}),
		);
	});

	it('is not ticked where it has gone', () => {
		expect(
			tickOpportunity('- [ ] New\n- [ ] One\n', competencies, { index: 0, what: 'One' }, true).edits[0]?.span
				.start,
		).to.equal(13);
		expect(tickOpportunity('- [ ] New\n', competencies, { index: 0, what: 'One' }, true).refusal?.reason).to.equal(
			'not-found',
		);
	});
});
