import { expect } from 'chai';
import { storyText } from '../../src/core/edit/snippets/storySnippets.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { storyMeasure } from '../../src/core/library/languageFeatures/storyMeasure.ts';
import { analysed, tagged } from './reading.ts';

function measureOf(text: string): string | undefined {
	const [story] = analysed(text).stories;
	return story && storyMeasure(story, 150);
}

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('what stands over a story', () => {
	const [competency] = staff.competencies;
	const fresh = competency ? storyText({ competency, choices: [], title: 'One more' }) : '';

	it('is one calm line while nothing is told', () => {
		expect(measureOf(fresh)).to.equal('10 of 10 questions open');
		expect(measureOf(`${tagged}# T\n\n## Situation\n\n`)).to.equal('Nothing to tell yet');
	});

	it('gives no balance while questions are open', () => {
		const begun = fresh.replace('Which problem or opportunity did you spot?', words(50));
		expect(measureOf(begun)).to.equal('9 of 10 questions open · 20 s');
	});

	it('gives the time and the balance of what is written to its end', () => {
		const sections = `## Situation\n\n${words(20)}\n\n## Task\n\n${words(10)}\n\n## Action\n\n${words(60)}\n\n`;
		expect(measureOf(`${tagged}# T\n\n${sections}## Result\n\n${words(10)}\n`)).to.equal(
			'40 s · S 20% · T 10% · A 60% · R 10%',
		);
		expect(measureOf(`${tagged}# T\n\n${sections}`)).to.equal('35 s · S 22% · T 11% · A 67% · R 0%');
	});

	it('gives sections that are told together one share', () => {
		const text = `${tagged}# T\n\n## Situation & Task\n\n${words(30)}\n\n## Action\n\n${words(60)}\n\n## Result\n\n${words(10)}\n`;
		expect(measureOf(text)).to.equal('40 s · S+T 30% · A 60% · R 10%');
	});
});
