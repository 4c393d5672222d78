import { expect } from 'chai';
import { namedWith } from '../../src/core/framework/active.ts';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';

function unknown(tag: string, frameworks = [staff]) {
	const text = `---\ncompetencies: [${JSON.stringify(tag)}]\n---\n# Onboarding Ines\n`;
	const context = { fileName: 'a.md', lookups: new Lookups(frameworks), severities: {} };
	return analyse(text, context).problems.filter(({ rule }) => rule === 'competency-unknown');
}

describe('a tag that no active framework knows', () => {
	it('says which built-in framework does, by id, name or alias, in any spelling', () => {
		for (const tag of ['dive-deep', 'Dive Deep', 'DIVE  DEEP']) {
			const [problem, ...others] = unknown(tag);
			expect(others).to.deep.equal([]);
			expect(problem?.message).to.match(
				/^“DIVE.DEEP” is in Amazon Leadership Principles, which is not active: switch it on\?$/iu,
			);
			expect(problem?.unknownTag).to.deep.equal({ text: tag, frameworks: ['amazon-lp'] });
		}
	});

	it('is known once that framework is active', () => {
		expect(unknown('dive-deep', [staff, amazonLp])).to.deep.equal([]);
	});

	it('is a misspelt one where it only comes near, and one of the author’s own where nothing does', () => {
		const [near] = unknown('mentroship');
		expect(near?.message).to.equal(
			'“mentroship” is not a known competency: did you mean Mentorship & Knowledge Sharing?',
		);
		expect(near?.unknownTag).to.deep.equal({ text: 'mentroship', frameworks: [] });
		expect(near?.fixes).to.have.length(1);
		expect(unknown('Zither')[0]?.message).to.equal(
			'“Zither” is not a known competency: no active framework has it.',
		);
	});
});

describe('a framework that is switched on', () => {
	it('joins those that are active, whichever way they are named', () => {
		expect(namedWith('meta', ['staff'], false, false)).to.deep.equal(['staff', 'meta']);
		expect(namedWith('meta', ['amazon-lp', 'unheard-of'], true, false)).to.deep.equal([
			'amazon-lp',
			'unheard-of',
			'meta',
		]);
		// The default is active where none that is set is known.
		expect(namedWith('meta', [], true, false)).to.deep.equal(['staff', 'meta']);
		// A framework file says by itself what it builds on.
		expect(namedWith('meta', ['staff'], false, true)).to.deep.equal(['meta']);
		expect(namedWith('staff', ['staff'], false, true)).to.deep.equal(['staff']);
		expect(namedWith('meta', ['google'], true, true)).to.deep.equal(['google', 'meta']);
	});

	it('is named once', () => {
		expect(namedWith('meta', ['staff', 'meta'], true, false)).to.deep.equal(['staff', 'meta']);
	});
});
