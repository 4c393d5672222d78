import type { Competency, Framework } from '../../framework/model.ts';
import type { CueCard } from '../../library/cueCard.ts';
import { isPrimary } from '../../library/ranking.ts';
import type { LibraryStory } from '../../library/storyIndex.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { yamlScalar } from '../../text/yaml/yamlText.ts';
import type { PlannedCompetency } from './interviewPlan.ts';
import { partsOffered, partWithMarks, type PlanPart } from './planRegions.ts';
import { readFrontMatter } from '../../story/frontMatter.ts';

/** The interview that a plan is for. */
export interface Interview {
	readonly company: string;
	/** `YYYY-MM-DD`; absent where it is not known yet. */
	readonly date?: string;
	readonly framework: Framework;
}

/** What the document needs to know of a story. */
export interface PlanContext {
	/** The target of a link to a story, as written in Markdown; undefined where none can be given. */
	linkTo(story: LibraryStory): string | undefined;
	cardOf(story: LibraryStory): CueCard;
	/** The stories to look at again where none is tagged with a competency, the nearest first. */
	nearest(competency: Competency): readonly LibraryStory[];
}

/** The name of the front matter's `type`, by which a plan is known again. */
const planType = 'interview-plan';

/** As many questions as one warms up with. */
const maxQuestions = 3;

/** A whole plan as a Markdown document. */
export function planDocument(
	interview: Interview,
	planned: readonly PlannedCompetency[],
	context: PlanContext,
): string {
	const { company, date, framework } = interview;
	const parts = planParts(planned, context);
	const fields = [
		`type: ${planType}`,
		`company: ${yamlScalar(company)}`,
		...(date === undefined ? [] : [`date: ${date}`]),
		`framework: ${framework.id}`,
	];
	const title = [company, ...(date === undefined ? [] : [date])].map(escapeMarkdown).join(', ');
	const blocks = [
		`---\n${fields.join('\n')}\n---`,
		`# Interview: ${title}`,
		'Change what you like: what you have changed stays when the plan is made anew, and so does all that you write between its parts.',
		...parts.map(partWithMarks),
		partsOffered(parts.map(({ id }) => id)),
	];
	return `${blocks.join('\n\n')}\n`;
}

/** The parts of a plan that are made anew with it. */
export function planParts(planned: readonly PlannedCompetency[], context: PlanContext): readonly PlanPart[] {
	return [
		{ id: 'overview', text: overview(planned, context) },
		...planned.map((item) => ({ id: item.competency.id, text: competencyPart(item, context) })),
	];
}

function overview(planned: readonly PlannedCompetency[], { linkTo }: PlanContext): string {
	const cell = (entry: LibraryStory | undefined) => (entry ? link(entry, linkTo) : '–');
	const rows = planned.map(
		({ competency, primary, backup }) =>
			`| ${escapeMarkdown(competency.name)} | ${primary ? cell(primary) : '**gap**'} | ${cell(backup)} |`,
	);
	return ['| Competency | Tell | Backup |', '| --- | --- | --- |', ...rows].join('\n');
}

function competencyPart({ competency, primary, backup }: PlannedCompetency, context: PlanContext): string {
	const parts = [`## ${escapeMarkdown(competency.name)}`];
	if (primary)
		parts.push(`**Tell:** ${storyLine(primary, competency.id, context)}`, ...openings(context.cardOf(primary)));
	else parts.push('**Gap:** no story of yours is left to tell for it.', ...nearestLine(competency, context));
	if (primary) parts.push(`**Backup:** ${backup ? storyLine(backup, competency.id, context) : 'none'}`);
	const questions = competency.questions.slice(0, maxQuestions).map(({ text }) => `- ${escapeMarkdown(text)}`);
	if (questions.length > 0) parts.push(`Asked as:\n\n${questions.join('\n')}`);
	return parts.join('\n\n');
}

function nearestLine(competency: Competency, { nearest, linkTo }: PlanContext): readonly string[] {
	const stories = nearest(competency);
	return stories.length === 0
		? []
		: [`Not tagged with it, but near: ${stories.map((entry) => link(entry, linkTo)).join(' · ')}`];
}

/** What to open with, and the numbers to remember. */
function openings({ hook, metrics }: CueCard): readonly string[] {
	const lines = hook === undefined ? [] : [`> ${escapeMarkdown(hook)}`];
	return metrics.length === 0 ? lines : [...lines, `Remember: ${metrics.map(escapeMarkdown).join(' · ')}`];
}

function storyLine(entry: LibraryStory, competency: string, { linkTo, cardOf }: PlanContext): string {
	const { status, strength } = entry.story.details;
	const { spoken } = cardOf(entry);
	const merits = [
		...(isPrimary(entry, competency) ? [] : ['secondary']),
		...(status === 'ready' ? [] : [status]),
		...(strength === undefined ? [] : [`strength ${strength}`]),
		...(spoken === undefined ? [] : [spoken]),
	];
	return [link(entry, linkTo), ...merits].join(' · ');
}

function link(entry: LibraryStory, linkTo: PlanContext['linkTo']): string {
	const title = escapeMarkdown(entry.story.title);
	const target = linkTo(entry);
	return target === undefined ? title : `[${title}](${target})`;
}

/** The id of the framework that a plan is made for, by its front matter; undefined for another document. */
export function frameworkOfPlan(text: string): string | undefined {
	const entries = readFrontMatter(text)?.entries ?? [];
	const textOf = (name: string) => {
		const value = entries.find(({ key }) => key.value === name)?.value;
		return value?.kind === 'scalar' ? value.text.trim() : '';
	};
	return textOf('type') === planType ? textOf('framework') || undefined : undefined;
}
