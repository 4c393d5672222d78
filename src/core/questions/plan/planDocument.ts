import { writtenIdOf } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import { type CueCard, probesMarkdown } from '../../library/cueCard.ts';
import { isPrimary } from '../../library/ranking.ts';
import type { LibraryStory } from '../../library/storyIndex.ts';
import { angleFor } from '../../story/angles.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { yamlFlowList, yamlScalar } from '../../text/yaml/yamlText.ts';
import type { PlannedCompetency } from './interviewPlan.ts';
import type { Try } from './tries.ts';
import { partsOffered, partWithMarks, type PlanPart } from './planRegions.ts';
import { dateIn } from '../../story/meantValue.ts';
import { readFrontMatter } from '../../story/frontMatter.ts';

/** The interview that a plan is for. */
export interface Interview {
	readonly company: string;
	/** `YYYY-MM-DD`; absent where it is not known yet. */
	readonly date?: string;
	/** With the competencies that are asked for alone, where it is a part of them. */
	readonly framework: Framework;
	/** The lines of the posting that it is made from. */
	readonly posting?: readonly AskedLine[];
}

/** A line of a posting, with what it asks for. */
export interface AskedLine {
	readonly text: string;
	/** Names of competencies. */
	readonly competencies: readonly string[];
}

/** What the document needs to know of a story. */
export interface PlanContext {
	/** The target of a link to a story, as written in Markdown; undefined where none can be given. */
	linkTo(story: LibraryStory): string | undefined;
	cardOf(story: LibraryStory): CueCard;
	/** What to know before the story is told to this company, such as `told to Acme in round 1`. */
	toldOf?(story: LibraryStory): string | undefined;
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
	const { company, date, framework, posting } = interview;
	const parts = planParts(planned, context);
	const fields = [
		`type: ${planType}`,
		`company: ${yamlScalar(company)}`,
		...(date === undefined ? [] : [`date: ${date}`]),
		`framework: ${framework.id}`,
		...(posting ? [`asks: ${yamlFlowList(framework.competencies.map(({ id }) => id))}`] : []),
	];
	const title = [company, ...(date === undefined ? [] : [date])].map(escapeMarkdown).join(', ');
	const blocks = [
		`---\n${fields.join('\n')}\n---`,
		`# Interview: ${title}`,
		'Change what you like: what you have changed stays when the plan is made anew, and so does all that you write between its parts.',
		...parts.map(partWithMarks),
		...(posting ? [postingBlock(posting)] : []),
		partsOffered(parts.map(({ id }) => id)),
	];
	return `${blocks.join('\n\n')}\n`;
}

/** What the posting says; it is written once, as the posting is not read again. */
function postingBlock(lines: readonly AskedLine[]): string {
	const items = lines.map(
		({ text, competencies }) => `- ${escapeMarkdown(text)} — ${competencies.map(escapeMarkdown).join(', ')}`,
	);
	return ['## From the posting', items.join('\n')].join('\n\n');
}

/** The parts of a plan that are made anew with it. */
export function planParts(planned: readonly PlannedCompetency[], context: PlanContext): readonly PlanPart[] {
	return [
		{ id: 'overview', text: overview(planned, context) },
		...planned.map((item) => ({ id: writtenIdOf(item.competency), text: competencyPart(item, context) })),
	];
}

function overview(planned: readonly PlannedCompetency[], { linkTo }: PlanContext): string {
	const told = (entry: LibraryStory | undefined, tried: Try | undefined, otherwise: string) =>
		entry ? link(entry, linkTo) : tried ? `*try* ${link(tried.entry, linkTo)}` : otherwise;
	const rows = planned.map(
		({ competency, primary, backup, tries: [first, second] = [] }) =>
			`| ${escapeMarkdown(competency.name)} | ${told(primary, first, '**gap**')} | ${told(backup, second, '–')} |`,
	);
	const table = ['| Competency | Tell | Backup |', '| --- | --- | --- |', ...rows].join('\n');
	return planned.some(({ tries }) => tries) ? `${table}\n\n${aboutTries}` : table;
}

/** What stands below the table where it proposes stories. */
const aboutTries =
	'*try*: no story is tagged with it yet, and this one comes near. ' +
	'“Tag the Stories of This Plan…” tags those that you agree with.';

