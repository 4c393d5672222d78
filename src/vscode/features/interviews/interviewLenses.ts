import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { meetingText } from '../../../core/questions/interviews/interview.ts';
import type { FiledInterview, InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import { landings } from '../../../core/questions/interviews/landing.ts';
import { capitalised } from '../../../core/text/words.ts';
import { pickOne } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';

/** Offers over each interview of the list what one does with it: to note what was asked, and how a story landed. */
export function registerInterviewLenses(interviews: InterviewFiles): vscode.Disposable {
	const disposables = new Disposables();
	const changes = disposables.add(new vscode.EventEmitter<void>());
	disposables.add(interviews.onDidChange(() => changes.fire()));
	const provider: vscode.CodeLensProvider = {
		onDidChangeCodeLenses: changes.event,
		provideCodeLenses(document) {
			const own = interviews.all.filter(({ file }) => file === document.uri.toString());
			if (own.length === 0 || !readSettings(document.uri).codeLens) return [];
			return own.flatMap((interview) => lensesOf(interview));
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

function lensesOf(interview: FiledInterview): readonly vscode.CodeLens[] {
	const { file, index, line } = interview;
	const place: InterviewPlace = { file, index };
	const range = new vscode.Range(line, 0, line, 0);
	const asked = new vscode.CodeLens(range, {
		title: 'It was asked…',
		tooltip: 'Note a question of this interview, and the story that you told',
		command: commands.itWasAsked,
		arguments: [{ interview: place }],
	});
	const open = openAnswers(interview).length;
	if (open === 0) return [asked];
	const landed = new vscode.CodeLens(range, {
		title: 'How did it land?',
		tooltip: 'Say how a story landed',
		command: commands.sayHowItLanded,
		arguments: [place],
	});
	return [asked, landed];
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
