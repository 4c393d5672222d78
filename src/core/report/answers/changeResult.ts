import { jsonText } from '../../text/escape.ts';
import { plural } from '../../text/words.ts';

/** Version of the form of {@link ChangeResult}: it grows by one when something a reader relies on changes. */
export const changeVersion = 1;

/** What a command changed in files, or would change, as other programs read it. Plain data. */
export interface ChangeResult {
	readonly version: typeof changeVersion;
	/** Whether it stands in the files now; not so where somebody only wants to see. */
	readonly written: boolean;
	readonly files: readonly ChangedFile[];
}

/** A file that changes. */
export interface ChangedFile {
	/** With /, from where the answer was given. */
	readonly file: string;
	/** What is done to it, each in a few words. */
	readonly what: readonly string[];
	/** In the unified form. */
	readonly diff: string;
}

/** @returns JSON, with its end */
export function changeJson(result: ChangeResult): string {
	return jsonText(result);
}

/** What was done, in a sentence. */
export function changeSummary({ written, files }: ChangeResult): string {
	if (files.length === 0) return 'Nothing to change.';
	const changes = files.reduce((sum, { what }) => sum + what.length, 0);
	return `${written ? 'Made' : 'Would make'} ${plural(changes, 'change')} in ${plural(files.length, 'file')}.`;
}
