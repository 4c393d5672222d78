import * as vscode from 'vscode';
import type { Framework } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import { defaultOptions, groupings, type StoryFilter } from '../../../core/library/tree/options.ts';
import { lensNamed } from '../../../core/library/lens.ts';
import { statuses } from '../../../core/story/fields.ts';
import { asShown } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { statusLabel } from './groupItem.ts';
import { groupingText, problemsLabel, type RememberedOptions } from './viewOptions.ts';

/** Changes how the tree is looked at. */
export function registerTreeCommands(
	options: RememberedOptions,
	frameworks: () => readonly Framework[],
): vscode.Disposable {
	const disposables = new Disposables();
	const register = (command: string, run: () => unknown) =>
		disposables.add(vscode.commands.registerCommand(command, run));
	register(commands.groupStories, async () => {
		const items = groupings.map((grouping) => ({ label: groupingText(grouping), value: grouping }));
		const grouping = await pickOne('Group Stories By', items, options.current.grouping);
		if (grouping) options.change({ grouping });
	});
	register(commands.chooseLens, async () => {
		const items = frameworks().map((framework) => ({
			label: framework.name,
			description: competenciesText(framework),
			value: lensNamed(framework),
		}));
		const all = { label: 'All Active Frameworks', value: '' };
		const lens = await pickOne('View Through Framework', [all, ...items], options.current.lens);
		if (lens !== undefined) options.change({ lens });
	});
	register(commands.filterStories, () =>
		askForFilter(options.current.filter, (filter) => options.change({ filter })),
	);
	register(commands.resetView, () => options.change(defaultOptions));
	return disposables;
}

/** Asks for one of several values, with the present one ticked and in focus. */
async function pickOne<T>(
	title: string,
	items: readonly (vscode.QuickPickItem & { readonly value: T })[],
	present: T,
): Promise<T | undefined> {
	const disposables = new Disposables();
	const pick = disposables.add(vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>());
	pick.title = title;
	pick.items = asShown(items).map((item) => ({
		...item,
		iconPath: new vscode.ThemeIcon(item.value === present ? 'check' : 'blank'),
	}));
	pick.activeItems = pick.items.filter(({ value }) => value === present);
	const value = await new Promise<T | undefined>((resolve) => {
		disposables.add(pick.onDidAccept(() => (resolve(pick.activeItems[0]?.value), pick.hide())));
		disposables.add(pick.onDidHide(() => resolve(undefined)));
		pick.show();
	});
	disposables.dispose();
	return value;
}

function competenciesText({ competencies }: Framework): string {
	return competencies.length === 1 ? '1 competency' : `${competencies.length} competencies`;
}

interface Choice extends vscode.QuickPickItem {
	readonly status?: StoryFilter['statuses'][number];
	readonly problems?: Exclude<StoryFilter['problems'], 'any'>;
}

/**
 * Asks for a filter: words in the input, the rest to tick. The tree follows at once; Escape brings the old filter back.
 *
 * @param apply shows what a filter lets through
 */
function askForFilter(current: StoryFilter, apply: (filter: StoryFilter) => void): void {
	const disposables = new Disposables();
	const pick = disposables.add(vscode.window.createQuickPick<Choice>());
	const items = asShown(choices());
	let accepted = false;
	let ticked = items.filter(
		({ status, problems }) =>
			(status && current.statuses.includes(status)) || (problems && problems === current.problems),
	);
	pick.title = 'Filter Stories';
	pick.placeholder = 'Words in title, tags, company or file';
	pick.canSelectMany = true;
	pick.items = items;
	pick.selectedItems = ticked;
	pick.value = current.text;
	const follow = () => {
		const problems = ticked.flatMap((choice) => choice.problems ?? []);
		apply({
			text: pick.value,
			statuses: ticked.flatMap((choice) => choice.status ?? []),
			// With and without problems together are all stories.
			problems: problems.length === 1 ? (problems[0] ?? 'any') : 'any',
		});
	};
	disposables.add(pick.onDidChangeValue(follow));
	disposables.add(pick.onDidChangeSelection((selection) => ((ticked = [...selection]), follow())));
	disposables.add(pick.onDidAccept(() => ((accepted = true), pick.hide())));
	disposables.add(
		pick.onDidHide(() => {
			if (!accepted) apply(current);
			disposables.dispose();
		}),
	);
	pick.show();
}

/** They stay listed whatever is typed, as the words filter stories. */
function choices(): readonly Choice[] {
	const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
	return [
		separator('Status'),
		...statuses.map((status): Choice => ({ label: statusLabel(status), status, alwaysShow: true })),
		separator('Problems'),
		...(['with', 'without'] as const).map((problems): Choice => ({
			label: problemsLabel(problems),
			problems,
			alwaysShow: true,
		})),
	];
}
