import { expect } from 'chai';
import { promptsFor } from '../../src/core/framework/prompts.ts';
import { sectionKinds, sectionTitles } from '../../src/core/framework/sectionKind.ts';
import { at, read, tagged } from './reading.ts';

function kindsIn(text: string): readonly string[] {
	return read(text).stories.map(({ sections }) => sections.map(({ kind }) => kind).join());
}

const told =
	'**Situation**: It stopped.\n\n**Task**: I had to mend it.\n\n**Action**: I mended it.\n\n**Result**: It runs.\n';
const form =
	'### Situation\n_[Where were you?]_\n\n### Task\n_[What was yours?]_\n\n### Action\n_[What did you do?]_\n\n';

describe('a page that explains the method', () => {
	it('tells the story of its example alone, tagged or not', () => {
		const text = `# A question\n\n## Template\n\n${form}### Result\n_[What changed?]_\n\n## Example\n\n${told}`;
		for (const each of [text, tagged + text]) {
			expect(kindsIn(each)).to.deep.equal(['situation,task,action,result']);
			const [story] = read(each).stories;
			expect(story?.sections.map(({ body }) => at(each, body).trim())[0]).to.equal('It stopped.');
		}
	});

	it('is none where a snippet or a fix has just begun a story, with its questions in it', () => {
		const asked = sectionKinds.map((kind) => `**${sectionTitles[kind]}:** ${promptsFor(kind, []).join(' ')}\n\n`);
		const text = `${tagged}## The lift\n\n${told}\n## Another\n\n${asked.join('')}`;
		expect(kindsIn(text)).to.deep.equal(['situation,task,action,result', 'situation,task,action,result,learnings']);
	});

	it('is none where other names of sections stand within the Action of a story', () => {
		const steps =
			'**Problem**: `List<String>` was <T>.\n\n**Challenge**: `Map<Key>` had <K> keys.\n\n' +
			'**Solution**: I wrote a <Factory> for it.\n';
		const text = `${tagged}# A story\n\n${told.replace('**Result**', `${steps}\n**Result**`)}`;
		expect(kindsIn(text)).to.deep.equal(['situation,task,action,result']);
	});
});
