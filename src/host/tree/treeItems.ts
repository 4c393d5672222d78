import * as vscode from 'vscode';
import { type Coverage, coverageAdvice, type CoverageState, coverageSummary } from '../../core/bank/coverage.ts';
import { isPrimary } from '../../core/bank/ranking.ts';
import { escapeMarkdown } from '../../core/report/escapeMarkdown.ts';
import type { Status } from '../../core/story/fields.ts';
import type { CandidateNode, CompetencyNode, GroupNode, StoryNode, TreeNode } from '../../core/tree/nodes.ts';
import { commands } from '../ids.ts';

/** Icons differ in shape as well as in colour. Every colour stands out from a side bar by 3:1, light ones included. */
const stateIcons: Readonly<Record<CoverageState, readonly [icon: string, colour: string]>> = {
	gap: ['circle-slash', 'list.errorForeground'],
	weak: ['warning', 'list.warningForeground'],
	single: ['pinned', 'list.warningForeground'],
	covered: ['pass', 'charts.green'],
	rich: ['pass-filled', 'charts.green'],
};

const statusIcons: Readonly<Record<Status, string>> = { ready: 'check', draft: 'edit', retired: 'archive' };

/** How a node of the tree looks and what it says. */
export function toTreeItem(node: TreeNode): vscode.TreeItem {
	switch (node.kind) {
		case 'competency':
			return competencyItem(node);
		case 'group':
			return groupItem(node);
		case 'story':
		case 'candidate':
			return storyItem(node);
	}
}

function competencyItem({ id, coverage }: CompetencyNode): vscode.TreeItem {
	const { competency, state, stories, retired } = coverage;
	const hasChildren = stories.length + retired.length > 0;
	const { Collapsed, None } = vscode.TreeItemCollapsibleState;
	const item = new vscode.TreeItem(competency.name, hasChildren ? Collapsed : None);
	const [icon, colour] = stateIcons[state];
	item.id = id;
	item.description = coverageSummary(coverage);
	item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
	item.tooltip = competencyTooltip(coverage);
	item.contextValue = 'competency';
	item.accessibilityInformation = { label: `${competency.name}, ${coverageSummary(coverage).replace(' · ', ', ')}. ${coverageAdvice(coverage)}` };
	return item;
}

function competencyTooltip(coverage: Coverage): vscode.MarkdownString {
	const { competency, best } = coverage;
	const lines = [
		`**${escapeMarkdown(competency.name)}** · ${coverageSummary(coverage)}`,
		escapeMarkdown(competency.description),
		escapeMarkdown(coverageAdvice(coverage)),
	];
	if (best.length > 0) {
		lines.push(vscode.l10n.t('Tell first:'), best.map(({ story }, index) => `${index + 1}. ${escapeMarkdown(story.title)}`).join('\n'));
	}
	return new vscode.MarkdownString(lines.join('\n\n'));
}

function groupItem({ id, count }: GroupNode): vscode.TreeItem {
	const item = new vscode.TreeItem(vscode.l10n.t('Not Counted'), vscode.TreeItemCollapsibleState.Collapsed);
	item.id = id;
	item.description = vscode.l10n.t('{0} with no known tag', count);
	item.iconPath = new vscode.ThemeIcon('question');
	const meaning = vscode.l10n.t('Stories without a tag that an active framework knows.');
	item.tooltip = meaning;
	// Left to itself VS Code would read out the tooltip alone.
	item.accessibilityInformation = { label: `${vscode.l10n.t('Not Counted')}, ${item.description}. ${meaning}` };
	item.contextValue = 'group';
	return item;
}

function storyItem(node: StoryNode | CandidateNode): vscode.TreeItem {
	const { id, entry, parent } = node;
	const { story, file, index, openProblems } = entry;
	const best = node.kind === 'story' && node.best;
	const { status, strength } = story.details;
	const item = new vscode.TreeItem(story.title, vscode.TreeItemCollapsibleState.None);
	const words: string[] = [status];
	if (strength !== undefined) words.push(vscode.l10n.t('strength {0}', strength));
	if (parent.kind === 'competency' && !isPrimary(entry, parent.coverage.competency.id)) words.push(vscode.l10n.t('secondary'));
	if (openProblems > 0) words.push(openProblems === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', openProblems));
	item.id = id;
	item.description = words.join(' · ');
	item.iconPath = new vscode.ThemeIcon(best && status === 'ready' ? 'star-full' : statusIcons[status]);
	item.tooltip = new vscode.MarkdownString(`**${escapeMarkdown(story.title)}**\n\n${words.join(' · ')}\n\n${escapeMarkdown(vscode.workspace.asRelativePath(vscode.Uri.parse(file, true)))}`);
	item.contextValue = node.kind;
	item.command = { command: commands.openStory, title: vscode.l10n.t('Open Story'), arguments: [{ file, index }] };
	item.accessibilityInformation = { label: [story.title, ...words, ...(best ? [vscode.l10n.t('tell first')] : [])].join(', ') };
	return item;
}
