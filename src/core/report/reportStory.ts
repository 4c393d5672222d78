import { spokenTime, storyWords } from '../assist/spokenTime.ts';
import type { BankStory } from '../bank/storyIndex.ts';
import type { CompetencyLookup } from '../framework/lookup.ts';
import { cueCard, type CueContext } from '../recall/cueCard.ts';
import type { Story, StoryDetails } from '../story/model.ts';
import { taggedCompetencies } from '../story/taggedCompetencies.ts';
import type { ReportPlace, ReportStory } from './report.ts';

type StoryContext = { readonly competencies: CompetencyLookup; readonly wordsPerMinute: number | undefined };

type ToldStory = Omit<ReportStory, keyof ReportPlace | 'problems'>;

/** A story whose file stays as it is stays the same object; so a report that follows the author's typing makes one card anew. */
const toldBefore = new WeakMap<Story, { readonly context: StoryContext; readonly told: ToldStory }>();

/** What a report says of one story. */
export function reportStory({ story, openProblems }: BankStory, place: ReportPlace, context: StoryContext): ReportStory {
	let known = toldBefore.get(story);
	if (known?.context.competencies !== context.competencies || known.context.wordsPerMinute !== context.wordsPerMinute) {
		known = { context, told: tell(story, context) };
		toldBefore.set(story, known);
	}
	return { ...known.told, ...place, problems: openProblems };
}

function tell(story: Story, { competencies, wordsPerMinute }: StoryContext): ToldStory {
	const { details, tags } = story;
	const context: CueContext = { competencies, ...(wordsPerMinute !== undefined && { wordsPerMinute }) };
	const { hook, lines, metrics } = cueCard(story, context);
	const words = storyWords(story);
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
