import * as vscode from 'vscode';
import { createLookup } from '../../../core/framework/lookups.ts';
import type { Competency, Framework } from '../../../core/framework/model.ts';
import type { AskedFor, PostingLine } from '../../../core/questions/plan/posting.ts';
import { plural } from '../../../core/text/words.ts';
import { showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { chooseLines, type ListedLine } from './chooseLines.ts';
import { askForMeeting, createPlan, type PlanServices } from './interviewPlan.ts';
import { pickFolder } from './newFile.ts';

const title = 'Plan From a Job Description';

/** The framework that postings are read by. */
const readBy = 'staff-extended';

/** Makes the plan of an interview from what a pasted job description asks for. */
export function registerPlanFromPosting(services: PlanServices): vscode.Disposable {
	return vscode.commands.registerCommand(commands.planFromPosting, () => planFromPosting(services));
}

async function planFromPosting(services: PlanServices): Promise<void> {
	const taken = await takenText();
	if (!taken) {
		void showInformationMessage('Copy the job description, or select it; then run this again.');
		return;
	}
	const folder = await pickFolder('Where does the plan belong?');
	const base = folder && (await services.frameworks.builtIn()).get(readBy);
	if (!folder || !base) return;
	const lookups = services.frameworks.lookupsFor(folder.uri.toString());
	const read = await services.language.call('readPosting', [taken.text, { lookups }], { urgent: true });
	const { all } = createLookup([...lookups.frameworks, base]);
	const asking = read.filter(({ asked }) => asked.length > 0).length;
	const chosen = await chooseLines(listed(read), {
		title,
		placeHolder: `From ${taken.from}: ${asking} of ${plural(read.length, 'line')} seem to ask for something. Enter plans for what is ticked`,
		none: 'Asks for nothing that a story shows',
		which: 'What does it ask for?',
		competencies: all,
	});
	if (!chosen || chosen.length === 0) return;
	const meeting = await askForMeeting(title);
	if (!meeting) return;
	const framework = narrowed(base, all, chosen);
	const posting = chosen.map(({ text, competencies }) => ({
		text,
		competencies: framework.competencies.filter(({ id }) => competencies.includes(id)).map(({ name }) => name),
	}));
	await createPlan(folder, { ...meeting, framework, posting }, services);
}

/** A clipboard with less than this holds no job description, in UTF-16 code units. */
const minLength = 80;

/** The selection, else a document that is not saved anywhere, else the clipboard where that looks like a text. */
async function takenText(): Promise<{ readonly text: string; readonly from: string } | undefined> {
	const editor = vscode.window.activeTextEditor;
	const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
	if (selected.trim() !== '') return { text: selected, from: 'the selection' };
	if (editor?.document.isUntitled) {
		const text = editor.document.getText();
		if (text.trim().length >= minLength) return { text, from: 'the open document' };
	}
	const pasted = await vscode.env.clipboard.readText();
	return pasted.trim().length >= minLength ? { text: pasted, from: 'the clipboard' } : undefined;
}

/** Those that ask for something first, in the order of the posting. */
function listed(lines: readonly PostingLine[]): readonly ListedLine[] {
	const asking = lines.filter(({ asked }) => asked.length > 0);
	const silent = lines.filter(({ asked }) => asked.length === 0);
	return [...asking, ...silent].map(({ text, asked }) => {
		const likely = asked.filter(({ isLikely }) => isLikely);
		return {
			text,
			// What is only possible is meant where there is nothing else.
			competencies: (likely.length > 0 ? likely : asked).map(({ id }) => id),
			...(asked.length > 0 && { reason: reasonOf(likely.length > 0 ? likely : asked) }),
			isTicked: likely.length > 0,
		};
	});
}

/** Such as `Mentorship & Knowledge Sharing (“mentor”, “junior engineers”)`. */
function reasonOf(asked: readonly AskedFor[]): string {
	const parts = asked.map(({ name, words }) => {
		const said = words.slice(0, 3).map((word) => `“${word.toLowerCase()}”`);
		return said.length > 0 ? `${name} (${said.join(', ')})` : name;
	});
	return `${asked.some(({ isLikely }) => isLikely) ? '' : 'Perhaps '}${parts.join(' · ')}`;
}

/** The framework with the competencies that the lines ask for, in their order. */
function narrowed(base: Framework, all: readonly Competency[], lines: readonly ListedLine[]): Framework {
	const ids = new Set(lines.flatMap(({ competencies }) => competencies));
	return { ...base, competencies: all.filter(({ id }) => ids.has(id)) };
}
