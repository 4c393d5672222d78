import * as vscode from 'vscode';
import type { StoryChange } from '../../../core/edit/changeStories.ts';
import type { Competency } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { EditHistory } from '../../../core/library/editHistory.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { maxStrength, type Status, statuses } from '../../../core/story/fields.ts';
import { scopeMeanings, type StoryScope, storyScopes } from '../../../core/story/storyScope.ts';
import { pickOne, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { chooseStories, type ChosenStory, type RowArguments, storiesText } from './chooseStories.ts';
import { pickCompetency } from './pickCompetency.ts';

/** Tags, rates and marks stories: those of the selected rows, the one around the caret, or those ticked in a list. */
export function registerTagStories(
	storyFiles: StoryFiles,
	libraryCoverage: LibraryCoverage,
	storyEdits: StoryEdits,
	editHistory: EditHistory,
	allKnown: () => Promise<void>,
): vscode.Disposable {
	const disposables = new Disposables();
	const register = (
		command: string,
		title: string,
		run: (
			stories: readonly ChosenStory[],
			storyEdits: StoryEdits,
			libraryCoverage: LibraryCoverage,
		) => Promise<void>,
	) =>
		disposables.add(
			vscode.commands.registerCommand(command, async (...rows: RowArguments) => {
				const stories = await chooseStories(rows, title, storyFiles, allKnown);
				if (stories.length > 0) await run(stories, storyEdits, libraryCoverage);
			}),
		);
	register(commands.tagStory, 'Tag Stories', tag);
	register(commands.untagStory, 'Untag Stories', untag);
	register(commands.replaceTag, 'Replace a Tag', replace);
	register(commands.setStrength, 'Set Strength', setStrength);
	register(commands.setStatus, 'Set Status', setStatus);
	register(commands.setScope, 'Set Scope', setScope);
	disposables.add(
		vscode.commands.registerCommand(commands.undoInView, async () => {
			const reason = await editHistory.undo();
			if (reason !== undefined) void showInformationMessage(reason);
		}),
	);
	return disposables;
}

async function tag(
	stories: readonly ChosenStory[],
	storyEdits: StoryEdits,
	libraryCoverage: LibraryCoverage,
): Promise<void> {
	const title = `Tag ${storiesText(stories)}`;
	const competency = await pickNewTag(stories, title, libraryCoverage, (id) => stories.every(hasTag(id)));
	if (!competency) return;
	const label = `Tag ${storiesText(stories)} with ${competency.name}`;
	await change(stories, () => ({ kind: 'tag', competency: competency.id }), label, storyEdits);
}

/** Under a competency it is clear which tag goes; elsewhere the author says. */
async function untag(
	stories: readonly ChosenStory[],
	storyEdits: StoryEdits,
	libraryCoverage: LibraryCoverage,
): Promise<void> {
	const isClear = stories.every(({ under }) => under !== undefined);
	const picked = isClear ? undefined : await pickTag(stories, `Untag ${storiesText(stories)}`, libraryCoverage);
	if (!isClear && picked === undefined) return;
	const label = `Untag ${storiesText(stories)}`;
	await change(stories, ({ under }) => ({ kind: 'untag', tag: picked ?? under ?? '' }), label, storyEdits);
}

async function replace(
	stories: readonly ChosenStory[],
	storyEdits: StoryEdits,
	libraryCoverage: LibraryCoverage,
): Promise<void> {
	const isClear = stories.every(({ under }) => under !== undefined);
	const title = `Replace a Tag of ${storiesText(stories)}`;
	const from = isClear ? undefined : await pickTag(stories, title, libraryCoverage);
	if (!isClear && from === undefined) return;
	const concerned = stories.filter((story) => hasTag(from ?? story.under ?? '')(story));
	const to = await pickNewTag(stories, title, libraryCoverage, (id) =>
		concerned.every(({ under }) => (from ?? under) === id),
	);
	if (!to) return;
	const label = `Tag ${storiesText(stories)} with ${to.name} instead`;
	await change(
		concerned,
		({ under }) => ({ kind: 'retag', from: from ?? under ?? '', to: to.id }),
		label,
		storyEdits,
	);
}

async function setStrength(stories: readonly ChosenStory[], storyEdits: StoryEdits): Promise<void> {
	const title = `Strength of ${storiesText(stories)}`;
	const present = new Set(stories.map(({ story }) => story.details.strength));
	const values = Array.from({ length: maxStrength }, (_, index) => maxStrength - index);
	const items = [
		...values.map((value) => ({
			label: String(value),
			description: '★'.repeat(value),
			detail: '',
			value: value as number | undefined,
		})),
		{ label: 'Not rated', description: '', detail: '', value: undefined },
	];
	const picked = await pickValue(items, present, title, 'How well does it tell?');
	if (!picked) return;
	const { value } = picked;
	await change(
		stories,
		() => (value === undefined ? { kind: 'clear', field: 'strength' } : { kind: 'set', field: 'strength', value }),
		title,
		storyEdits,
	);
}

async function setStatus(stories: readonly ChosenStory[], storyEdits: StoryEdits): Promise<void> {
	const title = `Status of ${storiesText(stories)}`;
	const meanings: Readonly<Record<Status, string>> = {
		draft: 'still being written',
		ready: 'can be told',
		retired: 'kept, and not counted',
	};
	const items = statuses.map((value) => ({ label: value, description: meanings[value], value }));
	const picked = await pickValue(
		items,
		new Set(stories.map(({ story }) => story.details.status)),
		title,
		'How far is it?',
	);
	if (picked) await change(stories, () => ({ kind: 'set', field: 'status', value: picked.value }), title, storyEdits);
}

async function setScope(stories: readonly ChosenStory[], storyEdits: StoryEdits): Promise<void> {
	const title = `Scope of ${storiesText(stories)}`;
	const present = new Set(stories.map(({ story }) => story.details.scope));
	const items = [
		...storyScopes.map((value) => ({
			label: value as string,
			description: scopeMeanings[value],
			value: value as StoryScope | undefined,
		})),
		{ label: 'Not said', description: '', value: undefined },
	];
	const picked = await pickValue(items, present, title, 'How far did it reach?');
	if (!picked) return;
	const { value } = picked;
	await change(
		stories,
		() => (value === undefined ? { kind: 'clear', field: 'scope' } : { kind: 'set', field: 'scope', value }),
		title,
		storyEdits,
	);
}

async function change(
	stories: readonly ChosenStory[],
	changeOf: (story: ChosenStory) => StoryChange,
	label: string,
	storyEdits: StoryEdits,
): Promise<void> {
	await storyEdits.apply(
		stories.map((entry) => ({ entry, change: changeOf(entry) })),
		label,
	);
}

function hasTag(wanted: string): (story: ChosenStory) => boolean {
	return ({ story }) => story.tags.some(({ competency, text }) => (competency ?? text) === wanted);
}

/** @param isLeftOut whether a competency would change nothing */
function pickNewTag(
	stories: readonly ChosenStory[],
	title: string,
	libraryCoverage: LibraryCoverage,
	isLeftOut: (id: string) => boolean,
): Promise<Competency | undefined> {
	const coverage = libraryCoverage.for(stories[0]?.file).filter(({ competency }) => !isLeftOut(competency.id));
	return pickCompetency(coverage, title, 'Which competency does it prove?');
}

/** @returns the id of the competency, or an unknown tag as it is written */
async function pickTag(
	stories: readonly ChosenStory[],
	title: string,
	libraryCoverage: LibraryCoverage,
): Promise<string | undefined> {
	const tags = new Map<string, string>();
	for (const { file, story } of stories) {
		for (const { competency, text } of story.tags) {
			const known = libraryCoverage.for(file).find((each) => each.competency.id === competency);
			tags.set(competency ?? text, known?.competency.name ?? text);
		}
	}
	if (tags.size === 0) {
		void showInformationMessage(`${storiesText(stories)}: there is no tag to take off.`);
		return undefined;
	}
	const items = [...tags].map(([value, label]) => ({ label, value }));
	const picked = await pickOne(items, { title, placeHolder: 'Which tag?' });
	return picked?.value;
}

/** Asks for one of several values; a tick marks those that the stories have. */
async function pickValue<T extends vscode.QuickPickItem & { readonly value: unknown }>(
	items: readonly T[],
	present: ReadonlySet<unknown>,
	title: string,
	placeHolder: string,
): Promise<T | undefined> {
	const marked = items.map((item) => ({
		...item,
		iconPath: new vscode.ThemeIcon(present.has(item.value) ? 'check' : 'blank'),
	}));
	return pickOne(marked, { title, placeHolder });
}
