import { namesBaseline, namesTimeFrame, relativeChanges, tellsBefore } from './english/baselines.ts';
import { isEnglishSection } from './english/storyLanguage.ts';
import type { Rule } from './rule.ts';
import type { Document } from '../story/document.ts';
import { isOfKind, type ParsedStory } from '../story/model.ts';

export const metricBaseline: Rule = {
	id: 'metric-baseline',
	severity: 'hint',
	summary: 'A figure such as “40 % faster” with nothing that says than what, from when, or how it was measured.',
	explanation:
		'“Faster than what?” is the first thing an interviewer asks about a percentage, and the second is how you know. ' +
		'A figure before it, a comparison, a stretch of time or the way it was measured will do, anywhere in the story or ' +
		'in `metrics`. ' +
		'Shares (“12 % of our users”), levels (“99.95 %”) and absolute figures need none. English only.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'Reviews are «40 %» faster and the team is happy with it.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'A review took three days, and Ines waited for it.\n\n## Result\n\n' +
			'Reviews are 40 % faster and the team is happy with it.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'By the survey of each spring, the team is 40 % more content with its reviews.\n',
	],
	on: 'story',
	*check(story, document) {
		if (story.prompts) return;
		const results = story.sections.filter((section) => isOfKind(section, 'result') && !section.empty);
		if (!results.every((section) => isEnglishSection(document, story, section))) return;
		const passages = results.map((section) => document.passages.of(section));
		if (passages.some(({ opaque, tokens }) => opaque || namesBaseline(tokens))) return;
		const told = passages.flatMap(({ tokens }) => tokens);
		for (const passage of passages) {
			const { tokens } = passage;
			const first = relativeChanges(tokens).find((range) => !namesTimeFrame(tokens, range));
			if (!first || isToldBefore(story, document, told)) continue;
			const span = passage.spanOf(first);
			const words = document.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
			yield { message: `“${words}” has no before: compared with what, and measured how?`, span };
			return;
		}
	},
};

function isToldBefore(story: ParsedStory, document: Document, result: Parameters<typeof tellsBefore>[2]): boolean {
	if (story.details.metrics?.some(({ value }) => /\d.*(?:→|->|\bto\b|\bfrom\b|\bvs\b|\binstead\b).*\d/u.test(value)))
		return true;
	return story.sections.some((section) => {
		if (section.empty || isOfKind(section, 'result')) return false;
		const { tokens, opaque } = document.passages.of(section);
		return opaque || tellsBefore(tokens, section.kind === 'task', result);
	});
}
