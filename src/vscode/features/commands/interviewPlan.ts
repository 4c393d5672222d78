import * as vscode from 'vscode';
import type { Framework } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import { type Encodings, reasonAgainstEditing, reasonAgainstTexts } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { storyFileName } from '../../../core/library/storyFileName.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import type { PlannedCompetency } from '../../../core/questions/plan/interviewPlan.ts';
import {
	type Interview,
	type PlanContext,
	planDocument,
	planParts,
} from '../../../core/questions/plan/planDocument.ts';
import { updatePlan } from '../../../core/questions/plan/planRegions.ts';
import { wordless } from '../../../core/story/model.ts';
import { pickOne, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { entriesOf } from '../../files.ts';
import { commands } from '../../ids.ts';
import { showPreview } from '../../markdownPreview.ts';
import { toTextEdits } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';
import type { HeardStories } from '../interviews/heardStories.ts';
import { cueCardOf } from './cueCards.ts';
import { createFile, pickFolder } from './newFile.ts';
import { storyLink } from './openStory.ts';
import { plannedForIn, plannedStories, type PlannedStoriesServices } from './plannedStories.ts';
import { registerPlanLenses } from './planLenses.ts';

/** What plans are made with. */
export interface PlanServices extends PlannedStoriesServices {
	readonly heard: Pick<HeardStories, 'warning'>;
	readonly workspace: Encodings & Pick<WorkspaceFiles, 'readBytes'>;
}

/** Plans an interview as a document, and brings such a document up to date. */
export function registerInterviewPlan(services: PlanServices): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(vscode.commands.registerCommand(commands.planInterview, () => plan(services)));
	disposables.add(
		vscode.commands.registerCommand(commands.regeneratePlan, (uri?: unknown) =>
			regenerate(uri instanceof vscode.Uri ? uri : undefined, services),
		),
	);
	disposables.add(registerPlanLenses(services));
	return disposables;
}

/** Where plans are kept, from the root of the folder. */
export const plansFolder = 'interviews';

async function plan(services: PlanServices): Promise<void> {
	const folder = await pickFolder('Where does the plan belong?');
	const title = 'Plan an Interview';
	const meeting = folder && (await askForMeeting(title));
	const framework = meeting && (await pickFramework(folder, title, services.frameworks));
	if (folder && meeting && framework) await createPlan(folder, { ...meeting, framework }, services);
}

/** Makes the plan, and shows it. */
export async function createPlan(
	folder: vscode.WorkspaceFolder,
	interview: Interview,
	services: PlanServices,
): Promise<void> {
	const planned = await plannedStories(interview.framework, services);
	const directory = vscode.Uri.joinPath(folder.uri, plansFolder);
	const taken = new Set((await entriesOf(directory)).map((name) => name.toLowerCase()));
	const name = storyFileName([interview.date, interview.company].filter(Boolean).join(' '), (wanted) =>
		taken.has(wanted),
	);
	const uri = vscode.Uri.joinPath(directory, name);
	const text = planDocument(interview, planned, await contextFor(uri, planned, interview.company, services));
	if (!(await createFile(uri, text))) return;
	await vscode.window.showTextDocument(uri, { preview: false });
	await showPreview(uri, true);
}

/** Asks with whom and when an interview is. */
export async function askForMeeting(title: string): Promise<Pick<Interview, 'company' | 'date'> | undefined> {
	const company = await vscode.window.showInputBox({
		title,
		prompt: 'Which company is it with?',
		validateInput: (value) => (value.trim() === '' ? 'A name is enough.' : undefined),
	});
	if (company === undefined) return undefined;
	const date = await vscode.window.showInputBox({
		title,
		prompt: 'When is it? Leave it empty if you do not know yet.',
		placeHolder: '2026-12-01',
		validateInput: (value) =>
			value.trim() === '' || isDay(value.trim()) ? undefined : 'A day is written as 2026-12-01.',
	});
	if (date === undefined) return undefined;
	return { company: company.trim(), ...(date.trim() !== '' && { date: date.trim() }) };
}

async function pickFramework(
	folder: vscode.WorkspaceFolder,
	title: string,
	frameworks: Frameworks,
): Promise<Framework | undefined> {
	const active = frameworks.for(folder.uri.toString());
	const others = [...(await frameworks.builtIn()).values()].filter(
		({ id }) => !active.some((framework) => framework.id === id),
	);
	const rowOf = (framework: Framework, description?: string) => ({
		label: framework.name,
		...(description !== undefined && { description }),
		detail: framework.competencies.map(({ name }) => name).join(' · '),
		framework,
	});
	const rows = [
		...active.map((framework) => rowOf(framework, 'active')),
		...others.map((framework) => rowOf(framework)),
	];
	const picked = await pickOne(rows, { title, placeHolder: 'What do they interview by?' });
	return picked?.framework;
}

/** @param uri of the plan; the document in the active editor when left out */
async function regenerate(uri: vscode.Uri | undefined, services: PlanServices): Promise<void> {
	const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
	const header = document && (await services.language.call('planHeader', [document.getText()], { urgent: true }));
	if (!document || !header) {
		void showInformationMessage('This is no interview plan: “Plan an Interview…” makes one.');
		return;
	}
	const { framework, fault = '' } = await plannedForIn(header, document.uri, services.frameworks);
	if (!framework || fault !== '') {
		void showErrorMessage(fault);
		return;
	}
	const planned = await plannedStories(framework, services);
	const parts = planParts(planned, await contextFor(document.uri, planned, header.company, services));
	const own = asOpenDocument(document);
	const edits = updatePlan(document.getText(), parts);
	const reason =
		(await reasonAgainstEditing(own, services.workspace)) ??
		(await reasonAgainstTexts(edits, own.encoding, services.workspace));
	if (reason !== undefined) {
		void showErrorMessage(`${nameOf(own.uri)}: ${reason}`);
		return;
	}
	const edit = new vscode.WorkspaceEdit();
	edit.set(document.uri, toTextEdits(document, edits));
	await vscode.workspace.applyEdit(edit);
}

async function contextFor(
	uri: vscode.Uri,
	planned: readonly PlannedCompetency[],
	company: string | undefined,
	{ frameworks, storyFiles, heard }: PlanServices,
): Promise<PlanContext> {
	const full = await storyFiles.withWords([
		...new Set(planned.flatMap(({ primary, backup }) => [primary ?? [], backup ?? []].flat())),
	]);
	return {
		linkTo: (entry: LibraryStory) => storyLink(entry, storyFiles.index.get(entry.file).kind === 'story', uri),
		cardOf: (entry: LibraryStory) =>
			cueCardOf(full.get(entry) ?? wordless(entry.story), vscode.Uri.parse(entry.file, true), frameworks),
		toldOf: (entry: LibraryStory) => heard.warning(entry, company === undefined ? [] : [company]),
	};
}

/** Whether the calendar has the day: `2026-02-30` is none. */
function isDay(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
	const day = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
