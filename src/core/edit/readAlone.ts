import type { Lookups } from '../framework/lookups.ts';
import { type Document, readDocument } from '../story/document.ts';
import type { Marker } from '../story/markers.ts';
import type { ParsedStory } from '../story/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineStart, nextLineStart } from '../text/lines.ts';

/** Tags that make a story of what stands below them. */
const tags = '---\ncompetencies: []\n---\n\n';

/** How many lines below a story are looked at, too: they may take in its last one. */
const linesBelow = 3;

/** A story by itself, after an edit. */
export interface StoryAlone {
	readonly document: Document;
	readonly story: ParsedStory;
	/** What an offset of the whole document is less here. */
	readonly shift: number;
}

/**
 * Reads one story after an edit of it, without the others: a large bank takes long to read as a whole, and each of its
 * stories may want the same edit.
 *
 * @param edits within the story
 * @returns undefined where it is read as no story or as several
 */
export function readAlone(
	document: Document,
	story: ParsedStory,
	edits: readonly TextEdit[],
	lookups: Lookups,
): StoryAlone | undefined {
	const { text } = document;
	const start = lineStart(text, story.span.start);
	// With more of the next story than its heading there would be two.
	const next = document.stories.find(({ span }) => span.start >= story.span.end);
	const last = next ? nextLineStart(text, next.span.start) : text.length;
	let end = story.span.end;
	for (let line = 0; line < linesBelow; line++) end = nextLineStart(text, end);
	const shift = start - tags.length;
	const shifted = edits.map(({ span, newText }) => ({
		span: { start: span.start - shift, end: span.end - shift },
		newText,
	}));
	const alone = applyEdits(tags + text.slice(start, Math.min(end, last)), shifted);
	const after = readDocument(alone, { fileName: '', lookups });
	const [found] = after.stories;
	if (!found || after.stories.length !== 1) return undefined;
	// The heading below must still be one.
	const isBelow = ({ form, span }: Marker) =>
		form === 'heading' && span.start === next?.span.start && span.start < end;
	const isKept = !document.markers.some(isBelow) || after.markers.at(-1)?.form === 'heading';
	return isKept ? { document: after, story: found, shift } : undefined;
}
