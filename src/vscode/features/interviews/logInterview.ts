import * as vscode from 'vscode';
import { type InterviewMeeting, isSameMeeting, roundText } from '../../../core/questions/interviews/interview.ts';
import type { FiledInterview, InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import { companyKey } from '../../../core/questions/interviews/tellings.ts';
import { dateIn } from '../../../core/story/meantValue.ts';
import { localDay } from '../../../core/text/day.ts';
import { commands } from '../../ids.ts';
import { askInTurn, back, inputStep, type Step } from '../../steps.ts';
import { pickFolder } from '../commands/newFile.ts';
import type { HeardStories } from './heardStories.ts';

/** Logs an interview that was held, and shows where it stands: what was asked is written there, or by command. */
export function registerLogInterview(interviews: InterviewFiles, heard: HeardStories): vscode.Disposable {
	return vscode.commands.registerCommand(commands.logInterview, async () => {
		const [company] = await heard.companies();
		const logged = await askAndLog(interviews, company === undefined ? {} : { company });
		if (!logged) return;
		const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(logged.file, true));
		const { end } = document.lineAt(Math.min(logged.line, document.lineCount - 1)).range;
		await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(end, end) });
	});
}

/**
 * Asks with whom and when an interview was, and logs it.
 *
 * @param known what is proposed
 * @returns the interview as it is in the list; undefined where the author changed their mind, or it could not be logged
 */
export async function askAndLog(
	interviews: InterviewFiles,
	known: InterviewMeeting,
): Promise<FiledInterview | undefined> {
	const folder = await pickFolder('Where does the interview belong?');
	if (!folder) return undefined;
	await interviews.load();
	// Who goes back sees what they had typed.
	const typed: TypedMeeting = { ...known };
	const meeting = await askInTurn(known, () => stepsFor(interviews, typed));
	if (!meeting) return undefined;
	const uri = folder.uri.toString();
	if (!(await interviews.log(uri, meeting))) return undefined;
	const { company = '', date } = meeting;
	const own = interviews.all.filter((each) => each.company === company.trim() && each.date === date);
	return own.find((each) => isSameMeeting(each, meeting)) ?? own.at(-1);
}

/** What was typed so far. */
type TypedMeeting = { -readonly [Part in keyof InterviewMeeting]: InterviewMeeting[Part] };

function stepsFor(interviews: InterviewFiles, typed: TypedMeeting): readonly Step<InterviewMeeting>[] {
	const title = 'Log an Interview';
	return [
		async (answers, place) => {
			const company = await inputStep({
				...place,
				title,
				prompt: 'Which company was it with?',
				value: typed.company ?? '',
				complaint: (value) => (value === '' ? 'A name is enough.' : undefined),
			});
			if (company === back || company === undefined) return company;
			typed.company = company;
			return { ...answers, company };
		},
		async (answers, place) => {
			const round = await inputStep({
				...place,
				title,
				prompt: 'Which round? Enter leaves it open.',
				placeHolder: '1, phone screen, onsite with Priya',
				value: typed.round ?? nextRound(interviews, answers.company ?? ''),
			});
			if (round === back || round === undefined) return round;
			typed.round = round;
			const { round: _, ...others } = answers;
			return round === '' ? others : { ...others, round: roundText(round) };
		},
		async (answers, place) => {
			const date = await inputStep({
				...place,
				title,
				prompt: 'When was it?',
				value: typed.date ?? localDay(new Date()),
				complaint: (value) => (dateOf(value) === undefined ? 'A day is written as 2026-12-01.' : undefined),
			});
			return date === back || date === undefined ? date : { ...answers, date: dateOf(date) ?? date };
		},
	];
}

function dateOf(text: string): string | undefined {
	const date = dateIn(text);
	return date !== undefined && date.length > 'YYYY'.length ? date : undefined;
}

/** The number after that of the last round; empty where rounds have no numbers. */
function nextRound(interviews: InterviewFiles, company: string): string {
	const rounds = interviews.all.filter((each) => companyKey(each.company ?? '') === companyKey(company));
	const numbers = rounds.flatMap(({ round }) => Number(/^round (\d+)$/iu.exec(round ?? '')?.[1] ?? 0));
	const last = Math.max(0, ...numbers);
	return last === 0 ? '' : String(last + 1);
}