function competencyPart(
	{ competency, primary, backup, tries = [], near = [] }: PlannedCompetency,
	context: PlanContext,
): string {
	const parts = [`## ${escapeMarkdown(competency.name)}`];
	if (primary)
		parts.push(
			`**Tell:** ${storyLine(primary, competency.id, context)}`,
			...angleLines(primary, competency),
			...openings(context.cardOf(primary)),
		);
	else if (tries.length > 0)
		parts.push(
			...tries.flatMap((each, index) => [
				`**${index === 0 ? 'Try' : 'Or'}:** ${tryLine(each, context)}`,
				...angleLines(each.entry, competency, each.kin),
			]),
		);
	else parts.push('**Gap:** no story of yours is left to tell for it.', ...nearestLine(near, context));
	if (primary) parts.push(`**Backup:** ${backup ? storyLine(backup, competency.id, context) : 'none'}`);
	if (primary && backup) parts.push(...angleLines(backup, competency));
	const questions = competency.questions.slice(0, maxQuestions).map(({ text }) => `- ${escapeMarkdown(text)}`);
	if (questions.length > 0) parts.push(`Asked as:\n\n${questions.join('\n')}`);
	return parts.join('\n\n');
}

/** With which sentence the story is turned to the competency, else to the one it is kin to. */
function angleLines({ story: { details } }: LibraryStory, competency: Competency, kin?: Competency): readonly string[] {
	const text = angleFor(details.angles, competency) ?? (kin && angleFor(details.angles, kin));
	return text === undefined ? [] : [`**Angle:** ${escapeMarkdown(text)}`];
}

function tryLine({ entry, kin, because }: Try, context: PlanContext): string {
	return [
		link(entry, context.linkTo),
		...(kin ? [`tagged ${escapeMarkdown(kin.name)}`] : []),
		...(because === undefined ? [] : [`“${escapeMarkdown(because)}”`]),
		...toldParts(entry, context),
	].join(' · ');
}

function nearestLine(near: readonly LibraryStory[], { linkTo }: PlanContext): readonly string[] {
	return near.length === 0
		? []
		: [`Not tagged with it, but near: ${near.map((entry) => link(entry, linkTo)).join(' · ')}`];
}

/** What to open with, the numbers to remember, and what is asked next. */
function openings({ hook, metrics, probes }: CueCard): readonly string[] {
	return [
		...(hook === undefined ? [] : [`> ${escapeMarkdown(hook)}`]),
		...(metrics.length === 0 ? [] : [`Remember: ${metrics.map(escapeMarkdown).join(' · ')}`]),
		...(probes.length === 0 ? [] : [probesMarkdown(probes)]),
	];
}

function toldParts(entry: LibraryStory, { toldOf }: PlanContext): readonly string[] {
	const told = toldOf?.(entry);
	return told === undefined ? [] : [`**${escapeMarkdown(told)}**`];
}

function storyLine(entry: LibraryStory, competency: string, context: PlanContext): string {
	const { linkTo, cardOf } = context;
	const { status, strength } = entry.story.details;
	const { spoken } = cardOf(entry);
	const merits = [
		...(isPrimary(entry, competency) ? [] : ['secondary']),
		...(status === 'ready' ? [] : [status]),
		...(strength === undefined ? [] : [`strength ${strength}`]),
		...(spoken === undefined ? [] : [spoken]),
	];
	return [link(entry, linkTo), ...merits, ...toldParts(entry, context)].join(' · ');
}

function link(entry: LibraryStory, linkTo: PlanContext['linkTo']): string {
	const title = escapeMarkdown(entry.story.title);
	const target = linkTo(entry);
	return target === undefined ? title : `[${title}](${target})`;
}

/** What a plan is made for, by its front matter. */
export interface PlanHeader {
	/** Id of the framework. */
	readonly framework: string;
	/** Ids or names of the competencies that are asked for, where those of the framework are not all. */
	readonly asks?: readonly string[];
	/** With whom the interview is. */
	readonly company?: string;
	/** As written; absent where the calendar has no such day. */
	readonly date?: string;
}

/** What a plan is made for; undefined for another document. */
export function planHeader(text: string): PlanHeader | undefined {
	const entries = readFrontMatter(text)?.entries ?? [];
	const valueOf = (name: string) => entries.find(({ key }) => key.value === name)?.value;
	const textOf = (name: string) => {
		const value = valueOf(name);
		return value?.kind === 'scalar' ? value.text.trim() : '';
	};
	const framework = textOf('framework');
	if (textOf('type') !== planType || framework === '') return undefined;
	const asks = valueOf('asks');
	const items = asks?.kind === 'list' ? asks.items : asks ? [asks] : [];
	const names = items.flatMap((item) => (item.kind === 'scalar' ? [item.text.trim()] : [])).filter(Boolean);
	const company = textOf('company');
	const date = dateIn(textOf('date'));
	return {
		framework,
		...(names.length > 0 && { asks: names }),
		...(company !== '' && { company }),
		...(date !== undefined && { date }),
	};
}
