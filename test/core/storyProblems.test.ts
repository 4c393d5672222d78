import { expect } from 'chai';
import { storiesOf } from '../../src/core/library/storyIndex.ts';
import { nextProblem, problemsOfStory, storyAround } from '../../src/core/library/storyProblems.ts';
import { analysed, at } from './reading.ts';

const entry = (title: string, tag: string) =>
	`## ${title}\n\n**Competencies:** ${tag}\n**Strength:** 9\n\n**Situation:** a\n\n**Task:** b\n\n`;
const bank = `---\nstatus: done\ncompetencies: mentorship\n---\n# Bank\n\n${entry('Alpha', 'Courage')}${entry('Omega', 'Mildness')}`;
const analysis = analysed(bank);

describe('the problems of one story of a bank', () => {
	it('are its own, and for the first those of the front matter too', () => {
		const words = (index: number) => [
			...new Set(problemsOfStory(analysis, index).map(({ span }) => at(bank, span))),
		];
		expect(words(0))
			.to.include.members(['done', 'Alpha', 'Courage', '9'])
			.and.not.include.members(['Omega', 'Mildness']);
		expect(words(1)).to.include.members(['Omega', 'Mildness', '9']).and.not.include.members(['done', 'Alpha']);
		expect(problemsOfStory(analysis, 0).length + problemsOfStory(analysis, 1).length).to.equal(
			analysis.problems.length,
		);
	});

	it('are as many wherever they are counted', () => {
		const [alpha, omega] = storiesOf('bank.md', analysis).map(({ openProblems }) => openProblems);
		expect([alpha, omega]).to.deep.equal([0, 1].map((index) => problemsOfStory(analysis, index).length));
		expect((alpha ?? 0) + (omega ?? 0)).to.equal(analysis.problems.length);
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
