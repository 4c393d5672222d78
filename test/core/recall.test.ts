import { expect } from 'chai';
import fc from 'fast-check';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import type { Competency, Framework } from '../../src/core/framework/model.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import type { FullLibraryStory } from '../../src/core/library/storyIndex.ts';
import { findStories, type Found } from '../../src/core/questions/recall/findStories.ts';
import { questionReader, type QuestionReading } from '../../src/core/questions/recall/readQuestion.ts';
import type { UnansweredKind } from '../../src/core/questions/recall/unanswered.ts';
import { StoryTexts } from '../../src/core/questions/recall/storyTexts.ts';
import { competencyAccuracy, storyAccuracy } from '../eval/recallScore.ts';
import { libraries, libraryScore } from '../eval/storyScore.ts';
import { bankStory } from './bankStories.ts';
import { propertyRuns } from './propertyRuns.ts';

function find(question: string, ...stories: FullLibraryStory[]): Found {
	const texts = new StoryTexts();
	texts.refresh(stories);
	return findStories(question, { stories, texts, lookups: new Lookups([staff]) });
}

const titles = ({ stories }: Found): readonly string[] => stories.map(({ entry }) => entry.story.title);

describe('the questions that are built in', () => {
	it('are ten or more for each competency of staff, and forty or more in what staff-extended adds', () => {
		for (const { name, questions } of staff.competencies) expect(questions.length, name).to.be.at.least(10);
		const added = staffExtended.competencies.filter((competency) => !staff.competencies.includes(competency));
		expect(added.flatMap(({ questions }) => questions).length).to.be.at.least(40);
	});

	for (const [id, { competencies }] of builtInFrameworks) {
		it(`of ${id} each have an id of their own, a signal, and a second competency only where there is one`, () => {
			const questions = competencies.flatMap((competency) =>
				competency.questions.map((question) => ({ ...question, owner: competency.id })),
			);
			expect(new Set(questions.map((question) => question.id)).size).to.equal(questions.length);
			expect(new Set(questions.map(({ text }) => text)).size).to.equal(questions.length);
			for (const { signal, also, owner, id: question } of questions) {
				expect(signal, question).to.match(/^\p{Lu}.*\.$/u);
				// `staff` is a part of `staff-extended`, whose competencies its questions may name.
				const others = [...competencies, ...(id === 'staff' ? staffExtended.competencies : [])].map(
					(competency) => competency.id,
				);
				if (also !== undefined)
					expect(
						others.filter((other) => other !== owner),
						question,
					).to.include(also);
			}
		});
	}
});

