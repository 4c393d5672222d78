import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { namesOfInterviews } from '../../../core/questions/interviews/interviewNames.ts';
import type { InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import { nameOfLeftover } from '../../../core/report/redact/leftovers.ts';
import {
	listedNames,
	namesInLibrary,
	type UnreadNames,
	unreadNamesOf,
} from '../../../core/report/redact/listedNames.ts';
import type { RedactedText, RedactedTexts } from '../../../core/report/redact/redactor.ts';
import { type HideableField, type ListedName, type NamesRead, unreadNames } from '../../../core/text/names/hideable.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { reportPath } from './reportPaths.ts';

/** What the library lists at one moment. */
export interface Listing {
	readonly names: readonly NamesRead[];
	/** The files of which names may be missing, each once. */
	readonly unread: readonly UnreadNames[];
}

/** Texts without the names. */
export interface HiddenNames extends RedactedTexts {
	/** All that are hidden, also those that nobody listed. */
	readonly names: readonly ListedName[];
}

/** What lists names, and what finds them in texts. */
export interface NameSources {
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
	readonly language: LanguageClient;
	readonly interviews: Pick<InterviewFiles, 'all' | 'unread'>;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

/** How much text the worker looks at in one call, in UTF-16 code units. */
const textATurn = 100_000;

/** Stories may list any number of names, and the search takes as long. `within` is in milliseconds. */
const callOptions = { urgent: true, within: 20_000 } as const;

/** How often what comes near a name is looked for among what is left. */
const maxRounds = 3;

/** The door through which everything goes that leaves without names: reports, matrices, cue cards, answers of tools. */
export class NameHiding {
	/** Resolves when every file that may list names is known. */
	readonly allKnown: () => Promise<void>;

	readonly #storyFiles: StoryFiles;
	readonly #frameworks: Frameworks;
	readonly #language: LanguageClient;
	readonly #interviews: Pick<InterviewFiles, 'all' | 'unread'>;

	constructor({ storyFiles, frameworks, language, interviews, allKnown }: NameSources) {
		this.allKnown = allKnown;
		this.#interviews = interviews;
		this.#storyFiles = storyFiles;
		this.#frameworks = frameworks;
		this.#language = language;
	}

	/**
	 * What is listed at this moment.
	 *
	 * @param others what was listed at other moments, while that was made in which names are to be hidden
	 */
	listing(...others: readonly Listing[]): Listing {
		// In the order of their paths, so that placeholders do not depend on which file was read first.
		const lists = this.#interviews.unread.map((uri) => ({ uri, names: unreadNames('it cannot be read') }));
		const files = [...namesInLibrary(this.#storyFiles, this.#frameworks), ...lists]
			.map(({ uri, names }) => ({ path: reportPath(vscode.Uri.parse(uri, true)), names }))
			.toSorted((a, b) => (a.path < b.path ? -1 : 1));
		const unread = unreadNamesOf(files);
		const all = [...others.flatMap((other) => other.unread), ...unread];
		return {
			names: [
				...others.flatMap(({ names }) => names),
				...files.flatMap(({ names }) => names ?? []),
				{ names: namesOfInterviews(this.#interviews.all) },
			],
			unread: [...new Map(all.map((each) => [each.path, each])).values()],
		};
	}

	/** Every name that is listed now, in whatever folder, by the fields that are asked for. */
	listed(): (hide: readonly HideableField[]) => readonly ListedName[] {
		const { names } = this.listing();
		return (hide) => listedNames(names, hide);
	}

	/**
	 * Hides names in texts, which the worker does part by part: other calls are answered in between.
	 *
	 * @param near whether all that comes near a name is hidden too
	 */
	async hide(texts: readonly string[], names: readonly ListedName[], near = false): Promise<HiddenNames> {
		const all = [...names];
		let hidden = await this.#hide(texts, all);
		const rounds = near ? maxRounds : 0;
		for (let round = 1; round <= rounds; round++) {
			const leftovers = await this.leftovers(
				hidden.texts.map(({ text }) => text),
				all,
			);
			if (leftovers.length === 0) break;
			all.push(...leftovers.map(nameOfLeftover).map(besides));
			hidden = await this.#hide(texts, all);
		}
		return hidden;
	}

	/** Words that are left in texts and come near a name, in the order of their letters. */
	async leftovers(texts: readonly string[], names: readonly ListedName[]): Promise<readonly string[]> {
		const leftovers = new Set<string>();
		for (const part of inParts(texts)) {
			for (const word of await this.#language.call('leftoversIn', [part, names], callOptions))
				leftovers.add(word);
		}
		return [...leftovers].toSorted();
	}

	async #hide(texts: readonly string[], names: readonly ListedName[]): Promise<HiddenNames> {
		const redacted: RedactedText[] = [];
		let placeholders: readonly string[] = [];
		for (const part of inParts(texts)) {
			const answer = await this.#language.call('redactTexts', [part, names], callOptions);
			({ placeholders } = answer);
			redacted.push(...answer.texts);
		}
		return { names, placeholders, texts: redacted };
	}
}

/** A word that nobody listed. */
export function besides(name: string): ListedName {
	return { name, field: 'confidential' };
}

/** Texts in parts that take a call of some length; at least one part. */
function inParts(texts: readonly string[]): readonly (readonly string[])[] {
	const parts: string[][] = [[]];
	let length = 0;
	for (const text of texts) {
		if (length > textATurn) {
			parts.push([]);
			length = 0;
		}
		parts.at(-1)?.push(text);
		length += text.length;
	}
	return parts;
}
