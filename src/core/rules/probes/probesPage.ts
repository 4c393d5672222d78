import { probeTriggers } from './index.ts';
import { maxProbes } from './storyProbes.ts';

export const probesPagePath = 'docs/probes.md';

const probesExample = `competencies:
  - id: incident-command
    name: Incident Command
    probes:
      - Who made which decision while you were in the lead?
      - text: Who was told too late?
        # Not asked where a story has one of these words; * stands for any ending.
        unless: [too late, forgot*]
`;

/** What an interviewer asks after a story, and when, as Markdown. */
export function probesPage(): string {
	const parts = [
		'# Follow-up questions',
		`After the telling, an interviewer asks. Every story that is told has up to ${maxProbes} questions to be ready for: ` +
			'those that its own words raise, the most telling first; those that you expect yourself, under “Follow-ups”; and, ' +
			'where there is none of these, one of its primary competency. They stand on the cue card, in hovers, plans and the report, ' +
			'and practice asks two of them after each telling.',
		'Write your answers under a heading or label “Follow-ups” (also “Probes”, “If they ask”, “Deep dive”), the question ' +
			'first and the answer behind it or below. They are neither told nor timed. The rule ' +
			'[probe-open](rules/probe-open.md) names the questions without an answer, and its fix puts them there.',
		'Words raise a question only where that is certain, and in English. Of a competency’s questions the ' +
			'first is asked where it fits the story, which has not answered it, as far as its words show; practice asks more of ' +
			'them where there would be fewer than two. A framework file gives a competency questions of its own with `probes`, ' +
			'and says with `when` and `unless` which words of a story count. All of these are asked that fit:',
		`\`\`\`yaml
${probesExample}\`\`\``,
		...probeTriggers.flatMap(({ id, summary, explanation, asked: [first] }) => [
			`## ${id}`,
			summary,
			explanation,
			...(first
				? [
						`Asked: *${first.question}*`,
						`\`\`\`markdown\n${first.story.replace(/[«»]/gu, '').trimEnd()}\n\`\`\``,
					]
				: []),
		]),
	];
	return `${parts.join('\n\n')}\n`;
}
