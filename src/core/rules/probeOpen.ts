import { insertFollowUps, questionsToInsert } from '../edit/insertFollowUps.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import { openProbes, type Probe } from '../story/probe.ts';
import type { Finding, Fix } from '../text/problem.ts';
import { storyProbes } from './probes/storyProbes.ts';
import type { Rule } from './rule.ts';

/** Each fix reads its document again: in a bank with more stories they would hold up what is typed. */
const maxStoriesWithFixes = 40;

export const probeOpen: Rule = {
	id: 'probe-open',
	severity: 'off',
	summary: 'A follow-up question that nothing in the story or under Follow-ups answers.',
	explanation:
		'After the telling an interviewer asks what the story left out, and what everybody is asked about its competency. ' +
		'A sentence for each under a heading or label “Follow-ups” is enough; it is neither told nor timed. ' +
		'The fix puts the open questions there. [What is asked, and when](../probes.md). ' +
		'It is off by default, as hover, cue card, plan and practice show the questions anyway.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\nI paired with her daily.\n\n' +
			'## Result\n\nReviews are «40 %» faster and the team is happy with it.\n\n## Follow-ups\n\n' +
			'What did you try that did not help? A course.\n',
		'---\ncompetencies: mentorship\n---\n\n# «Onboarding Ines»\n\n## Action\n\nI paired with her daily.\n\n' +
			'## Result\n\nInes ships alone after 19 days.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\nI paired with her daily.\n\n' +
			'## Result\n\nInes ships alone after 19 days.\n\n## Follow-ups\n\n' +
			'- What did you try that did not help? A course.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\nI paired with her daily.\n',
	],
	on: 'story',
	*check(story, document, context) {
		const open = openProbes(context.probesOf?.(story) ?? storyProbes(story, document, context.lookups));
		const isOfWhole = ({ span }: Probe) => span.start === story.anchor.start && span.end === story.anchor.end;
		const fixes = () => followUpFixes(open, story, document);
		for (const { question, span } of open.filter((probe) => !isOfWhole(probe))) {
			yield { message: `Nothing answers this yet: ${question}`, span, fixes } satisfies Finding;
		}
		const [first, ...more] = open.filter(isOfWhole);
		if (!first) return;
		const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
		yield { message: `Nothing answers this yet: ${first.question}${rest}`, span: story.anchor, fixes };
	},
};

function followUpFixes(open: readonly Probe[], story: ParsedStory, document: Document): readonly Fix[] {
	if (document.stories.indexOf(story) >= maxStoriesWithFixes) return [];
	const missing = questionsToInsert(open, story, document);
	if (missing.length === 0) return [];
	const { edits, refusal } = insertFollowUps(document, story, missing);
	const title =
		missing.length === 1 ? 'Insert the Question under Follow-ups' : 'Insert the Questions under Follow-ups';
	return refusal ? [] : [{ title, edits }];
}
