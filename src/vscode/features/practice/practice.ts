import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { KeyedDebounce } from '../../../core/library/keyedDebounce.ts';
import type { Log } from '../../../core/library/log.ts';
import { MatrixFeed } from '../../../core/library/matrix/matrixFeed.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { type LibraryStory, type StoryLocation, storyLocationIn } from '../../../core/library/storyIndex.ts';
import { nameOf } from '../../../core/library/uris.ts';
import { lengthNames, type Telling, type TellingLength, tellingText } from '../../../core/library/telling/telling.ts';
import type { PracticeChoice } from '../../../core/questions/practice/drawQuestion.ts';
import type { PractisedStory } from '../../../core/questions/practice/history.ts';
import { tellingsOf } from '../../../core/questions/practice/storyPractice.ts';
import { probeKey, probesToAsk } from '../../../core/questions/probes/probesToAsk.ts';
import { spokenSeconds } from '../../../core/rules/english/spokenTime.ts';
import { type PracticeMessage, practiceRequest, type PracticeRequest } from '../../../pages/protocol/practice.ts';
import { toShownFramework } from '../../../pages/protocol/story.ts';
import { capitalised } from '../../../core/text/words.ts';
import type { FullStory } from '../../../core/story/model.ts';
import type { Probe } from '../../../core/story/probe.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { showDone } from '../../dialogs.ts';
import { commands, pages, settingsSection } from '../../ids.ts';
import { PagePanel } from '../../pagePanel.ts';
import { readSettings } from '../../settings.ts';
import { systemClock } from '../../workspace.ts';
import { cueCardOf } from '../commands/cueCards.ts';
import { chosenLength, keepLength } from '../commands/tellingLength.ts';
import { newStoryFor } from '../commands/newStory.ts';
import { askAboutNames } from '../report/askAboutNames.ts';
import type { NameHiding } from '../report/nameHiding.ts';
import { practiceFolderSetting, type PracticePlace } from './practiceFolder.ts';
import type { PracticeStore } from './practiceStore.ts';
import type { HeardStories } from '../interviews/heardStories.ts';

interface PracticeServices {
	readonly extensionUri: vscode.Uri;
	readonly log: Log;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	readonly practice: PracticeStore;
	/** Where the history lies. */
	readonly practiceAt: () => PracticePlace;
	/** Says which company has heard which story. */
	readonly heard: HeardStories;
	/** Tells stories in their lengths. */
	readonly language: LanguageClient;
	readonly nameHiding: NameHiding;
	/** Keeps the length in which stories are told. */
	readonly workspaceState: vscode.Memento;
	/** Resolves when the first scan of the workspace is over. */
	readonly scanned: Promise<void>;
}

/** Pause before changes are sent to the page together, in milliseconds. */
const pause = 100;

/** Asks questions as an interviewer does, and says which to ask again. */
export function registerPractice(services: PracticeServices): vscode.Disposable {
	const disposables = new Disposables();
	const page = disposables.add(new PracticePage(services));
	disposables.add(
		vscode.commands.registerCommand(commands.practise, (argument?: unknown) => page.show(choiceIn(argument))),
	);
	return disposables;
}

class PracticePage implements vscode.Disposable {
	readonly #services: PracticeServices;
	readonly #disposables = new Disposables();
	readonly #panel: PagePanel<PracticeMessage, PracticeRequest>;
	readonly #feed: MatrixFeed;
	readonly #soon = this.#disposables.add(new KeyedDebounce(systemClock, pause));
	/** Until the first scan is over every question would lack a story. */
	#scanned = false;

