import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryFilter } from '../../../core/library/tree/options.ts';
import { statuses } from '../../../core/story/fields.ts';
import { statusLabel } from './groupItem.ts';
import { problemsLabel } from './viewMessage.ts';

interface Choice extends vscode.QuickPickItem {
	readonly status?: StoryFilter['statuses'][number];
	readonly problems?: Exclude<StoryFilter['problems'], 'any'>;
}

/**
 * Asks for a filter: words in the input, the rest to tick. The tree follows at once; Escape brings the old filter back.
 *
 * @param apply shows what a filter lets through
 */
export function askForFilter(current: StoryFilter, apply: (filter: StoryFilter) => void): void {
	const disposables = new Disposables();
	const pick = disposables.add(vscode.window.createQuickPick<Choice>());
	const items = choices();
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
			// Both together are all there are.
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

/** They stay in sight whatever is typed: that is meant for the stories. */
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
