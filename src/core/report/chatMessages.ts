import type { FullStory } from '../story/model.ts';
import type { LineMap } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import { honestyRules, mockTask, probeTask, reviewTask } from './guidance.ts';
import { proposalForm } from './proposals.ts';
import type { Report, ReportQuestion } from './report.ts';

/** A story that a model is told of. */
export interface ToldStory {
	readonly story: FullStory;
	/** Everything that was found in it. */
	readonly findings: readonly Problem[];
	readonly lines: LineMap;
	/** Its Markdown. */
	readonly text: string;
}

/** What was found in a story, one a line; none where nothing was. */
export function findingLines({ findings, lines }: Pick<ToldStory, 'findings' | 'lines'>): readonly string[] {
	return findings.map(({ span, message, rule }) => `line ${lines.lineAt(span.start) + 1}: ${message} (${rule})`);
}

/** What an interviewer asks next, with what stands ready. */
export function probeLines({ probes }: Pick<FullStory, 'probes'>): readonly string[] {
	return probes.map(
		({ question, answer }) => `${question}${answer === undefined ? '' : ` (answer at hand: ${answer})`}`,
	);
}

/** What a model is sent that reviews a story. */
export function reviewMessage(told: ToldStory): string {
	return [
		reviewTask,
		proposalForm,
		honestyRules,
		listed('What the check found', findingLines(told)),
		listed('What an interviewer asks next', probeLines(told.story)),
		`The story:\n\n${told.text.trim()}`,
	].join('\n\n');
}

/** What a model is sent that asks follow-ups. */
export function probeMessage({ story, text }: ToldStory): string {
	return [probeTask, honestyRules, listed('Probes', probeLines(story)), `The story:\n\n${text.trim()}`].join('\n\n');
}

/** As many as an interviewer chooses from. */
const maxQuestions = 12;

/** The questions for a mock interview, those that fewer stories answer first. */
export function mockQuestions({ questions }: Report): readonly string[] {
	const inNeed = (a: ReportQuestion, b: ReportQuestion) =>
		Math.min(a.stories.length, 2) - Math.min(b.stories.length, 2);
	return questions
		.toSorted(inNeed)
		.slice(0, maxQuestions)
		.map(({ text, competencies }) => `${text}${competencies.length > 0 ? ` (${competencies.join(', ')})` : ''}`);
}

/** What a model is sent that holds a mock interview. */
export function mockMessage(report: Report): string {
	return [mockTask, honestyRules, listed('Questions', mockQuestions(report))].join('\n\n');
}

function listed(title: string, lines: readonly string[]): string {
	return `${title}:\n${lines.length === 0 ? '- nothing' : lines.map((line) => `- ${line}`).join('\n')}`;
}