	constructor(services: PracticeServices) {
		const { storyFiles, frameworks, practice, scanned } = services;
		this.#services = services;
		this.#feed = new MatrixFeed(storyFiles.index);
		const kind = {
			viewType: pages.practice,
			page: 'practice',
			title: 'STAR Stories Practice',
			icon: 'practice',
			isRequest: practiceRequest,
		};
		this.#panel = this.#disposables.add(
			new PagePanel<PracticeMessage, PracticeRequest>(kind, services, (request) => this.#answer(request)),
		);
		this.#disposables.add(
			storyFiles.index.onDidChange(() => this.#soon.schedule('stories', () => this.#postChanges())),
		);
		for (const event of [frameworks.onDidChange, frameworks.onDidRead]) {
			this.#disposables.add(event(() => this.#soon.schedule('library', () => this.#postLibrary())));
		}
		this.#disposables.add(practice.onDidChange(() => this.#postHistory()));
		this.#disposables.add(
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration(`${settingsSection}.${practiceFolderSetting}`)) this.#postLibrary();
			}),
		);
		// Another window may have practised meanwhile.
		this.#disposables.add(
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused && this.#panel.visible) void practice.refresh();
			}),
		);
		void scanned.then(() => {
			this.#scanned = true;
			this.#postLibrary();
		});
	}

	show(choice: PracticeChoice | undefined): void {
		this.#panel.show(choice && { form: 'practise', choice });
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	async #answer(request: PracticeRequest): Promise<void> {
		const { practice } = this.#services;
		switch (request.form) {
			case 'ready':
				this.#postLibrary();
				this.#panel.ready();
				await practice.open();
				return this.#postHistory();
			case 'answer':
				return this.#postAnswer(request.question, request.story);
			case 'rated':
			case 'probed':
				try {
					return await this.#save(request);
				} finally {
					// The page asks nothing more until it hears this, also where the rating could not be kept.
					this.#panel.post({ form: 'saved' });
				}
			case 'open':
				if (this.#entryAt(request.story))
					await vscode.commands.executeCommand(commands.openStory, request.story, {
						viewColumn: this.#panel.beside,
					});
				return;
			case 'length':
				return keepLength(this.#services.workspaceState, request.length);
			case 'copy':
				return this.#copy(request.story, request.length);
			case 'copyCard': {
				const form = request.length === 'whole' ? 'card' : request.length;
				if (this.#entryAt(request.story))
					await vscode.commands.executeCommand(commands.copyRichText, request.story, form);
				return;
			}
			case 'openFile': {
				const known = practice.current.setAside.find((uri) => uri.toString() === request.file);
				if (known) await vscode.window.showTextDocument(known, { viewColumn: this.#panel.beside });
				return;
			}
			case 'newStory':
				return newStoryFor(request.competency, this.#services.frameworks);
			case 'chooseFolder':
				return vscode.commands.executeCommand(
					'workbench.action.openSettings',
					`@id:${settingsSection}.${practiceFolderSetting}`,
				);
			case 'openFolder':
				return vscode.commands.executeCommand('vscode.openFolder');
			case 'export':
				return vscode.commands.executeCommand(commands.exportPractice);
			case 'import':
				return vscode.commands.executeCommand(commands.importPractice);
			case 'reset':
				return vscode.commands.executeCommand(commands.resetPractice);
		}
	}

	async #save(request: Extract<PracticeRequest, { form: 'rated' | 'probed' }>): Promise<void> {
		const { practice } = this.#services;
		const story = this.#practisedAt(request.story);
		const { asked, rating } = request;
		if (request.form === 'probed') {
			const { probe } = request;
			if (story)
				await practice.add({ question: probeKey(story.title, { id: probe }), asked, rating, story, probe });
			return;
		}
		const { question, seconds, notes } = request;
		await practice.add({
			question,
			asked,
			rating,
			seconds,
			...(story && { story }),
			...(notes !== undefined && notes.trim() !== '' && { notes }),
		});
	}

	/** Only tagged stories of the library, whatever file a page names. */
	#entryAt({ file, index }: StoryLocation): LibraryStory | undefined {
		return this.#services.storyFiles.index.taggedOf(file)[index];
	}

	/** What a story is remembered by. */
	#practisedAt(place: StoryLocation): PractisedStory | undefined {
		const entry = this.#entryAt(place);
		if (!entry) return undefined;
		const isOfBank = this.#services.storyFiles.index.taggedOf(entry.file).length > 1;
		return { file: entry.file, title: entry.story.title, ...(isOfBank && { fromBank: true as const }) };
	}

	/** Copies a story as it is told in a length, without the names where the author wants that. */
	async #copy(place: StoryLocation, length: TellingLength): Promise<void> {
		const entry = this.#entryAt(place);
		const story = entry && (await this.#services.storyFiles.withItsWords(entry));
		const told = story && (await this.#tellings(story, entry.file)).find((each) => each.length === length);
		if (!told) return;
		const parts = await askAboutNames(told.parts, 'Copy Story: names', this.#services.nameHiding);
		if (!parts) return;
		await vscode.env.clipboard.writeText(tellingText({ ...told, parts }));
		showDone(length === 'whole' ? 'The whole story is copied' : `The story is copied in ${lengthNames[length]}`);
	}

	#tellings(story: FullStory, file: string): Promise<readonly Telling[]> {
		const { wordsPerMinute } = readSettings(vscode.Uri.parse(file, true));
		return this.#services.language.call('tellingsOf', [story, wordsPerMinute], { urgent: true });
	}

	/** What is asked after a telling; where nobody can say more, what the story itself raises. */
	async #probesOf(story: FullStory, file: string): Promise<readonly Probe[]> {
		const context = { lookups: this.#services.frameworks.lookupsFor(file) };
		return this.#services.language
			.call('practisedProbes', [story, context], { urgent: true })
			.catch(() => story.probes);
	}

	#postLibrary(): void {
		if (!this.#panel.visible) return;
		const lookups = this.#services.frameworks.lookupsFor(undefined);
		this.#panel.post({
			form: 'library',
			scanned: this.#scanned,
			hasFolder: (vscode.workspace.workspaceFolders?.length ?? 0) > 0,
			kept: this.#services.practiceAt().kind,
			length: chosenLength(this.#services.workspaceState),
			stories: this.#feed.all(),
			frameworks: lookups.frameworks.map(toShownFramework),
			level: lookups.level,
		});
	}

	#postChanges(): void {
		if (!this.#panel.visible) return;
		const changes = this.#feed.changes();
		if (changes.changed.length + changes.gone.length > 0) this.#panel.post({ form: 'stories', ...changes });
	}

	#postHistory(): void {
		const { history, schedule, setAside, newer, unsaved } = this.#services.practice.current;
		this.#panel.post({
			form: 'history',
			schedule,
			tellings: history.tellings.length,
			setAside: setAside.map((uri) => ({ name: nameOf(uri.toString()), file: uri.toString() })),
			newer: newer.map((uri) => nameOf(uri.toString())),
			...(unsaved !== undefined && { unsaved }),
		});
	}

	async #postAnswer(question: string, place: StoryLocation | undefined): Promise<void> {
		const { practice, frameworks, storyFiles } = this.#services;
		const entry = place && this.#entryAt(place);
		const story = entry && (await storyFiles.withItsWords(entry));
		const told = entry && this.#services.heard.warning(entry, await this.#services.heard.companies());
		const outlook = entry && (await practice.outlook(question));
		const known = frameworks.lookupsFor(undefined).questions.get(question);
		// The card is worth showing without them.
		const tellings = story && (await this.#tellings(story, entry.file).catch(() => undefined));
		const probes = story ? await this.#probesOf(story, entry.file) : [];
		const signal = known?.question.signal;
		const uri = entry && vscode.Uri.parse(entry.file, true);
		const all = practice.current.history.tellings;
		const notes = all.flatMap((telling) =>
			telling.question === question && telling.notes !== undefined
				? [{ at: telling.at, text: telling.notes }]
				: [],
		);
		this.#panel.post({
			form: 'answer',
			question,
			notes: notes.toReversed(),
			probes: entry ? probesToAsk(probes, tellingsOf(storyFiles.index, entry, all)) : [],
			...(signal !== undefined && { signal }),
			...(entry &&
				story &&
				uri && {
					story: { file: entry.file, index: entry.index },
					card: cueCardOf(story, uri, frameworks, known?.competencies),
					...(tellings && { tellings }),
					...(told !== undefined && { heard: capitalised(told) }),
					seconds: spokenSeconds(entry.story.words ?? 0, readSettings(uri).wordsPerMinute),
				}),
			...(outlook && { outlook }),
		});
	}
}

/** The argument of the command: that of other commands, or a row of the tree. */
function choiceIn(argument: unknown): PracticeChoice | undefined {
	if (typeof argument !== 'object' || argument === null) return undefined;
	const { story, entry, coverage, lens } = argument as {
		lens?: unknown;
		story?: unknown;
		entry?: unknown;
		coverage?: { competency?: { id?: unknown } };
	};
	const place = storyLocationIn(story) ?? storyLocationIn(entry);
	if (place) return { from: 'story', story: place };
	if (typeof lens === 'string') return { from: 'lens', lens };
	const id = coverage?.competency?.id;
	return typeof id === 'string' ? { from: 'competency', competency: id } : undefined;
}
