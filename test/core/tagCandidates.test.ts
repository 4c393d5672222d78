import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { changeStories } from '../../src/core/edit/changeStories.ts';
import { roomForTags } from '../../src/core/edit/storyTags.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { proposeTags } from '../../src/core/questions/recall/proposeTags.ts';
import type { Document } from '../../src/core/story/document.ts';
import type { ParsedStory } from '../../src/core/story/model.ts';
import { applyEdits, type TextEdit } from '../../src/core/text/edit.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, at, read } from './reading.ts';

const lookups = new Lookups([staff]);
const ids = staff.competencies.map(({ id }) => id);

/** The files of other people's manners that hold candidates. */
const folder = join(import.meta.dirname, '../fixtures/forms/development');
const files = readdirSync(folder)
	.filter((name) => name.endsWith('.md'))
	.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
	.filter(({ text }) => {
		const { kind, stories, frontMatter } = read(text);
		// Tags of a story in a table stand in the table; front matter that slipped gives a title once it is mended.
		const isInTable = stories.some((story) => story.sections.some(({ form }) => form === 'cell'));
		return kind === 'candidate' && !isInTable && !frontMatter?.isNone;
	});

function told({ text }: Document, { title, sections }: ParsedStory): unknown {
	return { title, sections: sections.map(({ kind, also, body }) => [kind, also, at(text, body).trim()]) };
}

function tagAll(text: string, competencyOf: (index: number) => string | undefined): readonly TextEdit[] {
	const requests = read(text).stories.flatMap(({ title }, index) => {
		const competency = competencyOf(index);
		return competency === undefined
			? []
			: [{ story: { index, title }, change: { kind: 'tag', competency } as const }];
	});
	const { edits, refusals } = changeStories(text, 'a-story.md', lookups, requests);
	expect(refusals).to.deep.equal([]);
	return edits;
}

describe('candidates that are tagged in one go', () => {
	it('stand in many forms', () => expect(files.length).to.be.above(25));

	it('keep every byte and section, and have each its tag where the reader finds it', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...files),
				fc.array(fc.constantFrom(...ids), { minLength: 12, maxLength: 12 }),
				fc.constantFrom<(text: string) => string>(
					(text) => text,
					(text) => text.replaceAll(/\r?\n/gu, '\r\n'),
					(text) => `\uFEFF${text.replace(/^\uFEFF/u, '')}`,
					(text) => text.trimEnd(),
				),
				({ name, text: source }, competencies, form) => {
					const text = form(source);
					const before = read(text);
					const edits = tagAll(text, (index) => competencies[index % competencies.length]);
					const isRespelt = before.frontMatter?.entries.some(({ key }) => key.value === 'competancies');
					if (!isRespelt) for (const { span } of edits) expect(span.end, name).to.equal(span.start);
					const after = read(applyEdits(text, edits));
					expect(after.kind, name).to.equal(before.stories.length > 1 ? 'bank' : 'story');
					expect(
						after.stories.map((story) => told(after, story)),
						name,
					).to.deep.equal(before.stories.map((story) => told(before, story)));
					expect(
						after.stories.map(({ tags }) => tags.map(({ competency }) => competency)),
						name,
					).to.deep.equal(before.stories.map((_, index) => [competencies[index % competencies.length]]));
					if (text.includes('\r\n')) expect(after.text, name).to.not.match(/(?<!\r)\n/u);
				},
			),
			{ numRuns: propertyRuns(300) },
		);
	});

	it('can be tagged some of them, which leaves the others without a tag', () => {
		for (const { name, text } of files.filter(({ text: source }) => read(source).stories.length > 1)) {
			const after = read(
				applyEdits(
					text,
					tagAll(text, (index) => (index === 1 ? 'mentorship' : undefined)),
				),
			);
			expect(
				after.stories.map(({ tags }) => tags.length),
				name,
			).to.deep.equal(after.stories.map((_, index) => (index === 1 ? 1 : 0)));
		}
	});

	it('get room for tags by the fix of their hint, which writes nothing else', () => {
		for (const { name, text } of files) {
			const document = read(text);
			const { edits, refusal } = roomForTags(document, lookups);
			// An empty line of tags right above a list would take the list for tags.
			const inList = document.stories.some(
				({ sections: [first], span, titleSpan = { end: span.start } }) =>
					first &&
					(/^\s*[-*+] /u.test(at(text, first.span)) ||
						/^\s*\d+[.)] /u.test(text.slice(titleSpan.end, first.span.start))),
			);
			if (refusal) expect([refusal.reason, inList], name).to.deep.equal(['shape', true]);
			if (refusal) continue;
			const after = read(applyEdits(text, edits));
			expect(
				after.stories.map((story) => told(after, story)),
				name,
			).to.deep.equal(document.stories.map((story) => told(document, story)));
			expect(after.kind, name).to.equal(document.stories.length > 1 ? 'bank' : 'story');
		}
	});

	it('keep a misspelt key that they share, and get lines of their own', () => {
		const entry = (title: string) =>
			`## ${title}\n\n- **S:** We were late.\n- **A:** I cut it.\n- **R:** On time.\n\n`;
		const text = `---\ncompetancies: [mentorship]\n---\n\n${entry('One')}${entry('Two')}`;
		const after = applyEdits(
			text,
			tagAll(text, (index) => ids[index]),
		);
		expect(after.startsWith('---\ncompetancies: [mentorship]\n---\n')).to.equal(true);
		expect(read(after).stories.map(({ tags }) => tags.map(({ competency }) => competency))).to.deep.equal([
			[ids[0]],
			[ids[1]],
		]);
	});

	it('are refused with a reason where front matter takes none', () => {
		const bank = read(
			'---\n- a\n---\n# One\n\n## Situation\n\nI was.\n\n## Task\n\nI had to.\n\n## Action\n\nI did.\n',
		);
		const { edits, refusals } = changeStories(bank.text, 'a-story.md', lookups, [
			{ story: { index: 0, title: 'One' }, change: { kind: 'tag', competency: 'mentorship' } },
		]);
		expect([edits, refusals.length > 0]).to.deep.equal([[], true]);
	});
});

