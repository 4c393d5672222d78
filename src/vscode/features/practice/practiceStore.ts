import * as vscode from 'vscode';
import {
	historyText,
	noHistory,
	type Rating,
	readHistory,
	type Telling,
} from '../../../core/questions/practice/history.ts';
import type { ScheduledQuestion } from '../../../core/questions/practice/schedule.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import { randomName } from '../../randomName.ts';
import { PracticeFiles, type PracticeFilesRead } from './practiceFiles.ts';

/** Computes when questions are due, on the worker's thread. */
export interface PracticeScheduler {
	schedule(tellings: readonly Telling[]): Promise<readonly ScheduledQuestion[]>;
	outlook(tellings: readonly Telling[], question: string, now: number): Promise<Readonly<Record<Rating, number>>>;
}

/** The history of practice with its schedule, at one moment. */
export interface Practised extends PracticeFilesRead {
	readonly schedule: readonly ScheduledQuestion[];
	/** Why the latest telling could not be written. */
	readonly unsaved?: string;
}

const nothingPractised: Practised = { history: noHistory, schedule: [], setAside: [], newer: [] };

/** The result of an import. */
export type ImportResult =
	| { readonly kind: 'imported'; readonly added: number; readonly dropped: number }
	| { readonly kind: 'unreadable' }
	| { readonly kind: 'newer' };

/** The history of practice with its schedule. */
export class PracticeStore implements vscode.Disposable {
	#files: PracticeFiles;
	readonly #scheduler: PracticeScheduler;
	readonly #log: Pick<vscode.LogOutputChannel, 'error'>;
	readonly #changes = new vscode.EventEmitter<void>();
	#current = nothingPractised;
	/** Why the latest change could not be written. */
	#unsaved: string | undefined;
	#queue: Promise<unknown> = Promise.resolve();

	/** Fires after {@link current} has changed. */
	readonly onDidChange = this.#changes.event;

	/** @param folder in which the history lies */
	constructor(folder: vscode.Uri, scheduler: PracticeScheduler, log: Pick<vscode.LogOutputChannel, 'error'>) {
		this.#files = new PracticeFiles(folder, randomName());
		this.#scheduler = scheduler;
		this.#log = log;
	}

	/** Reads and writes in another folder from now on. What lies in the one before stays there. */
	use(folder: vscode.Uri): Promise<void> {
		return this.#inTurn(async () => {
			this.#files = new PracticeFiles(folder, randomName());
			this.#unsaved = undefined;
			await this.#read();
		});
	}

	/** As it was last read. */
	get current(): Practised {
		return this.#current;
	}

	/** Reads what this window and others have written. */
	refresh(): Promise<void> {
		return this.#inTurn(() => this.#read());
	}

	/** Refreshes, and tidies up what windows that are closed have left. */
	open(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#files.joinResting(Date.now()).catch((error: unknown) => this.#log.error(messageOf(error)));
			await this.#read();
		});
	}

	/** Takes in a telling. One that cannot be written counts until the window closes, and is tried again with the next. */
	add(telling: Omit<Telling, 'id' | 'at'>): Promise<void> {
		return this.#inTurn(() =>
			this.#write((files, now) => files.add({ tellings: [{ id: randomName(), at: now, ...telling }] })),
		);
	}

	/** Takes in an exported history; what is there already stays as it is. */
	import(text: string): Promise<ImportResult> {
		return this.#inTurn(async (): Promise<ImportResult> => {
			const read = readHistory(text);
			if (read.kind !== 'read') return { kind: read.kind };
			await this.#read();
			const known = new Set(this.#current.history.tellings.map(({ id }) => id));
			const fresh = read.history.tellings.filter(({ id }) => !known.has(id));
			await this.#write((files, added) =>
				files.add({ tellings: fresh.map((telling) => ({ ...telling, added })) }),
			);
			return { kind: 'imported', added: fresh.length, dropped: read.dropped };
		});
	}

	/** All of it as a text that {@link import} takes. */
	async export(): Promise<string> {
		await this.refresh();
		return historyText({ tellings: this.#current.history.tellings });
	}

	/** Empties it, in every window. */
	reset(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#read();
			await this.#write((files, now) => files.clear(now));
		});
	}

	/** When a question would be due after each rating; undefined where the schedule cannot be computed. */
	async outlook(question: string): Promise<Readonly<Record<Rating, number>> | undefined> {
		const own = this.#current.history.tellings.filter((telling) => telling.question === question);
		try {
			return await this.#scheduler.outlook(own, question, Date.now());
		} catch (error) {
			this.#log.error(`When the question comes back is not known: ${messageOf(error)}`);
			return undefined;
		}
	}

	dispose(): void {
		this.#changes.dispose();
	}

	async #write(write: (files: PracticeFiles, now: number) => Promise<void>): Promise<void> {
		try {
			const { tellings, reset = 0 } = this.#current.history;
			const latest = tellings.reduce((time, { at, added = at }) => Math.max(time, added), reset);
			// Later than all that is there, whatever the clock says: a reset takes all of it, and nothing that comes after.
			await write(this.#files, Math.max(Date.now(), latest + 1));
			this.#unsaved = undefined;
		} catch (error) {
			this.#unsaved = messageOf(error);
			this.#log.error(`The practice history could not be written: ${this.#unsaved}`);
		}
		await this.#read();
	}

	async #read(): Promise<void> {
		const unsaved = this.#unsaved;
		const read = await this.#files.read();
		const { tellings } = read.history;
		const known = this.#current;
		const isSame = historyText(known.history) === historyText(read.history);
		const schedule = isSame ? known.schedule : tellings.length > 0 ? await this.#schedule(tellings) : [];
		this.#current = {
			...read,
			history: isSame ? known.history : read.history,
			schedule,
			...(unsaved !== undefined && { unsaved }),
		};
		if (
			!isSame ||
			known.unsaved !== unsaved ||
			known.setAside.length !== read.setAside.length ||
			known.newer.length !== read.newer.length
		)
			this.#changes.fire();
	}

	/** Where it fails the former schedule is kept. */
	async #schedule(tellings: readonly Telling[]): Promise<readonly ScheduledQuestion[]> {
		try {
			return await this.#scheduler.schedule(tellings);
		} catch (error) {
			this.#log.error(`The practice schedule is not up to date: ${messageOf(error)}`);
			return this.#current.schedule;
		}
	}

	/** One after the other: what is written in between would be missing from what was read. */
	#inTurn<T>(task: () => Promise<T>): Promise<T> {
		const result = this.#queue.then(task);
		this.#queue = result.catch(() => undefined);
		return result;
	}
}
