import { cueCard, type CueContext } from '../library/cueCard.ts';
import { opportunitiesFor, type PlannedExperience } from '../questions/opportunities/opportunity.ts';
import { spokenTime } from '../rules/english/spokenTime.ts';
import { parseMarkdown, visibleText } from '../story/markdown.ts';
import { type FullStory, type Story, type StoryDetails, taggedCompetencies } from '../story/model.ts';
import type { ReportOpportunity, ReportPlace, ReportStory } from './report.ts';
import { oneLine } from '../text/words.ts';

/** What a report says of a story, but for its place and its problems. */
export type StoryContent = Omit<ReportStory, keyof ReportPlace | 'problems'>;

/**
 * Keeps what reports say of stories from one report to the next. A story whose file stays as it is stays the same
 * object, so a report that follows the author's typing makes the content of one story anew.
 */
export class StoryContents {
	readonly #known = new WeakMap<Story, { readonly context: CueContext; readonly content: StoryContent }>();

	/** What an earlier report said of the story in the same context; undefined where none has. */
	get(story: Story, { competencies, wordsPerMinute }: CueContext): StoryContent | undefined {
		const known = this.#known.get(story);
		return known?.context.competencies === competencies && known.context.wordsPerMinute === wordsPerMinute
			? known.content
			: undefined;
	}

	/**
	 * Makes what a report says of a story, and keeps it.
	 *
	 * @param full the same story with its words
	 */
	make(story: Story, full: FullStory, context: CueContext): StoryContent {
		const content = storyContent(full, context);
		this.#known.set(story, { context, content });
		return content;
	}
}

/** What a report says of a story. */
export function storyContent(story: FullStory, context: CueContext): StoryContent {
	const { competencies, wordsPerMinute } = context;
	const { details, tags, words } = story;
	const { hook, inShort, angles, lines, metrics, probes } = cueCard(story, context);
	return {
		title: oneLine(story.title),
		status: details.status,
		...(details.strength !== undefined && { strength: details.strength }),
		...(details.date !== undefined && { date: details.date }),
		...(details.scope && { scope: details.scope }),
		...(details.archetypes && { archetypes: details.archetypes }),
		...contextOf(details),
		competencies: taggedCompetencies(tags, competencies).map(({ name }) => name),
		unknownTags: [
			...new Set(tags.filter(({ competency }) => competency === undefined).map(({ text }) => oneLine(text))),
		],
		...(hook !== undefined && { opening: hook }),
		...(inShort && { inShort: oneLine(inShort.text) }),
		lines,
		...(angles && { angles }),
		metrics: metrics.map(oneLine),
		probes,
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

/**
 * What an author plans and has not done yet.
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
	const text = oneLine(visibleText(parseMarkdown(what).root));
	return { text: whom === undefined ? text : `${text}, with ${whom}`, ...(by !== undefined && { when: by }) };
}
