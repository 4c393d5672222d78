import { type TargetLevel, targetLevelOf } from '../framework/targetLevel.ts';
import { defaultWordsPerMinute } from '../rules/english/spokenTime.ts';
import { defaultStaleAfterYears } from '../rules/stale.ts';
import { severities, type SeveritySettings } from '../text/problem.ts';
import { defaultInclude } from './files/markdownName.ts';

/** What an author sets that decides which files are read, what they mean and what is said of them. */
export interface StorySettings {
	readonly include: readonly string[];
	readonly exclude: readonly string[];
	/** Path from the folder of the workspace to that in which new stories are created, as it is written. */
	readonly storiesFolder: string;
	readonly severities: SeveritySettings;
	/** Ids of the active built-in frameworks, in order of precedence. */
	readonly frameworks: readonly string[];
	/** Path from the folder of the workspace to the framework file, as it is written. */
	readonly frameworkFile: string;
	/** How fast stories are told. */
	readonly wordsPerMinute: number;
	/** Age in years beyond which a story is called stale. */
	readonly staleAfterYears: number;
	/** What the author prepares for. */
	readonly targetLevel: TargetLevel;
}

/**
 * Reads settings, with anything malformed left out and the default where nothing is set.
 *
 * @param get the value of a setting by its name below `starStories`; undefined where it is not set
 */
export function readStorySettings(get: (name: string) => unknown): StorySettings {
	const set = (name: string, otherwise: unknown) => get(name) ?? otherwise;
	return {
		include: texts(set('include', [defaultInclude])),
		exclude: texts(get('exclude')),
		storiesFolder: text(set('storiesFolder', 'stories')),
		frameworks: texts(get('frameworks')),
		frameworkFile: text(get('frameworkFile')) || 'star-framework.yaml',
		severities: severitySettings(get('rules')),
		wordsPerMinute: wordsPerMinute(get('wordsPerMinute')),
		staleAfterYears: years(get('staleAfterYears')),
		targetLevel: targetLevelOf(get('targetLevel')),
	};
}

/** Nobody tells a story slower or faster than this; the manifest names the same limits. */
const slowest = 60;
const fastest = 300;

function wordsPerMinute(value: unknown): number {
	return typeof value === 'number' && value >= slowest && value <= fastest ? value : defaultWordsPerMinute;
}

function years(value: unknown): number {
	return typeof value === 'number' && value >= 1 ? value : defaultStaleAfterYears;
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

function texts(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}

function severitySettings(value: unknown): SeveritySettings {
	const accepted: ReadonlySet<unknown> = new Set([...severities, 'off']);
	const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return Object.fromEntries(entries.filter(([, severity]) => accepted.has(severity)));
}
