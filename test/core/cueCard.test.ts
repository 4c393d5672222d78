import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { cueCard, type CueCard, cueCardMarkdown, cueCardTold } from '../../src/core/library/cueCard.ts';
import { tellingAt } from '../../src/core/library/telling/tellingAt.ts';
import { cueCardHtml } from '../../src/core/report/cueCardHtml.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { sentencesOf } from '../../src/core/text/words.ts';

const lookups = new Lookups([staff]);

function cardOf(body: string, fields = 'competencies: [mentorship]'): CueCard {
	const { stories } = analyse(`---\n${fields}\n---\n\n# Thirty days\n\n${body}`, {
		fileName: 'story.md',
		lookups,
		severities: {},
	});
	const [story] = stories;
	if (!story) throw new Error('No story');
	return cueCard(story, { competencies: lookups.competencies });
}

const told = `## Situation

Our wiki was *300 pages* deep. The newcomer before her had needed \`eleven\` weeks.

## Task

I led a team of two. I wanted her to ship alone in a month.

## Action

I listened first. I picked five real tickets in rising order of risk for her. I paired every day.

## Result

She liked it. She shipped alone after 19 days. The next two needed four weeks.

## Learnings

Ask first.
`;

describe('a cue card', () => {
	it('has the story as it is told in a length, what its author wrote for it, and says what is too long', () => {
		const toldIn = (body: string, length: '30' | '90' | 'whole') => {
			const text = `---\ncompetencies: [mentorship]\n---\n\n# Thirty days\n\n${body}`;
			const [story] = analyse(text, { fileName: 'story.md', lookups, severities: {} }).stories;
			const telling = story && tellingAt(story, length);
			if (!telling) throw new Error('Nothing is told');
			return cueCardTold(cardOf(body), telling);
		};
		const short = toldIn(told, '30');
		expect(short.hook).to.equal(undefined);
		expect(short.lines.map(({ kind }) => kind)).to.deep.equal(['situation', 'action', 'result']);
		expect(short.spoken).to.match(/^(?:\d|10|15|20|25|30)+ s$/u);
		expect(short.metrics).to.deep.equal(cardOf(told).metrics);
		const paragraphs = told.replace('I paired every day.', '\n\nI paired *every* day.');
		expect(cueCardMarkdown(toldIn(paragraphs, 'whole'))).to.contain(
			'- **Action:** I listened first. I picked five real tickets in rising order of risk for her.\n\n  I paired every day.\n',
		);
		const own = toldIn(`${told}\n## In short\n\n${'She shipped alone. '.repeat(30)}\n`, '30');
		expect(own.lines).to.deep.equal([]);
		expect(own.inShort?.spoken).to.equal('36 s, over 30 s');
		expect(cueCardMarkdown(own)).to.contain('**In short** (36 s, over 30 s): She shipped alone.');
		const long = toldIn(told.replace('I listened first.', 'I listened to her first. '.repeat(120)), 'whole');
		expect(cueCardMarkdown(long)).to.match(/Sharing · 4 min \d+ s, over 3 min\n/u);
	});

	it('opens with the first sentence and has one line per section, none of them twice', () => {
		expect(cardOf(told)).to.deep.equal({
			title: 'Thirty days',
			hook: 'Our wiki was 300 pages deep.',
			metrics: ['She shipped alone after 19 days.'],
			lines: [
				{ kind: 'situation', text: 'The newcomer before her had needed eleven weeks.' },
				{ kind: 'task', text: 'I wanted her to ship alone in a month.' },
				{ kind: 'action', text: 'I picked five real tickets in rising order of risk for her.' },
				{ kind: 'result', text: 'She liked it.' },
				{ kind: 'learnings', text: 'Ask first.' },
			],
			probes: [{ question: 'Where have you used what you learned here since?' }],
			competencies: ['Mentorship & Knowledge Sharing'],
			spoken: '25 s',
		});
	});

	it("shows the author's own numbers, and then the measured sentence of the Result in its line", () => {
		const card = cardOf(told, 'competencies: [mentorship]\nmetrics: [eleven weeks to 19 days]');
		expect(card.metrics).to.deep.equal(['eleven weeks to 19 days']);
		expect(card.lines.find(({ kind }) => kind === 'result')?.text).to.equal('She shipped alone after 19 days.');
	});

	it('shows what is asked next, with the answers that are ready', () => {
		const card = cardOf(`${told}\n## Follow-ups\n\nWhat did you try that did not help? A course on *video*.\n`);
		expect(card.lines).to.deep.equal(cardOf(told).lines);
		expect(card.probes).to.deep.include({
			question: 'What did you try that did not help?',
			answer: 'A course on video.',
		});
		expect(cueCardMarkdown(card)).to.contain(
			'**Be ready for:**\n\n- Where have you used what you learned here since?\n' +
				'- What did you try that did not help? *A course on video.*',
		);
	});

	it('leaves out what is not told yet', () => {
		const card = cardOf('## Situation\n\n## Result\n', 'competencies: [Courage]');
		expect(card).to.deep.equal({
			title: 'Thirty days',
			metrics: [],
			lines: [],
			probes: [],
			competencies: ['Courage'],
		});
		expect(cueCardMarkdown(card)).to.equal('**Thirty days**\n\nCourage');
	});

	it('cuts a long sentence between two words', () => {
		const [line] = cardOf(`## Task\n\nI ${'talked '.repeat(60)}.`).lines;
		expect(line?.text)
			.to.match(/talked…$/u)
			.and.have.lengthOf.below(182);
	});

	it('is a piece of HTML for documents, in which the author’s words are words', () => {
		const html = cueCardHtml(cardOf('## Situation\n\nWe had <b>300</b> pages \\& no \\<owner>.\n'));
		expect(html).to.match(/^<h3>Thirty days<\/h3>\n<p>.*Mentorship/u);
		expect(html).not.to.include('<owner').and.not.include('<b>300');
		expect(html).to.include('&#60;owner&#62;');
	});

	it('shows Markdown of the author as it is', () => {
		expect(cueCardMarkdown(cardOf('## Situation\n\n\\*Stars\\* and &lt;tags> [here](x).\n'))).to.contain(
			'“\\*Stars\\* and',
		);
	});
});

describe('sentences', () => {
	it('do not end at an abbreviation or a quoted question', () => {
		expect(
			sentencesOf('I showed Dr. Okafor a plan. "Who pays?" got a shrug. It held 3.5 GB, e.g. for two.\nNext.'),
		).to.deep.equal([
			'I showed Dr. Okafor a plan.',
			'"Who pays?" got a shrug.',
			'It held 3.5 GB, e.g. for two.',
			'Next.',
		]);
	});
});
