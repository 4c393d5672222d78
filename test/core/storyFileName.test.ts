import { expect } from 'chai';
import fc from 'fast-check';
import { storyFileName } from '../../src/core/library/storyFileName.ts';

const free = () => false;

describe('the file name of a story', () => {
	const cases: readonly [title: string, name: string][] = [
		['Retiring the nightly reindex', 'retiring-the-nightly-reindex.md'],
		['  50% fewer pages: a “quiet” on-call!  ', '50-fewer-pages-a-quiet-on-call.md'],
		['Inês und die Übergabe', 'inês-und-die-übergabe.md'],
		['数据迁移', '数据迁移.md'],
		['../../etc/passwd', 'etc-passwd.md'],
		['CON', 'story-con.md'],
		['Opportunities', 'story-opportunities.md'],
		['Interviews!', 'story-interviews.md'],
		['Opportunities we missed', 'opportunities-we-missed.md'],
		['🎯 !?', 'story.md'],
	];
	for (const [title, name] of cases) {
		it(`of ${title} is ${name}`, () => expect(storyFileName(title, free)).to.equal(name));
	}

	it('gets a number where the name is taken', () => {
		const taken = new Set(['a.md', 'a-2.md']);
		expect(storyFileName('A', (name) => taken.has(name))).to.equal('a-3.md');
	});

	it('is safe on every file system, whatever the title', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
				const name = storyFileName(title, free);
				expect(name)
					.to.match(/^[\p{L}\p{N}\p{M}-]+\.md$/u)
					.and.not.match(/^-/u);
				expect(new TextEncoder().encode(name).length).to.be.at.most(255);
			}),
		);
	});
});
