import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/report/escapeMarkdown.ts';
import { maxStrength, type Status } from '../../core/story/fields.ts';
import { sectionTitles, type SectionKind } from '../../core/story/sectionKind.ts';
import type { CandidateNode, StoryNode } from '../../core/tree/nodes.ts';
import { commands } from '../ids.ts';
import { statusIcons } from './groupItem.ts';
import { retiredUri } from './retiredDecoration.ts';

/** A story with what there is to know before it is opened. */
export function storyItem(node: StoryNode): vscode.TreeItem {
	const { facts, best } = node;
	const item = leafItem(node);
	const isRetired = facts.status === 'retired';
	item.description = shortly(node).join(' · ');
	item.iconPath = isRetired
		? new vscode.ThemeIcon(statusIcons.retired, new vscode.ThemeColor('list.deemphasizedForeground'))
		: new vscode.ThemeIcon(best ? (facts.status === 'ready' ? 'star-full' : 'star-empty') : statusIcons[facts.status]);
	if (isRetired) item.resourceUri = retiredUri;
	const words = inFull(node);
	const more = sentences(node);
	const paragraphs = [`**${escapeMarkdown(facts.title)}**`, ...[words.join(' · '), ...more, facts.path].map(escapeMarkdown)];
	item.tooltip = new vscode.MarkdownString(paragraphs.join('\n\n'));
	item.contextValue = 'story';
	const spoken = [facts.title, ...words, ...(best ? [vscode.l10n.t('tell first')] : [])].join(', ');
	item.accessibilityInformation = { label: [`${spoken}.`, ...more].join(' ') };
	return item;
}

/** A file that looks like a story. */
export function candidateItem(node: CandidateNode): vscode.TreeItem {
	const { facts } = node;
	const item = leafItem(node);
	const meaning = vscode.l10n.t('Looks like a story and names no competencies yet. Its quick fix adds front matter.');
	item.description = facts.path;
	item.iconPath = new vscode.ThemeIcon('file');
	item.tooltip = new vscode.MarkdownString([`**${escapeMarkdown(facts.title)}**`, escapeMarkdown(meaning), escapeMarkdown(facts.path)].join('\n\n'));
	item.contextValue = 'candidate';
	item.accessibilityInformation = { label: `${facts.title}, ${facts.path}. ${meaning}` };
	return item;
}

function leafItem({ id, facts, entry: { file, index } }: StoryNode | CandidateNode): vscode.TreeItem {
	const item = new vscode.TreeItem(facts.title, vscode.TreeItemCollapsibleState.None);
	item.id = id;
	item.command = { command: commands.openStory, title: vscode.l10n.t('Open Story'), arguments: [{ file, index }] };
	return item;
}

/** What fits beside the title, the most telling first. */
function shortly({ facts, carriesAlone, parent }: StoryNode): readonly string[] {
	const { status, strength, spoken, staleYears, unknownTags } = facts;
	const words: string[] = [];
	if (parent.kind === 'group' && parent.group.by === 'untagged') words.push(tagsText(unknownTags));
	words.push(statusText(status));
	if (strength !== undefined) words.push(`${strength}/${maxStrength}`);
	if (spoken !== undefined) words.push(spoken);
	if (facts.problems > 0) words.push(problemsText(facts.problems));
	if (carriesAlone.length > 0) words.push(vscode.l10n.t('alone for {0}', carriesAlone.length));
	if (staleYears !== undefined) words.push(vscode.l10n.t('{0} years old', staleYears));
	return words;
}

/** The same in words that can be read out. */
function inFull({ facts, parent, secondary }: StoryNode): readonly string[] {
	const { status, strength, spoken, problems, date, unknownTags } = facts;
	return [
		...(parent.kind === 'group' && parent.group.by === 'untagged' ? [tagsText(unknownTags)] : []),
		statusText(status),
		strength === undefined ? vscode.l10n.t('not rated') : vscode.l10n.t('strength {0} of {1}', strength, maxStrength),
		spoken === undefined ? vscode.l10n.t('nothing to tell yet') : vscode.l10n.t('{0} to tell', spoken),
		problems === 0 ? vscode.l10n.t('no problems') : problemsText(problems),
		...(date === undefined ? [] : [date]),
		...(secondary ? [vscode.l10n.t('not its first tag')] : []),
	];
}

/** What deserves a sentence of its own. */
function sentences({ facts, carriesAlone }: StoryNode): readonly string[] {
	const { staleYears, missing, empty } = facts;
	const said: string[] = [];
	if (carriesAlone.length > 0) said.push(vscode.l10n.t('It alone carries {0}: a second story for one of them would make you safer.', carriesAlone.join(', ')));
	if (staleYears !== undefined) said.push(vscode.l10n.t('It happened about {0} years ago: is there a fresher story of this kind?', staleYears));
	if (missing.length > 0) said.push(vscode.l10n.t('Missing: {0}.', sectionsText(missing)));
	if (empty.length > 0) said.push(vscode.l10n.t('Empty: {0}.', sectionsText(empty)));
	return said;
}

function tagsText(tags: readonly string[]): string {
	return tags.length === 0 ? vscode.l10n.t('no tags') : tags.map((tag) => `“${tag}”`).join(', ');
}

function problemsText(problems: number): string {
	return problems === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', problems);
}

function sectionsText(kinds: readonly SectionKind[]): string {
	return kinds.map((kind) => sectionTitles[kind]).join(', ');
}

/** As front matter has it, but in the reader's language. */
function statusText(status: Status): string {
	switch (status) {
		case 'ready':
			return vscode.l10n.t('ready');
		case 'draft':
			return vscode.l10n.t('draft');
		case 'retired':
			return vscode.l10n.t('retired');
	}
}
