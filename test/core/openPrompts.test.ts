import { expect } from 'chai';
import fc from 'fast-check';
import { insertSection, insertionText } from '../../src/core/edit/insertSection.ts';
import { contributedSnippets, storyText } from '../../src/core/edit/snippets/storySnippets.ts';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Competency, Framework } from '../../src/core/framework/model.ts';
import { promptsFor } from '../../src/core/framework/prompts.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../../src/core/framework/sectionKind.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import { cueCard } from '../../src/core/library/cueCard.ts';
import { matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { hoverAt } from '../../src/core/library/languageFeatures/hover.ts';
import { storiesOf } from '../../src/core/library/storyIndex.ts';
import { StoryTexts } from '../../src/core/questions/recall/storyTexts.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { DocumentMemory } from '../../src/core/rules/documentMemory.ts';
import type { FullStory } from '../../src/core/story/model.ts';
import { openQuestions } from '../../src/core/story/openPrompts.ts';
import { defaultContext } from './context.ts';
import { reportFile, reportWith } from './sampleReport.ts';
import { analysed, at, frameworkOf, read, tagged } from './reading.ts';

const frameworks = [...builtInFrameworks.values()];
const lookups = new Lookups(frameworks);
const competencies = lookups.competencies.all;

function newStory(id: string): string {
	const competency = competencies.find((each) => each.id === id);
	if (!competency) throw new Error(id);
	return storyText({ competency, choices: [], title: 'One more' });
}

/** What a snippet leaves behind where nobody types over its tab stops, and the first choice is taken. */
function left(body: readonly string[]): string {
	return body
		.join('\n')
		.replaceAll(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, prompt: string) => prompt.replaceAll(/\\(.)/g, '$1'))
		.replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
		.replaceAll(/\$\d+/g, '');
}

/** Everything that is found, as rule, severity and the words it points at. */
function faults(text: string): string[] {
	return analysed(text, { lookups }).problems.map(
		({ rule, severity, span }) => `${rule} ${severity} ${at(text, span)}`,
	);
}

const openSections = sectionKinds.map((kind) => `prompt-open hint ${sectionTitles[kind]}`);

function expectUntold(text: string, competency: Competency, story: FullStory): void {
	expect(story).to.deep.include({ words: 0, filled: [] });
	expect(story.prompts?.open).to.equal(story.prompts?.all);
	expect(story.sections.map(({ spoken }) => spoken)).to.deep.equal(['', '', '', '', '']);
	const [entry] = storiesOf('file:///a.md', analysed(text, { lookups })).slice(-1);
	expect(entry?.openProblems).to.equal(0);
	const [coverage] = coverageOf([competency], entry ? [entry] : [], 'staff');
	expect(coverage).to.deep.include({ best: [], state: 'weak' });
	expect(cueCard(story, { competencies: lookups.competencies })).to.deep.equal({
		title: story.title,
		metrics: [],
		lines: [],
		competencies: [competency.name],
		probes: [],
	});
}

describe('a new story', () => {
	for (const framework of frameworks) {
		for (const competency of framework.competencies) {
			it(`for ${competency.name} (${framework.name}) has open questions, and nothing else`, () => {
				const text = storyText({ competency, choices: [], title: 'One more' });
				expect(faults(text)).to.deep.equal(openSections);
				const [story] = analysed(text, { lookups }).stories;
				if (!story) throw new Error('no story');
				const all = sectionKinds.flatMap((kind) => promptsFor(kind, [competency])).length;
				expect(openQuestions(story.prompts ?? { open: 0, all: 0 })).to.equal(`${all} of ${all} questions open`);
				expectUntold(text, lookups.competencies.find(competency.id) ?? competency, story);
			});
		}

		it(`from a snippet of ${framework.name} has open questions, and nothing else`, () => {
			const snippets = Object.values(contributedSnippets(framework));
			const [first] = framework.competencies;
			if (!first) throw new Error('no competency');
			const own = new Lookups([framework]);
			const titleOpen = 'prompt-open hint What would you call it in one line?';
			const ofSnippet = (text: string) =>
				analysed(text, { lookups: own }).problems.map(
					({ rule, severity, span }) => `${rule} ${severity} ${at(text, span)}`,
				);
			for (const { prefix, body } of snippets) {
				const text = left(body);
				if (/^(?:star|star-(?:initiative|influence|mentorship|alignment|bank-entry))$/.test(prefix)) {
					expect(ofSnippet(text), prefix).to.deep.equal([titleOpen, ...openSections]);
					const [story] = analysed(text, { lookups: own }).stories;
					expect(story?.title).to.equal('a-story');
					expect(story?.prompts?.open, prefix).to.equal(story?.prompts?.all);
				}
				if (prefix !== 'star-bank-entry') continue;
				const bank = `# Bank\n\n${text.replace('What would you call it in one line?', 'One')}\n\n${text}`;
				expect(ofSnippet(bank)).to.deep.equal([...openSections, titleOpen, ...openSections]);
				for (const story of analysed(bank, { lookups: own }).stories) expectUntold(bank, first, story);
			}
		});
	}

	it('of one section asks in it, and says nothing else of it', () => {
		for (const kind of sectionKinds) {
			const others = sectionKinds.filter((each) => each !== kind);
			const snippet = contributedSnippets(staff)[`STAR ${sectionTitles[kind]}`];
			const told = others.map((each) => `## ${sectionTitles[each]}\n\nI told it.\n\n`).join('');
			const text = `${tagged}# T\n\n${told}${left(snippet?.body ?? [])}`;
			expect(faults(text)).to.include(`prompt-open hint ${sectionTitles[kind]}`);
			const [story] = analysed(text, { lookups }).stories;
			expect(story?.filled).to.deep.equal(others);
			for (const rule of ['length', 'balance', 'result-unquantified', 'section-empty', 'plus-missing'])
				expect(faults(text).filter((each) => each.startsWith(`${rule} `))).to.have.length(
					rule === 'result-unquantified' && kind !== 'result' ? 1 : 0,
				);
		}
	});

	it('has a date and a strength to be filled in, and no value of its own', () => {
		expect(newStory('mentorship')).to.match(
			/^---\ncompetencies: \[mentorship\]\nstatus: draft\ndate: \nstrength: \n---\n/,
		);
		const snippets = contributedSnippets(staff);
		expect(snippets['STAR front matter']?.body.join('\n')).to.match(/\ndate: \$2\nstrength: \$3\n---\n/);
		for (const { body } of Object.values(snippets)) expect(body.join('\n')).not.to.include('CURRENT_');
		const [story] = analysed(newStory('mentorship')).stories;
		expect(story?.details).to.deep.equal({ status: 'draft' });
	});

	it('is not searched by its questions', () => {
		const text = newStory('technical-initiative');
		const [story] = analysed(text).stories;
		if (!story) throw new Error('no story');
		const texts = new StoryTexts();
		texts.refresh([{ file: 'a', index: 0, openProblems: 0, story }]);
		expect(texts.search('opportunity spot design measure').size).to.equal(0);
	});

	it('without a title yet goes by the name of its file', () => {
		const text = storyText({ choices: competencies });
		expect(analysed(text, { lookups }).stories[0]?.title).to.equal('a-story');
	});
});

