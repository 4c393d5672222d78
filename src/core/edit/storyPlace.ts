import type { CompetencyLookup } from '../framework/lookups.ts';
import { checkField } from '../story/fieldCheck.ts';
import type { StoryField } from '../story/fields.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';

/** The story that is to be edited. */
export interface StoryPlace {
	readonly document: Document;
	readonly story: ParsedStory;
	/** The competencies that the document was parsed with: they tell where a line of tags is split. */
	readonly competencies: CompetencyLookup;
}

/** The fields that a story sets in lines of its own, in the order of the text. */
export function ownLines({ frontMatter }: Document, story: ParsedStory): readonly StoryField[] {
	let lines = linesOf.get(story);
	if (!lines) {
		const start = frontMatter?.span.end ?? 0;
		lines = story.fields
			.filter(({ key }) => key.span.start >= start)
			.toSorted((a, b) => a.key.span.start - b.key.span.start);
		linesOf.set(story, lines);
	}
	return lines;
}

/** A rule asks for the lines of every story of a bank once for every fix that it offers. */
const linesOf = new WeakMap<ParsedStory, readonly StoryField[]>();

/** The line of the story that sets a field; where several do, the one that counts. */
export function ownLine(
	{ document, story }: Pick<StoryPlace, 'document' | 'story'>,
	name: string,
): StoryField | undefined {
	const lines = ownLines(document, story).filter(({ field }) => field.name === name);
	if (name === 'competencies') return lines[0];
	return lines.find(({ field, value }) => checkField(field, value).values.length > 0) ?? lines[0];
}

/** Whether front matter speaks for other stories too, so that an edit for this one has to go into a line of its own. */
export function sharesFrontMatter({ text, kind, frontMatter }: Document, { span }: ParsedStory): boolean {
	if (kind === 'bank') return true;
	return (
		span.end < text.length || span.start > Math.max(frontMatter?.span.end ?? 0, text.startsWith('\uFEFF') ? 1 : 0)
	);
}
