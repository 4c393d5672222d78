import * as vscode from 'vscode';
import { type SectionKind, sectionTitles } from '../../../core/framework/sectionKind.ts';
import type { StoryPractice } from '../../../core/library/matrix/matrixStory.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { CandidateNode, StoryNode, TreeNode } from '../../../core/library/tree/branch.ts';
import type { FileFacts } from '../../../core/library/tree/treeView.ts';
import { defaultWordsPerMinute } from '../../../core/rules/english/spokenTime.ts';
import { defaultStaleAfterYears } from '../../../core/rules/stale.ts';
import { maxStrength } from '../../../core/story/fields.ts';
import { scopeText } from '../../../core/story/storyScope.ts';
import { localDay } from '../../../core/text/day.ts';
import { escapeMarkdown } from '../../../core/text/escape.ts';
import { commands } from '../../ids.ts';
import { statusIcons, competencyItem, groupItem } from './groupItem.ts';

/** Marks the rows of retired stories. It is no file's URI, so that no other view or extension decorates by it. */
export const retiredUri = vscode.Uri.from({ scheme: 'star-stories-retired', path: '/story' });

/** The colour of what is retired or done: `list.deemphasizedForeground` is below 4.5:1 in light themes. */
export const dimmed = new vscode.ThemeColor('descriptionForeground');

/** Dims the rows of retired stories. */
export function registerRetiredDecoration(): vscode.Disposable {
	return vscode.window.registerFileDecorationProvider({
		provideFileDecoration: ({ scheme }) =>
			scheme === retiredUri.scheme ? new vscode.FileDecoration(undefined, undefined, dimmed) : undefined,
	});
}

/** Adds to a story's row how far it is practised: where one rests on it, and for who has it read out. */
export function addPractice(item: vscode.TreeItem, practice: StoryPractice, now: number): vscode.TreeItem {
	const words = practiceWords(practice, now);
	if (item.tooltip instanceof vscode.MarkdownString) item.tooltip.appendMarkdown(`\n\n${words}`);
	const { label } = item.accessibilityInformation ?? {};
	if (label !== undefined) item.accessibilityInformation = { label: `${label} ${words}` };
	return item;
}

/** Numbers and days alone, so that nothing in it could be taken for Markdown. */
function practiceWords({ times, last, due }: StoryPractice, now: number): string {
	const day = localDay(new Date(last));
	const practised = times === 1 ? `Practised once, on ${day}.` : `Practised ${times} times, last on ${day}.`;
	if (due === undefined) return practised;
	return `${practised} ${due <= now ? 'It is due.' : `It is due on ${localDay(new Date(due))}.`}`;
}

/** A story with what there is to know before it is opened. */
function storyItem(node: StoryNode): vscode.TreeItem {
	const { facts, best } = node;
	const item = leafItem(node);
	const isRetired = facts.status === 'retired';
	item.description = shortly(node).join(' · ');
	item.iconPath = isRetired
		? new vscode.ThemeIcon(statusIcons.retired, dimmed)
		: new vscode.ThemeIcon(
				best ? (facts.status === 'ready' ? 'star-full' : 'star-empty') : statusIcons[facts.status],
			);
	if (isRetired) item.resourceUri = retiredUri;
	const words = inFull(node);
	const more = sentences(node);
	const paragraphs = [
		`**${escapeMarkdown(facts.title)}**`,
		...[words.join(' · '), ...more, facts.path].map(escapeMarkdown),
	];
	item.tooltip = new vscode.MarkdownString(paragraphs.join('\n\n'));
	const { status, problems } = facts;
	item.contextValue = ['story', status, ...(problems > 0 ? ['problems'] : [])].join('.');
	const spoken = [facts.title, ...words, ...(best ? ['tell first'] : [])].join(', ');
	item.accessibilityInformation = { label: [`${spoken}.`, ...more].join(' ') };
	return item;
}

/** What looks like a story, by itself in its file or one of several. */
function candidateItem(node: CandidateNode): vscode.TreeItem {
	const { facts } = node;
	const item = leafItem(node);
	const meaning = 'Looks like a story and names no competencies yet. Its menu proposes one.';
	item.description = facts.path;
	item.iconPath = new vscode.ThemeIcon('file');
	item.tooltip = new vscode.MarkdownString(
		[`**${escapeMarkdown(facts.title)}**`, escapeMarkdown(meaning), escapeMarkdown(facts.path)].join('\n\n'),
	);
	item.contextValue = 'candidate';
	item.accessibilityInformation = { label: `${facts.title}, ${facts.path}. ${meaning}` };
	return item;
}

