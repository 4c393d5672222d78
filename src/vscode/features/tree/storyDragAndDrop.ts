import * as vscode from 'vscode';
import type { StoryChange } from '../../../core/edit/changeStories.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryIndex } from '../../../core/library/storyIndex.ts';
import { views } from '../../ids.ts';
import { type ChosenStory, storiesOfRows, storiesText } from '../commands/chooseStories.ts';
import type { ViewNode } from './opportunityRows.ts';

/** The type under which VS Code hands over rows of the view; its name is that of the view in lower case. */
const rowsType = `application/vnd.code.tree.${views.competencies.toLowerCase()}`;

/** Files, as from the Explorer, and for it. */
const filesType = 'text/uri-list';

/**
 * Tags stories that are dropped on a competency, and sets the status of those that are dropped on one. A drop always
 * adds a tag: a view does not learn which keys are held, and a tag that is lost unseen would be worse than one too
 * many. Replacing is a command of its own.
 */
export class StoryDragAndDrop implements vscode.TreeDragAndDropController<ViewNode> {
	readonly dragMimeTypes = [filesType];
	readonly dropMimeTypes = [rowsType, filesType];
	readonly #index: StoryIndex;
	readonly #edits: StoryEdits;

	constructor(index: StoryIndex, edits: StoryEdits) {
		this.#index = index;
		this.#edits = edits;
	}

	handleDrag(nodes: readonly ViewNode[], data: vscode.DataTransfer): void {
		const stories = storiesOfRows([nodes[0], nodes]);
		if (stories.length === 0) return;
		const rows = stories.map(({ file, index }) => ({ file, index }));
		data.set(rowsType, new vscode.DataTransferItem(JSON.stringify(rows)));
		data.set(filesType, new vscode.DataTransferItem([...new Set(rows.map(({ file }) => file))].join('\r\n')));
	}

	async handleDrop(target: ViewNode | undefined, data: vscode.DataTransfer): Promise<void> {
		const change = target && changeOf(target);
		if (!change) return;
		const rows = await data.get(rowsType)?.asString();
		const stories =
			rows === undefined ? this.#storiesIn(await data.get(filesType)?.asString()) : this.#storiesAt(rows);
		if (stories.length === 0) return;
		await this.#edits.apply(
			stories.map((entry) => ({ entry, change: change.change })),
			change.label(storiesText(stories)),
		);
	}

	#storiesAt(rows: string): readonly ChosenStory[] {
		return (JSON.parse(rows) as readonly { readonly file: string; readonly index: number }[]).flatMap(
			({ file, index: position }) => {
				const story = this.#index.get(file).stories[position];
				return story ? [{ file, index: position, story }] : [];
			},
		);
	}

	/** Stories of files that hold one each: for a bank it is not clear which story is meant. */
	#storiesIn(uris: string | undefined): readonly ChosenStory[] {
		const files = (uris ?? '').split(/\r?\n/u).filter((line) => line !== '' && !line.startsWith('#'));
		return files.flatMap((file) => {
			const key = vscode.Uri.parse(file).toString();
			const [story, ...others] = this.#index.get(key).stories;
			return story && others.length === 0 ? [{ file: key, index: 0, story }] : [];
		});
	}
}

interface DropChange {
	readonly change: StoryChange;
	readonly label: (stories: string) => string;
}

function changeOf(target: ViewNode): DropChange | undefined {
	const node = 'parent' in target ? target.parent : target;
	if (node.kind === 'competency') {
		const { id, name } = node.coverage.competency;
		return { change: { kind: 'tag', competency: id }, label: (stories) => `Tag ${stories} with ${name}` };
	}
	if (node.kind === 'framework') return undefined;
	if (node.group.by === 'scope') {
		const { scope } = node.group;
		const change: StoryChange =
			scope === undefined ? { kind: 'clear', field: 'scope' } : { kind: 'set', field: 'scope', value: scope };
		return { change, label: (stories) => `Scope of ${stories}` };
	}
	if (node.group.by !== 'status') return undefined;
	const { status } = node.group;
	return { change: { kind: 'set', field: 'status', value: status }, label: (stories) => `Status of ${stories}` };
}
