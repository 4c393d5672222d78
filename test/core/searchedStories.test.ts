import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { SearchedStories } from '../../src/worker/workerService.ts';
import { bankStory } from './bankStories.ts';

const question = 'Tell me about a time you coached a junior';
const coached = bankStory({
	title: 'Coached',
	file: 'a.md',
	tags: ['mentorship'],
	strength: 4,
	told: 'I coached a junior.',
});
const trained = bankStory({
	title: 'Trained',
	file: 'b.md',
	tags: ['mentorship'],
	strength: 3,
	told: 'I trained newcomers.',
});

function found(searched: SearchedStories, revision: number): readonly string[] | undefined {
	return searched.find(revision, question, new Lookups([staff]), 5)?.stories.map(({ file }) => file);
}

describe('stories that are searched in the worker', () => {
	it('are those that it was told of, with every change', () => {
		const searched = new SearchedStories();
		expect(found(searched, 0)).to.deep.equal([]);
		expect(searched.take(0, { gone: [], stories: [trained] })).to.equal(true);
		expect(searched.take(1, { gone: [], stories: [coached] })).to.equal(true);
		expect(found(searched, 2)).to.deep.equal(['a.md', 'b.md']);
		expect(searched.take(2, { gone: [coached], stories: [] })).to.equal(true);
		expect(found(searched, 3)).to.deep.equal(['b.md']);
	});

	it('are no answer for somebody who told another worker, until all are told anew', () => {
		const replaced = new SearchedStories();
		expect(found(replaced, 3)).to.equal(undefined);
		expect(replaced.take(3, { gone: [], stories: [coached] })).to.equal(false);
		expect(replaced.take(0, { gone: [], stories: [trained] })).to.equal(true);
		expect(replaced.take(0, { gone: [], stories: [coached] })).to.equal(true);
		expect(found(replaced, 1)).to.deep.equal(['a.md']);
	});

	it('are not more than asked for', () => {
		const searched = new SearchedStories();
		searched.take(0, { gone: [], stories: [coached, trained] });
		expect(searched.find(1, question, new Lookups([staff]), 1)?.stories).to.have.length(1);
	});
});
