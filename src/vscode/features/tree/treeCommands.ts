import * as vscode from 'vscode';
import type { Framework } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import { defaultOptions, groupings } from '../../../core/library/tree/options.ts';
import { lensNamed } from '../../../core/library/tree/treeView.ts';
import { commands } from '../../ids.ts';
import { askForFilter } from './filterPick.ts';
import type { RememberedOptions } from './rememberedOptions.ts';
import { groupingText } from './viewMessage.ts';

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
	pick.items = items.map((item) => ({
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
