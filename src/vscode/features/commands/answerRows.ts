import * as vscode from 'vscode';
import type { Competency } from '../../../core/framework/model.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import {
	type Fit,
	type Found,
	foundReason,
	type FoundStory,
	toldFor,
} from '../../../core/questions/recall/findStories.ts';
import type { ProbedCompetency } from '../../../core/questions/recall/readQuestion.ts';
import { unansweredAdvice } from '../../../core/questions/recall/unanswered.ts';
import { capitalised } from '../../../core/text/words.ts';
import { commands } from '../../ids.ts';

/** How many stories are listed for a question. */
const maxStories = 8;
/** The same where a framework can be switched on: that row is to be seen without scrolling. */
const maxBesideSwitch = 5;

/** A row of the list of stories for a question: a story, a command, a question to ask, or a sentence alone. */
export interface AnswerRow extends vscode.QuickPickItem {
	readonly entry?: LibraryStory;
	/** The competencies that its story is told for, the likeliest first; absent where none is known. */
	readonly asked?: readonly Competency[];
	/** The id of a command with its arguments. */
	readonly command?: readonly [string, ...unknown[]];
	/** The id of a built-in framework to switch on, after which the same question is answered anew. */
	readonly framework?: string;
	/** A question that is asked when the row is chosen. */
	readonly question?: string;
}

/** The title of the list where a question does not show which competency it asks about. */
export const untitled = 'Find a Story for a Question';

/**
 * The rows of the stories for a question, and the title above them.
 *
 * @param isReading whether stories are still being read, of which one may fit
 * @param buttons of the rows of stories
 * @param toldOf what to know before a story is told, where there is something
 */
export function answerRows(
	{ competencies, unanswered, stories }: Found,
	isReading: boolean,
	buttons: readonly vscode.QuickInputButton[],
	toldOf: (entry: LibraryStory) => string | undefined = () => undefined,
): { readonly title: string; readonly rows: readonly AnswerRow[] } {
	const inactive = inactiveRows(competencies);
	const told = stories
		.slice(0, inactive.length > 0 ? maxBesideSwitch : maxStories)
		.map((story) => storyRow(story, toldFor(story.proves, competencies), buttons, toldOf(story.entry)));
	if (unanswered) {
		const { asks, advice } = unansweredAdvice[unanswered];
		const row: AnswerRow = {
			label: 'No story answers this one',
			detail: advice,
			iconPath: new vscode.ThemeIcon('lightbulb'),
			alwaysShow: true,
		};
		return { title: `Asks ${asks}`, rows: [...told, row] };
	}
	// Not a separator, whose words would stand in the place of the first row's.
	const title = titleOf(competencies);
	if (isReading && stories.length === 0) return { title, rows: inactive };
	const none: AnswerRow = {
		label: 'No story of yours fits this question',
		iconPath: new vscode.ThemeIcon('circle-slash'),
		alwaysShow: true,
	};
	const gaps = stories.some(({ fit }) => fit === 'strong')
		? []
		: gapRows(competencies.find(({ active }) => active)?.competency);
	return { title, rows: [...(told.length > 0 ? told : [none]), ...inactive, ...gaps] };
}

/** How many competencies the title names. */
const maxNamed = 3;

function titleOf(competencies: readonly ProbedCompetency[]): string {
	const likely = competencies.filter(({ confidence }) => confidence === 'likely');
	const shown = (likely.length > 0 ? likely : competencies).slice(0, maxNamed);
	if (shown.length === 0) return untitled;
	const names = shown.map(({ competency }) => competency.name).join(' · ');
	return likely.length > 0 ? `Asks about ${names}` : `May ask about ${names}`;
}

/** What the question asks for and no active framework has: at most the likeliest. */
function inactiveRows(competencies: readonly ProbedCompetency[]): readonly AnswerRow[] {
	const asked = competencies.find(({ active, framework }) => !active && framework !== undefined);
	const best = competencies[0];
	if (!asked?.framework || !best || (asked !== best && asked.confidence !== 'likely')) return [];
	const { competency, framework } = asked;
	return [
		{
			label: `${competency.name} is in ${framework.name}: switch it on`,
			detail: competency.description,
			iconPath: new vscode.ThemeIcon('add'),
			alwaysShow: true,
			framework: framework.id,
		},
	];
}

const fitIcons: Readonly<Record<Fit, string>> = { strong: 'star-full', workable: 'star-half', stretch: 'star-empty' };

function storyRow(
	found: FoundStory,
	asked: readonly Competency[],
	buttons: readonly vscode.QuickInputButton[],
	told: string | undefined,
): AnswerRow {
	const { entry, fit } = found;
	return {
		label: entry.story.title,
		description: fit,
		// What stands at the end of a long row is not seen.
		detail: [
			...(told === undefined ? [] : [capitalised(told)]),
			...(found.angle === undefined ? [] : [`“${found.angle}”`]),
			foundReason(found),
		].join(' · '),
		iconPath: new vscode.ThemeIcon(fitIcons[fit]),
		alwaysShow: true,
		buttons,
		entry,
		...(asked.length > 0 && { asked }),
	};
}

/** What to do where no story answers well. */
function gapRows(competency: Competency | undefined): readonly AnswerRow[] {
	const label = competency ? `Write a story for ${competency.name}…` : 'Write a new story…';
	const write: AnswerRow = {
		label,
		iconPath: new vscode.ThemeIcon('add'),
		alwaysShow: true,
		command: competency ? [commands.newStoryFor, { coverage: { competency } }] : [commands.newStory],
	};
	const plan: AnswerRow = {
		label: 'Plan an opportunity to have one…',
		iconPath: new vscode.ThemeIcon('calendar'),
		alwaysShow: true,
		command: [commands.planOpportunity, competency && { kind: 'competency', coverage: { competency } }],
	};
	return [write, plan];
}
