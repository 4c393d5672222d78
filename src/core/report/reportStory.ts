import { spokenTime } from '../assist/spokenTime.ts';
import type { BankStory } from '../bank/storyIndex.ts';
import type { CompetencyLookup } from '../framework/lookup.ts';
import { cueCard, type CueContext } from '../recall/cueCard.ts';
import { type FullStory, isFull, type Story, type StoryDetails } from '../story/model.ts';
import { taggedCompetencies } from '../story/taggedCompetencies.ts';
import type { ReportPlace, ReportStory } from './report.ts';

/** What a report says of a story depends on this besides. */
export type StoryContext = { readonly competencies: CompetencyLookup; readonly wordsPerMinute: number | undefined };

type ToldStory = Omit<ReportStory, keyof ReportPlace | 'problems'>;

/** A story whose file stays as it is stays the same object; so a report that follows the author's typing makes one card anew. */
const toldBefore = new WeakMap<Story, { readonly context: StoryContext; readonly told: ToldStory }>();

/**
 * What a report says of one story.
 * @throws Error where its words are not at hand and {@link prepareStory} did not give them before
 */
export function reportStory({ story, openProblems }: BankStory, place: ReportPlace, context: StoryContext): ReportStory {
	if (!isPrepared(story, context)) {
		if (!isFull(story)) throw new Error(`The words of “${story.title}” are not at hand.`);
		prepareStory(story, story, context);
	}
	return { ...(toldBefore.get(story)?.told as ToldStory), ...place, problems: openProblems };
}

/** Whether a report can tell of a story without its words. */
export function isPrepared(story: Story, { competencies, wordsPerMinute }: StoryContext): boolean {
	const known = toldBefore.get(story)?.context;
	return known?.competencies === competencies && known.wordsPerMinute === wordsPerMinute;
}

/**
 * Makes what a report says of a story whose words are not kept with it.
 * @param story as it is kept
 * @param full the same with its words
 */
export function prepareStory(story: Story, full: FullStory, context: StoryContext): void {
	toldBefore.set(story, { context, told: tell(full, context) });
}

function tell(story: FullStory, { competencies, wordsPerMinute }: StoryContext): ToldStory {
	const { details, tags, words } = story;
	const context: CueContext = { competencies, ...(wordsPerMinute !== undefined && { wordsPerMinute }) };
	const { hook, lines, metrics } = cueCard(story, context);
	return {
		title: oneLine(story.title),
		status: details.status,
		...(details.strength !== undefined && { strength: details.strength }),
		...(details.date !== undefined && { date: details.date }),
		...(details.archetypes && { archetypes: details.archetypes }),
		...contextOf(details),
		competencies: taggedCompetencies(tags, competencies).map(({ name }) => name),
		unknownTags: [...new Set(tags.filter(({ competency }) => competency === undefined).map(({ text }) => oneLine(text)))],
		...(hook !== undefined && { opening: hook }),
		lines,
		metrics: metrics.map(oneLine),
		words,
		...(words > 0 && { spoken: spokenTime(words, wordsPerMinute) }),
	};
}

function contextOf({ company, project, team, role }: StoryDetails): Pick<ReportStory, 'company' | 'project' | 'team' | 'role'> {
	return {
		...(company && { company: oneLine(company.value) }),
		...(project && { project: oneLine(project.value) }),
		...(team && { team: oneLine(team.value) }),
		...(role && { role: oneLine(role.value) }),
	};
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}
