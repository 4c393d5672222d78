import { expect } from 'chai';
import fc from 'fast-check';
import { cueCard, cueCardMarkdown } from '../../src/core/library/cueCard.ts';
import { hoverAt } from '../../src/core/library/languageFeatures/hover.ts';
import { charactersIn, formText, shortestSentence } from '../../src/core/library/telling/formText.ts';
import { maxSecondsOf, type Telling, tellingText, tellingTime } from '../../src/core/library/telling/telling.ts';
import { inShort, tellingAt, tellingsOf } from '../../src/core/library/telling/tellingAt.ts';
import { toldSections, toldSentences } from '../../src/core/library/telling/toldSentences.ts';
import type { FullStory } from '../../src/core/story/model.ts';
import { wordsInPlainText } from '../../src/core/story/spokenPlain.ts';
import { defaultContext } from './context.ts';
import { sampleFiles, storyDocument, taggedJumble } from './generated.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed } from './reading.ts';

const { competencies } = defaultContext.lookups;

function storyOf(body: string, fields = ''): FullStory {
	const [story] = analysed(`---\ncompetencies: [mentorship]\n${fields}---\n\n# Thirty days\n\n${body}`).stories;
	if (!story) throw new Error('No story');
	return story;
}

const told = `## Situation

Our wiki was *300 pages* deep. The newcomer before her had needed \`eleven\` weeks.

## Task

I led a team of two. I wanted her to ship alone in a month.

## Action

I listened first. I picked five real tickets in rising order of risk for her. I paired every day.

## Result

She liked it. She shipped alone after 19 days. The next two needed four weeks.
`;

/** A sentence of so many words. */
function saying(words: number, first = 'I'): string {
	return `${[first, ...Array.from({ length: words - 1 }, () => 'did')].join(' ')}.`;
}

/** The first words of the sentences of a telling. */
function firsts(telling: Telling | undefined): string {
	const sentences = (telling?.parts ?? []).flatMap(({ text, kind = 'action' }) =>
		toldSentences([{ kind, spoken: text }]),
	);
	return sentences.map(({ text }) => text.split(' ')[0]).join(' ');
}

/** Whether a text is put together of some of these sentences, each whole, in their order. */
function isMadeOf(text: string, sentences: readonly string[]): boolean {
	const squashed = (each: string) => each.replaceAll(/\s+/gu, '');
	const whole = squashed(text);
	let ends: ReadonlySet<number> = new Set([0]);
	for (const sentence of sentences.map(squashed))
		ends = new Set([
			...ends,
			...[...ends].filter((at) => whole.startsWith(sentence, at)).map((at) => at + sentence.length),
		]);
	return ends.has(whole.length);
}

const stories = fc
	.oneof(storyDocument, taggedJumble, fc.constantFrom(...sampleFiles.map(({ text }) => text)))
	.map((text) => analysed(text).stories);

