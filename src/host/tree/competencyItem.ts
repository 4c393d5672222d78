import * as vscode from 'vscode';
import { coverageAdvice, type CoverageState, coverageSummary } from '../../core/bank/coverage.ts';
import { competencyText } from '../../core/report/competencyText.ts';
import type { CompetencyNode } from '../../core/tree/nodes.ts';

/** Icons differ in shape as well as in colour. Every colour stands out from a side bar by 3:1, light ones included. */
const stateIcons: Readonly<Record<CoverageState, readonly [icon: string, colour: string]>> = {
	gap: ['circle-slash', 'list.errorForeground'],
	weak: ['warning', 'list.warningForeground'],
	single: ['pinned', 'list.warningForeground'],
	covered: ['pass', 'charts.green'],
	rich: ['pass-filled', 'charts.green'],
};

/** A competency with its coverage. */
export function competencyItem({ id, coverage, count, alsoCarried }: CompetencyNode): vscode.TreeItem {
	const { Collapsed, None } = vscode.TreeItemCollapsibleState;
	const item = new vscode.TreeItem(coverage.competency.name, count > 0 ? Collapsed : None);
	const [icon, colour] = stateIcons[coverage.state];
	item.id = id;
	item.description = coverageSummary(coverage);
	item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
	item.tooltip = new vscode.MarkdownString(competencyText(coverage, alsoCarried));
	item.contextValue = 'competency';
	item.accessibilityInformation = { label: spoken(coverage, alsoCarried) };
	return item;
}

function spoken(coverage: CompetencyNode['coverage'], alsoCarried: readonly string[]): string {
	const { competency, best } = coverage;
	const sentences = [`${competency.name}, ${coverageSummary(coverage).replace(' · ', ', ')}.`, coverageAdvice(coverage)];
	if (alsoCarried.length > 0) sentences.push(vscode.l10n.t('The same story alone carries {0}.', alsoCarried.join(', ')));
	if (best.length > 0) sentences.push(vscode.l10n.t('Tell first: {0}.', best.map(({ story }) => story.title).join('; ')));
	return sentences.join(' ');
}
