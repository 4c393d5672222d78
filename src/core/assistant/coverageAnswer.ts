import { targetText } from '../bank/coverage.ts';
import { normaliseName } from '../framework/lookup.ts';
import type { Report, ReportCompetency, ReportQuestion } from '../report/report.ts';
import { questionsInNeed, summaryLine } from '../report/wording.ts';

/** Questions that are named at most: enough to choose the next one from. */
const mostQuestions = 20;

/**
 * Tells a language model what the stories cover, in a text that its reader can read first.
 * @param wanted id or name of one competency; all when left out
 */
export function coverageAnswer(report: Report, wanted?: string): string {
	const isWanted = ({ id, name }: ReportCompetency) => wanted === undefined || [id, name].some((each) => normaliseName(each) === normaliseName(wanted));
	const competencies = report.competencies.filter(isWanted);
	if (competencies.length === 0) {
		return `There is no competency “${wanted ?? ''}” here. There are: ${report.competencies.map(({ name }) => name).join(', ')}.`;
	}
	const names = new Set(competencies.map(({ name }) => name));
	const questions = questionsInNeed(report).filter((question) => question.competencies.some((name) => names.has(name)));
	const parts = [summaryLine(report), ...competencies.map((competency) => competencyText(competency, report))];
	if (questions.length > 0) parts.push(questionsText(questions, report));
	return parts.join('\n\n');
}

function competencyText({ name, target, state, ready, best, advice, prompts, opportunities }: ReportCompetency, { stories }: Report): string {
	const lines = [`${name}: ${ready} ready of ${targetText(target)} wanted, ${state}. ${advice}`];
	for (const [rank, { story, why }] of best.entries()) {
		lines.push(`${rank === 0 ? 'Tell first' : 'Then'}: “${stories[story]?.title ?? ''}” (${why.join(', ')})`);
	}
	if (prompts.length > 0) lines.push(`To recall one, ask: ${prompts.join(' ')}`);
	for (const { text, when } of opportunities) lines.push(`Planned: ${text}${when === undefined ? '' : `, ${when}`}`);
	return lines.join('\n');
}

function questionsText(questions: readonly ReportQuestion[], report: Report): string {
	const shown = questions.slice(0, mostQuestions).map(({ text, stories }) => {
		const [only] = stories;
		return `- ${text} ${only === undefined ? '(no story)' : `(only “${report.stories[only]?.title ?? ''}”)`}`;
	});
	const rest = questions.length - shown.length;
	return ['Questions with no story or only one:', ...shown, ...(rest > 0 ? [`and ${rest} more.`] : [])].join('\n');
}
