import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { EditHistory } from '../../../core/library/editHistory.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { KeyedDebounce } from '../../../core/library/keyedDebounce.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import { type Log, logError } from '../../../core/library/log.ts';
import { matrixOf } from '../../../core/library/matrix/matrix.ts';
import { MatrixFeed } from '../../../core/library/matrix/matrixFeed.ts';
import { matrixStory } from '../../../core/library/matrix/matrixStory.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { type LibraryStory, type StoryLocation, storyLocationIn } from '../../../core/library/storyIndex.ts';
import type { FileRename, Workspace } from '../../../core/library/workspace.ts';
import type { OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { type MatrixMessage, matrixRequest, type MatrixRequest, matrixView } from '../../../pages/protocol/matrix.ts';
import { toShownFramework } from '../../../pages/protocol/story.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import type { ClipboardPage } from '../../clipboardPage.ts';
import { commands, pages } from '../../ids.ts';
import { PagePanel } from '../../pagePanel.ts';
import { systemClock } from '../../workspace.ts';
import { newStoryFor } from '../commands/newStory.ts';
import type { StoryRecall } from '../commands/storyRecall.ts';
import type { PracticeStore } from '../practice/practiceStore.ts';
import type { StoryPractices } from '../practice/storyPractices.ts';
import type { NameHiding } from '../report/nameHiding.ts';
import { MatrixEdits } from './matrixEdits.ts';
import { exportMatrix } from './matrixExport.ts';
import { writtenDates } from './writtenDates.ts';

interface MatrixServices {
	readonly extensionUri: vscode.Uri;
	readonly clipboard: ClipboardPage;
	/** Remembers how the matrix is looked at. */
	readonly workspaceState: vscode.Memento;
	readonly log: Log;
	readonly workspace: Workspace;
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	readonly libraryCoverage: LibraryCoverage;
	readonly storyEdits: StoryEdits;
	readonly editHistory: EditHistory;
	readonly opportunities: OpportunityFiles;
	readonly practice: PracticeStore;
	readonly recall: StoryRecall;
	readonly storyPractices: StoryPractices;
	readonly nameHiding: NameHiding;
	/** Resolves when the first scan of the workspace is over. */
	readonly scanned: Promise<void>;
}

/** Pause before changes are sent to the page together, in milliseconds: it is to follow within a second. */
const pause = 100;

/** The same before questions are ranked anew, which takes the worker some tenths of a second. */
const rankPause = 400;

/** The key under which the workspace's state keeps how the matrix is looked at. */
const viewKey = 'starStories.matrix.view';

/** Shows the whole library against its competencies, on a page of its own. */
export function registerMatrix(services: MatrixServices): vscode.Disposable {
	const disposables = new Disposables();
	const page = disposables.add(new MatrixPage(services));
	disposables.add(
		vscode.commands.registerCommand(commands.showMatrix, (argument?: unknown) => page.show(placeIn(argument))),
	);
	return disposables;
}

class MatrixPage implements vscode.Disposable {
	readonly #services: MatrixServices;
	readonly #disposables = new Disposables();
	readonly #panel: PagePanel<MatrixMessage, MatrixRequest>;
	readonly #feed: MatrixFeed;
	readonly #edits: MatrixEdits;
	readonly #soon = this.#disposables.add(new KeyedDebounce(systemClock, pause));
	/** The files that have another name, which the page has not been told yet. */
	#moved: readonly FileRename[] = [];
	/** When files were first committed. */
	readonly #written = new Map<string, string>();
	/** Until the first scan is over every competency would be a gap. */
	#scanned = false;

	constructor(services: MatrixServices) {
		const { storyFiles, frameworks, storyEdits, editHistory, opportunities, practice, storyPractices } = services;
		this.#services = services;
		this.#feed = new MatrixFeed(storyFiles.index, (entry) => storyPractices.of(entry));
		this.#edits = new MatrixEdits(storyEdits, editHistory);
		const kind = {
			viewType: pages.matrix,
			page: 'matrix',
			title: 'STAR Stories Matrix',
			icon: 'matrix',
			isRequest: matrixRequest,
		};
		this.#panel = this.#disposables.add(
			new PagePanel<MatrixMessage, MatrixRequest>(kind, services, (request) => this.#answer(request)),
		);
		for (const event of [storyFiles.index.onDidChange, practice.onDidChange]) {
			this.#disposables.add(event(() => this.#soon.schedule('stories', () => this.#postChanges())));
		}
		this.#disposables.add(storyFiles.onDidMove((moves) => (this.#moved = [...this.#moved, ...moves])));
		this.#disposables.add(opportunities.onDidChange(() => this.#postOpportunities()));
		for (const event of [frameworks.onDidChange, frameworks.onDidRead]) {
			this.#disposables.add(event(() => this.#soon.schedule('library', () => this.#postLibrary())));
		}
		void services.scanned.then(() => {
			this.#scanned = true;
			this.#postLibrary();
		});
	}

	show(place: MatrixPlace | undefined): void {
		this.#panel.show({ form: 'show', ...place });
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	async #answer(request: MatrixRequest): Promise<void> {
		const { workspaceState, opportunities, libraryCoverage } = this.#services;
		switch (request.form) {
			case 'ready':
				this.#postLibrary();
				this.#postOpportunities();
				return this.#panel.ready();
			case 'view':
				return workspaceState.update(viewKey, request.view);
			case 'open':
				return this.#open(request.story);
			case 'openFile':
				return this.#openFile(request.file);
			case 'change': {
				const entry = this.#entryAt(request.story);
				const done = entry !== undefined && (await this.#edits.make(entry, request.change));
				return this.#panel.post({ form: 'outcome', story: request.story, done });
			}
			case 'undo':
				return this.#undo();
			case 'history':
				return this.#postHistory();
			case 'rank':
				return this.#soon.schedule(
					'rank',
					() => void this.#rank(request.questions).catch(logError(this.#services.log)),
					rankPause,
				);
			case 'export': {
				const { storyFiles, frameworks, language, nameHiding, clipboard } = this.#services;
				const lookups = frameworks.lookupsFor(undefined);
				return exportMatrix(
					matrixOf(
						storyFiles.index.stories().map(matrixStory),
						lookups.frameworks,
						request.view,
						lookups.level,
					),
					language,
					nameHiding,
					clipboard,
				);
			}
			case 'openOpportunity': {
				const known = opportunities.all.find(
					({ file, line }) => file === request.file && line === request.line,
				);
				if (!known) return;
				const selection = new vscode.Range(known.line, 0, known.line, 0);
				await vscode.window.showTextDocument(vscode.Uri.parse(known.file, true), {
					viewColumn: this.#panel.beside,
					selection,
					preview: true,
				});
				return;
			}
			case 'plan': {
				const coverage = libraryCoverage
					.for(undefined)
					.find(({ competency }) => competency.id === request.competency);
				if (coverage)
					await vscode.commands.executeCommand(commands.planOpportunity, { kind: 'competency', coverage });
				return;
			}
			case 'newStory':
				return newStoryFor(request.competency, this.#services.frameworks);
		}
	}

	async #undo(): Promise<void> {
		const problem = await this.#edits.undo();
		this.#panel.post({ form: 'undone', ...(problem !== undefined && { problem }) });
	}

	/** Only tagged stories of the library, whatever file a page names. */
	#entryAt({ file, index }: StoryLocation): LibraryStory | undefined {
		return this.#services.storyFiles.index.taggedOf(file)[index];
	}

	async #open(place: StoryLocation): Promise<void> {
		if (!this.#entryAt(place)) return;
		await vscode.commands.executeCommand(commands.openStory, place, { viewColumn: this.#panel.beside });
	}

	async #openFile(file: string): Promise<void> {
		const known = this.#services.frameworks.files().find(({ uri }) => uri === file);
		if (known)
			await vscode.window.showTextDocument(vscode.Uri.parse(known.uri, true), { viewColumn: this.#panel.beside });
	}

	#postLibrary(): void {
		if (!this.#panel.visible) return;
		const { frameworks, workspaceState } = this.#services;
		const view: unknown = workspaceState.get(viewKey);
		const lookups = frameworks.lookupsFor(undefined);
		const broken = frameworks.files().filter(({ loaded }) => !loaded.framework);
		this.#panel.post({
			form: 'library',
			scanned: this.#scanned,
			stories: this.#feed.all(),
			frameworks: lookups.frameworks.map(toShownFramework),
			level: lookups.level,
			broken: broken.map(({ uri }) => ({ name: this.#services.workspace.shownPath(uri), file: uri })),
			...(matrixView(view) && { view }),
		});
		this.#postMoves();
	}

	#postChanges(): void {
		if (!this.#panel.visible) return;
		const changes = this.#feed.changes();
		if (changes.changed.length + changes.gone.length > 0)
			this.#panel.post({ form: 'stories', ...changes, moved: this.#takeMoves() });
	}

	/** To a page that shows again and remembers its cell. */
	#postMoves(): void {
		const moved = this.#takeMoves();
		if (moved.length > 0) this.#panel.post({ form: 'stories', changed: [], gone: [], moved });
	}

	#takeMoves(): readonly FileRename[] {
		const moved = this.#moved;
		this.#moved = [];
		return moved;
	}

	#postOpportunities(): void {
		const list = this.#services.opportunities.all.map(
			({ file, line, what, done, by, with: company, competency }) => ({
				file,
				line,
				what,
				done,
				...(by !== undefined && { by }),
				...(company !== undefined && { with: company }),
				...(competency !== undefined && { competency }),
			}),
		);
		this.#panel.post({ form: 'opportunities', list });
	}

	/** Asks the same reader as Find a Story. */
	async #rank(questions: Extract<MatrixRequest, { form: 'rank' }>['questions']): Promise<void> {
		const { recall } = this.#services;
		await recall.refresh(() => this.#panel.visible);
		const answers: Extract<MatrixMessage, { form: 'ranked' }>['answers'][number][] = [];
		for (const { id, text } of questions) {
			if (!this.#panel.visible) return;
			const found = await recall.find(text);
			const fitting = found.stories.filter(({ fit }) => fit !== 'stretch');
			answers.push({ question: id, stories: fitting.map(({ entry: { file, index } }) => ({ file, index })) });
		}
		this.#panel.post({ form: 'ranked', answers });
	}

	async #postHistory(): Promise<void> {
		const files = [...new Set(this.#services.storyFiles.index.stories().map(({ file }) => file))];
		const available = await writtenDates(
			files.map((file) => vscode.Uri.parse(file, true)),
			this.#written,
		);
		const written = files.flatMap((file) => {
			const date = this.#written.get(file);
			return date === undefined ? [] : [{ file, date }];
		});
		this.#panel.post({ form: 'history', available, written });
	}
}

/** What the matrix can be asked to show first. */
interface MatrixPlace {
	/** Id of a competency, whose card opens. */
	readonly competency?: string;
	readonly story?: StoryLocation;
}

/** Reads the argument of the command: that of other commands, or a row of the tree. */
function placeIn(argument: unknown): MatrixPlace | undefined {
	if (typeof argument !== 'object' || argument === null) return undefined;
	const { competency, story, coverage, entry } = argument as {
		competency?: unknown;
		story?: unknown;
		coverage?: { competency?: { id?: unknown } };
		entry?: unknown;
	};
	const id = typeof competency === 'string' ? competency : coverage?.competency?.id;
	const at = storyLocationIn(story) ?? storyLocationIn(entry);
	return { ...(typeof id === 'string' && { competency: id }), ...(at && { story: at }) };
}
