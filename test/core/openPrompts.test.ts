import { expect } from 'chai';
import fc from 'fast-check';
import { insertSection, insertionText } from '../../src/core/edit/insertSection.ts';
import { storyText } from '../../src/core/edit/snippets/storySnippets.ts';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Competency, Framework } from '../../src/core/framework/model.ts';
import { promptsFor } from '../../src/core/framework/prompts.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../../src/core/framework/sectionKind.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import { cueCard } from '../../src/core/library/cueCard.ts';
import { hoverAt } from '../../src/core/library/languageFeatures/hover.ts';
import { storiesOf } from '../../src/core/library/storyIndex.ts';
import { StoryTexts } from '../../src/core/questions/recall/storyTexts.ts';
import { openQuestions } from '../../src/core/story/openPrompts.ts';
import { analysed, frameworkOf, problemsIn, read, tagged } from './reading.ts';

const frameworks = [staff, staffExtended, amazonLp];
const lookups = new Lookups(frameworks);
const competencies = lookups.competencies.all;

function competencyNamed(id: string): Competency {
	const competency = competencies.find((each) => each.id === id);
	if (!competency) throw new Error(id);
	return competency;
}

describe('a new story', () => {
	for (const competency of competencies) {
		it(`for ${competency.name} has open questions, and nothing else`, () => {
			const text = storyText({ competency, choices: [], title: 'One more' }, '2026-11-20');
			const analysis = analysed(text, { lookups });
			expect(analysis.problems.map(({ rule, severity }) => `${rule} ${severity}`)).to.deep.equal(
				sectionKinds.map(() => 'prompt-open hint'),
			);
			const [story] = analysis.stories;
			const all = sectionKinds.flatMap((kind) => promptsFor(kind, [competency])).length;
			expect(story).to.deep.include({ words: 0, filled: [], prompts: { open: all, all } });
			expect(story?.sections.map(({ spoken }) => spoken)).to.deep.equal(['', '', '', '', '']);
			const found = storiesOf('file:///a.md', analysis);
			expect(found[0]?.openProblems).to.equal(0);
			const [coverage] = coverageOf([competency], found);
			expect(coverage).to.deep.include({ best: [], state: 'weak' });
			expect(coverage?.stories).to.have.length(1);
		});
	}

	it('says how many of its questions are open, and what is open in a section', () => {
		const text = storyText(
			{ competency: competencyNamed('technical-initiative'), choices: [], title: 'One more' },
			'2026-11-20',
		);
		const begun = text.replace('Which problem or opportunity did you spot?', 'Every night the index was late.');
		const [story] = analysed(begun).stories;
		expect(story?.prompts && openQuestions(story.prompts)).to.equal('9 of 10 questions open');
		const hover = (name: string) =>
			hoverAt(begun, story ? [story] : [], begun.indexOf(name), {
				competencies: new Lookups([staff]).competencies,
				coverage: [],
				wordsPerMinute: 150,
			})?.markdown.split('\n')[0];
		expect(hover('Situation')).to.equal('**Situation** · 100% of the story · 0 s · 1 question open');
		expect(hover('Task')).to.equal('**Task** · 2 questions open');
		expect(problemsIn(begun)).to.deep.equal([
			'placeholder "Why did it matter, and to whom?"',
			...['Task', 'Action', 'Result', 'Learnings'].map((name) => `prompt-open "${name}"`),
		]);
	});

	it('is not searched and not on a card by its questions', () => {
		const text = storyText(
			{ competency: competencyNamed('technical-initiative'), choices: [], title: 'One more' },
			'2026-11-20',
		);
		const [story] = analysed(text).stories;
		if (!story) throw new Error('no story');
		const card = cueCard(story, { competencies: new Lookups([staff]).competencies });
		expect(card).to.deep.equal({
			title: 'One more',
			metrics: [],
			lines: [],
			competencies: ['Technical Initiative'],
		});
		const texts = new StoryTexts();
		texts.refresh([{ file: 'a', index: 0, openProblems: 0, story }]);
		expect(texts.search('opportunity spot design measure').size).to.equal(0);
	});

	it('without a title yet goes by the name of its file', () => {
		const text = storyText({ competency: competencyNamed('mentorship'), choices: [] }, '2026-11-20');
		expect(analysed(text).stories[0]?.title).to.equal('a-story');
		expect(problemsIn(text)[0]).to.equal('prompt-open "What would you call it in one line?"');
	});
});

