import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { KeyedDebounce } from '../../../core/library/keyedDebounce.ts';
import { type Log, logError } from '../../../core/library/log.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { usuallyHidden } from '../../../core/report/redact/listedNames.ts';
import { asShown } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { toRange } from '../../positions.ts';
import { asOpenDocument, systemClock } from '../../workspace.ts';
import type { HeardStories } from '../interviews/heardStories.ts';
import { withoutNames } from '../report/askAboutNames.ts';
import type { NameHiding } from '../report/nameHiding.ts';
import { answerRows, type AnswerRow, untitled } from './answerRows.ts';
import { copyCard, cueCardOf } from './cueCards.ts';
import { questionRows } from './questionRows.ts';
import { StoryPreview } from './storyPreview.ts';
import type { PracticeStore } from '../practice/practiceStore.ts';
import type { StoryRecall } from './storyRecall.ts';

interface FindServices {
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
	readonly recall: StoryRecall;
	readonly practice: Pick<PracticeStore, 'current'>;
	readonly nameHiding: NameHiding;
	readonly heard: HeardStories;
	/** Resolves when the first scan of the workspace is over. */
	readonly scanned: Promise<void>;
	readonly log: Log;
}

/** Asks for a question in any words, and shows the stories that answer it while it is typed. */
export function registerFindStory(services: FindServices): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(
		vscode.commands.registerCommand(commands.findStory, (question?: unknown) => {
			new StoryPick(services).show(typeof question === 'string' ? question : selectedText());
		}),
	);
	const item = disposables.add(
		vscode.window.createStatusBarItem('starStories.find', vscode.StatusBarAlignment.Right, 100),
	);
	item.name = 'Find a Story';
	item.text = '$(question)';
	item.tooltip = 'Find a story for a question…';
	item.accessibilityInformation = { label: item.tooltip, role: 'button' };
	item.command = commands.findStory;
	const { index } = services.storyFiles;
	const update = () => (index.size > 0 ? item.show() : item.hide());
	disposables.add(index.onDidChange(update));
	update();
	return disposables;
}

/** How long a row is active before it is previewed, in milliseconds: typing activates many rows. */
const previewPause = 150;

/** A longer selection is not taken for a question, in characters. */
const maxQuestionLength = 500;

