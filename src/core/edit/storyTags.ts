import { normaliseName } from '../framework/nearness.ts';
import { fieldNamed } from '../story/fields.ts';
import type { Lookups } from '../framework/lookups.ts';
import { type Document, readDocument } from '../story/document.ts';
import { type FrontMatter, readFrontMatter } from '../story/frontMatter.ts';
import { nearestField } from '../story/fieldCheck.ts';
import { applyEdits } from '../text/edit.ts';
import type { Tag } from '../story/model.ts';
import type { Located } from '../text/span.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { addListItem, removeListItem } from './frontMatterList.ts';
import { respellListItem } from './frontMatterSpelling.ts';
import { setFrontMatterField } from './frontMatterSet.ts';
import { newStoryLine, noPlaceForLine, ownLine, sharesFrontMatter, type StoryPlace } from './storyLine.ts';
import { differenceBetween } from './verifiedEdit.ts';
import { addToLine, removeFromLine, respellInLine, type TagLine, tagLineValue } from './tagLine.ts';

/** Stands between the tags of a line where no other line of the bank has two. */
const usualSeparator = '; ';

/**
 * Tags a story, after its other tags: in its own line of tags, in front matter, or in a new line where it shares its
 * front matter with other stories. Tags that it took from there are then repeated in its line.
 *
 * @param tag id or name of a competency; one that the story has, under any name, is not added again
 */
export function addTag(place: StoryPlace, tag: string): EditResult {
	const { document, story, competencies } = place;
	const known = competencies.find(tag);
	const isPresent = story.tags.some(({ text, competency }) =>
		known ? competency === known.id : normaliseName(text) === normaliseName(tag),
	);
	if (isPresent) return noEdits;
	return edited(place, {
		inLine: (line) => addToLine(line, tag),
		inFrontMatter: () => addListItem(document.text, document.frontMatter, 'competencies', tag),
		newLine: (tags) => [...tags, tag],
	});
}

/**
 * Takes a tag off a story. A story of a bank that took it from front matter gets a line of its own with the rest.
 *
 * @param index among the story's tags
 */
export function removeTag(place: StoryPlace, index: number): EditResult {
	const { document } = place;
	return edited(place, {
		inLine: (line) => removeFromLine(line, index),
		inFrontMatter: () => removeListItem(document.text, document.frontMatter, 'competencies', index),
		newLine: (tags) => (index in tags ? tags.toSpliced(index, 1) : undefined),
	});
}

/**
 * Gives a story another tag in the place of one it has; stories that share the front matter keep theirs.
 *
 * @param index among the story's tags
 */
export function replaceTag(place: StoryPlace, index: number, tag: string): EditResult {
	if (!(index in place.story.tags)) return noSuchTag(place);
	return edited(place, {
		inLine: (line) => respellInLine(line, onlyAt(index, tag)),
		inFrontMatter: () => respellTag(place, index, tag),
		newLine: (tags) => (index in tags ? tags.with(index, tag) : undefined),
	});
}

/**
 * Writes a tag anew where it stands, in front matter that stories share too: what mends a slip in one mends it in all.
 *
 * @param index among the story's tags
 */
export function respellTag(place: StoryPlace, index: number, tag: string): EditResult {
	const { document, story } = place;
	if (!(index in story.tags)) return noSuchTag(place);
	if (story.tagSource?.form === 'line')
		return edited(place, { inLine: (line) => respellInLine(line, onlyAt(index, tag)) });
	return respellListItem(document.text, document.frontMatter, 'competencies', index, tag);
}

/**
 * Removes a tag where it stands, in front matter that stories share too: what is there twice for one is so for all.
 *
 * @param index among the story's tags
 */
export function eraseTag(place: StoryPlace, index: number): EditResult {
	const { document, story } = place;
	if (!(index in story.tags)) return noSuchTag(place);
	if (story.tagSource?.form === 'line') return edited(place, { inLine: (line) => removeFromLine(line, index) });
	return removeListItem(document.text, document.frontMatter, 'competencies', index);
}

function onlyAt(index: number, tag: string): (present: string, at: number) => string | undefined {
	return (_present, at) => (at === index ? tag : undefined);
}

/** The same change in each of the places that tags can stand in. */
interface TagChange {
	readonly inLine: (line: TagLine) => EditResult;
	readonly inFrontMatter?: () => EditResult;
	/** The tags of a new line, from those that the story has; undefined where it has no such tag. */
	readonly newLine?: (tags: readonly string[]) => readonly string[] | undefined;
}

