import { expect } from 'chai';
import { addTag, roomForTags } from '../../src/core/edit/storyTags.ts';
import { insertionEdits, insertSection } from '../../src/core/edit/insertSection.ts';
import { splitBank } from '../../src/core/edit/splitBank.ts';
import type { SectionKind } from '../../src/core/framework/sectionKind.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { analysed, at, read, tagged } from './reading.ts';

/** What each section of each story holds, by its kind. */
function told(text: string) {
	return read(text).stories.map(({ sections }) =>
		sections.map(({ kind, body }) => `${kind}: ${at(text, body).trim()}`),
	);
}

const story = '(S) It stopped. (T) I had to mend it. (A) I did. (R) It runs.';

describe('sections within one paragraph', () => {
	it('begin a sentence each: a letter within one is text', () => {
		expect(
			told(`${tagged}# One\n\n(S) Option (T) was mine. (T) I chose. (A) I did (R) nothing else.\n`),
		).to.deep.equal([
			['situation: Option (T) was mine.', 'task: I chose.', 'action: I did', 'result: nothing else.'],
		]);
	});

	it('are written like the first', () => {
		expect(told(`${tagged}# One\n\n(S) It stopped. **T:** mine. [A] I did. R: it runs.\n`)).to.deep.equal([[]]);
	});

	it('are text where a later line says the same', () => {
		const text =
			`${tagged}# One\n\n**Situation:** Late.\n\n**Task:** Mine.\n\n` +
			`**Action:** I asked Ann. **Result:** she was away. I asked Bo.\n\n**Result:** On time.\n`;
		expect(told(text)[0]?.slice(2)).to.deep.equal([
			'action: I asked Ann. **Result:** she was away. I asked Bo.',
			'result: On time.',
		]);
	});

	it('are text where the paragraph begins otherwise', () => {
		expect(told(`${tagged}# One\n\nSo: ${story}\n`)).to.deep.equal([[]]);
	});

	it('stand in links, code and other markup as before', () => {
		const text = `${tagged}# One\n\n(S) The \`(T)\` stopped, [(A)](x). (T) *I* had. (A) I **did** it. (R) Runs.\n`;
		expect(told(text)).to.deep.equal([
			['situation: The `(T)` stopped, [(A)](x).', 'task: *I* had.', 'action: I **did** it.', 'result: Runs.'],
		]);
	});

	it('are read however long the paragraph is', () => {
		const long = 'It went on and on. '.repeat(300).trim();
		const text = `${tagged}# One\n\n(S) ${long} (T) ${long} (A) ${long} (R) Done.\n`;
		expect(read(text).stories[0]?.sections.map(({ kind }) => kind)).to.deep.equal([
			'situation',
			'task',
			'action',
			'result',
		]);
	});

	it('of several answers to one question are a story each, with a line of tags above it', () => {
		const text = `# Bank\n\n## A conflict?\n\n${story}\n\n> ${story}\n\n${story}\n\n## A failure?\n\n${story}\n`;
		const document = read(text);
		expect(document.stories.map(({ title }) => title)).to.deep.equal([
			'A conflict?',
			'A conflict?',
			'A conflict?',
			'A failure?',
		]);
		const { lookups } = defaultContext;
		expect(read(applyEdits(text, roomForTags(document, lookups).edits)).stories).to.have.length(4);
		for (const [index, each] of document.stories.entries()) {
			const edits = addTag({ document, story: each, competencies: lookups.competencies }, 'mentorship').edits;
			const after = read(applyEdits(text, edits)).stories;
			expect(after[index]?.tags.map((tag) => tag.text)).to.deep.equal(['mentorship']);
			expect(after.map(({ sections }) => sections.length)).to.deep.equal([4, 4, 4, 4]);
		}
		const split = splitBank(document);
		if ('refusal' in split) throw new Error(split.refusal.message);
		expect(split.parts.filter(({ form }) => form === 'story')).to.have.length(4);
	});

	it('get a section that is missing in a line of its own where the last one has several', () => {
		const text = `${tagged}# One\n\n(S) It stopped. (T) Mine. (A) I did. (R) It runs:\n\n- all day\n`;
		const document = read(text);
		const [only] = document.stories;
		if (!only) throw new Error('no story');
		const insert = (kind: SectionKind) => {
			const inserted = insertSection(document, only, kind, ['Why?'], defaultContext.lookups);
			return inserted.refusal ? inserted.refusal.message : applyEdits(text, insertionEdits(inserted));
		};
		expect(insert('learnings')).to.equal(`${text}\n(L) Why?\n`);
	});

	it('in a list are put into order within their item, and not where one of them goes on in the next', () => {
		const fixed = (text: string) => {
			const problem = analysed(text).problems.find(({ rule }) => rule === 'section-order');
			const [fix] = problem?.fixes ?? [];
			return fix && applyEdits(text, fix.edits);
		};
		const text = `${tagged}# One\n\n- **R:** It runs. **S:** It stopped. **T:** Mine. **A:** I did.\n`;
		expect(fixed(text)).to.equal(
			`${tagged}# One\n\n- **S:** It stopped. **T:** Mine. **A:** I did. **R:** It runs.\n`,
		);
		expect(fixed(`${text}- Thanks.\n`)).to.equal(undefined);
	});
});
