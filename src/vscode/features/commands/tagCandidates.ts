import * as vscode from 'vscode';
import type { Lookups } from '../../../core/framework/lookups.ts';
import type { Competency } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { asShown } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { candidatesFor, type CandidateArguments } from './chooseCandidates.ts';
import { storiesText } from './chooseStories.ts';
import { pickCompetency } from './pickCompetency.ts';

/** What the command uses. */
export interface TagCandidatesServices {
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	readonly libraryCoverage: LibraryCoverage;
	readonly storyEdits: StoryEdits;
	/** Resolves when all stories of the workspace are known. */
	readonly allKnown: () => Promise<void>;
}

/** Stories whose competencies are proposed in one call: a call of the worker may take 0.7 s of its processor time. */
const storiesACall = 10;

/** A candidate with the competency it is to be tagged with. */
interface Row {
	readonly entry: LibraryStory;
	/** Undefined where none is proposed, and none was chosen yet. */
	competency: Competency | undefined;
	/** Why it is proposed. */
	reason: string;
	isTicked: boolean;
}

/** Makes stories of candidates: one list with a proposed competency for each, and one edit for all that are ticked. */
export function registerTagCandidates(services: TagCandidatesServices): vscode.Disposable {
	return vscode.commands.registerCommand(commands.tagCandidates, async (...about: CandidateArguments) => {
		const { storyFiles, storyEdits, allKnown } = services;
		const rows = candidatesFor(about, storyFiles, allKnown).then((entries) => propose(entries, services));
		const picked = await chooseTags(rows, services);
		if (!picked || picked.length === 0) return;
		const label = `Tag ${storiesText(picked.map(({ entry }) => entry))}`;
		await storyEdits.apply(
			picked.map(({ entry, competency }) => ({ entry, change: { kind: 'tag', competency: competency.id } })),
			label,
		);
	});
}

async function propose(
	entries: readonly LibraryStory[],
	{ storyFiles, language, frameworks }: TagCandidatesServices,
): Promise<readonly Row[]> {
	const words = await storyFiles.withWords(entries);
	const byLookups = new Map<Lookups, LibraryStory[]>();
	for (const entry of entries) {
		const lookups = frameworks.lookupsFor(entry.file);
		byLookups.set(lookups, [...(byLookups.get(lookups) ?? []), entry]);
	}
	const proposals = new Map<LibraryStory, Pick<Row, 'competency' | 'reason'>>();
	for (const [lookups, own] of byLookups) {
		for (let next = 0; next < own.length; next += storiesACall) {
			const batch = own.slice(next, next + storiesACall);
			const untagged = batch.map((entry) => {
				const { title, sections } = words.get(entry) ?? { title: entry.story.title, sections: [] };
				return { title, spoken: sections.map(({ spoken }) => spoken) };
			});
			const tags = await language.call('proposeTags', [untagged, { lookups }], { urgent: true });
			for (const [index, entry] of batch.entries()) {
				const proposed = tags[index];
				if (proposed)
					proposals.set(entry, {
						competency: proposed.competency,
						reason: `${proposed.isUnsure ? 'Unsure: ' : ''}“${proposed.because}”`,
					});
			}
		}
	}
	return entries.map((entry) => {
		const { competency, reason = '' } = proposals.get(entry) ?? {};
		return { entry, competency, reason, isTicked: competency !== undefined };
	});
}

type TaggedRow = Row & { readonly competency: Competency };

/** @returns the rows that are to be tagged; undefined where the author changed their mind */
async function chooseTags(
	found: Promise<readonly Row[]>,
	{ libraryCoverage }: TagCandidatesServices,
): Promise<readonly TaggedRow[] | undefined> {
	for (;;) {
		const answer = await showList(found);
		if (!answer) return undefined;
		const rows = await found;
		const wanting = answer === 'accepted' ? rows.find((row) => row.isTicked && !row.competency) : answer;
		if (!wanting) return rows.filter((row): row is TaggedRow => row.isTicked && row.competency !== undefined);
		const { file, story } = wanting.entry;
		const chosen = await pickCompetency(
			libraryCoverage.for(file),
			`“${story.title}”`,
			'Which competency does it prove?',
		);
		if (chosen) Object.assign(wanting, { competency: chosen, reason: 'Your choice', isTicked: true });
		else if (answer === 'accepted') wanting.isTicked = false;
	}
}

const changeButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('edit'),
	tooltip: 'Choose Another Competency',
};

type Item = vscode.QuickPickItem & { readonly row: Row };

/** @returns `accepted`, or the row whose competency is to be another; undefined where the list was closed */
async function showList(found: Promise<readonly Row[]>): Promise<'accepted' | Row | undefined> {
	const disposables = new Disposables();
	const pick = disposables.add(vscode.window.createQuickPick<Item>());
	pick.title = 'Tag These Stories';
	pick.placeholder = 'Enter tags all that are ticked; the pencil chooses another competency';
	pick.canSelectMany = true;
	pick.matchOnDescription = true;
	pick.ignoreFocusOut = true;
	pick.busy = true;
	// Reached by the keyboard too, where the pencils of the rows are not.
	pick.buttons = [changeButton];
	const ticked = () => pick.items.filter(({ row }) => row.isTicked);
	const showTicks = () => (pick.selectedItems = ticked());
	const keepTicks = () => {
		for (const { row } of pick.items) row.isTicked = pick.selectedItems.some((item) => item.row === row);
	};
	const answer = await new Promise<'accepted' | Row | undefined>((resolve, reject) => {
		const done = (result: 'accepted' | Row | undefined) => (keepTicks(), resolve(result));
		// VS Code says that nothing is ticked when rows come, and only then that they are: an Enter between is none.
		let areTicksShown = false;
		disposables.add(pick.onDidChangeSelection((items) => (areTicksShown ||= items.length === ticked().length)));
		const accept = () => {
			if (areTicksShown) done('accepted');
			else if (!pick.busy) showTicks();
		};
		disposables.add(pick.onDidAccept(accept));
		disposables.add(pick.onDidTriggerItemButton(({ item }) => done(item.row)));
		disposables.add(pick.onDidTriggerButton(() => pick.activeItems[0] && done(pick.activeItems[0].row)));
		disposables.add(pick.onDidHide(() => resolve(undefined)));
		pick.show();
		found.then((rows) => {
			pick.items = asShown(rows.map(toItem));
			showTicks();
			pick.busy = false;
			if (rows.length > 0) return;
			areTicksShown = true;
			pick.placeholder = 'No file here looks like a story without tags';
		}, reject);
	}).finally(() => disposables.dispose());
	return answer;
}

function toItem(row: Row, _index: number, rows: readonly Row[]): Item {
	const { entry, competency, reason } = row;
	const isOneFile = rows.every((other) => other.entry.file === entry.file);
	const path = isOneFile ? [] : [vscode.workspace.asRelativePath(vscode.Uri.parse(entry.file, true))];
	return {
		row,
		label: entry.story.title,
		description: [competency?.name ?? 'no competency yet', ...path].join(' · '),
		detail: reason || 'Its words point at none of your competencies: tick it to choose one.',
		buttons: [changeButton],
	};
}
