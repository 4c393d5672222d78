import type { Found, FoundStory } from '../recall/findStories.ts';
import type { ReportStory } from '../report/report.ts';
import { contextLine, storyFacts } from '../report/wording.ts';
import { sectionTitles } from '../story/sectionKind.ts';

/** A story that was found, and how a report tells of it. */
export interface AnsweringStory {
	readonly found: FoundStory;
	readonly story: ReportStory;
}

/**
 * Tells a language model which stories answer a question, in a text that its reader can read first: their cue cards, not
 * the stories themselves.
 * @param stories those to tell of, the best first
 */
export function findAnswer({ competencies }: Pick<Found, 'competencies'>, stories: readonly AnsweringStory[]): string {
	const likely = competencies.slice(0, 3).map(({ competency }) => competency.name);
	const head = likely.length > 0 ? [`The question probes: ${likely.join(', ')}.`] : [];
	if (stories.length === 0) return [...head, 'No story answers this question.'].join('\n\n');
	return [...head, ...stories.map(storyText)].join('\n\n');
}

function storyText({ found, story }: AnsweringStory, index: number): string {
	const context = contextLine(story);
	return [
		`${index + 1}. “${story.title}” (${found.fit}${reasons(found)})`,
		storyFacts(story).join(' · '),
		...(context === '' ? [] : [context]),
		...(story.opening === undefined ? [] : [`Opens with: ${story.opening}`]),
		...story.lines.map(({ kind, text }) => `${sectionTitles[kind]}: ${text}`),
		...(story.metrics.length > 0 ? [`Numbers: ${story.metrics.join('; ')}`] : []),
		`In ${story.path}, line ${story.line}`,
	].join('\n');
}

function reasons({ proves, answers, mentions }: FoundStory): string {
	const parts = [
		...(proves ? [`proves ${proves.competency.name}, ${proves.as} tag`] : []),
		...(answers === undefined ? [] : [`answers “${answers}”`]),
		...(mentions.length > 0 ? [`mentions ${mentions.join(', ')}`] : []),
	];
	return parts.length > 0 ? `: ${parts.join('; ')}` : '';
}
