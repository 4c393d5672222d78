import * as vscode from 'vscode';
import { defaultWordsPerMinute } from '../core/language/spoken.ts';
import { defaultStaleAfterYears } from '../core/rules/stale.ts';
import { severities } from '../core/rules/rule.ts';
import type { SeveritySettings } from '../core/rules/run.ts';
import { settingsSection } from './ids.ts';

/** The settings of one folder at one moment, with anything malformed left out. */
export interface Settings {
	readonly include: readonly string[];
	readonly exclude: readonly string[];
	/** Path below the folder in which new stories are created, without slashes around it. */
	readonly storiesFolder: string;
	readonly severities: SeveritySettings;
	/** Ids of the active built-in frameworks, in order of precedence. */
	readonly frameworks: readonly string[];
	/** Whether somebody has set them, rather than left them at the default. */
	readonly frameworksAreChosen: boolean;
	/** Path of the framework file below the folder. */
	readonly frameworkFile: string;
	/** How fast stories are told. */
	readonly wordsPerMinute: number;
	/** Age in years beyond which a story is called stale. */
	readonly staleAfterYears: number;
	/** Whether figures stand over each story. */
	readonly codeLens: boolean;
}

/**
 * Reads the settings that apply to a resource.
 * @param scope a folder or file; undefined for the window
 */
export function readSettings(scope: vscode.Uri | undefined): Settings {
	const configuration = vscode.workspace.getConfiguration(settingsSection, scope);
	return {
		include: texts(configuration.get('include')),
		exclude: texts(configuration.get('exclude')),
		storiesFolder: text(configuration.get('storiesFolder')).replace(/^[\\/]+|[\\/]+$/gu, ''),
		frameworks: texts(configuration.get('frameworks')),
		frameworksAreChosen: isSet(configuration.inspect('frameworks')),
		frameworkFile: text(configuration.get('frameworkFile')) || 'star-framework.yaml',
		severities: severitySettings(configuration.get('rules')),
		wordsPerMinute: wordsPerMinute(configuration.get('wordsPerMinute')),
		staleAfterYears: years(configuration.get('staleAfterYears')),
		codeLens: configuration.get('codeLens') !== false,
	};
}

function isSet(value: ReturnType<vscode.WorkspaceConfiguration['inspect']>): boolean {
	return [value?.globalValue, value?.workspaceValue, value?.workspaceFolderValue].some((each) => each !== undefined);
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
