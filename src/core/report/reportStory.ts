import type { CompetencyLookup } from '../framework/lookups.ts';
import { cueCard, type CueContext } from '../library/cueCard.ts';
import { opportunitiesFor, type PlannedExperience } from '../questions/opportunities/opportunity.ts';
import { spokenTime } from '../rules/english/spokenTime.ts';
import { parseMarkdown, visibleText } from '../story/markdown.ts';
import { type FullStory, isFull, type Story, type StoryDetails, taggedCompetencies } from '../story/model.ts';
import type { ReportOpportunity, ReportPlace, ReportStory } from './report.ts';

/** What a report says of a story depends on this besides. */
export type StoryContext = { readonly competencies: CompetencyLookup; readonly wordsPerMinute: number | undefined };

/** What a report says of a story, but for its place and its problems. */
export type ToldStory = Omit<ReportStory, keyof ReportPlace | 'problems'>;

/**
 * A story whose file stays as it is stays the same object; so a report that follows the author's typing makes one card
 * anew.
 */
const toldBefore = new WeakMap<Story, { readonly context: StoryContext; readonly told: ToldStory }>();

/**
 * What a report says of a story; it is remembered.
 *
 * @param full the same story with its words, where they are not kept with it
 * @returns undefined where neither its words are at hand nor what was said of it before
 */
export function tellStory(story: Story, context: StoryContext, full: Story = story): ToldStory | undefined {
	const known = toldBefore.get(story);
	if (known?.context.competencies === context.competencies && known.context.wordsPerMinute === context.wordsPerMinute)
		return known.told;
	if (!isFull(full)) return undefined;
	const told = tell(full, context);
	toldBefore.set(story, { context, told });
	return told;
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
		unknownTags: [
			...new Set(tags.filter(({ competency }) => competency === undefined).map(({ text }) => oneLine(text))),
		],
		...(hook !== undefined && { opening: hook }),
		lines,
		metrics: metrics.map(oneLine),
		words,
		...(words > 0 && { spoken: spokenTime(words, wordsPerMinute) }),
	};
}

function contextOf({
	company,
	project,
	team,
	role,
}: StoryDetails): Pick<ReportStory, 'company' | 'project' | 'team' | 'role'> {
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

/**
 * What an author plans and has not done yet, as a report tells it.
 *
 * @param opportunities of every list that counts
 * @returns by the id of the competency it is for, what is due first in front
 */
export function plannedOpportunities(
	opportunities: readonly (PlannedExperience & { readonly done: boolean })[],
): ReadonlyMap<string, readonly ReportOpportunity[]> {
	const open = opportunities.filter(({ done }) => !done);
	const competencies = new Set(open.flatMap(({ competency }) => competency ?? []));
	return new Map(
		[...competencies].map(
			(id) =>
				[
					id,
					opportunitiesFor(id, open).map(({ what, by, with: whom }) => reportOpportunity(what, by, whom)),
				] as const,
		),
	);
}

function reportOpportunity(what: string, by: string | undefined, whom: string | undefined): ReportOpportunity {
	const text = visibleText(parseMarkdown(what).root).replace(/\s+/gu, ' ').trim();
	return { text: whom === undefined ? text : `${text}, with ${whom}`, ...(by !== undefined && { when: by }) };
}
