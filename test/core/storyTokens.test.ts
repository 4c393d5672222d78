import { expect } from 'chai';
import { storyTokens } from '../../src/core/library/languageFeatures/storyTokens.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { defaultContext } from './context.ts';

/** What is coloured in a document, as `kind=text`. */
function coloured(text: string): readonly string[] {
	return storyTokens(analyse(text, defaultContext)).map(
		({ kind, span }) => `${kind}=${text.slice(span.start, span.end)}`,
	);
}

describe('the colours of a story', () => {
	it('are those of known tags, in front matter and in lines, and of gaps', () => {
		expect(
			coloured(
				'---\ncompetencies: [mentorship, Baking]\n---\n# A\n\n## Result\n\nIt was TODO faster, and XX% cheaper.\n',
			),
		).to.deep.equal(['storyTag=mentorship', 'storyPlaceholder=TODO', 'storyPlaceholder=XX%']);
		expect(
			coloured(
				'# Bank\n\n## One\n\n**Competencies:** Mentorship; Technical Influence\n\n**Task:** TBD\n\n## Two\n\n**Competencies:** mentorship\n\n**Task:** I did.\n',
			),
		).to.deep.equal([
			'storyTag=Mentorship',
			'storyTag=Technical Influence',
			'storyPlaceholder=TBD',
			'storyTag=mentorship',
		]);
	});

	it('stand once where several stories have the tags of their file', () => {
		expect(
			coloured(
				'---\ncompetencies: [mentorship]\n---\n# Bank\n\n## A\n\n**Task:** I.\n\n**Action:** I.\n\n## B\n\n**Task:** I.\n\n**Action:** I.\n',
			),
		).to.deep.equal(['storyTag=mentorship']);
	});

	it('are nowhere else', () => {
		for (const text of [
			'# Minutes\n\n**Status:** draft\n\n**Tags:** a, b\n\nTODO: ask [name], XX% more.\n',
			'# A\n\n**Situation:** I saw TODO.\n\n**Task:** My own.\n\n**Action:** I did.\n',
		])
			expect(coloured(text), text).to.deep.equal([]);
	});
});