function leafItem({ id, facts, entry: { file, index } }: StoryNode | CandidateNode): vscode.TreeItem {
	const item = new vscode.TreeItem(facts.title, vscode.TreeItemCollapsibleState.None);
	item.id = id;
	item.command = { command: commands.openStory, title: 'Open Story', arguments: [{ file, index }] };
	return item;
}

/** What fits beside the title, the most telling first: numbers, and last what the icon says already. */
function shortly({ facts, carriesAlone, parent }: StoryNode): readonly string[] {
	const { status, strength, clock, problems, staleYears, unknownTags } = facts;
	const numbers = [
		[strength, clock].filter((each) => each !== undefined).join(' · '),
		problems > 0 ? `⚠${problems}` : '',
	].filter((each) => each !== '');
	const words: string[] = [];
	if (parent.kind === 'group' && parent.group.by === 'untagged') words.push(tagsText(unknownTags));
	if (numbers.length > 0) words.push(numbers.join(' '));
	if (carriesAlone.length > 0) words.push(`alone for ${carriesAlone.length}`);
	if (staleYears !== undefined) words.push(`${staleYears} years old`);
	words.push(status);
	return words;
}

/** The same in words that can be read out. */
function inFull({ facts, parent, secondary }: StoryNode): readonly string[] {
	const { status, scope, strength, spoken, problems, date, unknownTags } = facts;
	return [
		...(parent.kind === 'group' && parent.group.by === 'untagged' ? [tagsText(unknownTags)] : []),
		status,
		...(scope === undefined ? [] : [scopeText(scope)]),
		strength === undefined ? 'not rated' : `strength ${strength} of ${maxStrength}`,
		spoken === undefined ? 'nothing to tell yet' : `${spoken} to tell`,
		problems === 0 ? 'no problems' : problemsText(problems),
		...(date === undefined ? [] : [date]),
		...(secondary ? ['not its first tag'] : []),
	];
}

/** What deserves a sentence of its own. */
function sentences({ facts, carriesAlone }: StoryNode): readonly string[] {
	const { staleYears, missing, empty } = facts;
	const said: string[] = [];
	if (carriesAlone.length > 0)
		said.push(`It alone carries ${carriesAlone.join(', ')}: a second story for one of them would make you safer.`);
	if (staleYears !== undefined)
		said.push(`It happened about ${staleYears} years ago: is there a fresher story of this kind?`);
	if (missing.length > 0) said.push(`Missing: ${sectionsText(missing)}.`);
	if (empty.length > 0) said.push(`Empty: ${sectionsText(empty)}.`);
	return said;
}

function tagsText(tags: readonly string[]): string {
	return tags.length === 0 ? 'no tags' : tags.map((tag) => `“${tag}”`).join(', ');
}

function problemsText(problems: number): string {
	return problems === 1 ? '1 problem' : `${problems} problems`;
}

function sectionsText(kinds: readonly SectionKind[]): string {
	return kinds.map((kind) => sectionTitles[kind]).join(', ');
}

/** What rows say of a story that depends on its file. Settings are those of a folder, so each is read once at a time. */
export function fileFactsOf(storyFiles: StoryFiles): (file: string) => FileFacts {
	let settings = new Map<string, Omit<FileFacts, 'path'>>();
	return (file) => {
		const uri = vscode.Uri.parse(file, true);
		const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
		if (settings.size === 0) void Promise.resolve().then(() => (settings = new Map()));
		let known = settings.get(folder);
		if (!known) {
			const {
				wordsPerMinute = defaultWordsPerMinute,
				staleAfterYears = defaultStaleAfterYears,
				today = '',
			} = storyFiles.contextFor(file);
			settings.set(folder, (known = { wordsPerMinute, staleAfterYears, today }));
		}
		return { path: vscode.workspace.asRelativePath(uri), ...known };
	};
}

/**
 * How a node of the tree looks and what it says.
 *
 * @param isOwn whether a framework file gives a competency its name
 */
export function toTreeItem(node: TreeNode, isOwn: (competency: string) => boolean): vscode.TreeItem {
	switch (node.kind) {
		case 'competency':
			return competencyItem(node, isOwn(node.coverage.competency.id));
		case 'group':
			return groupItem(node);
		case 'story':
			return storyItem(node);
		case 'candidate':
			return candidateItem(node);
	}
}
