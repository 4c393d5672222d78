import { namesBaseline, namesTimeFrame, relativeChanges, tellsBefore } from './english/baselines.ts';
import { isEnglishSection } from './english/storyLanguage.ts';
import type { Rule } from './rule.ts';
import type { Document } from '../story/document.ts';
import { isOfKind, type ParsedStory } from '../story/model.ts';
import type { Passage } from '../story/passage.ts';
import type { TokenRange } from '../story/tokens.ts';
import { oneLine } from '../text/words.ts';

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
		const found = figureWithoutBefore(story, document);
		if (!found) return;
		const span = found.passage.spanOf(found.figure);
		const words = oneLine(document.text.slice(span.start, span.end));
		yield { message: `“${words}” has no before: compared with what, and measured how?`, span };
	},
};

/** The first figure of a Result that tells a change, where nothing in the story says from what or how it was measured. */
export function figureWithoutBefore(
	story: ParsedStory,
	document: Document,
): { readonly passage: Passage; readonly figure: TokenRange } | undefined {
	if (story.prompts) return undefined;
	const results = story.sections.filter((section) => isOfKind(section, 'result') && !section.empty);
	if (!results.every((section) => isEnglishSection(document, story, section))) return undefined;
	const passages = results.map((section) => document.passages.of(section));
	if (passages.some(({ opaque, tokens }) => opaque || namesBaseline(tokens))) return undefined;
	const told = passages.flatMap(({ tokens }) => tokens);
	for (const passage of passages) {
		const { tokens } = passage;
		const figure = relativeChanges(tokens).find((range) => !namesTimeFrame(tokens, range));
		if (figure && !isToldBefore(story, document, told)) return { passage, figure };
	}
	return undefined;
}

function isToldBefore(story: ParsedStory, document: Document, result: Parameters<typeof tellsBefore>[2]): boolean {
	if (story.details.metrics?.some(({ value }) => /\d.*(?:→|->|\bto\b|\bfrom\b|\bvs\b|\binstead\b).*\d/u.test(value)))
		return true;
	return story.sections.some((section) => {
		if (section.empty || isOfKind(section, 'result')) return false;
		const { tokens, opaque } = document.passages.of(section);
		return opaque || tellsBefore(tokens, section.kind === 'task', result);
	});
}
