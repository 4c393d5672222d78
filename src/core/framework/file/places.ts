import type { Fix } from '../../text/problem.ts';
import type { Located, Span } from '../../text/span.ts';
import { insideQuotes } from '../../text/yaml/yamlText.ts';
import type { Quote, YamlScalar } from '../../text/yaml/yamlValue.ts';
import type { CompetencyLookup } from '../lookups.ts';
import type { Competency } from '../model.ts';
import { type Problems, quoted } from './problems.ts';
import { oneLine } from '../../text/words.ts';

/** A text of the file, white space made single, with its place between the quotes if it has any. */
export interface TextPlace extends Located<string> {
	readonly quote?: Quote;
}

/** The place of a text. */
export function placeOf({ text, span, quote }: YamlScalar): TextPlace {
	return { value: oneLine(text), span, ...(quote && { quote }) };
}

/**
 * The fix that writes another word in the place of one.
 *
 * @param newText a word that needs no quotes
 */
export function changeTo({ span, quote }: Pick<TextPlace, 'span' | 'quote'>, newText: string): Fix {
	return {
		title: `Change to ${newText}`,
		edits: [{ span, newText: quote ? insideQuotes(newText, quote) : newText }],
		preferred: true,
	};
}

/** Where a file defines a competency or changes one that it extends. */
export interface FrameworkEntry {
	/** The competency's id. */
	readonly competency: string;
	/** The whole entry. */
	readonly span: Span;
	readonly id: TextPlace;
	readonly name?: TextPlace;
	readonly aliases: readonly TextPlace[];
}

/** A place of the file that names a competency without defining it: under `targets`, `remove` or a question. */
export interface CompetencyReference {
	/** The competency's id. */
	readonly competency: string;
	/** The id, name or alias, as written. */
	readonly written: TextPlace;
}

/** Where a file asks a question of its own. */
export interface QuestionEntry {
	/** The question's id, given or made. */
	readonly question: string;
	/** The whole entry. */
	readonly span: Span;
}

/**
 * The competency that a place of the file names; a name that nobody has is reported.
 *
 * @param references to which the place is added
 */
export function follow(
	written: TextPlace,
	lookup: CompetencyLookup,
	references: CompetencyReference[],
	problems: Problems,
): Competency | undefined {
	const competency = lookup.find(written.value);
	if (competency) {
		references.push({ competency: competency.id, written });
		return competency;
	}
	// Looking for what is near takes time in proportion to the competencies; past the limit nobody is told.
	const [near] = problems.full ? [] : lookup.nearest(written.value, 1);
	const hint = near ? `did you mean \`${near.id}\`?` : 'neither this file nor what it extends has it.';
	problems.error('framework-value', written.span, `${quoted(written.value)} is not a known competency: ${hint}`, () =>
		near ? [changeTo(written, near.id)] : [],
	);
	return undefined;
}
