import { expect } from 'chai';
import fc from 'fast-check';
import { contributedSnippets, storyText } from '../../src/core/edit/snippets/storySnippets.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { promptsFor } from '../../src/core/framework/prompts.ts';
import { sectionKinds, sectionTitles } from '../../src/core/framework/sectionKind.ts';
import { answeredPromptsAt } from '../../src/core/library/languageFeatures/answeredPrompts.ts';
import { storyDocument, taggedJumble } from './generated.ts';
import { analysed, tagged } from './reading.ts';

const { competencies } = new Lookups([staff]);
const [competency] = staff.competencies;
if (!competency) throw new Error('no competency');
const fresh = storyText({ competency, choices: [], title: 'One more' });
const [first = '', second = ''] = competency.prompts.situation;

/** What is shown where the caret stands at a `|`, and the line behind which it stands. */
function shownIn(marked: string): readonly [line: string, shown: string] | undefined {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const shown = answeredPromptsAt(text, analysed(text).stories, offset, competencies);
	return shown && [text.slice(0, shown.offset).split(/\r?\n/u).at(-1) ?? '', shown.text];
}

describe('the questions of a section', () => {
	it('are shown behind its name once they are typed over, those that are still in the text aside', () => {
		expect(shownIn(fresh.replace(first, `${first}|`))).to.equal(undefined);
		expect(shownIn(fresh.replace(first, 'Every night|'))).to.deep.equal(['## Situation', first]);
		expect(shownIn(fresh.replace(`${first}\n${second}`, 'Every night|'))).to.deep.equal([
			'## Situation',
			`${first} ${second}`,
		]);
		expect(shownIn(fresh.replace(`${first}\n${second}`, 'Every night').replace('## Task', '## Task|'))).to.equal(
			undefined,
		);
		const crlf = fresh.replaceAll('\n', '\r\n').replace(first, 'Every night|');
		expect(shownIn(crlf)).to.deep.equal(['## Situation', first]);
	});

	it('are shown for the section around the caret, from its name to the next one', () => {
		const told = fresh.replace(`${first}\n${second}`, 'Every night.');
		const [start, end] = [told.indexOf('## Situation'), told.indexOf('## Task')];
		for (let offset = 0; offset <= told.length; offset++) {
			const shown = answeredPromptsAt(told, analysed(told).stories, offset, competencies);
			expect(shown !== undefined, `${offset}`).to.equal(start <= offset && offset < end);
		}
	});

	it('stand above a label, so that nothing moves while one types behind it', () => {
		const generic = promptsFor('situation', [])[0];
		const entry = (contributedSnippets(staff)['STAR bank entry']?.body ?? [])
			.join('\n')
			.replaceAll(/\$\{\d+:([^}]*)\}/gu, '$1')
			.replaceAll(/\$\{\d+\|[^|]*\|\}/gu, 'Technical Initiative')
			.replaceAll(/\$\d+/gu, '');
		expect(shownIn(entry.replace(generic ?? '', 'We were slow.|'))?.[0]).to.equal('');
		expect(shownIn(`${tagged}# T\n\n- **Situation:** a\n- **Task:** We|\n`)?.[0]).to.equal('- **Task:** We');
		expect(shownIn(`${tagged}# T\n\n**Situation:**\n\nWe|\n\n**Task:** b\n`)?.[0]).to.equal('**Situation:**');
	});

	it('are those of every story where a snippet asked those', () => {
		const generic = sectionKinds.map((kind) => `## ${sectionTitles[kind]}\n\n${promptsFor(kind, [])[0]}\n\n`);
		expect(shownIn(`${tagged}# T\n\n${generic.join('').replace('## Task\n', '## Task|\n')}`)).to.equal(undefined);
	});

	it('are not shown in a story that is ready or retired, in tables, and where there is no story', () => {
		const told = fresh.replace(first, 'Every night|');
		for (const status of ['ready', 'retired'])
			expect(shownIn(told.replace('status: draft', `status: ${status}`))).to.equal(undefined);
		expect(shownIn('# Notes\n\n## Situation\n\nWe|\n')).to.equal(undefined);
		expect(shownIn(`${tagged}# T\n\n| | |\n|-|-|\n| Situation | We |\n| Task | b\n`)).to.equal(undefined);
	});

	it('are never longer than a line', () => {
		const tags = staff.competencies.map(({ id }) => id).join(', ');
		const text = fresh.replace('[technical-initiative]', `[${tags}]`).replace(`${first}\n${second}`, 'Night|');
		expect(shownIn(text)?.[1]).to.match(/^Which problem .+\? …$/u);
		expect((shownIn(text)?.[1] ?? '').length).to.be.lessThan(150);
	});

	it('are shown, or not, at every place of whatever an author writes', () => {
		fc.assert(
			fc.property(fc.oneof(storyDocument, taggedJumble), fc.nat(), (text, place) => {
				const shown = answeredPromptsAt(text, analysed(text).stories, place % (text.length + 1), competencies);
				if (!shown) return;
				expect(shown.offset).to.be.within(0, text.length);
				expect(text.charAt(shown.offset)).to.match(/^[\r\n]?$/u);
				expect(shown.text).not.to.match(/[\r\n]/u);
			}),
			{ seed: 20 },
		);
	});
});
