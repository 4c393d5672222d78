import * as vscode from 'vscode';
import { isOverdue } from '../../core/opportunities/opportunity.ts';
import { escapeMarkdown } from '../../core/report/escapeMarkdown.ts';
import type { CompetencyNode, TreeNode } from '../../core/tree/nodes.ts';
import type { FiledOpportunity, OpportunityFiles } from '../../core/opportunities/opportunityFiles.ts';
import { retiredUri } from './retiredDecoration.ts';

/** A planned experience under its competency. */
export interface OpportunityNode {
	readonly kind: 'opportunity';
	readonly id: string;
	readonly opportunity: FiledOpportunity;
	readonly parent: CompetencyNode;
}

/** A row of the Competencies view. */
export type ViewNode = TreeNode | OpportunityNode;

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
			const node = Object.assign(this.#nodes.get(id) ?? {}, { kind: 'opportunity' as const, id, opportunity, parent });
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
		...(by === undefined ? [] : [overdue ? vscode.l10n.t('overdue since {0}', by) : vscode.l10n.t('by {0}', by)]),
		...(company === undefined ? [] : [vscode.l10n.t('with {0}', company)]),
	];
	item.id = id;
	item.description = words.join(' · ');
	item.iconPath = done
		? new vscode.ThemeIcon('calendar', new vscode.ThemeColor('list.deemphasizedForeground'))
		: new vscode.ThemeIcon('calendar', overdue ? new vscode.ThemeColor('list.warningForeground') : undefined);
	if (done) item.resourceUri = retiredUri;
	const state = done ? vscode.l10n.t('done') : vscode.l10n.t('planned');
	const uri = vscode.Uri.parse(file, true);
	item.tooltip = new vscode.MarkdownString([`**${escapeMarkdown(what)}**`, [vscode.l10n.t('Opportunity'), state, ...words].map(escapeMarkdown).join(' · '), escapeMarkdown(vscode.workspace.asRelativePath(uri))].join('\n\n'));
	const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
	item.checkboxState = {
		state: done ? Checked : Unchecked,
		tooltip: done ? vscode.l10n.t('Done: is there a story in it?') : vscode.l10n.t('Tick it when you have done it'),
		accessibilityInformation: { label: what, role: 'checkbox' },
	};
	item.contextValue = 'opportunity';
	item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { selection: new vscode.Range(line, 0, line, 0), preview: true }] };
	item.accessibilityInformation = { label: [vscode.l10n.t('Opportunity: {0}', what), state, ...words].join(', ') };
	return item;
}