describe('a story in half a minute', () => {
	it('is what its author wrote under In short', () => {
		const short = inShort(storyOf(`## In short\n\nShe shipped alone\nafter 19 days.\n\n- It *held*.\n\n${told}`));
		expect(short).to.deep.include({
			length: '30',
			isOwn: true,
			parts: [{ text: 'She shipped alone after 19 days.\nIt held.' }],
		});
		expect(short?.isOver).to.equal(undefined);
	});

	it('is said to be too long where it is', () => {
		const story = storyOf(`**In short:** ${saying(80)}\n\n${told}`);
		const short = inShort(story);
		expect(short).to.deep.include({ isOwn: true, isOver: true });
		expect(short && tellingTime(short)).to.equal('32 s, over 30 s');
		expect(cueCardMarkdown(cueCard(story, { competencies }))).to.include('**In short** (32 s, over 30 s): I did');
		expect(inShort(story, 200)?.isOver).to.equal(undefined);
	});

	it('is proposed from the hook, the main action and the headline number', () => {
		for (const text of [told, `## In short\n\n<!-- later -->\n\n${told}`]) {
			const short = inShort(storyOf(text));
			expect(short?.isOwn).to.equal(undefined);
			expect(short?.parts).to.deep.equal([
				{ kind: 'situation', text: 'Our wiki was 300 pages deep.' },
				{ kind: 'action', text: 'I picked five real tickets in rising order of risk for her.' },
				{ kind: 'result', text: 'She shipped alone after 19 days.' },
			]);
		}
	});

	it('ends with the number of the list where the Result tells none', () => {
		const short = inShort(
			storyOf(
				'## Action\n\nI paired with her on real tickets.\n\n## Result\n\nShe liked it.\n',
				'metrics: [19 days instead of 77]\n',
			),
		);
		expect(short && tellingText(short)).to.equal('I paired with her on real tickets.\n\n19 days instead of 77');
	});

	it('puts shorter sentences in the place of those that are too long, and leaves out what has none', () => {
		const short = (action: string, result: string) =>
			inShort(
				storyOf(`## Situation\n\n${saying(30, 'They')}\n\n## Action\n\n${action}\n\n## Result\n\n${result}\n`),
			);
		expect(
			short(`${saying(70)} ${saying(20)}`, saying(20, '5'))?.parts.map(({ text }) => wordsInPlainText(text)),
		).to.deep.equal([30, 20, 20]);
		expect(short(saying(76), saying(20, '5'))?.parts.map(({ kind }) => kind)).to.deep.equal([
			'situation',
			'result',
		]);
		expect(inShort(storyOf(`## Action\n\n${saying(76)}\n`))).to.equal(undefined);
		expect(inShort(storyOf('## Situation\n\n'))).to.equal(undefined);
	});

	it('stands on the card, and is explained at its name', () => {
		const text = `---\ncompetencies: [mentorship]\n---\n\n# Thirty days\n\n## In short\n\nShe shipped.\n\n${told}`;
		const hover = (document: string) =>
			hoverAt(document, analysed(document).stories, document.indexOf('In short'), {
				competencies,
				coverage: [],
				wordsPerMinute: 150,
			})?.markdown;
		expect(hover(text)).to.equal('**In short** · 5 s');
		expect(hover(text.replace('She shipped.', ''))).to.equal('**In short** · empty, 30 s at most');
	});
});

describe('a story in a minute and a half', () => {
	const long = (kind: string, first: string, count: number) =>
		`## ${kind}\n\n${Array.from({ length: count }, (_, index) => saying(15, `${first}${index}`)).join(' ')}\n\n`;
	const whole = long('Situation', 'S', 8) + long('Task', 'T', 3) + long('Action', 'A', 9) + long('Result', 'R', 4);
	it('is the whole story where that is no longer', () => {
		const story = storyOf(told);
		expect(tellingAt(story, '90')?.parts).to.deep.equal(tellingAt(story, 'whole')?.parts);
		expect(tellingAt(story, 'whole')?.parts.map(({ text }) => text)).to.deep.equal(
			story.sections.map(({ spoken }) => spoken),
		);
	});

	it('tells something of each section, and the Result before the rest of the Situation', () => {
		expect(firsts(tellingAt(storyOf(whole), '90'))).to.equal('S0 T0 A0 A1 A2 A3 A4 A5 A6 A7 A8 R0 R1 R2 R3');
	});

	it('is said to be too long as it is written where that takes more than three minutes', () => {
		const story = storyOf(whole + long('Learnings', 'L', 9));
		expect(tellingsOf(story).map(({ length, isOver }) => [length, isOver])).to.deep.equal([
			['30', undefined],
			['90', undefined],
			['whole', true],
		]);
	});
});

