import { expect } from 'chai';
import fc from 'fast-check';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { mightContainStoryBy } from '../../src/core/story/mightContainStory.ts';
import { jumble, sampleFiles, storyDocument, taggedJumble } from './generated.ts';
import { lineSoup } from './markdownLines.ts';
import { propertyRuns } from './propertyRuns.ts';
import { frameworkOf, read } from './reading.ts';

const mightContainStory = new Lookups([]).derive(mightContainStoryBy);

function expectOpen(text: string): void {
	if (read(text).kind !== 'other') expect(mightContainStory(text), JSON.stringify(text)).to.equal(true);
}

const spellings = {
	situation: ['Situation', 'context', 'BACKGROUNDS', 'Situation 背景', '背景 Situation'],
	task: ['Task', 'goals', 'Challenge', 'Task 任务'],
	action: ['Action', 'approaches', 'What I did', 'What&nbsp;I did', 'What *I* did', 'What  I  did', 'What I&#32;did'],
	result: ['Result', 'Outcomes', 'Impact', '结果 Result'],
};

/** What may stand around a name in a heading or inside the marks of a label. */
const around: readonly ((name: string) => string)[] = [
	(name) => name,
	(name) => `1. ${name}:`,
	(name) => `2) ${name}`,
	(name) => `🎯 ${name}`,
	(name) => `ℹ️${name}`,
	(name) => `👩🏽‍💻 ${name} 🎯`,
	(name) => `${name} (20%)`,
	(name) => `${name} – and more`,
	(name) => `**${name}**`,
	(name) => `*${name}*`,
	(name) => `_${name}_`,
	(name) => `\`${name}\``,
	(name) => `[${name}](#x)`,
	(name) => `[${name}][x]`,
	(name) => `![x](y.png) ${name}`,
	(name) => `![a name](y.png)${name}`,
	(name) => `![x][y]${name}`,
	(name) => `[](x)${name}`,
	(name) => `<a id=x></a>${name}`,
	(name) => `<a id="the one"></a> ${name}`,
	(name) => `<b>${name}</b>`,
	(name) => `<!-- here --> ${name}`,
	(name) => `&rarr; ${name}`,
	(name) => `&nbsp;${name}`,
	(name) => `&lt;${name}&gt;`,
	(name) => `&amp; ${name}`,
	(name) => `\\*${name}`,
	(name) => `\u00a0${name}\u3000`,
	(name) => `\t${name}\t`,
	(name) => `${name[0]} — ${name}`,
	(name) => `${name[0]}  -  ${name}`,
	(name) => `${name[0]}&mdash;${name}`,
	(name) => `${name[0]} &#8212; ${name}`,
	(name) => `(${name[0]}) ${name}`,
	(name) => `**${name[0]}**${name.slice(1)}`,
	(name) => `<b>${name[0]}</b>${name.slice(1)}`,
	(name) => `${name.slice(0, 3)}*${name.slice(3)}*`,
	(name) => `&#${name.codePointAt(0)};${name.slice(1)}`,
	(name) => `&#x${name.codePointAt(0)?.toString(16)};${name.slice(1)}`,
];

const written: readonly ((name: string, told: string) => string)[] = [
	(name, told) => `## ${name}\n\n${told}\n\n`,
	(name, told) => `###### ${name} ##\n${told}\n\n`,
	(name, told) => `${name}\n---\n\n${told}\n\n`,
	(name, told) => `> ## ${name}\n> ${told}\n\n`,
	(name, told) => `- ## ${name}\n\n  ${told}\n\n`,
	(name, told) => `**${name}:** ${told}\n\n`,
	(name, told) => `**${name}**: ${told}\n`,
	(name, told) => `__${name}__ - ${told}\n\n`,
	(name, told) => `- **${name}:** ${told}\n`,
	(name, told) => `1. **${name}** — ${told}\n`,
	(name, told) => `> **${name}:** ${told}\n>\n`,
	(name, told) => `> - **${name}:** ${told}\n`,
];

/** Half of them by their own names: where two of a story's sections are, it is a candidate. */
const spelling = (kind: keyof typeof spellings) =>
	fc.oneof(fc.constant(spellings[kind][0] ?? kind), fc.constantFrom(...spellings[kind]));

