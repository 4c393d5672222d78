import type { Document } from '../story/document.ts';
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
 * Tries an edit on one story, without the others: a large bank takes long to read as a whole, and each of its stories
 * may want the same edit. Where nothing of the story has changed, the answer of the last time holds.
 *
 * @param edits within the story
 * @param what is asked: the answer depends on it, and on the text of the story before and after the edits, alone
 * @param isRight judges the story after the edits
 * @returns false where it is read as no story or as several
 */
export function isRightAlone(
	document: Document,
	story: ParsedStory,
	edits: readonly TextEdit[],
	what: string,
	isRight: (alone: StoryAlone) => boolean,
): boolean {
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
	const before = tags + text.slice(start, Math.min(end, last));
	const isBelow = ({ form, span }: Marker) =>
		form === 'heading' && span.start === next?.span.start && span.start < end;
	const hasHeadingBelow = document.markers.some(isBelow);
	return document.trials.get(JSON.stringify([what, shifted, hasHeadingBelow, before]), () => {
		const after = document.reread(applyEdits(before, shifted));
		const [found] = after.stories;
		if (!found || after.stories.length !== 1) return false;
		// The heading below must still be one.
		if (hasHeadingBelow && after.markers.at(-1)?.form !== 'heading') return false;
		return isRight({ document: after, story: found, shift });
	});
}