class StoryPick {
	readonly #storyFiles: StoryFiles;
	readonly #frameworks: Frameworks;
	readonly #recall: StoryRecall;
	readonly #practice: Pick<PracticeStore, 'current'>;
	readonly #nameHiding: NameHiding;
	readonly #heard: HeardStories;
	readonly #scanned: Promise<void>;
	readonly #log: Log;
	readonly #pick = vscode.window.createQuickPick<AnswerRow>();
	readonly #preview = new StoryPreview();
	readonly #disposables = new Disposables();
	readonly #pause = this.#disposables.add(new KeyedDebounce(systemClock, previewPause));
	readonly #copy: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('copy'), tooltip: 'Copy Cue Card' };
	readonly #copyHidden: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('eye-closed'),
		tooltip: 'Copy Cue Card, Names Hidden',
	};
	readonly #asked: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('comment'), tooltip: 'It Was Asked…' };
	/** To whom a story may be told. */
	#companies: readonly string[] = [];
	#accepted = false;
	#closed = false;
	/** Counts the questions, so that the answer to an older one is dropped. */
	#fillings = 0;

	constructor({ storyFiles, frameworks, recall, practice, nameHiding, heard, scanned, log }: FindServices) {
		this.#heard = heard;
		this.#nameHiding = nameHiding;
		this.#storyFiles = storyFiles;
		this.#frameworks = frameworks;
		this.#recall = recall;
		this.#practice = practice;
		this.#scanned = scanned;
		this.#log = log;
	}

	show(question: string): void {
		const pick = this.#pick;
		pick.placeholder = 'Type or paste the question as it was asked';
		pick.value = question;
		// The rows come ranked; VS Code would sort those whose title happens to match to the top. Its typings lack the switch.
		Object.assign(pick, { sortByLabel: false });
		this.#disposables.add(pick.onDidChangeValue(() => void this.#fill()));
		this.#disposables.add(pick.onDidChangeActive(([row]) => this.#previewSoon(row)));
		this.#disposables.add(pick.onDidTriggerItemButton(({ item, button }) => void this.#press(item, button)));
		this.#disposables.add(pick.onDidAccept(() => void this.#accept()));
		this.#disposables.add(pick.onDidHide(() => this.#close()));
		this.#disposables.add(this.#storyFiles.index.onDidChange(() => void this.#takeIn()));
		this.#disposables.add(this.#frameworks.onDidChange(() => void this.#takeIn()));
		pick.busy = true;
		void this.#fill();
		void this.#listen();
		pick.show();
		void this.#scanned.then(() => this.#takeIn());
	}

	/** Takes in who has heard what; asked before a preview hides the plan. */
	async #listen(): Promise<void> {
		this.#companies = await this.#heard.companies().catch((error: unknown) => {
			this.#log.error(`No interviews were read: ${String(error)}`);
			return [];
		});
		if (!this.#closed && this.#companies.length > 0) await this.#fill();
	}

	/** Takes in new and changed stories a few at a time, and shows what they change. */
	async #takeIn(): Promise<void> {
		this.#pick.busy = true;
		await this.#recall.refresh(() => !this.#closed).catch(logError(this.#log));
		if (this.#closed) return;
		this.#pick.busy = false;
		await this.#fill();
	}

	async #fill(): Promise<void> {
		const filling = ++this.#fillings;
		const question = this.#pick.value.slice(0, maxQuestionLength);
		if (question.trim() === '') {
			this.#pick.title = untitled;
			this.#pick.items = asShown(this.#questions());
			return;
		}
		try {
			const found = await this.#recall.find(question);
			// Dropped where the author has typed on, or more stories are known.
			if (filling !== this.#fillings || this.#closed) return;
			const hidden = this.#nameHiding.listed()(usuallyHidden).length > 0 ? [this.#copyHidden] : [];
			const { title, rows } = answerRows(found, this.#pick.busy, [...hidden, this.#copy, this.#asked], (entry) =>
				this.#heard.warning(entry, this.#companies),
			);
			this.#pick.title = title;
			this.#pick.items = asShown(rows);
		} catch (error) {
			this.#log.error(`No stories were looked for: ${String(error)}`);
		}
	}

	/** What to ask; nothing while stories are still to come, without which every question would be unanswered. */
	#questions(): readonly AnswerRow[] {
		if (this.#pick.busy) return [];
		const stories = this.#storyFiles.index.stories();
		return questionRows(
			stories,
			this.#frameworks.lookupsFor(undefined),
			this.#practice.current.schedule,
			Date.now(),
		);
	}

	#previewSoon(row: AnswerRow | undefined): void {
		this.#pause.cancel('preview');
		if (row?.entry) this.#pause.schedule('preview', () => void this.#show(row.entry as LibraryStory));
	}

	async #show({ file, index }: LibraryStory): Promise<void> {
		try {
			const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file, true));
			const story = (await this.#storyFiles.analysisOf(asOpenDocument(document))).stories[index];
			const isCurrent = () =>
				!this.#closed &&
				this.#pick.activeItems[0]?.entry?.file === file &&
				this.#pick.activeItems[0].entry.index === index;
			if (story) await this.#preview.show(document, toRange(document, story.anchor), isCurrent);
		} catch (error) {
			// The file may have gone since; choosing it says so.
			this.#log.info(`No preview of ${file}: ${String(error)}`);
		}
	}

	async #press(row: AnswerRow, button: vscode.QuickInputButton): Promise<void> {
		if (button.tooltip !== this.#asked.tooltip) return this.#copyCard(row, button);
		const question = this.#pick.value;
		const story = row.entry && { file: row.entry.file, index: row.entry.index };
		// The document that is previewed may be the plan that the company is known from.
		this.#pick.hide();
		await vscode.commands.executeCommand(commands.itWasAsked, { question, story });
	}

	async #copyCard({ entry, asked }: AnswerRow, button: vscode.QuickInputButton): Promise<void> {
		const story = entry && (await this.#storyFiles.withItsWords(entry));
		if (!entry || !story) return;
		const whole = cueCardOf(story, vscode.Uri.parse(entry.file, true), this.#frameworks, asked);
		const hides = button.tooltip === this.#copyHidden.tooltip;
		const card = hides ? (await withoutNames(whole, this.#nameHiding))?.data : whole;
		if (card) await copyCard(card);
	}

	async #accept(): Promise<void> {
		const [row] = this.#pick.selectedItems;
		if (row?.question !== undefined) {
			this.#pick.value = row.question;
			await this.#fill();
			return;
		}
		if (row?.framework !== undefined) {
			// What it changes fills the list anew.
			await vscode.commands.executeCommand(commands.switchOnFramework, row.framework);
			return;
		}
		if (!row?.entry && !row?.command) return;
		this.#accepted = true;
		this.#pick.hide();
		if (row.entry)
			await vscode.commands.executeCommand(commands.openStory, { file: row.entry.file, index: row.entry.index });
		else if (row.command) {
			await this.#preview.restore();
			await vscode.commands.executeCommand(...(row.command as [string, ...unknown[]]));
		}
	}

	#close(): void {
		this.#closed = true;
		if (!this.#accepted) void this.#preview.restore();
		this.#disposables.dispose();
		this.#pick.dispose();
	}
}

/** The selection of the active editor, where it can be a question. */
function selectedText(): string {
	const editor = vscode.window.activeTextEditor;
	const text = editor?.document.getText(editor.selection).replace(/\s+/gu, ' ').trim() ?? '';
	return text.length > maxQuestionLength ? '' : text;
}
