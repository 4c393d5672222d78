import { expect } from 'chai';
import type { CueCard } from '../../src/core/library/cueCard.ts';
import { storyHover } from '../../src/core/library/storyHover.ts';

describe('the hover of a story', () => {
	const card: CueCard = {
		title: 'Amara',
		hook: 'Nobody dared.',
		metrics: [],
		lines: [],
		probes: [],
		competencies: ['Mentorship'],
	};
	const problems = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ message: `Problem *${index}*` }));

	it('names its problems, a handful of many, and shows its cue card', () => {
		expect(storyHover(problems(2), card)).to.equal(
			'To solve:\n\n- Problem \\*0\\*\n- Problem \\*1\\*\n\n---\n\n**Amara**\n\nMentorship\n\n“Nobody dared.”',
		);
		expect(storyHover(problems(7), card)).to.match(/\n- Problem \\\*4\\\*\n- and 2 more\n\n---/u);
	});

	it('is its cue card alone where nothing is wrong', () => {
		expect(storyHover([], card)).to.match(/^---\n\n\*\*Amara\*\*/u);
	});
});
