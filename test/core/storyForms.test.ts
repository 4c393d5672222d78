import { expect } from 'chai';
import fc from 'fast-check';
import { namesByLanguage } from '../../src/core/framework/namesByLanguage.ts';
import { insertionEdits, insertSection } from '../../src/core/edit/insertSection.ts';
import { type SectionKind, sectionKinds, sectionTitles, starKinds } from '../../src/core/framework/sectionKind.ts';
import { createSectionNames } from '../../src/core/framework/sectionNames.ts';
import { cueCard } from '../../src/core/library/cueCard.ts';
import { hoverAt } from '../../src/core/library/languageFeatures/hover.ts';
import { type FormPart, type SectionForm, sectionForms, writeInForm } from '../../src/core/story/forms.ts';
import { shortStory } from '../../src/core/story/formsPage.ts';
import { spokenText } from '../../src/core/story/spokenText.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, at, read, tagged } from './reading.ts';
import { unmark } from './unmark.ts';

function partsOf(names: Readonly<Record<SectionKind, string>>): readonly FormPart[] {
	return sectionKinds.map((kind) => ({
		name: names[kind],
		letter: kind.charAt(0).toUpperCase(),
		told: shortStory[kind],
	}));
}

const english = partsOf({
	situation: 'Situation',
	task: 'Task',
	action: 'Action',
	result: 'Result',
	learnings: 'Learnings',
});

/** The sections of each story, with where their names stand and what is said in them. */
function sectionsOf(text: string) {
	const document = read(text);
	return document.stories.map(({ sections }) =>
		sections.map((section) => ({
			kinds: [section.kind, ...(section.also ?? [])],
			name: section.name,
			spoken: spokenText(document, section),
		})),
	);
}

/** Holds what is read of a text against the names that are marked in it, and against what every story tells. */
function expectStories(marked: string, stories: number, kinds: readonly SectionKind[] = sectionKinds): void {
	const { text, spans } = unmark(marked);
	const found = sectionsOf(text);
	const about = JSON.stringify(text);
	expect(found, about).to.have.length(stories);
	expect(
		found.flat().map(({ name }) => at(text, name)),
		about,
	).to.deep.equal(spans.map((span) => at(text, span)));
	expect(
		found.flat().map(({ name }) => name),
		about,
	).to.deep.equal(spans);
	for (const sections of found) {
		expect(
			sections.flatMap((section) => section.kinds),
			about,
		).to.deep.equal(kinds);
		expect(sections.map(({ spoken }) => spoken).join(' '), about).to.equal(
			kinds.map((kind) => shortStory[kind]).join(' '),
		);
	}
}

describe('the forms of sections', () => {
	for (const form of sectionForms) {
		it(`${form.id}: ${form.opening({ name: 'Action', letter: 'A', told: '' }, 2)}`, () => {
			expectStories(`${tagged}# The exports\n\n${writeInForm(form, english)}\n`, 1);
		});
	}

	it('have colons of either width, two in a field', () => {
		for (const colons of ['::', '：：', ':：', '：:', '：', ':']) {
			const marked = english.map(({ name, told }) => `«${name}»${colons} ${told}\n`);
			expectStories(`${tagged}# The exports\n\n${marked.join('\n')}`, 1);
		}
	});

	it('have ids of their own', () => {
		const ids = sectionForms.map(({ id }) => id);
		expect(ids).to.deep.equal([...new Set(ids)]);
	});

	it('read as the same story in every place, line ending, language and spelling, alone and in a bank', () => {
		fc.assert(
			fc.property(manner, (chosen) => {
				const { form, eol, bom, isBank, isTagged, isCandidate } = chosen;
				// A table of a Context, a Goal and an Outcome may be about anything.
				if (!isCandidate && (form.layout === 'rows' || form.layout === 'columns')) return;
				const written = storyIn(chosen);
				const level = form.layout === 'heading' ? '#' : '##';
				const body = isBank
					? `${level} One\n\n${written}\n\n${level} Two\n\n${written}\n`
					: `# The exports\n\n${written}\n`;
				const text = bom + (isTagged ? tagged + body : body).replaceAll('\n', eol);
				if (isTagged) expectStories(text, isBank ? 2 : 1, chosen.kinds);
				else if (isCandidate) {
					expect(read(unmark(text).text).kind, text).to.equal('candidate');
					expectStories(text, isBank ? 2 : 1, chosen.kinds);
				}
			}),
			{ numRuns: propertyRuns(1500) },
		);
	});
});

