import * as vscode from 'vscode';
import type { BankTree } from '../../core/tree/bankTree.ts';
import { Disposables } from '../../core/library/disposables.ts';
import { reportTo } from '../reportTo.ts';
import type { Services } from '../services.ts';
import type { OpportunityRows, ViewNode } from './opportunityRows.ts';
import type { Redraws } from './redraws.ts';

/** Ticks opportunities from the view, and shows one there that was just planned. */
export function registerOpportunityRows(
	tree: () => BankTree,
	planned: OpportunityRows,
	view: vscode.TreeView<ViewNode>,
	redraws: Redraws,
	{ opportunities, log }: Services,
): vscode.Disposable {
	const disposables = new Disposables();
	const tick = async (items: readonly (readonly [ViewNode, vscode.TreeItemCheckboxState])[]) => {
		for (const [node, state] of items) {
			if (node.kind !== 'opportunity') continue;
			const isTicked = await opportunities.tick(node.opportunity, state === vscode.TreeItemCheckboxState.Checked);
			// The box shows what was clicked, not what came of it.
			if (!isTicked) redraws.fire([node]);
		}
	};
	disposables.add(view.onDidChangeCheckboxState(({ items }) => void tick(items).catch(reportTo(log))));
	disposables.add(
		opportunities.onDidPlan(({ what, competency }) => {
			if (!view.visible) return;
			const parent = tree().roots().find((root) => root.kind === 'competency' && root.coverage.competency.id === competency);
			const row = parent?.kind === 'competency' ? planned.under(parent).find(({ opportunity }) => opportunity.what === what) : undefined;
			if (row) void view.reveal(row, { select: true, focus: false }).then(undefined, reportTo(log));
		}),
	);
	return disposables;
}
