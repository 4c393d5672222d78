import * as vscode from 'vscode';
import type { Competency } from '../../../core/framework/model.ts';
import type { Coverage } from '../../../core/library/coverage.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryEdit } from '../../../core/library/storyEdits.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { asShown } from '../../dialogs.ts';
import { storiesText } from './chooseStories.ts';
import { pickCompetency } from './pickCompetency.ts';

/** A story with the competency it is to be tagged with. */
export interface TagRow {
	readonly entry: LibraryStory;
	/** Undefined where none is proposed, and none was chosen yet. */
	competency: Competency | undefined;
	/** Why it is proposed. */
	reason: string;
	isTicked: boolean;
}

/** A row that is to be tagged. */
export type TaggedRow = TagRow & { readonly competency: Competency };

/** How the list of proposed tags is shown. */
export interface TagListOptions {
	readonly title: string;
	/** What stands in the box where there is nothing to tag. */
	readonly none: string;
	/** The competencies that a story can be tagged with instead. */
	readonly coverageFor: (entry: LibraryStory) => readonly Coverage[];
}

/** The changes that the rows ask for. */
export function tagEdits(rows: readonly TaggedRow[]): readonly StoryEdit[] {
	return rows.map(({ entry, competency }) => ({ entry, change: { kind: 'tag', competency: competency.id } }));
}

/** What the edit is called in a list of what can be undone. */
export function taggingLabel(rows: readonly TaggedRow[]): string {
	return `Tag ${storiesText(rows.map(({ entry }) => entry))}`;
}

/**
 * One list with a tick for each proposed tag, in which another competency can be chosen for each.
 *
 * @param found the list shows progress until they are there
 * @returns the rows that are to be tagged; undefined where the author changed their mind
 */
export async function chooseTags(
	found: Promise<readonly TagRow[]>,
	options: TagListOptions,
): Promise<readonly TaggedRow[] | undefined> {
	for (;;) {
		const answer = await showList(found, options);
		if (!answer) return undefined;
		const rows = await found;
		const wanting = answer === 'accepted' ? rows.find((row) => row.isTicked && !row.competency) : answer;
		if (!wanting) return rows.filter((row): row is TaggedRow => row.isTicked && row.competency !== undefined);
		const chosen = await pickCompetency(
			options.coverageFor(wanting.entry),
			`“${wanting.entry.story.title}”`,
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

type Item = vscode.QuickPickItem & { readonly row: TagRow };

/** @returns `accepted`, or the row whose competency is to be another; undefined where the list was closed */
async function showList(
	found: Promise<readonly TagRow[]>,
	{ title, none }: TagListOptions,
): Promise<'accepted' | TagRow | undefined> {
	const disposables = new Disposables();
	const pick = disposables.add(vscode.window.createQuickPick<Item>());
	pick.title = title;
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
	const answer = await new Promise<'accepted' | TagRow | undefined>((resolve, reject) => {
		const done = (result: 'accepted' | TagRow | undefined) => (keepTicks(), resolve(result));
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
			pick.placeholder = none;
		}, reject);
	}).finally(() => disposables.dispose());
	return answer;
}

function toItem(row: TagRow, _index: number, rows: readonly TagRow[]): Item {
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
