import * as vscode from 'vscode';
import type { Lookups } from '../../../core/framework/lookups.ts';
import { matrixStory } from '../../../core/library/matrix/matrixStory.ts';
import { type BoardQuestion, questionBoard } from '../../../core/library/matrix/questionBoard.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import type { ScheduledQuestion } from '../../../core/questions/practice/schedule.ts';
import type { AnswerRow } from './answerRows.ts';

/** How many questions each group offers: enough to choose from at a glance. */
const maxEach = 5;

/**
 * What to ask while nothing is typed: questions that practice has due, those that were practised last, and those that
 * no story answers.
 *
 * @param now in milliseconds since 1970
 */
export function questionRows(
	stories: readonly LibraryStory[],
	{ frameworks, level }: Lookups,
	schedule: readonly ScheduledQuestion[],
	now: number,
): readonly AnswerRow[] {
	const board = questionBoard(stories.map(matrixStory), frameworks, undefined, undefined, undefined, level);
	const byId = new Map(board.map((question) => [question.id, question]));
	const shown = new Set<string>();
	const fresh = (questions: readonly (BoardQuestion | undefined)[]) => {
		const chosen = questions.filter((each) => each !== undefined && !shown.has(each.id)).slice(0, maxEach);
		for (const each of chosen) if (each) shown.add(each.id);
		return chosen.flatMap((each) => each ?? []);
	};
	const due = schedule.filter((each) => each.due <= now).toSorted((a, b) => a.due - b.due);
	const lately = schedule.toSorted((a, b) => b.last - a.last);
	const groups: readonly (readonly [string, readonly BoardQuestion[], string])[] = [
		['Due to be practised', fresh(due.map(({ question }) => byId.get(question))), 'history'],
		['Asked lately', fresh(lately.map(({ question }) => byId.get(question))), 'comment-discussion'],
		['No story answers yet', fresh(board.filter(({ state }) => state === 'none')), 'circle-slash'],
	];
	return groups.flatMap(([label, questions, icon]) =>
		questions.length === 0
			? []
			: [
					{ label, kind: vscode.QuickPickItemKind.Separator },
					...questions.map((question) => questionRow(question, icon)),
				],
	);
}

function questionRow({ text, competencies }: BoardQuestion, icon: string): AnswerRow {
	return {
		label: text,
		description: competencies.map(({ name }) => name).join(' · '),
		iconPath: new vscode.ThemeIcon(icon),
		alwaysShow: true,
		question: text,
	};
}
