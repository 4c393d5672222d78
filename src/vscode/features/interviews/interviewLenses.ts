import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryIndex } from '../../../core/library/storyIndex.ts';
import { meetingText } from '../../../core/questions/interviews/interview.ts';
import type { FiledInterview, InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import { landings } from '../../../core/questions/interviews/landing.ts';
import { untold } from '../../../core/questions/interviews/tellings.ts';
import { escapeLabel } from '../../../core/text/escape.ts';
import { capitalised, shorten } from '../../../core/text/words.ts';
import { pickOne } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';

/**
 * Offers over each interview of the list what one does with it: to note what was asked, and how a story landed. Says
 * which of the stories that were told are none of the library's.
 *
 * @param allKnown resolves when every story of the workspace is known
 */
export function registerInterviewLenses(
	interviews: InterviewFiles,
	index: StoryIndex,
	allKnown: () => Promise<void>,
): vscode.Disposable {
	const disposables = new Disposables();
	const changes = disposables.add(new vscode.EventEmitter<void>());
	disposables.add(interviews.onDidChange(() => changes.fire()));
	disposables.add(
		index.onDidChange(() => {
			if (interviews.all.length > 0) changes.fire();
		}),
	);
	const provider: vscode.CodeLensProvider = {
		onDidChangeCodeLenses: changes.event,
		async provideCodeLenses(document) {
			const ownOf = () => interviews.all.filter(({ file }) => file === document.uri.toString());
			if (ownOf().length === 0 || !readSettings(document.uri).codeLens) return [];
			await allKnown();
			return ownOf().flatMap((interview) => lensesOf(interview, untold(interview, index.stories())));
		},
	};
	disposables.add(vscode.languages.registerCodeLensProvider({ language: 'markdown' }, provider));
	disposables.add(
		vscode.commands.registerCommand(commands.sayHowItLanded, async (place?: InterviewPlace) => {
			const interview = place && interviewAt(interviews, place);
			if (interview) await land(interview, interviews);
		}),
	);
	return disposables;
}

/** Where an interview stands. */
export interface InterviewPlace {
	readonly file: string;
	readonly index: number;
}

/** The interview that a command was given. */
export function interviewAt(interviews: InterviewFiles, place: InterviewPlace): FiledInterview | undefined {
	return interviews.all.find(({ file, index }) => file === place.file && index === place.index);
}

function lensesOf(interview: FiledInterview, unknown: readonly string[]): readonly vscode.CodeLens[] {
	const { file, index, line } = interview;
	const place: InterviewPlace = { file, index };
	const range = new vscode.Range(line, 0, line, 0);
	const asked = new vscode.CodeLens(range, {
		title: 'It was asked…',
		tooltip: 'Note a question of this interview, and the story that you told',
		command: commands.itWasAsked,
		arguments: [{ interview: place }],
	});
	const lenses = [asked];
	if (unknown.length > 0) {
		const names = unknown.map((name) => `“${shorten(name)}”`).join(', ');
		lenses.push(
			new vscode.CodeLens(range, {
				title: `Which story is ${escapeLabel(names)}?`,
				tooltip:
					'A story goes by its title, by words that only its title has, by the name of its file, or as a link',
				command: '',
			}),
		);
	}
	if (openAnswers(interview).length === 0) return lenses;
	const landed = new vscode.CodeLens(range, {
		title: 'How did it land?',
		tooltip: 'Say how a story landed',
		command: commands.sayHowItLanded,
		arguments: [place],
	});
	return [...lenses, landed];
}

/** The questions with a story of which nothing is said yet. */
function openAnswers({ asked }: FiledInterview): readonly { readonly label: string; readonly index: number }[] {
	return asked.flatMap(({ question, told, landed }, index) =>
		told && !landed ? [{ label: question === '' ? told.text : question, index }] : [],
	);
}

async function land(interview: FiledInterview, interviews: InterviewFiles): Promise<void> {
	const open = openAnswers(interview);
	const title = meetingText(interview);
	const answer = open.length > 1 ? await pickOne(open, { title, placeHolder: 'Which question?' }) : open[0];
	if (!answer) return;
	const rows = landings.map((how) => ({ label: capitalised(how), how }));
	const picked = await pickOne(rows, { title, placeHolder: `How did it land? ${answer.label}` });
	if (picked) await interviews.land(interview, answer.index, picked.how);
}