const section = (kind: keyof typeof spellings) =>
	fc
		.tuple(spelling(kind), fc.constantFrom(...around), fc.constantFrom(...written))
		.map(([name, wrap, write]) => write(wrap(name), 'I told them what we did with our own hands.'));

const candidate = fc
	.tuple(
		section('situation'),
		section('task'),
		section('action'),
		section('result'),
		fc.constantFrom('\n', '\r\n', '\r'),
		fc.constantFrom('', '\uFEFF'),
	)
	.map(
		([situation, task, action, result, eol, mark]) =>
			mark + (situation + task + action + result).replaceAll('\n', eol),
	);

describe('the cheap look at a document', function () {
	it('never turns away a story, a bank or a candidate, however its sections are written', () => {
		let seen = 0;
		fc.assert(
			fc.property(candidate, (text) => {
				if (read(text).kind === 'candidate') seen++;
				expectOpen(text);
			}),
			{ numRuns: propertyRuns(1000) },
		);
		expect(seen, 'candidates among the documents').to.be.above(propertyRuns(250));
	});

	it('never turns away each way of writing a section', () => {
		for (const wrap of around) {
			for (const write of written) {
				const text = ['Situation', 'Task', 'What I did']
					.map((name) => write(wrap(name), 'I told them what we did.'))
					.join('');
				expectOpen(text);
			}
		}
	});

	it('never turns away documents of any make', () => {
		fc.assert(fc.property(fc.oneof(jumble, taggedJumble, storyDocument, lineSoup), expectOpen), {
			numRuns: propertyRuns(400),
		});
	});

	it('never turns away a tag that hides behind escapes', () => {
		for (const text of [
			'---\n"comp\\u0065tencies": [x]\n---\n',
			'---\n"type": "star\\x2dstory"\n---\n',
			'---\n? "competenc\\\n  ies"\n: x\n---\n',
			'\uFEFF---\n"\\x63ompetencies": x\n---\n',
			'# T\n\n**COMPETENCIES:** x\n\n**Task:** a\n',
			'# T\n\n__Tags:__ mentorship\n\n**Task:** a\n',
			'# T\n\n** Tags**: mentorship\n\n**Task:** a\n',
		]) {
			expectOpen(text);
		}
		expect(read('---\n"comp\\u0065tencies": [x]\n---\n').kind).to.equal('story');
	});

	it('knows the names that a framework adds', () => {
		const swedish = frameworkOf([], {
			sectionAliases: {
				situation: ['Läget'],
				task: ['Uppdraget (mitt)', 'C++?'],
				action: ['Det jag gjorde'],
			},
		});
		const text = '## LÄGET\n\nI my\n\n## Uppdraget (mitt)\n\nwe our\n\n## Det jag gjorde\n\nI\n';
		expect(new Lookups([swedish]).derive(mightContainStoryBy)(text)).to.equal(true);
		expect(mightContainStory(text)).to.equal(false);
	});

	it('turns away what is plainly none of ours, so that a large folder costs little', () => {
		for (const text of [
			'',
			'# README\n\nInstall it, then run it.\n',
			'---\nlayout: post\ntags: [a]\n---\n# Words\n\nThe situation: our task was in action, with no result.\n',
			'# Hiring\n\nWe **all** look at each competency, and a star-story is welcome in C:\\notes.\n',
			'---\nlayout: post\n---\n# C:\\notes\n\nCompetencies: three.\n',
			'# Design\n\n## Context\n\nIt grows.\n\n## Goals\n\nNone lost.\n\n## Approach\n\nThe server asks.\n\n## Outcome\n\nGood.\n',
			'# Guide\n\n## Context\n\nWords.\n\n## Results\n\nWords &amp; more &nbsp;words.\n',
			'## Situational\n## Tasked\n## Actionable\n## Resulting\n',
		]) {
			expect(mightContainStory(text), text).to.equal(false);
		}
		const closed = sampleFiles.filter(({ text }) => !mightContainStory(text)).map(({ file }) => file);
		expect(closed).to.include.members(['README.md']);
	});
});
