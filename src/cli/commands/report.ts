import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { isMissing } from '../../core/library/files/markdownName.ts';
import { storiesOf } from '../../core/library/storyIndex.ts';
import { readOpportunities } from '../../core/questions/opportunities/readOpportunities.ts';
import { buildReport, isInScope, type ReportInput } from '../../core/report/buildReport.ts';
import { type EarlierReport, earlierReportName, readEarlierReport } from '../../core/report/changes.ts';
import { leftoversIn } from '../../core/report/redact/leftovers.ts';
import { listedNames, unreadNamesOf, usuallyHidden } from '../../core/report/redact/listedNames.ts';
import { redactReport, textsOf } from '../../core/report/redact/redactReport.ts';
import type { Report } from '../../core/report/report.ts';
import { reportFormats, type ReportFormatId } from '../../core/report/reportFormats.ts';
import { writeReport } from '../../core/report/writeReport.ts';
import { plannedOpportunities } from '../../core/report/reportStory.ts';
import { localDay } from '../../core/text/day.ts';
import { escapePath, escapeTerminal } from '../../core/text/escape.ts';
import { type HideableField, hideableFields } from '../../core/text/names/hideable.ts';
import { addFolderOptions, shownPath } from '../folderOptions.ts';
import { placeInFolder } from '../findFiles.ts';
import { meantPaths } from '../nearPaths.ts';
import { type AnalysedFile, readNamed, type ReadStories, tellUnread, within } from '../readStories.ts';
import { readText, reasonOf } from '../readText.ts';
import { type FolderOptions, openFolder, type StoryFolder } from '../storyFolder.ts';
import { type ExitCode, exitCodes, Refusal, tell } from '../terminal.ts';
import { createWhole, writeWhole } from '../writeWhole.ts';

interface ReportOptions extends FolderOptions {
	readonly format: ReportFormatId;
	readonly output?: string;
	readonly force?: true;
	readonly lens?: string;
	readonly scope?: string;
	/** A path, or false where there is to be no comparison. */
	readonly since?: string | false;
	readonly date: boolean;
	/** True for the usual fields. */
	readonly redact?: readonly HideableField[] | true;
}

const help = `
The same stories give the same bytes, but for the date, which --no-date
leaves out. A report in JSON that is kept as ${earlierReportName} in the
folder is what the next one is compared with.

Exit codes:
  0  the report is made
  2  wrong usage, or something could not be read or written
  3  names were to be hidden and some could not be read, so there is no report

Examples:
  star-stories report > report.md
  star-stories report --format json --output ${earlierReportName} --force
  star-stories report --framework amazon-lp --lens amazon-lp --no-date
`;

/** `star-stories report`: what the stories of a folder cover. */
export function reportCommand(end: (code: ExitCode) => void): Command {
	const formats = reportFormats.map(({ id, purpose }) => `${id} (${purpose})`).join(', ');
	const command = new Command('report')
		.summary('tell what stories cover')
		.description('Tells what the stories of a folder cover, which to tell first, and what is missing.')
		.addOption(
			new Option('-f, --format <format>', formats).choices(reportFormats.map(({ id }) => id)).default('markdown'),
		)
		.option('-o, --output <file>', 'write it to a file instead of standard output')
		.option('--force', 'replace the file where it exists')
		.option(
			'--lens <framework>',
			'the active framework through which the stories are seen, by its id (default: all that are active)',
		)
		.option('--scope <path>', 'tell of the stories in this part of the folder alone')
		.option(
			'--since <report>',
			'an earlier report in JSON to compare with ' +
				`(default: ${earlierReportName} in the folder, where there is one)`,
		)
		.option('--no-since', 'compare with nothing')
		.option('--no-date', 'leave the date out')
		.option(
			'--redact [fields]',
			`hide names that stories and star-framework.yaml list: ${hideableFields.join(', ')}, joined by commas`,
			readFields,
		);
	return addFolderOptions(command)
		.addHelpText('after', help)
		.action(async (options: ReportOptions) => end(await report(options)));
}

async function report(options: ReportOptions): Promise<ExitCode> {
	const folder = await openFolder(options);
	const lens = lensOf(folder, options.lens);
	const scope = await scopeOf(folder, options.scope);
	const earlier = await readEarlier(folder, options.since);
	const opportunities = await readPlanned(folder);
	const stories = await readNamed(folder, []);
	const { files, unread } = stories;
	if (scope !== undefined) await assertStories(folder, options.scope ?? scope, scope, files);
	const base = options.output === undefined ? process.cwd() : dirname(resolve(options.output));
	const made = buildReport({
		files,
		lookups: folder.lookups,
		...(lens !== undefined && { lens }),
		...(scope !== undefined && { scope }),
		wordsPerMinute: folder.settings.wordsPerMinute,
		...(options.date && { date: localDay(new Date()) }),
		linkTo: (path, line) => `${escapePath(shownPath(base, folder.path, path))}#L${line}`,
		earlier,
		...(opportunities && { opportunities }),
	});
	const shown =
		options.redact === undefined
			? made
			: redact(made, stories, folder, options.redact === true ? usuallyHidden : options.redact);
	const text = writeReport(options.format, shown);
	if (options.output === undefined) process.stdout.write(text);
	else await write(options.output, text, options.force ?? false);
	tellUnread(unread);
	return unread.length > 0 ? exitCodes.refused : exitCodes.ok;
}

