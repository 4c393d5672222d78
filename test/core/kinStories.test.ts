import { expect } from 'chai';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { competencyText } from '../../src/core/library/competencyText.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import { kinStories } from '../../src/core/library/kinStories.ts';
import { bankStory } from './bankStories.ts';

describe('the stories to look at for a competency without one', () => {
	const stories = [
		bankStory({ title: 'Mentored', tags: ['mentorship'], strength: 4, file: 'a' }),
		bankStory({ title: 'Old', tags: ['mentorship'], status: 'retired', file: 'b' }),
		bankStory({ title: 'Deep', tags: ['dive-deep', 'ownership'], strength: 4, file: 'c' }),
	];
	const all = coverageOf([...staff.competencies, ...amazonLp.competencies], stories, 'staff');
	const titles = (id: string) => {
		const coverage = all.find(({ competency }) => competency.id === id);
		return coverage ? kinStories(coverage, all).map(({ story }) => story.title) : undefined;
	};

	it('are those of its kin in another framework, and no retired ones', () =>
		expect(titles('hire-and-develop-the-best')).to.deep.equal(['Mentored']));

	it('are none where it has a story, or no kin has one', () => {
		expect(titles('dive-deep')).to.deep.equal([]);
		expect(titles('customer-obsession')).to.deep.equal([]);
		// Who tags by a framework tells its competencies apart.
		expect(titles('invent-and-simplify')).to.deep.equal([]);
	});

	it('are named where the competency is told in full', () => {
		const gap = all.find(({ competency }) => competency.id === 'hire-and-develop-the-best');
		expect(gap && competencyText(gap, [], ['A_b', 'B', 'C', 'D'])).to.contain(
			'4 stories of its kin to look at: A\\_b · B · C · …',
		);
	});
});
