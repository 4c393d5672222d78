import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Log } from '../../../core/library/log.ts';
import { logError } from '../../../core/library/log.ts';
import type { CompetencyNode, TreeNode } from '../../../core/library/tree/branch.ts';
import type { LibraryTree } from '../../../core/library/tree/libraryTree.ts';
import type { FrameworkNode } from '../../../core/library/tree/frameworkGroups.ts';
import { isOverdue } from '../../../core/questions/opportunities/opportunity.ts';
import type { FiledOpportunity, OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { escapeMarkdown } from '../../../core/text/escape.ts';
import type { Redraws } from './redraws.ts';
import { dimmed, retiredUri } from './treeItems.ts';

/** Ticks opportunities from the view, and shows one there that was just planned. */
export function registerOpportunityRows(
	tree: () => LibraryTree,
	planned: OpportunityRows,
	view: vscode.TreeView<ViewNode>,
	redraws: Redraws,
	{ opportunities, log }: { readonly opportunities: OpportunityFiles; readonly log: Log },
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
	disposables.add(view.onDidChangeCheckboxState(({ items }) => void tick(items).catch(logError(log))));
	disposables.add(
		opportunities.onDidPlan(({ what, competency }) => {
			if (!view.visible) return;
			const parent = tree()
				.roots()
				.find((root) => root.kind === 'competency' && root.coverage.competency.id === competency);
			const row =
				parent?.kind === 'competency'
					? planned.under(parent).find(({ opportunity }) => opportunity.what === what)
					: undefined;
			if (row) void view.reveal(row, { select: true, focus: false }).then(undefined, logError(log));
		}),
	);
	return disposables;
}

/** A planned experience under its competency. */
export interface OpportunityNode {
	readonly kind: 'opportunity';
	readonly id: string;
	readonly opportunity: FiledOpportunity;
	readonly parent: CompetencyNode;
}

/** A row of the Competencies view. */
export type ViewNode = TreeNode | FrameworkNode | OpportunityNode;

/** The rows of what is planned, below the stories of a competency. Each keeps its node as long as it is there. */
export class OpportunityRows {
	readonly #opportunities: OpportunityFiles;
	#nodes = new Map<string, OpportunityNode>();

	constructor(opportunities: OpportunityFiles) {
		this.#opportunities = opportunities;
	}

	under(parent: CompetencyNode): readonly OpportunityNode[] {
		const seen = new Map<string, number>();
		return this.#opportunities.for(parent.coverage.competency.id).map((opportunity) => {
			const name = `${parent.id}/${opportunity.file}/${opportunity.what}`;
			const namesakes = seen.get(name) ?? 0;
			seen.set(name, namesakes + 1);
			const id = `${name}/${namesakes}`;
			const node = Object.assign(this.#nodes.get(id) ?? {}, {
				kind: 'opportunity' as const,
				id,
				opportunity,
				parent,
			});
			this.#nodes.set(id, node);
			return node;
		});
	}
}

/** How a planned experience looks and what it says. */
export function opportunityItem({ id, opportunity }: OpportunityNode, today: string): vscode.TreeItem {
	const { what, by, with: company, done, file, line } = opportunity;
	const overdue = isOverdue(opportunity, today);
	const item = new vscode.TreeItem(what, vscode.TreeItemCollapsibleState.None);
	const words = [
		...(by === undefined ? [] : [overdue ? `overdue since ${by}` : `by ${by}`]),
		...(company === undefined ? [] : [`with ${company}`]),
	];
	item.id = id;
	item.description = words.join(' · ');
	item.iconPath = done
		? new vscode.ThemeIcon('calendar', dimmed)
		: new vscode.ThemeIcon('calendar', overdue ? new vscode.ThemeColor('list.warningForeground') : undefined);
	if (done) item.resourceUri = retiredUri;
	const state = done ? 'done' : 'planned';
	const uri = vscode.Uri.parse(file, true);
	item.tooltip = new vscode.MarkdownString(
		[
			`**${escapeMarkdown(what)}**`,
			['Opportunity', state, ...words].map(escapeMarkdown).join(' · '),
			escapeMarkdown(vscode.workspace.asRelativePath(uri)),
		].join('\n\n'),
	);
	const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
	item.checkboxState = {
		state: done ? Checked : Unchecked,
		tooltip: done ? 'Done: is there a story in it?' : 'Tick it when you have done it',
		accessibilityInformation: { label: what, role: 'checkbox' },
	};
	item.contextValue = 'opportunity';
	item.command = {
		command: 'vscode.open',
		title: 'Open',
		arguments: [uri, { selection: new vscode.Range(line, 0, line, 0), preview: true }],
	};
	item.accessibilityInformation = { label: [`Opportunity: ${what}`, state, ...words].join(', ') };
	return item;
}
