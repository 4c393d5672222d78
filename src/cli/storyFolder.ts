import { readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
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
import { isMissing, markdownAssociations } from '../core/library/files/markdownName.ts';
import { pathWithin } from '../core/library/placesOfSettings.ts';
import { readStorySettings, type StorySettings } from '../core/library/settings.ts';
import { interviewsName } from '../core/questions/interviews/interview.ts';
import { opportunitiesName } from '../core/questions/opportunities/opportunity.ts';
import { LineMap } from '../core/text/lines.ts';
import { finish } from '../core/text/steps.ts';
import type { FolderOptions } from './options.ts';
import { everywhere, type Reach, refuseBeyond } from './reach.ts';
import { readText } from './readText.ts';
import { reasonOf } from './reasonOf.ts';
import { severitiesOf } from './severities.ts';
import { Refusal } from './terminal.ts';

/** A folder as VS Code would open it, with its settings and its framework. */
export interface StoryFolder {
	/** Absolute path. */
	readonly path: string;
	/** What of it may be read. */
	readonly reach: Reach;
	readonly settings: StorySettings;
	/** The active frameworks. */
	readonly lookups: Lookups;
	/** Absent where the folder has no framework file. */
	readonly frameworkFile: FrameworkFile | undefined;
	/** Filled while folders are listed; undefined where ignore files do not count. */
	readonly ignoreRules: IgnoreRules | undefined;
	readonly filter: FileFilter;
	/**
	 * Path from the folder to the list of planned opportunities, whether it exists or not; undefined where the setting
	 * leads out of the folder.
	 */
	readonly opportunities: string | undefined;
	/** The same for the list of interviews. */
	readonly interviews: string | undefined;
}

/** A framework file as it was read. */
export interface FrameworkFile {
	/** Path from the folder. */
	readonly path: string;
	readonly loaded: LoadedFramework;
	readonly lines: LineMap;
}

/**
 * Opens the current folder.
 *
 * @param reachOf what of it may be read
 * @throws Refusal where its settings or its framework file cannot be read
 */
export async function openFolder(
	options: FolderOptions,
	reachOf: (folder: string) => Reach = () => everywhere,
): Promise<StoryFolder> {
	const path = process.cwd();
	const reach = reachOf(path);
	const values = options.settings ? await readWorkspaceSettings(path, reach) : {};
	const given = readStorySettings((name) => values[`starStories.${name}`]);
	const settings: StorySettings = {
		...given,
		severities: { ...given.severities, ...severitiesOf(options.rule) },
		...(options.framework && { frameworks: options.framework }),
	};
	const excludes = [
		...settings.exclude,
		...patternsOn(withDefaults(defaultFilesExclude, values['files.exclude'])),
		...patternsOn(withDefaults(defaultSearchExclude, values['search.exclude'])),
	];
	const patterns = {
		include: settings.include,
		exclude: excludes,
		markdown: markdownAssociations(values['files.associations']),
	};
	const ignoreRules =
		values['search.useIgnoreFiles'] === false
			? undefined
			: new IgnoreRules(['darwin', 'win32'].includes(process.platform));
	const frameworkFile = await readFrameworkFile(path, settings.frameworkFile, reach);
	const areChosen = options.framework !== undefined || values['starStories.frameworks'] !== undefined;
	return {
		path,
		reach,
		settings,
		lookups: new Lookups(
			activeFrameworks(frameworkFile?.loaded.framework, settings.frameworks, areChosen, builtInFrameworks),
			settings.targetLevel,
		),
		frameworkFile,
		ignoreRules,
		filter: finish(fileFilter(finish(wellFormed(patterns)), ignoreRules)),
		opportunities: listIn(settings.storiesFolder, opportunitiesName),
		interviews: listIn(settings.storiesFolder, interviewsName),
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

function listIn(storiesFolder: string, name: string): string | undefined {
	const way = pathWithin(storiesFolder);
	return way === undefined ? undefined : `${way}${way === '' ? '' : '/'}${name}`;
}

/** Merges a setting that is an object into its defaults, as VS Code does. */
function withDefaults(defaults: Readonly<Record<string, boolean>>, setting: unknown): unknown {
	return typeof setting === 'object' ? { ...defaults, ...setting } : defaults;
}

async function readFrameworkFile(folder: string, path: string, reach: Reach): Promise<FrameworkFile | undefined> {
	const way = pathWithin(path);
	const whole = join(folder, way ?? '');
	if (!way || !(await exists(whole))) return undefined;
	await refuseBeyond(reach, whole, path);
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

/** Where VS Code keeps the settings of a folder. */
const settingsFile = join('.vscode', 'settings.json');

/**
 * Reads a folder's settings as VS Code does: comments and trailing commas are allowed.
 *
 * @param folder path of the folder
 * @returns values by their full names; none where the folder has no settings
 * @throws Refusal where they cannot be read, as without them other problems would be found
 */
async function readWorkspaceSettings(folder: string, reach: Reach): Promise<Readonly<Record<string, unknown>>> {
	const whole = join(folder, settingsFile);
	await refuseBeyond(reach, whole, settingsFile);
	let text: string;
	try {
		text = await readFile(whole, 'utf8');
	} catch (error) {
		if (isMissing(error)) return {};
		throw new Refusal(`${settingsFile} cannot be read: ${reasonOf(error)}.`);
	}
	const errors: ParseError[] = [];
	const settings: unknown = parse(text.replace(/^\uFEFF/u, ''), errors, {
		allowTrailingComma: true,
		allowEmptyContent: true,
	});
	if (errors[0]) {
		const line = text.slice(0, errors[0].offset).split('\n').length;
		throw new Refusal(
			`${settingsFile}, line ${line}: ${printParseErrorCode(errors[0].error)}. ` +
				'Mend it, or leave it out with --no-settings.',
		);
	}
	return typeof settings === 'object' && settings !== null ? { ...settings } : {};
}