describe('the competency that is proposed for a story', () => {
	const proposed = (title: string, ...spoken: string[]) => proposeTags([{ title, spoken }], { lookups })[0];

	it('is the one that most of its sentences speak of, with the sentence that says so', () => {
		const found = proposed(
			'Onboarding Ines',
			'Our new colleague was lost.',
			'I paired with her daily. I let her lead the code review of the second week.',
			'She onboarded the next newcomer herself.',
		);
		expect(found?.competency.id).to.equal('mentorship');
		expect(found?.because).to.match(/paired|code review|newcomer|Onboarding/u);
	});

	it('is none where no word points at one, and cuts a long reason at a word', () => {
		expect(proposed('Zzz', 'Qqq www.')).to.equal(undefined);
		expect(proposeTags([], { lookups })).to.deep.equal([]);
		const long = proposed('A', `I mentored a junior colleague ${'and then another one '.repeat(20)}`)?.because;
		expect(long).to.match(/^I mentored a junior .*\w…$/u);
		expect(long?.length).to.be.at.most(101);
	});

	it('says when another one is about as likely', () => {
		const isUnsure = (spoken: string) => proposeTags([{ title: '', spoken: [spoken] }], { lookups })[0]?.isUnsure;
		expect(isUnsure('I coached a junior engineer every week until she was promoted.')).to.equal(false);
		expect(isUnsure('I coached a junior engineer. Five teams agreed on one plan.')).to.equal(true);
	});

	it('is a tag of more than half of the tagged stories of other people, where there are four', () => {
		const seen = new Set<string>();
		let right = 0;
		for (const { stories } of readdirSync(folder)
			.filter((name) => name.endsWith('.md'))
			.map((name) => analysed(readFileSync(join(folder, name), 'utf8')))) {
			for (const { title, tags, sections, words } of stories) {
				const spoken = sections.map((section) => section.spoken);
				const isEnglish = /\bthe\b/u.test(spoken.join(' '));
				if (tags.length === 0 || words < 40 || !isEnglish || seen.has(title)) continue;
				seen.add(title);
				const [proposal] = proposeTags([{ title, spoken }], { lookups });
				if (tags.some(({ competency }) => competency === proposal?.competency.id)) right++;
			}
		}
		expect(right / seen.size).to.be.above(0.5);
	});
});
