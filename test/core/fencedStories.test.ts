import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { changeStories } from '../../src/core/edit/changeStories.ts';
import { insertionEdits, insertSection } from '../../src/core/edit/insertSection.ts';
import { splitBank } from '../../src/core/edit/splitBank.ts';
import { storiesToTable } from '../../src/core/edit/storiesToTable.ts';
import { cueCard } from '../../src/core/library/cueCard.ts';
import { hoverAt } from '../../src/core/library/languageFeatures/hover.ts';
import { redactReport } from '../../src/core/report/redact/redactReport.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { fencedStory } from '../../src/core/story/formsPage.ts';
import { spokenText } from '../../src/core/story/spokenText.ts';
import { textLanguages } from '../../src/core/story/toldBlocks.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, at, read, tagged } from './reading.ts';
import { reportFile, reportWith } from './sampleReport.ts';

const { lookups } = defaultContext;

const told = `S: Our bell rang thirteen at noon.
T: I had the key to the tower.
A: I climbed up, and I took out the pin.
R: It has rung twelve for 90 days.
`;
/** Another story in its place. */
const other = (days: number) => told.replace('90', String(days));
const fence = (lines: string, info = '') => `\`\`\`${info}\n${lines}\`\`\`\n`;
const four = 'situation task action result';

/** The stories of a text, by their titles, with the kinds of their sections. */
function storiesIn(text: string): readonly string[] {
	return read(text).stories.map(({ title, sections }) =>
		`${title}: ${sections.map(({ kind }) => kind).join(' ')}`.trimEnd(),
	);
}

const folder = join(import.meta.dirname, '../fixtures/forms/development');

/** Files of other people's manners with stories in blocks of code, as they are and tagged. */
const files = readdirSync(folder)
	.filter((name) => name.startsWith('fenced-') && name.endsWith('.md'))
	.map((name) => readFileSync(join(folder, name), 'utf8'))
	.filter((text) => read(text).markers.some((marker) => marker.fence))
	.flatMap((text) => (text.startsWith('---') ? [text] : [text, tagged.replaceAll('\n', eolOf(text)) + text]));

function eolOf(text: string): string {
	return text.includes('\r\n') ? '\r\n' : '\n';
}

