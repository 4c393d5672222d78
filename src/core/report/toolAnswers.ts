import { normaliseName } from '../framework/nearness.ts';
import { sectionTitles } from '../framework/sectionKind.ts';
import { targetText } from '../library/coverage.ts';
import type { FoundStory } from '../questions/recall/findStories.ts';
import type { ProbedCompetency, QuestionReading } from '../questions/recall/readQuestion.ts';
import { unansweredAdvice, type UnansweredKind } from '../questions/recall/unanswered.ts';
import type { Report, ReportCompetency, ReportQuestion, ReportStory } from './report.ts';
import { contextLine, questionsInNeed, cardFacts, summaryLine } from './wording.ts';

/** How many questions an answer names: enough to choose the next one from. */
const maxQuestions = 20;

/**
 * Tells a language model what the stories cover, in a text that its reader can read first.
 *
 * @param wanted id or name of one competency; all when left out
 */
export function coverageAnswer(report: Report, wanted?: string): string {
	const isWanted = ({ id, name }: ReportCompetency) =>
		wanted === undefined || [id, name].some((each) => normaliseName(each) === normaliseName(wanted));
	const competencies = report.competencies.filter(isWanted);
	if (competencies.length === 0) {
		const known = report.competencies.map(({ name }) => name).join(', ');
		return `There is no competency “${wanted ?? ''}” here. There are: ${known}.`;
	}
	const names = new Set(competencies.map(({ name }) => name));
	const questions = questionsInNeed(report).filter((question) =>
		question.competencies.some((name) => names.has(name)),
	);
	const parts = [summaryLine(report), ...competencies.map((competency) => competencyText(competency, report))];
	if (questions.length > 0) parts.push(questionsText(questions, report));
	return parts.join('\n\n');
}

function competencyText(
	{ name, target, state, ready, best, advice, prompts, opportunities }: ReportCompetency,
	{ stories }: Report,
): string {
	const lines = [`${name}: ${ready} ready, ${targetText(target)} wanted, ${state}. ${advice}`];
	for (const [rank, { story, why }] of best.entries()) {
		lines.push(`${rank === 0 ? 'Tell first' : 'Then'}: “${stories[story]?.title ?? ''}” (${why.join(', ')})`);
	}
	if (prompts.length > 0) lines.push(`To recall one, ask: ${prompts.join(' ')}`);
	for (const { text, when } of opportunities) lines.push(`Planned: ${text}${when === undefined ? '' : `, ${when}`}`);
	return lines.join('\n');
}

function questionsText(questions: readonly ReportQuestion[], report: Report): string {
	const shown = questions.slice(0, maxQuestions).map(({ text, stories }) => {
		const [only] = stories;
		return `- ${text} ${only === undefined ? '(no story)' : `(only “${report.stories[only]?.title ?? ''}”)`}`;
	});
	const rest = questions.length - shown.length;
	return ['Questions with no story or only one:', ...shown, ...(rest > 0 ? [`and ${rest} more.`] : [])].join('\n');
}

/** A story that was found, and how a report tells of it. */
export interface AnsweringStory {
	readonly found: FoundStory;
	readonly story: ReportStory;
}

/**
 * Tells a language model which stories answer a question, in a text that its reader can read first: their cue cards,
 * not the stories themselves.
 *
 * @param stories those to tell of, the best first
 */
export function findAnswer({ competencies, unanswered }: QuestionReading, stories: readonly AnsweringStory[]): string {
	const head = unanswered ? [unansweredText(unanswered)] : probedTexts(competencies);
	if (stories.length === 0 && !unanswered) head.push('No story answers this question.');
	return [...head, ...stories.map(storyText)].join('\n\n');
}

function unansweredText(kind: UnansweredKind): string {
	const { asks, advice } = unansweredAdvice[kind];
	return `The question asks ${asks}: no story answers it. ${advice}`;
}

/** How many competencies are named. */
const maxProbed = 3;

function probedTexts(competencies: readonly ProbedCompetency[]): string[] {
	const shown = competencies.slice(0, maxProbed);
	if (shown.length === 0) return [];
	const names = shown.map(({ competency, confidence }) =>
		confidence === 'likely' ? competency.name : `${competency.name} (possibly)`,
	);
	const inactive = shown.flatMap(({ competency, framework }) =>
		framework ? [`${competency.name} is in ${framework.name}, which is not active.`] : [],
	);
	return [`The question probes: ${names.join(', ')}.`, ...inactive];
}

function storyText({ found, story }: AnsweringStory, index: number): string {
	const context = contextLine(story);
	return [
		`${index + 1}. “${story.title}” (${found.fit}${reasons(found)})`,
		cardFacts(story).join(' · '),
		...(context === '' ? [] : [context]),
		...(story.opening === undefined ? [] : [`Opens with: ${story.opening}`]),
		...story.lines.map(({ kind, text }) => `${sectionTitles[kind]}: ${text}`),
		...(story.metrics.length > 0 ? [`Numbers: ${story.metrics.join('; ')}`] : []),
		`In ${story.path}, line ${story.line}`,
	].join('\n');
}

function reasons({ proves, answers, mentions }: FoundStory): string {
	const parts = [
		...(proves ? [proofText(proves)] : []),
		...(answers === undefined ? [] : [`answers “${answers}”`]),
		...(mentions.length > 0 ? [`mentions ${mentions.join(', ')}`] : []),
	];
	return parts.length > 0 ? `: ${parts.join('; ')}` : '';
}

function proofText({ competency, as, kinTo }: NonNullable<FoundStory['proves']>): string {
	return as === 'kin'
		? `proves ${competency.name}, which is kin to ${kinTo?.name ?? 'it'}`
		: `proves ${competency.name}, ${as} tag`;
}