function edited(place: StoryPlace, { inLine, inFrontMatter, newLine }: TagChange): EditResult {
	const { document, story, competencies } = place;
	const line = ownLine(story, 'competencies');
	const separator = separatorIn(place);
	if (line) return inLine({ text: document.text, line, competencies, separator });
	if (!sharesFrontMatter(document, story)) return inFrontMatter?.() ?? noEdits;
	const tags = newLine?.(story.tags.map(({ text }) => text));
	if (!tags) return noSuchTag(place);
	return addTagLine(place, tags);
}

/** Tells whether a tag names a competency, by its id, or is an unknown one of that text. */
export function isNamed(wanted: string): (tag: Tag) => boolean {
	return ({ competency, text }) =>
		competency === undefined ? normaliseName(text) === normaliseName(wanted) : competency === wanted;
}

/** Whether a tag is written as an id, such as `technical-influence`, rather than as a name. */
export function looksLikeId(text: string): boolean {
	return text === text.toLowerCase() && !/\s/u.test(text);
}

function noSuchTag({ story }: StoryPlace): EditResult {
	return refuse('not-found', 'The story has no such tag.', story.anchor);
}

/** Gives a story that has none a line of tags. */
export function addTagLine(place: StoryPlace, tags: readonly string[]): EditResult {
	const { document, story, competencies } = place;
	const value = tagLineValue(tags, competencies, separatorIn(place));
	if (value === undefined) return refuse('value', 'These tags can’t be told apart in one line.', story.anchor);
	const edit = newStoryLine(document, story, 'competencies', value);
	return edit ? { edits: [edit] } : noPlaceForLine(story, 'competencies');
}

/** What stands between the tags of the document's lines. */
function separatorIn({ document }: StoryPlace): string {
	for (const story of document.stories) {
		for (const { field, value } of story.lines) {
			const [first, second] = field.name === 'competencies' && value.kind === 'list' ? value.items : [];
			if (first && second) return document.text.slice(first.span.end, second.span.start).replaceAll('`', '');
		}
	}
	return usualSeparator;
}

/** A key of a candidate's front matter that was meant for its tags. */
export interface MisspeltTagKey {
	readonly key: Located<string>;
	/** The field's name, `competencies` or `competency`. */
	readonly meant: string;
}

/** The key by which a candidate nearly has tags; a candidate has none that is spelt right. */
export function misspeltTagKey(frontMatter: FrontMatter | undefined): MisspeltTagKey | undefined {
	if (!frontMatter?.intact) return undefined;
	for (const { key } of frontMatter.entries) {
		const meant = nearestField(key.value);
		if (meant !== undefined && fieldNamed(meant)?.name === 'competencies') return { key, meant };
	}
	return undefined;
}

/**
 * Makes stories of the candidates of a document, without a tag yet. The key of their tags is spelt right where that is
 * all they lack; else the one story of a file gets an empty list of tags in front matter, and each of several an empty
 * line of tags.
 *
 * @param document a candidate as parsed
 * @param lookups the frameworks that it was parsed with
 */
export function roomForTags(document: Document, lookups: Lookups): EditResult {
	const { text, frontMatter, stories } = document;
	const misspelt = misspeltTagKey(frontMatter);
	if (misspelt) return { edits: [{ span: misspelt.key.span, newText: misspelt.meant }] };
	if (stories.every((story) => !sharesFrontMatter(document, story))) return emptyTagsInFrontMatter(document);
	const lines = stories.map((story) => addTagLine({ document, story, competencies: lookups.competencies }, []));
	const refused = lines.find(({ refusal }) => refusal);
	if (refused) return refused;
	const edits = lines.flatMap((line) => line.edits);
	const after = readDocument(applyEdits(text, edits), { fileName: '', lookups });
	// A list below an empty line of tags would be read as one of tags.
	const isRead =
		after.kind === 'bank' && after.stories.every(({ tags, tagSource }) => tagSource && tags.length === 0);
	return isRead ? { edits } : refuse('shape', 'An empty line of tags would be read as something else here.');
}

/** An empty list of tags in front matter; in a block that only nearly is front matter, mended. */
function emptyTagsInFrontMatter({ text, frontMatter }: Document): EditResult {
	const mend = frontMatter?.isNone ? frontMatter.errors[0]?.fix : undefined;
	if (!mend) return setFrontMatterField(text, frontMatter, 'competencies', []);
	const now = applyEdits(text, mend.edits);
	const { edits, refusal } = setFrontMatterField(now, readFrontMatter(now), 'competencies', []);
	if (refusal) return refuse(refusal.reason, refusal.message);
	return { edits: [differenceBetween(text, applyEdits(now, edits))] };
}
