import { expect } from 'chai';
import { changeStories, type StoryChange } from '../../src/core/edit/changeStories.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { analysed } from './reading.ts';

const sections = '**Situation:** a\n\n**Task:** b\n\n**Action:** I c\n\n**Result:** 9\n\n';
const both = ['mentorship', 'technical-influence'];

const lists: Readonly<Record<string, readonly [written: string, tags: readonly string[]]>> = {
	'right below the label': ['**Competencies:**\n* mentorship\n* technical-influence\n\n', both],
	'below a blank line, with one item': ['**Competencies:**\n\n- mentorship\n\n', ['mentorship']],
	'with numbers, below a label without a colon': [
		'**Competencies**\n\n1. mentorship\n2. technical-influence\n\n',
		both,
	],
	'of tasks': ['**Competencies:**\n\n- [x] mentorship\n- [ ] technical-influence\n\n', both],
	'one level deeper': ['- **Competencies:**\n    - mentorship\n    - technical-influence\n\n', both],
	'right above the first section': ['**Competencies:**\n- mentorship\n- technical-influence\n', both],
	'in a block quote': ['> **Competencies:**\n>\n> - mentorship\n> - technical-influence\n\n', both],
};

describe('a list of tags below its label', () => {
	for (const [what, [list, tags]] of Object.entries(lists)) {
		for (const eol of ['\n', '\r\n']) {
			const text = `# Bank\n\n## One\n\n${list}${sections}## Two\n\n${sections}`.replaceAll('\n', eol);
			const tagsIn = (of: string) => analysed(of).stories.map((story) => story.tags.map((tag) => tag.text));
			const changed = (title: string, change: StoryChange) => {
				const story = { index: title === 'One' ? 0 : 1, title };
				const { edits, refusals } = changeStories(text, 'a.md', defaultContext.lookups, [{ story, change }]);
				expect(refusals).to.deep.equal([]);
				const after = applyEdits(text, edits);
				expect(after.includes('\r')).to.equal(eol === '\r\n');
				expect(/(?<!\r)\n/u.test(after)).to.equal(eol === '\n');
				return after;
			};
			const about = `${what}, with ${JSON.stringify(eol)}`;

			it(`is read ${about}`, () => {
				expect(tagsIn(text)).to.deep.equal([tags, []]);
			});

			it(`takes another tag as an item ${about}`, () => {
				const after = changed('One', { kind: 'tag', competency: 'cross-team-alignment' });
				expect(tagsIn(after)).to.deep.equal([[...tags, 'cross-team-alignment'], []]);
				expect(after.match(/^[ \t>]*(?:[-*]|\d+\.) /gmu)).to.have.length(
					(text.match(/^[ \t>]*(?:[-*]|\d+\.) /gmu)?.length ?? 0) + 1,
				);
			});

			it(`keeps its tags where another field is set ${about}`, () => {
				for (const change of [
					{ kind: 'set', field: 'strength', value: 4 },
					{ kind: 'set', field: 'status', value: 'ready' },
				] as const) {
					const after = changed('One', change);
					expect(tagsIn(after)).to.deep.equal([tags, []]);
					expect(analysed(after).stories[0]?.details).to.include({ [change.field]: change.value });
				}
			});

			it(`is no model that cannot be read, for the line of another story ${about}`, () => {
				const after = changed('Two', { kind: 'tag', competency: 'mentorship' });
				expect(tagsIn(after)).to.deep.equal([tags, ['mentorship']]);
				const missing = analysed(text).problems.find(({ rule }) => rule === 'competency-missing');
				for (const { edits } of missing?.fixes ?? [])
					expect(tagsIn(applyEdits(text, edits))[1]).to.have.length(1);
				expect(missing?.fixes).not.to.deep.equal([]);
			});
		}
	}

	for (const [how, section] of [
		['with text below their names', (name: string) => `- ${name}\n  - We mended it, and I saw it.\n`],
		['with text behind their names', (name: string) => `- ${name}: We mended it, and I saw it.\n`],
		['in bold', (name: string) => `- **${name}:** We mended it, and I saw it.\n`],
	] as const) {
		it(`ends before the sections of the same list, ${how}`, () => {
			const told = ['Situation', 'Action', 'Result'].map(section).join('');
			const text = `# One\n\n**Competencies:**\n- mentorship\n- technical-influence\n${told}`;
			const { stories, problems } = analysed(text);
			expect(stories.map(({ tags }) => tags.map((tag) => tag.text))).to.deep.equal([both]);
			// A fix would take the author's words for tags.
			expect(problems.filter(({ rule }) => rule.startsWith('competency-'))).to.deep.equal([]);
		});
	}
});
