import { listedNames } from '../../../core/report/redact/listedNames.ts';
import { plural } from '../../../core/text/words.ts';
import { readSettings } from '../../settings.ts';
import type { NameHiding } from '../report/nameHiding.ts';

/** The services that find and hide the names a language model does not get. */
export interface SharingServices {
	readonly nameHiding: NameHiding;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

/** A text as it may leave, and what its author should know of that. */
export interface SharedText {
	readonly text: string;
	/** Whole sentences. */
	readonly note: string;
	/** The names that are hidden in it. */
	readonly hidden: readonly { readonly name: string; readonly placeholder: string }[];
}

/**
 * Makes a text and hides in it what is to be hidden.
 *
 * @throws Error where a name that is to be hidden may be missing
 */
export async function textToShare(
	{ allKnown, nameHiding }: SharingServices,
	make: () => string | Promise<string>,
): Promise<SharedText> {
	await allKnown();
	const before = nameHiding.listing();
	const text = await make();
	if (!readSettings(undefined).languageModelTools.redact)
		return { text, note: 'Names are not hidden: a setting says so.', hidden: [] };
	// Also what came to be listed, or no longer is, while the text was made.
	const { names: listed, unread } = nameHiding.listing(before);
	// The model may read this: a path may itself be a name.
	if (unread.length > 0)
		throw new Error(
			`Nothing is shared: the names that are to be hidden could not be read in ${plural(unread.length, 'file')}. ` +
				'The preview of “STAR Stories: Export Report…”, redacted, tells its author which.',
		);
	const names = listedNames(listed);
	if (names.length === 0)
		return { text, note: 'Nothing is hidden: no story and no framework file lists a name.', hidden: [] };
	const {
		placeholders,
		texts: [redacted],
	} = await nameHiding.hide([text], names);
	const leftovers = await nameHiding.leftovers([redacted?.text ?? ''], names);
	const found = new Set(redacted?.found);
	const hidden = names.flatMap(({ name }, index) =>
		found.has(index) ? [{ name, placeholder: placeholders[index] ?? '' }] : [],
	);
	const replaced = hidden.map(({ name, placeholder }) => `${name} → ${placeholder}`);
	const said = replaced.length > 0 ? `Hidden: ${replaced.join(', ')}.` : 'No listed name is in it.';
	const near = leftovers.length > 0 ? ` Still there, and near a listed name: ${leftovers.join(', ')}.` : '';
	return { text: redacted?.text ?? '', note: said + near, hidden };
}