describe('a block of code that tells a story', () => {
	it('is read as the page on forms shows it', () => {
		expect(storiesIn(fencedStory)).to.deep.equal([`The exports: ${four}`]);
		expect(read(fencedStory).kind).to.equal('story');
	});

	it('has nothing behind its opening marks, or a word for text', () => {
		for (const word of ['', ' ', ...textLanguages, 'Markdown', 'TEXT'])
			expect(storiesIn(`# Bells\n\n${fence(told, word)}`), word).to.deep.equal([`Bells: ${four}`]);
		for (const word of ['yaml', 'js', 'story', 'text title=x', 'mdx', 'c'])
			expect(storiesIn(`# Bells\n\n${fence(told, word)}`), word).to.deep.equal([]);
	});

	it('is called by the heading above it, or by one above its sections in it', () => {
		expect(storiesIn(`# Mine\n\n## One\n\n${fence(told)}\n## Two\n\n${fence(other(7))}`)).to.deep.equal([
			`One: ${four}`,
			`Two: ${four}`,
		]);
		expect(storiesIn(`# Mine\n\n${fence(`## The bell\n\n${told}`, 'md')}`)).to.deep.equal([`The bell: ${four}`]);
		const alike = (title: string) => `## ${title}\n\n### Example answer\n\n${fence(other(title.length))}\n`;
		expect(storiesIn(`# Mine\n\n${alike('One')}${alike('Three')}`)).to.deep.equal([
			`One: ${four}`,
			`Three: ${four}`,
		]);
	});

	it('is called by the nearest line above it where several stand under one heading', () => {
		const text = `# Mine\n\n## Work\n\nFirst the bell:\n\n${fence(told)}\n2. **The goat**\n\n**Tags:** Mentorship\n\n${fence(other(2))}\n${fence(other(3))}`;
		expect(storiesIn(text)).to.deep.equal([`First the bell: ${four}`, `The goat: ${four}`, `Work: ${four}`]);
		expect(read(text).stories.map(({ tags }) => tags.map((tag) => tag.text).join())).to.deep.equal([
			'',
			'Mentorship',
			'',
		]);
	});

	it('has its tags above it, also where it shares the heading of another', () => {
		const text = `# Mine\n\n## Work\n\n${fence(told)}\n${fence(other(2))}`;
		const change = { kind: 'tag', competency: 'mentorship' } as const;
		const { edits, refusals } = changeStories(text, 'a-story.md', lookups, [
			{ story: { index: 0, title: 'Work' }, change: { ...change, competency: 'technical-influence' } },
			{ story: { index: 1, title: 'Work' }, change },
		]);
		expect(refusals).to.deep.equal([]);
		const after = applyEdits(text, edits);
		expect(after).to.contain(`\n\n**Competencies:** Mentorship & Knowledge Sharing\n\n${fence(other(2))}`);
		expect(read(after).stories.map(({ tags }) => tags.map(({ competency }) => competency).join())).to.deep.equal([
			'technical-influence',
			'mentorship',
		]);
	});

	it('ends with the block, whatever stands below', () => {
		const text = `${tagged}# Bells\n\n${fence(`${told}L: I count first now.\n`)}\nThey asked who paid.\n\n**Follow-ups:** Who rang it?\n`;
		const document = read(text);
		const [story] = document.stories;
		expect(story?.sections.map((section) => spokenText(document, section)).at(-1)).to.equal('I count first now.');
		expect(story?.sides.map(({ kind }) => kind)).to.deep.equal(['follow-ups']);
	});

	for (const [what, text] of [
		['is never closed', `# Bells\n\n\`\`\`\n${told}`],
		['lacks a section', `# Bells\n\n${fence(told.replace(/^T.*\n/mu, ''))}`],
		['has one twice', `# Bells\n\n${fence(`${told}A: I did it again.\n`)}`],
		['has them out of order', `# Bells\n\n${fence(told.split('\n').toReversed().join('\n').trimStart())}`],
		['goes by other names', `# Bells\n\n${fence(told.replace('S:', 'Context:').replace('R:', 'Outcome:'))}`],
		['leaves something open', `# Bells\n\n${fence(told.replace('tower', '[tower]'))}`],
		[
			'asks for its content',
			`# Bells\n\n${fence(told.replace('S: Our', 'S: What I saw: our').replace('T: ', 'T: Describe how '))}`,
		],
		[
			'has names with what belongs there',
			`# Bells\n\n${fence('S: Context (when I was)\nT: Goal (what I wanted)\nA: Steps (what I did)\nR: End (what I got)\n')}`,
		],
		['addresses a reader', `# Bells\n\n${fence(told.replaceAll(/\bI\b/gu, 'you').replace('Our', 'Your'))}`],
		['is Markdown with a title', `# Bells\n\n${fence(`# The bell\n\n${told}`, 'md')}`],
		['tells the same as another', `# Bells\n\n## One\n\n${fence(told)}\n## Two\n\n${fence(told)}`],
		['is a file with front matter', `# Bells\n\n${fence(`---\ncompetencies: [x]\n---\n\n${told}`)}`],
		['has a line of competencies', `# Bells\n\n${fence(`**Competencies:** mentorship\n\n${told}`)}`],
		['stands in a section', `${tagged}# Bells\n\n## Situation\n\n${fence(told)}`],
		['stands below a section under its heading', `# Bells\n\n**Situation:** a\n\n${fence(told)}`],
		['stands above one', `# Bells\n\n${fence(told)}\n**Result:** a\n`],
		['stands in a part of a story', `# Bells\n\n**Situation:** a\n\n**Task:** b\n\n## In short\n\n${fence(told)}`],
		[
			'holds a table of several',
			`# Bells\n\n${fence(`| S | T | A | R |\n| - | - | - | - |\n${'| I rang | I had | I cut | It rang |\n'.repeat(2)}`)}`,
		],
	] as const)
		it(`stays code where it ${what}`, () => {
			expect(read(text).markers.filter((marker) => marker.fence)).to.deep.equal([]);
		});

	it('stays code in the pages of this product', () => {
		const docs = join(import.meta.dirname, '../../docs');
		for (const name of readdirSync(docs, { recursive: true, encoding: 'utf8' })) {
			if (!name.endsWith('.md')) continue;
			const { markers } = read(readFileSync(join(docs, name), 'utf8'));
			expect(
				markers.filter((marker) => marker.fence),
				name,
			).to.deep.equal([]);
		}
	});

	it('stays code where a template stands beside it, and lets that be', () => {
		const form = fence('S: What was it?\nT: What was yours?\nA: What did you do?\nR: What changed?\n');
		expect(storiesIn(`# Bells\n\n### Template\n\n${form}\n### Mine\n\n${fence(told)}`)).to.deep.equal([
			`Bells: ${four}`,
		]);
	});
});

describe('what stands on the sections of a story in a block of code', () => {
	const text = `${tagged.replace('\n---\n', '\ncompany: Kastanie\n---\n')}# Bells\n\n${fence(told.replace('Our bell', 'The bell at Kastanie'))}\nMore.\n`;

	it('hover, spoken words, cue card and problems are there', () => {
		const { stories, problems } = analysed(text);
		const [story] = stories;
		if (!story) throw new Error('no story');
		expect(story.words).to.equal(told.replaceAll(/^\w: /gmu, '').split(/\s+/u).length + 1);
		const place = text.indexOf('A: I climbed');
		const { competencies } = lookups;
		const hover = hoverAt(text, stories, place, { competencies, coverage: [], wordsPerMinute: 150 });
		expect(hover?.markdown).to.match(/^\*\*Action\*\*/u);
		const card = cueCard(story, { competencies });
		expect([card.hook, ...card.metrics]).to.deep.equal([
			'The bell at Kastanie rang thirteen at noon.',
			'It has rung twelve for 90 days.',
		]);
		expect(problems.map(({ rule }) => rule))
			.to.include('plus-missing')
			.and.not.include('section-missing');
	});

	it('names are hidden in a report', () => {
		const report = reportWith({ files: [reportFile('bells.md', text)] });
		const { report: hidden } = redactReport(report, [{ name: 'Kastanie', field: 'company' }]);
		const [open, closed] = [report, hidden].map((each) => writeReport('markdown', each));
		expect(open).to.include('The bell at Kastanie rang');
		expect(closed)
			.to.match(/The bell at \S*Company A\S* rang/u)
			.and.not.include('Kastanie');
	});

	it('what is late is put in order within the block', () => {
		const late = text.replace('R: It', 'L: I count first now.\nR: It');
		const edits = analysed(late).problems.find(({ rule }) => rule === 'section-order')?.fixes?.[0]?.edits ?? [];
		expect(applyEdits(late, edits)).to.equal(text.replace('90 days.\n', '90 days.\nL: I count first now.\n'));
	});

	for (const source of files) {
		const title = read(source).stories[0]?.title;
		it(`sections, tags and every fix find their place: ${read(source).kind} “${title}”`, () => {
			const document = read(source);
			const spokenIn = (changed: string) => {
				const after = read(changed);
				return after.stories.map(({ sections }) => sections.map((section) => spokenText(after, section)));
			};
			for (const [index, story] of document.stories.entries()) {
				if (story.sections.some(({ kind }) => kind === 'learnings')) continue;
				const inserted = insertSection(document, story, 'learnings', ['What did you learn?'], lookups);
				if (inserted.refusal) throw new Error(inserted.refusal.message);
				const after = spokenIn(applyEdits(source, insertionEdits(inserted)));
				const wanted = spokenIn(source);
				expect(after).to.deep.equal(
					wanted.map((sections, place) =>
						place === index ? [...sections, 'What did you learn?'] : sections,
					),
				);
			}
			const requests = document.stories.map(({ title: named }, index) => ({
				story: { index, title: named },
				change: { kind: 'tag', competency: 'technical-influence' } as const,
			}));
			const { edits, refusals } = changeStories(source, 'a-story.md', lookups, requests);
			expect(refusals).to.deep.equal([]);
			const retagged = applyEdits(source, edits);
			expect(spokenIn(retagged)).to.deep.equal(spokenIn(source));
			for (const { tags } of read(retagged).stories)
				expect(tags.map(({ competency }) => competency)).to.include('technical-influence');
			const { problems } = analysed(source, { severities: { 'probe-open': 'hint' } });
			for (const { rule, fixes = [] } of problems)
				for (const fix of fixes) {
					const mended = spokenIn(applyEdits(source, fix.edits));
					expect(mended.flat().filter(Boolean), `${rule}: ${fix.title}`).to.include.members(
						spokenIn(source).flat(),
					);
				}
		});
	}

	it('a bank of them is split into files that tell the same, and made a table only where nothing is lost', () => {
		for (const source of files) {
			const document = read(source);
			const all = document.stories.map((story) => story.sections.map((each) => spokenText(document, each)));
			const split = splitBank(document);
			if ('refusal' in split) throw new Error(split.refusal.message);
			const texts = split.parts.flatMap((part) => (part.form === 'story' ? [part.text] : []));
			const alone = texts.map((each) => {
				const { stories } = read(each);
				return stories.map(({ sections }) => sections.map((section) => spokenText(read(each), section)));
			});
			expect(alone).to.deep.equal(all.map((story) => [story]));
			const tabled = storiesToTable(document, { fileName: 'a-story.md', lookups });
			if ('refusal' in tabled) continue;
			expect(storiesIn(applyEdits(source, [tabled.edit]))).to.deep.equal(storiesIn(source));
		}
	});

	it('a key that is pressed in the block, or on its marks, changes what is read', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...files),
				fc.array(
					fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('`', '\n', 'x', '# ', '')),
					{
						minLength: 1,
						maxLength: 5,
					},
				),
				(source, changes) => {
					const document = read(source);
					let now = source;
					for (const [share, inserted] of changes) {
						const place = Math.floor(share * now.length);
						now = now.slice(0, place) + inserted + now.slice(place + (inserted === '' ? 1 : 0));
						const { kind, stories, markers } = read(now);
						const again = document.reread(now);
						expect(again.kind, now).to.equal(kind);
						expect(again.markers, now).to.deep.equal(markers);
						expect(again.stories.map(({ sections }) => sections)).to.deep.equal(
							stories.map(({ sections }) => sections),
						);
						for (const { sections } of again.stories)
							for (const { name } of sections) expect(at(now, name)).to.not.equal('');
					}
				},
			),
			{ numRuns: propertyRuns(150) },
		);
	});
});
