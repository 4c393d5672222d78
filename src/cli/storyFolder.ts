import { stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { activeFrameworks } from '../core/framework/active.ts';
import { builtInFrameworks } from '../core/framework/built-in/index.ts';
import { type LoadedFramework, loadFramework } from '../core/framework/file/loadFramework.ts';
import { Lookups } from '../core/framework/lookups.ts';
import {
	defaultFilesExclude,
	defaultSearchExclude,
	type FileFilter,
	fileFilter,
	patternsOn,
	wellFormed,
} from '../core/library/files/fileFilter.ts';
import { IgnoreRules } from '../core/library/files/ignoreRules.ts';
import { readStorySettings, type StorySettings } from '../core/library/settings.ts';
import { opportunitiesName } from '../core/questions/opportunities/opportunity.ts';
import { LineMap } from '../core/text/lines.ts';
import type { SeveritySettings } from '../core/text/problem.ts';
import { finish } from '../core/text/steps.ts';
import { readWorkspaceSettings } from './folderOptions.ts';
import { readText, reasonOf } from './readText.ts';
import { Refusal } from './terminal.ts';

/** A folder as VS Code would open it, with its settings and its framework. */
export interface StoryFolder {
	/** Absolute path. */
	readonly path: string;
	readonly settings: StorySettings;
	/** The active frameworks. */
	readonly lookups: Lookups;
	/** Absent where the folder has no framework file. */
	readonly frameworkFile: FrameworkFile | undefined;
	/** Fills as the folders that hold ignore files are entered; undefined where ignore files do not count. */
	readonly ignoreRules: IgnoreRules | undefined;
	readonly filter: FileFilter;
	/**
	 * Path from the folder to the list of what the author plans, whether it is there or not; undefined where the
	 * setting leads out of the folder.
	 */
	readonly opportunities: string | undefined;
}

/** A framework file as it was read. */
export interface FrameworkFile {
	/** Path from the folder. */
	readonly path: string;
	readonly loaded: LoadedFramework;
	readonly lines: LineMap;
}

/** What a command line says over what the folder itself says. */
export interface FolderOptions {
	/** Path of the folder, as typed. */
	readonly folder: string;
	/** Whether `.vscode/settings.json` counts. */
	readonly settings: boolean;
	/** Severities by rule id. */
	readonly rules?: SeveritySettings;
	/** Ids of built-in frameworks. */
	readonly framework?: readonly string[];
}

/** @throws Refusal where the folder is none, or its settings or its framework cannot be read */
export async function openFolder(options: FolderOptions): Promise<StoryFolder> {
	const path = resolve(options.folder);
	await assertFolder(path, options.folder);
	const values = options.settings ? await readWorkspaceSettings(path) : {};
	const given = readStorySettings((name) => values[`starStories.${name}`]);
	const settings: StorySettings = {
		...given,
		severities: { ...given.severities, ...options.rules },
		...(options.framework && { frameworks: options.framework }),
	};
	const excludes = [
		...settings.exclude,
		...patternsOn(over(defaultFilesExclude, values['files.exclude'])),
		...patternsOn(over(defaultSearchExclude, values['search.exclude'])),
	];
	const ignoreRules = values['search.useIgnoreFiles'] === false ? undefined : new IgnoreRules();
	const frameworkFile = await readFrameworkFile(path, settings.frameworkFile);
	const areChosen = options.framework !== undefined || values['starStories.frameworks'] !== undefined;
	return {
		path,
		settings,
		lookups: new Lookups(
			activeFrameworks(frameworkFile?.loaded.framework, settings.frameworks, areChosen, builtInFrameworks),
		),
		frameworkFile,
		ignoreRules,
		filter: finish(fileFilter(finish(wellFormed({ include: settings.include, exclude: excludes })), ignoreRules)),
		opportunities: pathFrom(path, join(path, settings.storiesFolder, opportunitiesName)),
	};
}

/**
 * A path from the folder, with `/`.
 *
 * @param path absolute
 * @returns undefined where the path leads out of the folder; empty for the folder itself
 */
export function pathFrom(folder: string, path: string): string | undefined {
	const way = relative(folder, path);
	return way === '..' || way.startsWith(`..${sep}`) || resolve(folder, way) !== path || /^[a-z]:/iu.test(way)
		? undefined
		: way.split(sep).join('/');
}

async function assertFolder(path: string, asTyped: string): Promise<void> {
	try {
		if ((await stat(path)).isDirectory()) return;
	} catch (error) {
		throw new Refusal(`The folder ${asTyped} cannot be opened: ${reasonOf(error)}.`);
	}
	throw new Refusal(`${asTyped} is no folder.`);
}

/** Settings that are objects are laid over their defaults, as VS Code does. */
function over(defaults: Readonly<Record<string, boolean>>, setting: unknown): unknown {
	return typeof setting === 'object' ? { ...defaults, ...setting } : defaults;
}

async function readFrameworkFile(folder: string, path: string): Promise<FrameworkFile | undefined> {
	const whole = join(folder, path);
	if (!pathFrom(folder, whole) || !(await exists(whole))) return undefined;
	const reading = await readText(whole);
	if (reading === 'binary') throw new Refusal(`${path} is no text.`);
	if ('notRead' in reading) throw new Refusal(`${path} was not read: ${reading.notRead}.`);
	const loaded = loadFramework(reading.text, { id: 'workspace', name: basename(folder) });
	return { path, loaded, lines: LineMap.of(reading.text) };
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