describe('a story that is partly answered', () => {
	const initiative = newStory('technical-initiative');

	it('says how many of its questions are open, and what is open in a section', () => {
		const begun = initiative.replace(
			'Which problem or opportunity did you spot?',
			'Every night the index was late.',
		);
		const [story] = analysed(begun).stories;
		expect(story?.prompts && openQuestions(story.prompts)).to.equal('9 of 10 questions open');
		const hover = (name: string) =>
			hoverAt(begun, story ? [story] : [], begun.indexOf(name), {
				competencies: new Lookups([staff]).competencies,
				coverage: [],
				wordsPerMinute: 150,
			})?.markdown.split('\n')[0];
		expect(hover('Situation')).to.equal('**Situation** · 100% of the story · under 5 s · 1 question open');
		expect(hover('Task')).to.equal('**Task** · 2 questions open');
		expect(faults(begun)).to.deep.equal([
			'prompt-open hint Why did it matter, and to whom?',
			...openSections.slice(1),
		]);
	});

	it('is warned of a question that is left only once it is ready', () => {
		const begun = initiative.replace(
			'Which problem or opportunity did you spot?',
			'Every night the index was late.',
		);
		const ready = begun.replace('status: draft', 'status: ready');
		expect(faults(ready)[0]).to.equal('placeholder warning Why did it matter, and to whom?');
		const memory = new DocumentMemory();
		for (const text of [begun, ready, begun])
			expect(analyse(text, defaultContext, memory).problems.map(({ rule }) => rule)).to.deep.equal(
				analyse(text, defaultContext).problems.map(({ rule }) => rule),
			);
	});

	it('has hints of what is open, one a section, and no judgement of the rest', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...competencies),
				fc.infiniteStream(fc.boolean()),
				fc.constantFrom('We kept at it until it was done.', 'It got 40 % faster.', 'Ines and her reviews.'),
				(competency, answered, answer) => {
					const prompts = sectionKinds.flatMap((kind) => promptsFor(kind, [competency]));
					const open = prompts.filter(() => answered.next().value !== true);
					fc.pre(open.length > 0);
					let text = storyText({ competency, choices: [], title: 'One more' });
					for (const prompt of prompts)
						if (!open.includes(prompt)) text = text.replace(`\n${prompt}\n`, `\n${answer}\n`);
					const { problems, stories } = analysed(text, { lookups });
					expect(stories[0]?.prompts).to.deep.equal({ open: open.length, all: prompts.length });
					const asking = sectionKinds.filter((kind) =>
						promptsFor(kind, [competency]).some((each) => open.includes(each)),
					);
					expect(problems.filter(({ rule }) => rule === 'prompt-open')).to.have.length(asking.length);
					for (const { rule, severity } of problems) {
						expect(rule).to.be.oneOf([
							'prompt-open',
							'result-unquantified',
							'action-ownership',
							'action-passive',
						]);
						expect(severity).not.to.be.oneOf(['error', 'warning']);
					}
					const isAsked = asking.includes('result');
					if (isAsked) expect(problems.map(({ rule }) => rule)).not.to.include('result-unquantified');
					// What is told, shown on a card, reported and sent to the matrix and to practice.
					const [story] = stories;
					if (!story) throw new Error('no story');
					const [entry] = storiesOf('file:///a.md', analysed(text, { lookups }));
					const shown = JSON.stringify([
						story.sections.map(({ spoken }) => spoken),
						cueCard(story, { competencies: lookups.competencies }),
						reportWith({ files: [reportFile('a.md', text, { lookups })], lookups }).stories,
						entry && matrixStory(entry),
					]);
					for (const prompt of open) expect(shown).not.to.include(JSON.stringify(prompt).slice(1, -1));
				},
			),
			{ seed: 20, numRuns: 40 },
		);
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
