import * as vscode from 'vscode';
import type { Archetype, Status } from '../../core/story/fields.ts';
import type { GroupKey, GroupNode } from '../../core/tree/nodes.ts';
import type { SectionState } from '../../core/tree/storyFacts.ts';

interface Look {
	readonly label: string;
	readonly icon: string;
	/** What the stories have in common, where the label does not say it all. */
	readonly meaning?: string;
}

/** Stories that have something else in common than a competency. */
export function groupItem({ id, group, count }: GroupNode): vscode.TreeItem {
	const { label, icon, meaning } = lookOf(group);
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
	item.id = id;
	item.description = countText(group, count);
	item.iconPath = new vscode.ThemeIcon(icon);
	item.tooltip = meaning ?? label;
	item.contextValue = `group.${group.by}`;
	// Left to itself VS Code would read out the tooltip alone.
	item.accessibilityInformation = { label: `${label}, ${item.description}.${meaning === undefined ? '' : ` ${meaning}`}` };
	return item;
}

function countText({ by }: GroupKey, count: number): string {
	if (by === 'candidates') return count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', count);
	return count === 1 ? vscode.l10n.t('1 story') : vscode.l10n.t('{0} stories', count);
}

function lookOf(group: GroupKey): Look {
	switch (group.by) {
		case 'untagged':
			return { label: vscode.l10n.t('Untagged'), icon: 'question', meaning: vscode.l10n.t('Stories without a tag that an active framework knows. They are not counted.') };
		case 'candidates':
			return { label: vscode.l10n.t('Candidates'), icon: 'lightbulb', meaning: vscode.l10n.t('They look like stories and name no competencies yet. They are not counted.') };
		case 'archetype':
			return { label: archetypeText(group.archetype), icon: 'person' };
		case 'status':
			return { label: statusLabel(group.status), icon: statusIcons[group.status] };
		case 'company':
			return { label: group.company ?? vscode.l10n.t('No Company'), icon: 'organization' };
		case 'sections':
			return sectionLook(group.state);
	}
}

/** Also marks the stories themselves. */
export const statusIcons: Readonly<Record<Status, string>> = { ready: 'check', draft: 'edit', retired: 'archive' };

export function statusLabel(status: Status): string {
	switch (status) {
		case 'ready':
			return vscode.l10n.t('Ready');
		case 'draft':
			return vscode.l10n.t('Draft');
		case 'retired':
			return vscode.l10n.t('Retired');
	}
}

function archetypeText(archetype: Archetype | undefined): string {
	switch (archetype) {
		case 'tech-lead':
			return vscode.l10n.t('Tech Lead');
		case 'architect':
			return vscode.l10n.t('Architect');
		case 'solver':
			return vscode.l10n.t('Solver');
		case 'right-hand':
			return vscode.l10n.t('Right Hand');
		case undefined:
			return vscode.l10n.t('No Archetype');
	}
}

function sectionLook(state: SectionState): Look {
	switch (state) {
		case 'missing':
			return { label: vscode.l10n.t('Sections Missing'), icon: 'circle-slash', meaning: vscode.l10n.t('Situation, Task, Action or Result is absent.') };
		case 'empty':
			return { label: vscode.l10n.t('Sections Empty'), icon: 'circle-large-outline', meaning: vscode.l10n.t('Situation, Task, Action or Result waits to be written.') };
		case 'noLearnings':
			return { label: vscode.l10n.t('No Learnings'), icon: 'pass', meaning: vscode.l10n.t('All is told but for what you learned: the plus of STAR+.') };
		case 'complete':
			return { label: vscode.l10n.t('Complete'), icon: 'pass-filled', meaning: vscode.l10n.t('Every section is told.') };
	}
}