/**
 * Hides names, and says on standard error what stands for which, so that the report itself does not tell.
 *
 * @throws Refusal where not every name could be read: nobody would look for those that are missing
 */
function redact(
	whole: Report,
	{ files, unread }: ReadStories,
	{ frameworkFile }: StoryFolder,
	fields: readonly HideableField[],
): Report {
	const listing = [
		...files.map(({ path, analysis }) => ({ path, names: analysis.names })),
		...(frameworkFile ? [{ path: frameworkFile.path, names: frameworkFile.loaded.names }] : []),
	];
	const missing = [...unreadNamesOf(listing), ...unread];
	if (missing.length > 0) {
		const lines = missing.map(
			({ path, reason }) => `  ${escapeTerminal(path === '' ? '.' : path)}: ${escapeTerminal(reason)}`,
		);
		throw new Refusal(
			`not every name that is to be hidden could be read, so there is no report:\n${lines.join('\n')}\n` +
				'Mend that, or make the report without --redact.',
			exitCodes.namesUnread,
		);
	}
	const names = listedNames(
		listing.flatMap((each) => each.names ?? []),
		fields,
	);
	const { report: redacted, replaced } = redactReport(whole, names);
	const leftovers = leftoversIn(textsOf(redacted), names);
	if (names.length === 0) tell('Nothing was hidden: no story and no framework file lists a name.');
	for (const { name, placeholder, count } of replaced)
		if (count > 0) tell(`${escapeTerminal(name)} → ${placeholder}, ${count} times`);
	if (leftovers.length > 0) tell(`Still there, and near a listed name: ${leftovers.map(escapeTerminal).join(', ')}`);
	return redacted;
}

function readFields(value: string): readonly HideableField[] {
	return value.split(',').map((name) => {
		const field = hideableFields.find((each) => each === name.trim());
		if (!field) throw new InvalidArgumentError(`Names stand in ${hideableFields.join(', ')}.`);
		return field;
	});
}

function lensOf({ lookups: { frameworks } }: StoryFolder, wanted: string | undefined): string | undefined {
	if (wanted === undefined || frameworks.some(({ id }) => id === wanted)) return wanted;
	throw new Refusal(
		`No framework ${wanted} is active here. Active are: ${frameworks.map(({ id }) => id).join(', ')}. ` +
			'--framework switches built-in ones on.',
	);
}

async function scopeOf(folder: StoryFolder, wanted: string | undefined): Promise<string | undefined> {
	return wanted === undefined ? undefined : (await placeInFolder(folder, resolve(wanted), wanted)) || undefined;
}

/** @throws Refusal where a part of the folder holds no story, as a report of nothing would look like one of gaps */
async function assertStories(
	folder: StoryFolder,
	wanted: string,
	scope: string,
	files: readonly AnalysedFile[],
): Promise<void> {
	const holding = files.flatMap(({ path, analysis }) => (storiesOf(path, analysis).length > 0 ? [path] : []));
	if (holding.some((path) => isInScope(path, scope))) return;
	const folders = new Set(holding.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])));
	const shown = [...folders].toSorted().map((path) => shownPath(process.cwd(), folder.path, path));
	const meant = await meantPaths(folder, wanted);
	throw new Refusal(
		`No story lies in ${wanted}.${meant}${shown.length > 0 ? ` Stories lie in ${shown.join(', ')}.` : ''}`,
	);
}

async function readEarlier(folder: StoryFolder, since: string | false | undefined): Promise<EarlierReport | undefined> {
	if (since === false) return undefined;
	let text: string;
	try {
		text = await readFile(since ?? join(folder.path, earlierReportName), 'utf8');
	} catch (error) {
		if (since === undefined && isMissing(error)) return undefined;
		throw new Refusal(`${since ?? earlierReportName} was not read: ${reasonOf(error)}.`);
	}
	const earlier = readEarlierReport(text);
	if (!earlier && since !== undefined)
		throw new Refusal(`${since} is no report in JSON, or a redacted one: there is nothing to compare with.`);
	return earlier;
}

/** @throws Refusal where the list is there and cannot be read */
async function readPlanned(folder: StoryFolder): Promise<ReportInput['opportunities']> {
	const file = folder.opportunities === undefined ? undefined : join(folder.path, folder.opportunities);
	if (file === undefined) return undefined;
	try {
		await stat(file);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw new Refusal(`${folder.opportunities} was not read: ${reasonOf(error)}.`);
	}
	const reading = await readText(file);
	if (reading === 'binary') return undefined;
	if ('notRead' in reading) throw new Refusal(`${folder.opportunities} was not read: ${reading.notRead}.`);
	const planned = within(() => plannedOpportunities(readOpportunities(reading.text, folder.lookups.competencies)));
	if (!planned) throw new Refusal(`${folder.opportunities} is too intricate to be read: nest its lists less deeply.`);
	return planned;
}

async function write(file: string, text: string, replace: boolean): Promise<void> {
	try {
		await (replace ? writeWhole : createWhole)(file, text);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		if (!replace && (error as NodeJS.ErrnoException).code === 'EEXIST')
			throw new Refusal(`${file} exists already: give another name, or --force to replace it.`);
		throw new Refusal(`${file} was not written: ${reasonOf(error)}.`);
	}
}
