import { expect } from 'chai';
import { storiesOf } from '../../src/core/library/storyIndex.ts';
import {
	findingsOfStory,
	findingsText,
	hintsOfStory,
	nextProblem,
	problemsOfStory,
	storyAround,
	worstSeverity,
} from '../../src/core/library/storyProblems.ts';
import { analysed, at } from './reading.ts';

const entry = (title: string, tag: string) =>
	`## ${title}\n\n**Competencies:** ${tag}\n**Strength:** 9\n\n**Situation:** a\n\n**Task:** b\n\n`;
const bank = `---\nstatus: done\ncompetencies: mentorship\n---\n# Bank\n\n${entry('Alpha', 'Courage')}${entry('Omega', 'Mildness')}`;
const analysis = analysed(bank);
const counted = analysis.problems.filter(({ severity }) => severity !== 'hint').length;

describe('the problems of one story of a bank', () => {
	it('are its own, and for the first those of the front matter too', () => {
		const words = (index: number) => [
			...new Set(problemsOfStory(analysis, index).map(({ span }) => at(bank, span))),
		];
		expect(words(0))
			.to.include.members(['done', 'Alpha', 'Courage', '9'])
			.and.not.include.members(['Omega', 'Mildness']);
		expect(words(1)).to.include.members(['Omega', 'Mildness', '9']).and.not.include.members(['done', 'Alpha']);
		expect(problemsOfStory(analysis, 0).length + problemsOfStory(analysis, 1).length).to.equal(counted);
	});

	it('are as many wherever they are counted', () => {
		const [alpha, omega] = storiesOf('bank.md', analysis).map(({ openProblems }) => openProblems);
		expect([alpha, omega]).to.deep.equal([0, 1].map((index) => problemsOfStory(analysis, index).length));
		expect((alpha ?? 0) + (omega ?? 0)).to.equal(counted);
	});

	it('are those that the Problems panel lists: hints are counted by themselves, open questions not at all', () => {
		const front = '---\ncompetencies: mentorship\n---\n\n# T\n\n## Situation\n\n';
		const [asked, told] = [`${front}Whom did you mentor or teach?\n`, `${front}TODO\n`];
		const picture = (text: string, severities = {}) => {
			const found = analysed(text, { severities });
			return [problemsOfStory(found, 0), hintsOfStory(found, 0), findingsOfStory(found, 0)].map((list) =>
				list.map(({ rule }) => rule).filter((rule) => rule !== 'section-missing'),
			);
		};
		expect(picture(told)).to.deep.equal([['placeholder'], ['plus-missing'], ['plus-missing', 'placeholder']]);
		expect(picture(told, { placeholder: 'hint' })[1]).to.deep.equal(['plus-missing', 'placeholder']);
		expect(picture(asked, { 'plus-missing': 'off' })).to.deep.equal([[], [], []]);
		const nothingElse = { 'plus-missing': 'off', 'section-missing': 'off' };
		expect(picture(asked, nothingElse)).to.deep.equal([[], [], ['prompt-open']]);
		expect(picture(asked, { ...nothingElse, 'prompt-open': 'warning' })[0]).to.deep.equal(['prompt-open']);
	});

	it('are told with the hints in one phrase', () => {
		expect(
			[
				[0, 0],
				[1, 0],
				[0, 2],
				[3, 1],
			].map(([problems = 0, hints = 0]) => findingsText(problems, hints)),
		).to.deep.equal(['no problems', '1 problem', '2 hints', '3 problems and 1 hint']);
	});

	it('are as severe as the worst of them', () => {
		const worst = (...given: readonly ('error' | 'warning' | 'information' | 'hint')[]) =>
			worstSeverity(given.map((severity) => ({ severity })));
		expect([
			worst(),
			worst('information'),
			worst('information', 'warning'),
			worst('warning', 'error'),
		]).to.deep.equal([undefined, 'information', 'warning', 'error']);
	});

	it('belong to the story around the caret, else to the first', () => {
		expect(
			[bank.indexOf('Mildness'), bank.indexOf('Alpha'), 5, bank.indexOf('# Bank')].map((offset) =>
				storyAround(analysis, offset),
			),
		).to.deep.equal([1, 0, 0, 0]);
		expect(storyAround({ stories: [] }, 3)).to.equal(0);
	});

	it('are gone through from the caret on, round and round', () => {
		const own = problemsOfStory(analysis, 1);
		const wordsAfter = (offset: number) => at(bank, nextProblem(own, offset)?.span ?? { start: 0, end: 0 });
		expect(wordsAfter(0)).to.equal('Omega');
		expect(wordsAfter(bank.indexOf('Omega'))).to.equal('Mildness');
		expect(wordsAfter(bank.length)).to.equal('Omega');
		expect(nextProblem([], 0)).to.equal(undefined);
	});
});