describe('every telling', () => {
	it("is made of the story's own sentences, in their order and whole, within its length", () => {
		fc.assert(
			fc.property(stories, fc.integer({ min: 40, max: 400 }), (all, wordsPerMinute) => {
				for (const story of all) {
					const own = toldSentences(toldSections(story)).map(({ text }) => text);
					const listed = story.details.metrics?.map(({ value }) => value) ?? [];
					for (const telling of tellingsOf(story, wordsPerMinute)) {
						const { length, isOwn, seconds } = telling;
						if (isOwn) continue;
						expect(
							isMadeOf(tellingText(telling), [...own, ...listed]),
							JSON.stringify([telling, own]),
						).to.equal(true);
						if (length !== 'whole') expect(seconds).to.be.at.most(maxSecondsOf[length]);
					}
				}
			}),
			{ numRuns: propertyRuns(60) },
		);
	});
});

describe('a text for a form', () => {
	const sectionsOf = (text: string) => toldSections(storyOf(text));

	it('is the whole story where it fits, with a line between its sections', () => {
		const { text, isWhole, characters } = formText(sectionsOf(told), 2_000);
		expect(isWhole).to.equal(true);
		expect(text.split('\n\n')).to.have.length(4);
		expect(characters).to.equal(text.length);
	});

	it('counts as forms do: a code point and a line break are one each', () => {
		expect(charactersIn('a\r\n😀e\u0301')).to.equal(5);
		expect(formText(sectionsOf('## Action\n\nI said 😀. It held.\n'), 11).text).to.equal('I said 😀.');
		expect(formText(sectionsOf('## Action\n\nI said 😀. It held.\n'), 18).text).to.equal('I said 😀. It held.');
		expect(formText(sectionsOf('## Action\n\nI said 😀. It held.\n'), 17).isWhole).to.equal(false);
	});

	it('keeps one sentence of each section, then whole sections, then what is left room for', () => {
		const sections = sectionsOf(`${told}\n## Learnings\n\nAsk first.\n`);
		expect(formText(sections, 150).text).to.equal(
			'Our wiki was 300 pages deep.\n\nI led a team of two.\n\nI picked five real tickets in rising order of risk for her.\n\nShe shipped alone after 19 days.',
		);
		expect(formText(sections, 180).text).to.equal(
			'Our wiki was 300 pages deep.\n\nI wanted her to ship alone in a month.\n\nI picked five real tickets in rising order of risk for her.\n\nShe shipped alone after 19 days.\n\nAsk first.',
		);
		expect(formText(sections, 230).text).to.include(
			'I listened first. I picked five real tickets in rising order of risk for her. I paired every day.',
		);
	});

	it('is empty where no sentence is short enough, and the shortest one is known', () => {
		const sections = sectionsOf(told);
		expect(formText(sections, 12)).to.deep.equal({ text: '', characters: 0, isWhole: false });
		expect(shortestSentence(sections)).to.equal('She liked it.'.length);
		expect(shortestSentence([])).to.equal(0);
	});

	it('puts no space between sentences of scripts without spaces', () => {
		const sections = [{ kind: 'action', spoken: '我写了计划。我问了大家。然后我们做了。' }] as const;
		expect(formText(sections, 100).text).to.equal('我写了计划。我问了大家。然后我们做了。');
		expect(formText(sections, 13).text).to.equal('我写了计划。我问了大家。');
	});

	it('never exceeds its size, and never cuts a sentence', () => {
		fc.assert(
			fc.property(stories, fc.nat({ max: 3_000 }), (all, characters) => {
				for (const story of all) {
					const sections = toldSections(story);
					const own = toldSentences(sections).map(({ text }) => text);
					const form = formText(sections, characters);
					expect(form.characters).to.equal(charactersIn(form.text));
					expect(form.characters).to.be.at.most(characters);
					expect(formText(sections, characters)).to.deep.equal(form);
					expect(isMadeOf(form.text, own), JSON.stringify([form.text, own])).to.equal(true);
					if (form.text === '' && own.length > 0) expect(shortestSentence(sections)).to.be.above(characters);
				}
			}),
			{ numRuns: propertyRuns(60) },
		);
	});
});
