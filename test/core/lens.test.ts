import { expect } from 'chai';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { lensNamed, lensOf } from '../../src/core/library/lens.ts';
import { matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { LibraryStore } from '../../src/pages/ui/libraryStore.ts';
import { bankStory } from './bankStories.ts';

describe('a lens', () => {
	const both = [staff, amazonLp];
	const story = bankStory({ tags: ['think-big', 'ownership'] });

	it('reads tags as its framework does: the first that it knows is the primary one', () => {
		expect(lensOf(both, 'staff').through(story).story.tags).to.deep.include({
			...story.story.tags[1],
			competency: 'technical-initiative',
		});
		expect(lensOf(both, 'staff').through(story).story.tags).to.have.length(1);
		expect(lensOf(both, 'amazon-lp').through(story).story.tags).to.deep.equal(story.story.tags);
	});

	it('is that of all frameworks where it names none of them', () => {
		for (const named of [undefined, '', 'meta', 'meta/Meta']) {
			const lens = lensOf(both, named);
			expect(lens.framework).to.equal(undefined);
			expect(lens.through(story)).to.equal(story);
			expect(lens.competencies.all).to.have.length(staff.competencies.length + amazonLp.competencies.length);
		}
		expect(lensOf(both, lensNamed(amazonLp)).framework).to.equal(amazonLp);
	});

	it('names a tag as changes of stories do, so that it can be taken off through any lens', () => {
		expect(lensOf(both, 'staff').tagFor(story, 'technical-initiative')).to.equal('ownership');
		expect(lensOf(both, undefined).tagFor(story, 'technical-initiative')).to.equal(undefined);
		expect(lensOf(both, 'staff').tagFor(bankStory({ tags: ['?Initiative'] }), 'x')).to.equal(undefined);
		expect(lensOf([staff], 'staff').tagFor(bankStory({ tags: ['?ownership'] }), 'x')).to.equal(undefined);
	});

	it('leaves the tags that it does not know where a page shows a change before it is made', () => {
		const store = new LibraryStore();
		store.replace([matrixStory(story)]);
		const seen = lensOf(both, 'staff').through(matrixStory(story));
		store.assume(seen, { kind: 'untag', tag: 'ownership' });
		expect(store.stories[0]?.story.tags.map(({ text }) => text)).to.deep.equal(['think-big']);
		store.assume(seen, { kind: 'set', field: 'strength', value: 4 });
		expect(store.stories[0]?.story.tags.map(({ text }) => text)).to.deep.equal(['think-big']);
	});
});
