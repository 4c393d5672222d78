import { sectionTitles, sideTitles } from '../../framework/sectionKind.ts';
import { type CueProbe, probesTitle } from '../../library/cueCard.ts';
import { targetText } from '../../library/coverage.ts';
import { escapeTerminal } from '../../text/escape.ts';
import { capitalised, plural } from '../../text/words.ts';
import { unansweredAdvice } from '../../questions/recall/unanswered.ts';
import type { StoryPlaceInFile } from './answeringLibrary.ts';
import type { CardResult } from './cardResult.ts';
import type { CoverageResult } from './coverageResult.ts';
import type { FindResult } from './findResult.ts';
import type { ProbesResult } from './probesResult.ts';
import type { QuestionsResult } from './questionsResult.ts';

/** Answers in words, for a terminal and for language models: one fact a line, nothing that steers a terminal. */

/** How many competencies of a question are named. */
const maxAsked = 3;

/** @returns lines, without an end */
export function findText({ kind, advice, competencies, stories }: FindResult): string {
	if (kind !== 'behavioural' && stories.length === 0)
		return `The question asks ${unansweredAdvice[kind].asks}: no story answers it. ${advice ?? ''}`;
	const asked = competencies
		.slice(0, maxAsked)
		.map(({ name, confidence }) => (confidence === 'likely' ? name : `${name} (possibly)`));
	return lines([
		asked.length === 0 ? undefined : `Probes: ${asked.join(', ')}`,
		stories.length === 0 ? 'No story answers this question.' : undefined,
		...stories.flatMap((story, index) => [
			`${index + 1}. ${story.title} (${story.fit})`,
			`   ${placeText(story)}`,
			`   ${story.reasons.join(' · ')}`,
			...(story.angle === undefined ? [] : [`   “${story.angle}”`]),
			...(story.told === undefined ? [] : [`   ${capitalised(story.told)}`]),
		]),
	]);
}

/** @returns lines, without an end */
export function coverageText({ lens, stories, competencies }: CoverageResult): string {
	const head = `${stories === 0 ? 'No stories' : plural(stories, 'story', 'stories')}${lens === undefined ? '' : `, seen through ${lens}`}`;
	return lines([
		head,
		...competencies.flatMap(({ name, state, ready, target, advice, best, opportunities }) => [
			'',
			`${name}: ${state}, ${ready} ready, ${targetText(target)} wanted`,
			`  ${advice}`,
			...best.map(
				(story, rank) => `  ${rank === 0 ? 'Tell first' : 'Then'}: ${story.title} (${placeText(story)})`,
			),
			...opportunities.map(({ text, when }) => `  Planned: ${text}${when === undefined ? '' : `, ${when}`}`),
		]),
	]);
}

/** @returns lines, without an end */
export function cardText(card: CardResult): string {
	const { title, competencies, unknownTags, status, strength, spoken, opening, inShort, metrics, probes } = card;
	const facts = [
		...competencies,
		...unknownTags,
		status,
		...(strength === undefined ? [] : [`strength ${strength}`]),
		...(spoken === undefined ? [] : [spoken]),
	];
	return lines([
		title,
		facts.join(' · '),
		placeText(card),
		...(inShort === undefined ? [] : ['', `${sideTitles['in-short']}: ${inShort}`]),
		...(opening === undefined ? [] : ['', `“${opening}”`]),
		...(metrics.length === 0 ? [] : ['', ...metrics.map((metric) => `* ${metric}`)]),
		...(card.lines.length === 0
			? []
			: ['', ...card.lines.map(({ kind, text }) => `${sectionTitles[kind]}: ${text}`)]),
		...(probes.length === 0 ? [] : ['', `${probesTitle}:`, ...probes.flatMap(probeLines)]),
	]);
}

/** @returns lines, without an end */
export function questionsText({ questions }: QuestionsResult): string {
	if (questions.length === 0) return 'No questions.';
	return lines(
		questions.flatMap(({ id, text, competencies, stories }) => [
			`${text}${id === undefined ? '' : ` (${id})`}`,
			...(competencies.length === 0 ? [] : [`  Probes: ${competencies.map(({ name }) => name).join(', ')}`]),
			stories.length === 0
				? '  No story yet.'
				: `  ${stories
						.slice(0, maxAsked)
						.map((story) => `${story.title} (${placeText(story)})`)
						.join('; ')}${stories.length > maxAsked ? `; and ${stories.length - maxAsked} more` : ''}`,
		]),
	);
}

function probeLines({ question, answer }: CueProbe): readonly string[] {
	return [`? ${question}`, ...(answer === undefined ? [] : [`  ${answer}`])];
}

/** @returns lines, without an end */
export function probesText({ stories }: ProbesResult): string {
	if (stories.every(({ probes }) => probes.length === 0)) return 'No follow-up questions.';
	const asked = stories.filter(({ probes }) => probes.length > 0);
	return lines(
		asked.flatMap((story, index) => [
			...(index === 0 ? [] : ['']),
			`${story.title} (${placeText(story)})`,
			...story.probes.flatMap(probeLines),
		]),
	);
}

function placeText({ file, line }: StoryPlaceInFile): string {
	return `${file}:${line}`;
}

function lines(texts: readonly (string | undefined)[]): string {
	return texts.flatMap((text) => (text === undefined ? [] : escapeTerminal(text))).join('\n');
}
