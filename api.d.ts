/*
 * What the extension STAR Stories offers to other extensions:
 *
 *     const extension = vscode.extensions.getExtension<StarStoriesExports>('star-stories.star-stories');
 *     const api = (await extension?.activate())?.getApi(1);
 *     await api?.ready;
 *
 * Everything that is handed out is frozen plain data: it can be kept, compared and sent elsewhere, and stays as it was
 * when it was asked for. Nothing here changes a file or a setting. Stories are private: what you do with them is between
 * you and their author.
 */
import type { Event } from 'vscode';

/** What activating the extension gives. */
export interface StarStoriesExports {
	/**
	 * @param version the version that you are written for; within one nothing is taken away or changes its meaning
	 * @throws Error where this extension has no such version
	 */
	getApi(version: 1): StarStoriesApi;
}

/** Version 1. */
export interface StarStoriesApi {
	readonly version: 1;
	/** Resolves when the workspace has been read for the first time. Before that, answers are incomplete. */
	readonly ready: Promise<void>;
	/** Fires after stories, coverage or problems changed, also while somebody types. */
	readonly onDidChange: Event<void>;
	/** Every story of the workspace that is tagged, by file and place; retired ones too. */
	stories(): readonly ApiStory[];
	/**
	 * What the workspace holds for each competency, in the order of the framework.
	 *
	 * @param file URI of a file or folder whose frameworks count; those of all folders where it is left out
	 * @throws Error where `file` is no URI
	 */
	coverage(file?: string): readonly ApiCoverage[];
	/** What the rules find in the stories of the workspace, by file and place. */
	problems(): readonly ApiProblem[];
}

/** A story. */
export interface ApiStory {
	/** Names the story as long as its file stays where it is and no story comes or goes before it. */
	readonly id: string;
	/** URI of its file. */
	readonly file: string;
	/** Where it begins: its heading, or what stands first. */
	readonly range: ApiRange;
	readonly title: string;
	readonly status: 'draft' | 'ready' | 'retired';
	/** The author's own rating, 1 to 5. */
	readonly strength?: number;
	/** How far it reached. */
	readonly scope?: 'team' | 'teams' | 'org' | 'company' | 'industry';
	/** When it happened: `2024`, `2024-06` or `2024-06-30`. */
	readonly date?: string;
	/** Ids of the competencies that it proves, the primary one first. */
	readonly competencies: readonly string[];
	/** Tags that no active framework knows, as written. */
	readonly unknownTags: readonly string[];
	/**
	 * Words of its sections as they are said aloud; 0 until they have been counted, which follows the first reading of
	 * a folder.
	 */
	readonly words: number;
	/**
	 * How many problems of it are open, hints aside, as far as they have been looked for: all of them once `ready` has
	 * resolved.
	 */
	readonly openProblems: number;
}

/** What there is for a competency. */
export interface ApiCoverage {
	readonly competency: {
		readonly id: string;
		readonly name: string;
		readonly description: string;
		/** How many ready stories it wants, both ends included. */
		readonly target: { readonly min: number; readonly max: number };
	};
	readonly state: 'gap' | 'weak' | 'single' | 'covered' | 'rich';
	/** How many stories are ready. */
	readonly ready: number;
	/** Ids of the stories that are not retired, in the order in which to tell them. */
	readonly stories: readonly string[];
	/** Ids of the one or two to tell first. */
	readonly best: readonly string[];
}

/** A problem in a file. */
export interface ApiProblem {
	/** URI of the file. */
	readonly file: string;
	readonly range: ApiRange;
	/** Id of the rule that found it. */
	readonly rule: string;
	readonly severity: 'error' | 'warning' | 'information' | 'hint';
	readonly message: string;
	/** Id of the story it belongs to, where it belongs to one. */
	readonly story?: string;
}

/** Two places in a text; lines and characters count from 0, characters in UTF-16 code units, as in VS Code. */
export interface ApiRange {
	readonly start: { readonly line: number; readonly character: number };
	readonly end: { readonly line: number; readonly character: number };
}
