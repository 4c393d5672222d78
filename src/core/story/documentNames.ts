import { type ListedName, type NamesRead, noNames } from '../text/names/hideable.ts';
import { hideableField } from '../text/names/hideableKey.ts';
import { yamlNames } from '../text/names/yamlNames.ts';
import type { Span } from '../text/span.ts';
import { readYaml, type YamlBlock } from '../text/yaml/readYaml.ts';
import { bodyNames } from './bodyNames.ts';
import type { Document } from './document.ts';
import { type FrontMatter } from './frontMatter.ts';
import { findFrontMatter } from './frontMatterPlace.ts';
import { blankBelow } from '../text/lines.ts';

/**
 * The names that a document lists to be hidden: in its front matter, and in its body as {@link bodyNames} finds them.
 *
 * @returns undefined where it lists none, for sure
 */
export function documentNames(
	document: Pick<Document, 'text' | 'frontMatter' | 'markers' | 'tree'>,
): NamesRead | undefined {
	const { names: ofFrontMatter, unread } = frontMatterNames(document);
	const names = [...ofFrontMatter, ...bodyNames(document)];
	if (names.length === 0 && unread === undefined) return undefined;
	return { names: distinct(names), ...(unread !== undefined && { unread }) };
}

/** What front matter lists, and whether that is everything. */
function frontMatterNames({ text, frontMatter }: Pick<Document, 'text' | 'frontMatter'>): NamesRead {
	const place = frontMatter ?? findFrontMatter(text);
	if (!place) return noNames;
	if (!frontMatter)
		// A rule to Markdown; but what stands below it may have been meant as front matter.
		return listsTightly(text, firstBlock(text, place.content), /[:=]/u) ? notClosed : noNames;
	const yaml = frontMatter.yaml ?? slippedYaml(text, frontMatter);
	const names = yamlNames(yaml?.root);
	if (!yaml || yaml.faults.length > 0) {
		const message = frontMatter.errors[0]?.message ?? yaml?.faults[0]?.message ?? '';
		return { names, unread: `its front matter cannot be read: ${message.replace(/\.$/u, '')}` };
	}
	// To YAML `company:Acme` is a text that goes on from the line above.
	return listsTightly(text, frontMatter.content, /[:=](?=\S)/u)
		? { names, unread: 'its front matter lacks a space behind a colon' }
		: { names };
}

const notClosed: NamesRead = { names: [], unread: 'its front matter is never closed' };

/** A block in the wrong place or between other fences; it lists names all the same. */
function slippedYaml(text: string, { format, isNone, content }: FrontMatter): YamlBlock | undefined {
	if (format !== 'yaml' || !isNone) return undefined;
	try {
		return readYaml(text, content, 'More than one document');
	} catch {
		// It nests too deeply.
		return undefined;
	}
}

/** As much of what stands below an opening fence, in UTF-16 code units, as may have been meant for front matter. */
const maxUnclosedLength = 4096;

const blankLine = new RegExp(blankBelow(String.raw` \t`), 'u');

function firstBlock(text: string, { start, end }: Span): Span {
	const below = text.slice(start, Math.min(end, start + maxUnclosedLength));
	const blank = blankLine.exec(below)?.index;
	return { start, end: start + (blank ?? below.length) };
}

/** Whether a line begins with a field that lists names and a separator. */
function listsTightly(text: string, { start, end }: Span, separator: RegExp): boolean {
	return text
		.slice(start, end)
		.split(/[\r\n]+/u)
		.some((line) => {
			const at = line.search(separator);
			return at > 0 && hideableField(line.slice(0, at).replace(/^[\s-]*["']?/u, '')) !== undefined;
		});
}

function distinct(names: readonly ListedName[]): readonly ListedName[] {
	return [...new Map(names.map((each) => [`${each.field} ${each.name}`, each])).values()];
}
