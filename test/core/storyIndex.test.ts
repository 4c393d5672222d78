import { expect } from 'chai';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { nothing } from '../../src/core/rules/analysis.ts';
import { defaultContext } from './context.ts';
import { throwOn } from './throwOn.ts';

const story = analyse('---\ncompetencies: [mentorship]\n---\n\n# Ines\n\n## Situation\n\nTODO\n', defaultContext);
const candidate = analyse(
	'# A\n\n## Situation\n\nI was.\n\n## Task\n\nI had to.\n\n## Action\n\nI did.\n',
	defaultContext,
);

describe('the story index', () => {
	it('tells its listeners once which files changed, and not of files that hold nothing before and after', () => {
		const index = new StoryIndex(throwOn);
		const heard: (readonly string[])[] = [];
		const listener = index.onDidChange((changes) => heard.push([...changes.keys()]));
		index.update(
			new Map([
				['b', story],
				['a', story],
				['readme', nothing],
			]),
		);
		index.update(new Map([['readme', nothing]]));
		index.update(new Map([['a', nothing]]));
		listener.dispose();
		index.update(new Map([['b', nothing]]));
		expect(heard).to.deep.equal([['b', 'a'], ['a']]);
	});

	it('lists tagged stories in the order of files, with their open problems, and no candidates', () => {
		const index = new StoryIndex(throwOn);
		index.update(
			new Map([
				['b', story],
				['c', candidate],
				['a', story],
			]),
		);
		expect(candidate.kind).to.equal('candidate');
		expect(index.stories().map(({ file, openProblems }) => [file, openProblems])).to.deep.equal([
			['a', 4],
			['b', 4],
		]);
		expect(index.files()).to.have.members(['a', 'b', 'c']);
	});
});
