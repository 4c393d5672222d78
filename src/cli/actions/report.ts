import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isMissing } from '../../core/library/files/markdownName.ts';
import { storiesOf } from '../../core/library/storyIndex.ts';
import { buildReport, isInScope } from '../../core/report/buildReport.ts';
import { type EarlierReport, earlierReportName, readEarlierReport } from '../../core/report/changes.ts';
import { redactReport, textsOf } from '../../core/report/redact/redactReport.ts';
import type { ReportFormatId } from '../../core/report/reportFormats.ts';
import { writeReport } from '../../core/report/writeReport.ts';
import { localDay } from '../../core/text/day.ts';
import { escapePath } from '../../core/text/escape.ts';
import { placeInFolder } from '../findFiles.ts';
import { readHeld } from '../held.ts';
import { namesToHide, tellHidden } from '../hideNames.ts';
import { lensIn } from '../lens.ts';
import { meantPaths } from '../nearPaths.ts';
import type { FolderOptions, LensOption, RedactOption } from '../options.ts';
import { readPlanned } from '../planned.ts';
import { type AnalysedFile, readNamed, tellUnread } from '../readStories.ts';
import { reasonOf } from '../reasonOf.ts';
import { shownPath } from '../shownPath.ts';
import { openFolder, type StoryFolder } from '../storyFolder.ts';
import { type ExitCode, exitCodes, Refusal } from '../terminal.ts';
import { answerWithin } from '../within.ts';
import { createWhole, writeWhole } from '../writeWhole.ts';

/** What `star-stories report` was given. */
export interface ReportOptions extends FolderOptions, RedactOption, LensOption {
	readonly format: ReportFormatId;
	readonly output?: string;
	readonly force?: true;
	readonly scope?: string;
	/** A path, or false where there is to be no comparison. */
	readonly since?: string | false;
	readonly date: boolean;
}

/** Makes the report. */
export async function report(options: ReportOptions): Promise<ExitCode> {
	if (options.force && options.output === undefined)
		throw new Refusal('--force replaces the file that --output names: add one.');
	const folder = await openFolder(options);
	const lens = lensIn(folder, options.lens);
	const scope = await scopeOf(folder, options.scope);
	const earlier = await readEarlier(folder, options.since);
	const opportunities = await readPlanned(folder);
	const interviews = await readHeld(folder);
	const stories = await readNamed(folder, [], { withoutFixes: true });
	const { files } = stories;
	if (scope !== undefined) await assertStories(folder, options.scope ?? scope, scope, files);
	const base = options.output === undefined ? process.cwd() : dirname(resolve(options.output));
	const today = localDay(new Date());
	const made = answerWithin(() =>
		buildReport({
			files,
			lookups: folder.lookups,
			...(lens !== undefined && { lens }),
			...(scope !== undefined && { scope }),
			wordsPerMinute: folder.settings.wordsPerMinute,
			...(options.date && { date: today }),
			today,
			linkTo: (path, line) => `${escapePath(shownPath(base, folder.path, path))}#L${line}`,
			earlier,
			...(opportunities && { opportunities }),
			interviews,
		}),
	);
	const names = await namesToHide(options, folder, { stories, interviews });
	const hidden = names && redactReport(made, names);
	const shown = hidden?.report ?? made;
	const text = writeReport(options.format, shown);
	if (options.output === undefined) process.stdout.write(text);
	else await write(options.output, text, options.force ?? false);
	const code = names && hidden ? tellHidden(names, hidden.replaced, textsOf(shown)) : exitCodes.ok;
	tellUnread(stories.unread);
	return stories.unread.length > 0 ? exitCodes.refused : code;
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