describe('the competencies of a question', () => {
	it('are those that a coach names, for questions that were held out as for others', () => {
		for (const part of ['development', 'held-out'] as const) {
			const { questions, top1, top3, wrong } = competencyAccuracy(part);
			expect(questions).to.be.at.least(80);
			expect(top1, wrong.join('\n')).to.be.at.least(0.85);
			expect(top3, wrong.join('\n')).to.be.at.least(0.95);
		}
	});

	it('are none where nothing is asked', () => {
		for (const nothing of ['', '   ', '?', '🎯', '\0', 'zxqv'])
			expect(reading(nothing), nothing).to.deep.equal({ competencies: [] });
	});

	it('can be ones that no active framework has, which are named with the framework that has them', () => {
		expect(reading('Tell me about a conflict with a coworker.').competencies[0])
			.to.deep.include({
				active: false,
				confidence: 'likely',
				framework: { id: 'staff-extended', name: staffExtended.name },
			})
			.and.have.nested.property('competency.id', 'conflict');
	});

	it('are found in every framework', () => {
		const found = reading('When did you dig until you found the root cause?', amazonLp);
		expect(found.competencies.find(({ active }) => active)?.competency.id).to.equal('dive-deep');
	});

	it('of a framework file are found by their questions, names and descriptions', () => {
		const craft = { ...(staff.competencies[0] as Competency), id: 'beekeeping', name: 'Beekeeping', aliases: [] };
		const own: Framework = {
			id: 'workspace',
			name: 'Ours',
			competencies: [
				...staff.competencies,
				{
					...craft,
					description: 'Keeps the hives healthy over the winter.',
					questions: [{ id: 'hive', text: 'When did a hive of yours swarm?' }],
				},
			],
		};
		expect(reading('Did a hive of yours ever swarm?', own).competencies[0]?.competency.id).to.equal('beekeeping');
		expect(reading('When did a hive of yours swarm?', own).competencies[0])
			.to.deep.include({ confidence: 'likely', active: true })
			.and.have.nested.property('competency.id', 'beekeeping');
		expect(reading('Tell me about a time you mentored a junior.', own).competencies[0]?.competency.id).to.equal(
			'mentorship',
		);
	});

	it('are none for questions that no story answers, whose kind is named', () => {
		const kinds: Readonly<Record<string, UnansweredKind>> = {
			'Tell me about yourself.': 'about-yourself',
			'What is your greatest weakness?': 'strengths-and-weakness',
			'Why do you want to work here?': 'why-this-company',
			'What are your salary expectations?': 'salary-and-terms',
			'Where do you see yourself in five years?': 'plans',
			'Do you have any questions for us?': 'your-questions',
		};
		for (const [question, unanswered] of Object.entries(kinds))
			expect(reading(question), question).to.deep.equal({ competencies: [], unanswered });
	});

	it('survive any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				for (const { likelihood } of reading(text).competencies) expect(likelihood).to.be.within(0, 1);
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});

function reading(question: string, framework: Framework = staff): QuestionReading {
	return new Lookups([framework]).derive(questionReader).read(question);
}

describe('the stories for a question', () => {
	it('of the sample bank are those that a coach names, and full-text searches find fewer', () => {
		for (const part of ['development', 'held-out'] as const) {
			const ours = storyAccuracy('STAR Stories', part);
			expect(ours.top3, ours.wrong.join('\n')).to.be.at.least(0.9);
			for (const other of ['plain MiniSearch', 'Fuse.js'] as const)
				expect(storyAccuracy(other, part).top3).to.be.below(ours.top3);
		}
	});

	it('of three other people are among the first three for two questions of three', () => {
		const scores = libraries.map((library) => libraryScore(library, 'STAR Stories'));
		for (const [index, { top3 }] of scores.entries()) expect(top3, libraries[index]).to.be.at.least(0.66);
		expect(scores.reduce((sum, { top1 }) => sum + top1, 0) / scores.length).to.be.at.least(0.55);
	});

	it('come with the reason and how well they fit', () => {
		const found = find(
			'Tell me about a junior engineer you coached',
			bankStory({
				title: 'Ready',
				tags: ['mentorship'],
				strength: 4,
				told: 'I coached a junior every day.',
				file: 'a',
			}),
			bankStory({ title: 'Draft', tags: ['mentorship'], status: 'draft', file: 'b' }),
			bankStory({ title: 'Second', tags: ['technical-initiative', 'mentorship'], strength: 5, file: 'c' }),
			bankStory({ title: 'Misspelt', tags: ['?Mentorshp'], strength: 5, file: 'd' }),
			bankStory({ title: 'Other', tags: ['technical-influence'], strength: 5, file: 'e' }),
			bankStory({ title: 'Told too often', tags: ['mentorship'], status: 'retired', strength: 5, file: 'f' }),
		);
		expect(titles(found)).to.deep.equal(['Ready', 'Second', 'Misspelt', 'Draft']);
		expect(found.stories[0]).to.deep.include({ fit: 'strong', mentions: ['junior', 'coached'] });
		expect(found.stories.map(({ fit, proves }) => [fit, proves?.as])).to.deep.equal([
			['strong', 'primary'],
			['strong', 'secondary'],
			['workable', 'misspelt'],
			['workable', 'primary'],
		]);
	});

	it('are first those that say they answer it, by text or by id', () => {
		const tagged = bankStory({ title: 'Tagged', tags: ['mentorship'], strength: 5, file: 'a' });
		const byText = bankStory({
			title: 'By text',
			tags: [],
			strength: 1,
			file: 'b',
			questions: ['Tell me about a time you mentored somebody.'],
		});
		const byId = bankStory({ title: 'By id', tags: [], strength: 1, file: 'c', questions: ['mentorship-grow'] });
		expect(
			titles(find('Tell me about somebody you mentored. What became of them?', tagged, byText)).at(0),
		).to.equal('By text');
		const found = find('Tell me about a time you mentored someone. What became of them?', tagged, byId);
		expect(found.stories[0]?.answers).to.match(/^Tell me about a time you mentored someone/u);
	});

	it('are none where nothing fits, whatever single word they share', () => {
		const found = find(
			'What is the biggest mistake you have made?',
			bankStory({ tags: ['mentorship'], strength: 5, told: 'I paired with Ines on a mistake.' }),
		);
		expect(found.stories).to.deep.equal([]);
		expect(found.competencies[0]?.competency.id).to.equal('failure-learning');
	});

	it('are workable where they prove what is kin to it, and a stretch where only their words answer', () => {
		const stories = [
			bankStory({ title: 'Kin', tags: ['mentorship'], strength: 5, file: 'a' }),
			bankStory({ title: 'Words', tags: [], strength: 5, told: 'The badgers raided our greenhouse.', file: 'b' }),
		];
		const texts = new StoryTexts();
		texts.refresh(stories);
		const context = { stories, texts, lookups: new Lookups([amazonLp]) };
		const [kin] = findStories('Tell me about somebody whom you coached to a promotion.', context).stories;
		expect(kin).to.deep.include({ fit: 'workable' });
		expect(kin?.entry.story.title).to.equal('Kin');
		expect(kin?.proves?.as).to.equal('kin');
		const words = findStories('When did badgers raid a greenhouse?', context).stories.find(({ proves }) => !proves);
		expect(words).to.deep.include({ fit: 'stretch' });
	});

	it('are none for a question about yourself, but for one whose author says so', () => {
		const question = 'Tell me about yourself.';
		const told = bankStory({ title: 'Told', tags: ['mentorship'], strength: 5, told: 'Tell about yourself.' });
		expect(find(question, told)).to.deep.equal({ competencies: [], unanswered: 'about-yourself', stories: [] });
		const said = bankStory({ title: 'Said', tags: [], file: 'b', questions: [question] });
		expect(titles(find(question, told, said))).to.deep.equal(['Said']);
	});

	it('come first that have the word few others have, before better ones with what all have', () => {
		const usual = ['A', 'B', 'C', 'D', 'E'].map((title) =>
			bankStory({ title, tags: ['mentorship'], strength: 5, told: 'Invoices, payments, a ledger.', file: title }),
		);
		const rare = bankStory({ title: 'Rare', tags: ['mentorship'], strength: 3, told: 'A greenhouse.', file: 'f' });
		const question = 'Whom did you coach on invoices, payments, the ledger and the greenhouse?';
		expect(titles(find(question, ...usual, rare))[0]).to.equal('Rare');
	});

	it('stand in the order of coverage where they answer equally well', () => {
		const twins = [
			bankStory({ title: 'B', tags: ['mentorship'], strength: 3, date: '2020', file: 'a' }),
			bankStory({ title: 'A', tags: ['mentorship'], strength: 3, date: '2020', file: 'b' }),
			bankStory({ title: 'Newer', tags: ['mentorship'], strength: 3, date: '2024', file: 'c' }),
			bankStory({ title: 'Open', tags: ['mentorship'], strength: 3, date: '2025', openProblems: 1, file: 'd' }),
		];
		expect(titles(find('Whom did you mentor?', ...twins))).to.deep.equal(['Newer', 'A', 'B', 'Open']);
	});

	it('are the same whatever the index held before', () => {
		const words = fc.array(
			fc.constantFrom('coached', 'junior', 'cache', 'ledger', 'pager', 'teams', 'budget', 'review'),
			{ minLength: 1, maxLength: 12 },
		);
		const bank = fc.array(fc.record({ told: words, tags: fc.subarray(['mentorship', 'technical-influence']) }), {
			maxLength: 6,
		});
		const storiesOf = (sketches: readonly { told: string[]; tags: string[] }[]) =>
			sketches.map(({ told, tags }, index) =>
				bankStory({ told: told.join(' '), tags, file: String(index), title: `Story ${index}` }),
			);
		fc.assert(
			fc.property(fc.array(bank, { minLength: 2, maxLength: 4 }), (states) => {
				const texts = new StoryTexts();
				const question = 'When did you coach a junior on the ledger?';
				let stories: readonly FullLibraryStory[] = [];
				for (const state of states) {
					stories = storiesOf(state);
					while (!texts.refresh(stories, 2));
				}
				expect(findStories(question, { stories, texts, lookups: new Lookups([staff]) })).to.deep.equal(
					find(question, ...stories),
				);
			}),
			{ numRuns: propertyRuns(50) },
		);
	});

	it('survive any question', () => {
		const story = bankStory({ tags: ['mentorship'], told: 'I coached a junior.', strength: 4 });
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => void find(question, story)));
		expect(titles(find('mentored '.repeat(20_000), story))).to.deep.equal(['A story']);
	});
});
