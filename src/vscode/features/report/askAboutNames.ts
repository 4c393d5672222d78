import { listedNames } from '../../../core/report/redact/listedNames.ts';
import { type Replacement, textsIn, withTextsIn } from '../../../core/report/redact/redactData.ts';
import { pickOne, showErrorMessage } from '../../dialogs.ts';
import type { NameHiding } from './nameHiding.ts';

/** Plain data without the names. */
interface Redacted<T> {
	readonly data: T;
	/** What became of the names that were in it. */
	readonly replaced: readonly Replacement[];
}

/**
 * Hides the listed names in plain data, and all that comes near one: nobody looks at it before it leaves.
 *
 * @returns undefined where names may be missing; the author is told of which files
 */
export async function withoutNames<T>(data: T, hiding: NameHiding): Promise<Redacted<T> | undefined> {
	await hiding.allKnown();
	const { names, unread } = hiding.listing();
	if (unread.length === 0) return redacted(data, names, hiding);
	const files = unread.map(({ path, reason }) => `${path}: ${reason}.`).join(' ');
	void showErrorMessage(`Nothing is copied or saved, as names that are to be hidden may be missing. ${files}`);
	return undefined;
}

/**
 * Asks whether the names in plain data are to be hidden before it leaves. Asks nothing where it holds none.
 *
 * @param title of the list
 * @returns undefined where the author changed their mind, or where names may be missing
 */
export async function askAboutNames<T>(data: T, title: string, hiding: NameHiding): Promise<T | undefined> {
	// A file that is still being read may list a name that is in the data.
	await hiding.allKnown();
	const { names } = hiding.listing();
	const listed = listedNames(names);
	const asIs = listed.length === 0 ? undefined : await hiding.hide(textsIn(data), listed);
	if (!asIs?.texts.some(({ found }) => found.length > 0)) return data;
	const { replaced } = await redacted(data, names, hiding);
	const ways = [
		{ label: 'With all names', hides: false },
		{
			label: 'Names hidden',
			description: replaced
				.filter(({ count }) => count > 0)
				.map(({ name, placeholder }) => `${name} → ${placeholder}`)
				.join(', '),
			hides: true,
		},
	];
	const way = await pickOne(ways, { title, placeHolder: 'Who is going to read it?' });
	return way?.hides ? (await withoutNames(data, hiding))?.data : way && data;
}

async function redacted<T>(
	data: T,
	listed: Parameters<typeof listedNames>[0],
	hiding: NameHiding,
): Promise<Redacted<T>> {
	const texts = textsIn(data);
	const hidden = await hiding.hide(texts, listedNames(listed), true);
	return withTextsIn(data, hidden.names, texts, hidden);
}