describe('open prompts', () => {
	const [first, second] = ['Whom did you mentor or teach?', 'What was the need?'];
	const section = (body: string, more: readonly Framework[] = [staff]) =>
		read(`${tagged}# T\n\n## Situation\n\n${body}\n`, more).stories[0]?.sections[0];

	for (const [what, body, open, isEmpty] of [
		['one below the other', `${first}\n${second}`, 2, true],
		['in one paragraph', `${first} ${second}`, 2, true],
		['in paragraphs', `${first}\n\n${second}`, 2, true],
		['in a list', `- ${first}\n- ${second}`, 2, true],
		['in a list of tasks', `- [ ] ${first}\n- [ ] ${second}`, 2, true],
		['in a numbered list', `1. ${first}\n2. ${second}`, 2, true],
		['in a block quote', `> ${first}\n> ${second}`, 2, true],
		['with hard breaks', `${first}  \n${second}\\\n${first}<br>\n${second}`, 4, true],
		['with other line ends', `${first}\r\n${second}\r\n`, 2, true],
		['wrapped anew', 'Whom did you\nmentor or teach? What was\nthe need?', 2, true],
		['wrapped anew in a block quote', '> Whom did you\n> mentor or teach?', 1, true],
		['with a comment and a heading between', `${first}\n<!-- later -->\n\n### Later\n\n${second}`, 2, true],
		['of every story', 'What was going on, and why did it matter?', 1, true],
		['beside an answer', `${first}\nInes.\n\n${second}`, 2, false],
		['beside a picture', `${first}\n\n![Ines](ines.png)`, 1, false],
		['beside code', `${first}\n\n\`\`\`\ncode\n\`\`\``, 1, false],
	] as const)
		it(`are found ${what}`, () => {
			const found = section(body);
			expect(found?.openPrompts).to.have.length(open);
			expect(found?.empty).to.equal(isEmpty);
		});

	for (const body of [
		`${first} Ines, who was new.`,
		'Whom did you mentor',
		`I was asked: ${first}`,
		`**${first}**`,
		'What was the need?!',
		'',
	])
		it(`are none: ${body}`, () => expect(section(body)).not.to.have.property('openPrompts'));

	it('are found in the cells of a table', () => {
		const row = (kind: string, body: string) => `| ${kind} | ${body}|\n`;
		const rows = `${row('Task', 'I wanted it.')}${row('Action', 'I did it.')}${row('Result', 'It was done.')}`;
		const text = `${tagged}# T\n\n| Part | Story |\n| - | - |\n${row('Situation', `${first}<br>${second}`)}${rows}`;
		const [situation, ...others] = read(text).stories[0]?.sections ?? [];
		expect(situation?.openPrompts).to.have.length(2);
		expect([situation, ...others].map((each) => each?.empty)).to.deep.equal([true, false, false, false]);
	});

	it('are those of the active frameworks, of a file too', () => {
		const own = frameworkOf(['Calm']);
		const framework = {
			...own,
			competencies: own.competencies.map((competency) => ({
				...competency,
				prompts: { ...competency.prompts, situation: ["What's (really) [on] fire,\n  and *why*?"] },
			})),
		};
		expect(section(first, [framework])).not.to.have.property('openPrompts');
		expect(section('What’s (really) [on] fire, and *why*?', [framework])?.empty).to.equal(true);
	});

	it('are what is inserted into any form, and answered by what stands around them', () => {
		const forms = [
			(name: string) => `## ${name}\n\nI told it.\n\n`,
			(name: string) => `**${name}:** I told it.\n\n`,
			(name: string) => `**${name}:** I told it.\n`,
			(name: string) => `- **${name}:** I told it.\n`,
			(name: string) => `> **${name}:** I told it.\n>\n`,
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...forms),
				fc.constantFrom(...sectionKinds),
				fc.constantFrom(...competencies),
				fc.constantFrom('\n', '\r\n'),
				(form, kind: SectionKind, competency, eol) => {
					const told = sectionKinds
						.filter((other) => other !== kind)
						.map((other) => form(sectionTitles[other]));
					const text = `${tagged}# T\n\n${told.join('')}`.replaceAll('\n', eol);
					const document = read(text, frameworks);
					const [story] = document.stories;
					if (!story) throw new Error('no story');
					const prompts = promptsFor(kind, [competency]);
					const insertion = insertSection(document, story, kind, prompts, new Lookups(frameworks));
					if (insertion.refusal) throw new Error(insertion.refusal.message);
					const after =
						text.slice(0, insertion.offset) + insertionText(insertion) + text.slice(insertion.offset);
					const sections = read(after, frameworks).stories[0]?.sections ?? [];
					expect(sections.map((each) => each.kind)).to.have.members(sectionKinds);
					for (const each of sections) expect(each.empty, after).to.equal(each.kind === kind);
				},
			),
		);
	});
});
