import * as vscode from 'vscode';
import type { ApiCoverage, ApiProblem, ApiRange, ApiStory, StarStoriesApi, StarStoriesExports } from '../../api.d.ts';
import type { Coverage } from '../core/library/coverage.ts';
import { Disposables } from '../core/library/disposables.ts';
import type { Frameworks } from '../core/library/frameworks.ts';
import type { LibraryCoverage } from '../core/library/libraryCoverage.ts';
import type { StoryFiles } from '../core/library/storyFiles.ts';
import { storyKey } from '../core/library/storyIndex.ts';
import type { LineMap } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';

/** What other extensions get: plain data that no later change of ours reaches, and nothing that they could change. */
export class PublicApi implements vscode.Disposable {
	readonly exports: StarStoriesExports;
	readonly #storyFiles: StoryFiles;
	readonly #libraryCoverage: LibraryCoverage;
	readonly #disposables = new Disposables();

	/** @param scanned resolves when the first scan of the workspace is over */
	constructor(
		storyFiles: StoryFiles,
		frameworks: Frameworks,
		libraryCoverage: LibraryCoverage,
		scanned: Promise<void>,
	) {
		this.#storyFiles = storyFiles;
		this.#libraryCoverage = libraryCoverage;
		const changes = this.#disposables.add(new vscode.EventEmitter<void>());
		this.#disposables.add(storyFiles.index.onDidChange(() => changes.fire()));
		this.#disposables.add(frameworks.onDidChange(() => changes.fire()));
		const api: StarStoriesApi = Object.freeze({
			version: 1,
			// Not the promise itself, nor the emitter: what others get of them is theirs alone.
			ready: scanned.then(() => undefined),
			onDidChange: (listener: () => unknown, thisArg?: unknown, disposables?: vscode.Disposable[]) =>
				changes.event(() => listener.call(thisArg), undefined, disposables),
			stories: () => frozen(this.#stories()),
			coverage: (file?: string) => frozen(this.#coverage(file)),
			problems: () => frozen(this.#problems()),
		} satisfies StarStoriesApi);
		this.exports = Object.freeze({
			getApi(version: number): StarStoriesApi {
				if (version === 1) return api;
				throw new Error(`STAR Stories has version 1 of its API, and no version ${String(version)}.`);
			},
		});
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	#stories(): readonly ApiStory[] {
		return this.#storyFiles.index.stories().map((entry): ApiStory => {
			const { file, story, openProblems } = entry;
			const { status, strength, scope, date } = story.details;
			return {
				id: storyKey(entry),
				file,
				range: rangeOf(this.#linesOf(file), story.anchor),
				title: story.title,
				status,
				...(strength !== undefined && { strength }),
				...(scope && { scope }),
				...(date !== undefined && { date }),
				competencies: [...new Set(story.tags.flatMap(({ competency }) => competency ?? []))],
				unknownTags: story.tags.flatMap(({ competency, text }) => (competency === undefined ? [text] : [])),
				words: story.words ?? 0,
				openProblems,
			};
		});
	}

	#coverage(file: string | undefined): readonly ApiCoverage[] {
		return this.#libraryCoverage
			.for(file === undefined ? undefined : vscode.Uri.parse(file, true).toString())
			.map(({ competency, state, ready, stories, best }: Coverage): ApiCoverage => {
				const { id, name, description, target } = competency;
				return {
					competency: { id, name, description, target: { min: target.min, max: target.max } },
					state,
					ready,
					stories: stories.map(storyKey),
					best: best.map(storyKey),
				};
			});
	}

	#problems(): readonly ApiProblem[] {
		const { index } = this.#storyFiles;
		return index
			.files()
			.toSorted()
			.flatMap((file) => {
				const lines = this.#linesOf(file);
				return index.get(file).problems.map(({ rule, severity, message, span, story }): ApiProblem => ({
					file,
					range: rangeOf(lines, span),
					rule,
					severity,
					message,
					...(story !== undefined && { story: storyKey({ file, index: story }) }),
				}));
			});
	}

	#linesOf(file: string): LineMap | undefined {
		return this.#storyFiles.get(file)?.lines;
	}
}

function rangeOf(lines: LineMap | undefined, { start, end }: Span): ApiRange {
	const nowhere = { line: 0, character: 0 };
	return { start: lines?.positionAt(start) ?? nowhere, end: lines?.positionAt(end) ?? nowhere };
}

/** Freezes data, all of it. */
function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) {
		for (const part of Object.values(value)) frozen(part);
		Object.freeze(value);
	}
	return value;
}