/** Where a block of code may stand, by what stands before its lines. */
const blockPlaces: readonly (readonly [above: string, before: string])[] = [
	['', ''],
	['', ''],
	['', '> '],
	['1. One of mine:\n\n', '   '],
	['> - Another:\n>\n', '>   '],
];

describe('a story in a block of code', () => {
	it('reads as it does outside, each place moved by what stands before it', () => {
		fc.assert(
			fc.property(
				manner,
				fc.constantFrom(...blockPlaces),
				fc.constantFrom('```', '~~~~', '```text', '``` Markdown'),
				(chosen, [above, before], fence) => {
					const { language, seed, eol, bom, isBank, isTagged } = chosen;
					// Elements of MDX in a block of Markdown show how a file is written.
					if (chosen.form.layout === 'element' && fence.endsWith('Markdown')) return;
					const names = Object.fromEntries(
						sectionKinds.map((kind, index) => {
							const own = namesFor(language, kind).filter((name) => sectionNames.read(name)?.isOwn);
							return [kind, capitalised(own[(seed[index] ?? 0) % own.length] ?? kind)];
						}),
					) as Record<SectionKind, string>;
					const { text: written } = unmark(storyIn({ ...chosen, names }));
					const closing = /^[`~]+/u.exec(fence)?.[0] ?? '';
					const fenced = [fence, ...written.split('\n'), closing].map((line) =>
						line === '' ? before.trimEnd() : before + line,
					);
					const storyOf = (lines: string) =>
						isBank
							? `## One\n\n${lines}\n\n## Two\n\n${lines.replaceAll('March', 'April')}\n`
							: `# The exports\n\n${lines}\n`;
					const textOf = (lines: string) =>
						bom + ((isTagged ? tagged : '') + storyOf(lines)).replaceAll('\n', eol);
					const [plain, inBlock] = [textOf(written), textOf(above + fenced.join('\n'))];
					const [outside, inside] = [sectionsOf(plain), sectionsOf(inBlock)];
					const told = (stories: typeof inside) =>
						stories.map((sections) => sections.map(({ kinds, spoken }) => [kinds, spoken]));
					expect(told(inside), JSON.stringify(inBlock)).to.deep.equal(told(outside));
					expect(read(inBlock).kind).to.equal(read(plain).kind);
					const places = (text: string, stories: typeof inside) =>
						stories.flatMap((sections) => sections.map(({ name }) => at(text, name)));
					expect(places(inBlock, inside)).to.deep.equal(places(plain, outside));
					if (above + before !== '') return;
					const moved = [1, 2].slice(0, isBank ? 2 : 1).map((count) => count * (fence + eol).length);
					expect(inside.map((sections) => sections.map(({ name }) => name.start))).to.deep.equal(
						outside.map((sections, story) =>
							sections.map(
								({ name }) => name.start + (moved[story] ?? 0) + story * (closing + eol).length,
							),
						),
					);
				},
			),
			{ numRuns: propertyRuns(1000) },
		);
	});
});

describe('what stands on the sections of a story of each form', () => {
	const { competencies } = defaultContext.lookups;
	const outOfOrder = [3, 0, 1, 2].flatMap((index) => english[index] ?? []);
	for (const form of sectionForms) {
		const written = unmark(`${tagged}# The exports\n\n${writeInForm(form, english)}\n`);

		it(`${form.id}: hover, lens and cue card tell of them`, () => {
			const { stories } = analysed(written.text);
			const [story] = stories;
			if (!story) throw new Error('no story');
			const titles = written.spans.map(
				({ start }) =>
					hoverAt(written.text, stories, start, {
						competencies,
						coverage: [],
						wordsPerMinute: 150,
					})?.markdown.split('**')[1],
			);
			expect(titles).to.deep.equal(
				(form.isCombined ? sectionKinds.filter((kind) => kind !== 'task') : sectionKinds).map(
					(kind) => sectionTitles[kind],
				),
			);
			expect(story.words).to.equal(Object.values(shortStory).join(' ').split(' ').length);
			const card = cueCard(story, { competencies });
			expect(card.hook).to.equal(shortStory.situation);
			expect(card.metrics).to.deep.equal([shortStory.result]);
			for (const { kind, text } of card.lines)
				expect(text).to.equal(form.isCombined && kind === 'situation' ? shortStory.task : shortStory[kind]);
		});

		if (form.isCombined || form.layout === 'rows' || form.layout === 'columns') continue;
		it(`${form.id}: the fix of their order moves whole sections`, () => {
			const { text } = unmark(`${tagged}# The exports\n\n${writeInForm(form, outOfOrder)}\n`);
			const problem = analysed(text).problems.find(({ rule }) => rule === 'section-order');
			const edits = problem?.fixes?.find(({ preferred }) => preferred)?.edits;
			if (!edits) throw new Error(`no fix in ${text}`);
			const [sections = []] = sectionsOf(applyEdits(text, edits));
			expect(sections.map(({ kinds, spoken }) => `${kinds.join()} ${spoken}`)).to.deep.equal(
				starKinds.map((kind) => `${kind} ${shortStory[kind]}`),
			);
		});
	}
});

/** What of a form belongs to one section alone, and is not written into another. */
const ofOneSection = /(?: \(\d+%\)|(?::| —) what I remember| \{#[^}]*\}| \(15 s\)| \[x\])/gu;

describe('a section that is inserted into a story of each form', () => {
	const prompt = 'What did they say?';
	for (const form of sectionForms.filter(({ layout }) => layout !== 'rows' && layout !== 'columns')) {
		it(`${form.id}: ${form.opening({ name: 'Action', letter: 'A', told: '' }, 2)}`, () => {
			for (const kind of form.isCombined ? (['action', 'result', 'learnings'] as const) : sectionKinds) {
				const asked = english.map((part, index) =>
					sectionKinds[index] === kind ? { ...part, told: prompt } : part,
				);
				const lacking = english.filter((_part, index) => sectionKinds[index] !== kind);
				const storyOf = (parts: readonly FormPart[]) =>
					unmark(`${tagged}# The exports\n\n${writeInForm(form, parts)}\n`).text;
				const document = read(storyOf(lacking));
				const [story] = document.stories;
				if (!story) throw new Error('no story');
				const inserted = insertSection(document, story, kind, [prompt], defaultContext.lookups);
				if (inserted.refusal) throw new Error(`${kind}: ${inserted.refusal.message}`);
				const after = applyEdits(document.text, insertionEdits(inserted));
				const bare = (text: string) => text.replaceAll(ofOneSection, '').replaceAll(' [ ]', '');
				const wanted = bare(storyOf(asked));
				// A heading with a line below it and a second name get the plain form.
				if (form.id === 'heading-underlined')
					expect(after).to.include(`## ${english[sectionKinds.indexOf(kind)]?.name}`);
				else expect(bare(after), kind).to.equal(wanted);
			}
		});
	}
});

/** What names a section only beside others, written so that it names none. */
describe('what is a name only beside others', () => {
	const weak = sectionForms.filter((form) => form.isWeak && !form.isCombined);
	const prose = fc.constantFrom(
		'We met on Monday: everybody came.',
		'Q: who came? A: nobody.',
		'In this situation: keep calm. The task: none.',
		'The result - nothing.',
		'- one\n- two: three',
		'1. A plan\n2. A result',
	);
	const nothing = (blocks: readonly string[], eol: string) => {
		const { text } = unmark(`${tagged}# The exports\n\n${blocks.join('\n\n')}\n`.replaceAll('\n', eol));
		expect(
			sectionsOf(text).flatMap((sections) => sections.map(({ kinds }) => kinds.join())),
			JSON.stringify(text),
		).to.deep.equal([]);
	};
	const eols = fc.constantFrom('\n', '\r\n');
	const few = fc.subarray(english.slice(0, 4), { minLength: 1, maxLength: 2 });

	it('is text where the others are bold: the result of a step is no Result', () => {
		const text =
			`${tagged}# The exports\n\n**Situation:** Late.\n\n**Task:** Mine.\n\n**Action:**\n\n` +
			`1. I asked Ann\n   - Result: she came\n2. I asked Bo\n   - Result: he did too\n\n**Result:** On time.\n`;
		expect(read(text).stories.map(({ sections }) => sections.map(({ kind }) => kind).join())).to.deep.equal([
			'situation,task,action,result',
		]);
	});

	it('is text where one or two sections are named so', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...weak),
				few,
				fc.array(prose),
				fc.array(prose),
				eols,
				(form, named, before, after, eol) => nothing([...before, writeInForm(form, named), ...after], eol),
			),
			{ numRuns: propertyRuns(400) },
		);
	});

	it('is text out of the order of STAR', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...weak),
				fc.subarray(english.slice(0, 4), { minLength: 1 }),
				eols,
				(form, named, eol) => nothing([writeInForm(form, named.toReversed())], eol),
			),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('is text where each stands under a heading of its own', () => {
		fc.assert(
			fc.property(fc.constantFrom(...weak), fc.array(prose), eols, (form, more, eol) =>
				nothing(
					english
						.slice(0, 4)
						.flatMap((part, index) => [`## Day ${index}`, writeInForm(form, [part]), ...more]),
					eol,
				),
			),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('does not count letters and words together', () => {
		nothing(['S: it stopped.', 'Task: mine.', 'A: I did.'], '\n');
	});
});

const sectionNames = createSectionNames([]);

/** The names of a section in a language that name this section and no other one. */
function namesFor(language: string, kind: SectionKind): readonly string[] {
	const { own, aliases } = namesByLanguage[language]?.[kind] ?? { own: [], aliases: [] };
	return [...own, ...aliases].filter((name) => {
		const found = sectionNames.read(name);
		return found?.kinds[0] === kind && found.kinds.length === 1;
	});
}

function capitalised(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Spellings that make no difference. */
const spellings: readonly ((opening: string) => string)[] = [
	(opening) => opening,
	(opening) => opening,
	(opening) => opening.normalize('NFD'),
	(opening) => opening.toUpperCase(),
	(opening) => opening.replaceAll(/(?<=«[^»]*) (?=[^«]*»)/gu, '\u00a0'),
	(opening) => opening.replaceAll("'", '’'),
	(opening) => opening.replaceAll(/ ?\(/gu, '（').replaceAll(')', '）'),
	(opening) => opening.replace(/:(?!\S*[<*_]* ?$)/u, '：').replace(/:([»*_]*) ?$/u, '：$1 '),
];

const manner = fc
	.record({
		form: fc.constantFrom(...sectionForms),
		language: fc.constantFrom('en', ...Object.keys(namesByLanguage)),
		seed: fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }),
		spelling: fc.constantFrom(...spellings),
		marks: fc.constantFrom('', '', '> ', '- ', '* ', '1. ', '> - ', '- [ ] ', '> > '),
		isTight: fc.boolean(),
		withLearnings: fc.boolean(),
		eol: fc.constantFrom('\n', '\r\n', '\r'),
		bom: fc.constantFrom('', '\uFEFF'),
		isBank: fc.boolean(),
		isTagged: fc.boolean(),
	})
	.map((chosen) => {
		const { form, seed, language, withLearnings } = chosen;
		const isEnglish = form.id === 'heading-article';
		const names = Object.fromEntries(
			sectionKinds.map((kind, index) => {
				const listed = namesFor(isEnglish ? 'en' : language, kind);
				return [kind, capitalised(listed[(seed[index] ?? 0) % listed.length] ?? kind)];
			}),
		) as Record<SectionKind, string>;
		const kinds = withLearnings ? sectionKinds : sectionKinds.slice(0, 4);
		const isOwn = (kind: SectionKind) => sectionNames.read(names[kind])?.isOwn === true;
		// Two names joined are the sections' own only together.
		const [first, second] = [isOwn('situation'), isOwn('task')];
		const own = form.isCombined ? [first && second, first && second] : [first, second];
		const count = [...own, isOwn('action'), isOwn('result')].filter(Boolean).length;
		const isCandidate = form.id.includes('letter') || count >= 2;
		return { ...chosen, kinds, names, isCandidate };
	});

type Manner = Pick<
	typeof manner extends fc.Arbitrary<infer T> ? T : never,
	'form' | 'kinds' | 'names' | 'spelling' | 'marks' | 'isTight'
>;

function storyIn({ form, kinds, names, spelling, marks, isTight }: Manner): string {
	const spelled: SectionForm = { ...form, opening: (part, index) => spelling(form.opening(part, index)) };
	const parts = partsOf(names).slice(0, kinds.length);
	const isLetterForm = form.id.includes('letter');
	const place = placeFor(form, marks);
	const written = writeInForm(spelled, isLetterForm ? english.slice(0, kinds.length) : parts, place);
	return isTight && form.layout === 'label' ? written.replaceAll(/\n[> ]*(?=\n)/gu, '') : written;
}

/** Where a form can stand: headings only in quotes, nested ones only in lists. */
function placeFor(form: SectionForm, marks: string): string {
	if (form.layout === 'heading') return marks.startsWith('>') && !marks.includes('-') ? marks : '';
	if (form.layout === 'rows' || form.layout === 'columns' || form.layout === 'element') return '';
	if (form.layout === 'nested') return /[-*.] $/u.test(marks) ? marks : '- ';
	return marks === '' ? (form.marks ?? '') : marks;
}
