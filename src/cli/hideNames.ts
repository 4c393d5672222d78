import { namesOfInterviews } from '../core/questions/interviews/interviewNames.ts';
import { leftoversIn } from '../core/report/redact/leftovers.ts';
import { listedNames, unreadNamesOf, usuallyHidden } from '../core/report/redact/listedNames.ts';
import type { Replacement } from '../core/report/redact/redactData.ts';
import { escapeTerminal } from '../core/text/escape.ts';
import type { HideableField, ListedName, NamesRead } from '../core/text/names/hideable.ts';
import { heldInterviews } from './held.ts';
import type { RedactOption } from './options.ts';
import { type AnalysedFile, type ReadStories, readNamed } from './readStories.ts';
import type { StoryFolder } from './storyFolder.ts';
import { type ExitCode, exitCodes, Refusal, tell } from './terminal.ts';

/** What of a folder is read already. */
interface Known {
	/** All stories of the folder: a name that one file lists is hidden in all of them. */
	readonly stories?: ReadStories | undefined;
	readonly interviews?: Parameters<typeof namesOfInterviews>[0] | undefined;
	/** Texts that no file holds: the names that they list are hidden too. */
	readonly texts?: readonly AnalysedFile[];
}

/**
 * The names that a folder lists, and that are to be hidden.
 *
 * @returns undefined where nothing is to be hidden
 * @throws Refusal where not every name could be read: nobody would look for those that are missing
 */
export async function namesToHide(
	{ redact }: RedactOption,
	folder: StoryFolder,
	{ stories, interviews, texts = [] }: Known = {},
): Promise<readonly ListedName[] | undefined> {
	if (redact === undefined) return undefined;
	const { frameworkFile } = folder;
	const held = namesOfInterviews(interviews ?? (await heldInterviews(folder)));
	const { files, unread } = stories ?? (await readNamed(folder, []));
	const listing = [
		...[...files, ...texts].map(({ path, analysis }) => ({ path, names: analysis.names })),
		...(frameworkFile ? [{ path: frameworkFile.path, names: frameworkFile.loaded.names }] : []),
	];
	return namesIn(listing, unread, held, fieldsOf(redact));
}

/**
 * The same with the names of a text that is to be written.
 *
 * @param names that the folder lists
 * @throws Refusal where not every name could be read
 */
export function withNamesOf(
	names: readonly ListedName[],
	{ path, analysis }: AnalysedFile,
	{ redact = true }: RedactOption,
): readonly ListedName[] {
	return namesIn([{ path, names: analysis.names }], [], names, fieldsOf(redact));
}

function fieldsOf(redact: readonly HideableField[] | true): readonly HideableField[] {
	return redact === true ? usuallyHidden : redact;
}

function namesIn(
	listing: readonly { readonly path: string; readonly names: NamesRead | undefined }[],
	unread: ReadStories['unread'],
	others: readonly ListedName[],
	fields: readonly HideableField[],
): readonly ListedName[] {
	const missing = [...unreadNamesOf(listing), ...unread];
	if (missing.length > 0) {
		const lines = missing.map(
			({ path, reason }) => `  ${escapeTerminal(path === '' ? '.' : path)}: ${escapeTerminal(reason)}`,
		);
		throw new Refusal(
			`not every name that is to be hidden could be read, so nothing is written:\n${lines.join('\n')}\n` +
				'Mend that, or leave out --redact.',
			exitCodes.notHidden,
		);
	}
	return listedNames([...listing.flatMap((each) => each.names ?? []), { names: others }], fields);
}

/**
 * Says on standard error what stands for which name, so that the output itself does not tell, and what stays.
 *
 * @param texts that are written, without the names
 * @returns the exit code: whether all was hidden for sure
 */
export function tellHidden(
	names: readonly ListedName[],
	replaced: readonly Replacement[],
	texts: readonly string[],
): ExitCode {
	if (names.length === 0) tell('Nothing was hidden: no story and no framework file lists a name.');
	for (const { name, placeholder, count } of replaced)
		if (count > 0) tell(`${escapeTerminal(name)} → ${placeholder}, ${count === 1 ? 'once' : `${count} times`}`);
	const leftovers = leftoversIn(texts, names);
	if (leftovers.length === 0) return exitCodes.ok;
	tell(`Still there, and near a listed name: ${leftovers.map(escapeTerminal).join(', ')}`);
	return exitCodes.notHidden;
}
