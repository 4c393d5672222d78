import * as vscode from 'vscode';
import { competencyText } from '../../../core/library/competencyText.ts';
import {
	coverageAdvice,
	type CoverageState,
	coverageSummary,
	draftsToReady,
	readyText,
} from '../../../core/library/coverage.ts';
import type { CompetencyNode, GroupKey, GroupNode } from '../../../core/library/tree/branch.ts';
import type { FrameworkNode } from '../../../core/library/tree/frameworkGroups.ts';
import type { SectionState } from '../../../core/library/tree/storyRow.ts';
import type { Archetype, Status } from '../../../core/story/fields.ts';
import { scopeMeanings, type StoryScope } from '../../../core/story/storyScope.ts';

/** Icons differ in shape as well as in colour. Every colour stands out from a side bar by 3:1, light ones included. */
const stateIcons: Readonly<Record<CoverageState, readonly [icon: string, colour: string]>> = {
	gap: ['circle-slash', 'list.errorForeground'],
	weak: ['warning', 'list.warningForeground'],
	single: ['pinned', 'list.warningForeground'],
	covered: ['pass', 'charts.green'],
	rich: ['pass-filled', 'charts.green'],
};

/**
 * A competency with its coverage.
 *
 * @param isOwn whether a framework file gives it its name, so that it can be renamed
 */
export function competencyItem(
	{ id, coverage, count, alsoCarried, toLookAt }: CompetencyNode,
	isOwn: boolean,
): vscode.TreeItem {
	const { Collapsed, None } = vscode.TreeItemCollapsibleState;
	const { name, shortName } = coverage.competency;
	const item = new vscode.TreeItem(shortName ?? name, count > 0 ? Collapsed : None);
	const [icon, colour] = stateIcons[coverage.state];
	item.id = id;
	const kin = toLookAt.length > 0 ? `${toLookAt.length} to look at` : undefined;
	item.description = [readyText(coverage), draftsToReady(coverage), kin]
		.filter((each) => each !== undefined)
		.join(' · ');
	item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
	item.tooltip = new vscode.MarkdownString(competencyText(coverage, alsoCarried, toLookAt));
	item.contextValue = isOwn ? 'competency.own' : 'competency';
	item.accessibilityInformation = { label: spoken(coverage, alsoCarried) };
	return item;
}

function spoken(coverage: CompetencyNode['coverage'], alsoCarried: readonly string[]): string {
	const { competency, best } = coverage;
	const sentences = [
		`${competency.name}, ${coverageSummary(coverage).replace(' · ', ', ')}.`,
		coverageAdvice(coverage),
	];
	if (alsoCarried.length > 0) sentences.push(`The same story alone carries ${alsoCarried.join(', ')}.`);
	if (best.length > 0) sentences.push(`Tell first: ${best.map(({ story }) => story.title).join('; ')}.`);
	return sentences.join(' ');
}

/** An active framework, where several are. */
export function frameworkItem({ id, name, competencies, covered, gaps }: FrameworkNode): vscode.TreeItem {
	const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
	const words = [
		`${covered} of ${competencies.length} covered`,
		...(gaps > 0 ? [gaps === 1 ? '1 gap' : `${gaps} gaps`] : []),
	];
	item.id = id;
	item.description = words.join(' · ');
	item.iconPath = new vscode.ThemeIcon('layers');
	item.tooltip = name;
	item.contextValue = 'framework';
	item.accessibilityInformation = { label: `${name}, ${words.join(', ')}.` };
	return item;
}

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
	item.description = count === 1 ? '1 story' : `${count} stories`;
	item.iconPath = new vscode.ThemeIcon(icon);
	item.tooltip = meaning ?? label;
	item.contextValue = `group.${group.by}`;
	// By default VS Code reads out the tooltip alone.
	item.accessibilityInformation = {
		label: `${label}, ${item.description}.${meaning === undefined ? '' : ` ${meaning}`}`,
	};
	return item;
}

function lookOf(group: GroupKey): Look {
	switch (group.by) {
		case 'untagged':
			return {
				label: 'Untagged',
				icon: 'question',
				meaning: 'Stories without a tag that an active framework knows. They are not counted.',
			};
		case 'candidates':
			return {
				label: 'Candidates',
				icon: 'lightbulb',
				meaning: 'They look like stories and name no competencies yet. They are not counted.',
			};
		case 'archetype':
			return { label: archetypeText(group.archetype), icon: 'person' };
		case 'scope':
			return scopeLook(group.scope);
		case 'status':
			return { label: statusLabel(group.status), icon: statusIcons[group.status] };
		case 'company':
			return { label: group.company ?? 'No Company', icon: 'organization' };
		case 'sections':
			return sectionLook(group.state);
	}
}

/** Also marks the stories themselves. */
export const statusIcons: Readonly<Record<Status, string>> = { ready: 'check', draft: 'edit', retired: 'archive' };

export function statusLabel(status: Status): string {
	switch (status) {
		case 'ready':
			return 'Ready';
		case 'draft':
			return 'Draft';
		case 'retired':
			return 'Retired';
	}
}

function scopeLook(scope: StoryScope | undefined): Look {
	if (scope === undefined) return { label: 'No Scope', icon: 'circle-outline' };
	return { ...scopeLooks[scope], meaning: `Stories that reached ${scopeMeanings[scope]}.` };
}

/** Each icon is wider than the one before. */
const scopeLooks: Readonly<Record<StoryScope, Look>> = {
	team: { label: 'Team', icon: 'person' },
	teams: { label: 'Several Teams', icon: 'type-hierarchy-sub' },
	org: { label: 'Organization', icon: 'organization' },
	company: { label: 'Company', icon: 'home' },
	industry: { label: 'Industry', icon: 'globe' },
};

function archetypeText(archetype: Archetype | undefined): string {
	switch (archetype) {
		case 'tech-lead':
			return 'Tech Lead';
		case 'architect':
			return 'Architect';
		case 'solver':
			return 'Solver';
		case 'right-hand':
			return 'Right Hand';
		case undefined:
			return 'No Archetype';
	}
}

function sectionLook(state: SectionState): Look {
	switch (state) {
		case 'missing':
			return {
				label: 'Sections Missing',
				icon: 'circle-slash',
				meaning: 'Situation, Task, Action or Result is absent.',
			};
		case 'empty':
			return {
				label: 'Sections Empty',
				icon: 'circle-large-outline',
				meaning: 'Situation, Task, Action or Result waits to be written.',
			};
		case 'noLearnings':
			return {
				label: 'No Learnings',
				icon: 'pass',
				meaning: 'All is told but for what you learned: the plus of STAR+.',
			};
		case 'complete':
			return { label: 'Complete', icon: 'pass-filled', meaning: 'Every section is told.' };
	}
}
