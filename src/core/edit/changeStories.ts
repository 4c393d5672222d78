import { type CompetencyLookup, type Lookups, writtenIdOf } from '../framework/lookups.ts';
import { type Document, readDocument } from '../story/document.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineStart } from '../text/lines.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import type { SettableField } from './settableFields.ts';
import { addQuestion, removeField, removeQuestion, setField } from './storyFields.ts';
import { ownLine, sharesFrontMatter, type StoryPlace } from './storyLine.ts';
import { setTitle } from './storyTitle.ts';
import { addTag, isNamed, looksLikeId, misspeltTagKey, removeTag, replaceTag } from './storyTags.ts';
import { isAsIntended } from './verifiedChange.ts';
import { differenceBetween } from './verifiedEdit.ts';

/**
 * A change that an author makes to a story with one gesture. Tags are named by competency id, unknown ones by their
 * text.
 */
export type StoryChange =
	| { readonly kind: 'tag'; readonly competency: string }
	| { readonly kind: 'untag'; readonly tag: string }
	/** Puts a competency in the place of another, so that a primary tag stays the primary one. */
	| { readonly kind: 'retag'; readonly from: string; readonly to: string }
	| { readonly kind: 'set'; readonly field: SettableField; readonly value: string | number }
	| { readonly kind: 'clear'; readonly field: SettableField }
	| { readonly kind: 'rename'; readonly title: string }
	/** Takes it out of its bank; the only story of a file is that file. */
	| { readonly kind: 'remove' }
	/** Questions are named by id; `text` is the question in full, by which a story may name it too. */
	| { readonly kind: 'answer' | 'unanswer'; readonly question: string; readonly text: string };

/**
 * The next step of a change; it is done once a step has no edits.
 *
 * @param place the story as the steps before left it
 */
function nextStep(place: StoryPlace, change: StoryChange): EditResult {
	switch (change.kind) {
		case 'tag':
			return tagStep(place, change.competency);
		case 'untag':
			return untagStep(place, change.tag);
		case 'retag':
			return retagStep(place, change.from, change.to);
		case 'set':
			return setField(place, change.field, change.value);
		case 'clear':
			return removeField(place, change.field);
		case 'rename':
			return setTitle(place, change.title);
		case 'remove':
			return removeStory(place);
		case 'answer':
			return addQuestion(place, change.question, [change.text]);
		case 'unanswer':
			return removeQuestion(place, change.question, [change.text]);
	}
}

function removeStory({ document: { text, stories }, story }: StoryPlace): EditResult {
	if (stories.length === 1)
		return refuse('shape', 'It is the only story of its file: delete the file.', story.anchor);
	if (story.isInTable) return refuse('shape', 'It stands in a table: take it out by hand.', story.anchor);
	const { start, end } = story.span;
	const span = { start: lineStart(text, start), end: end === text.length ? end : lineStart(text, end) };
	return { edits: [{ span, newText: '' }] };
}

function tagStep(place: StoryPlace, competency: string): EditResult {
	const { document, story, competencies } = place;
	const isShared = sharesFrontMatter(document, story);
	// A misspelt key of tags is corrected before a tag is added to it; stories that share it get lines of their own.
	const misspelt = document.kind === 'candidate' && !isShared && misspeltTagKey(document.frontMatter);
	if (misspelt) return { edits: [{ span: misspelt.key.span, newText: misspelt.meant }] };
	const example = [story, ...document.stories].find(({ tags }) => tags.length > 0)?.tags[0];
	const inLine = ownLine(story, 'competencies') !== undefined || isShared;
	return firstPossible(spellings(competencies, competency, example ? looksLikeId(example.text) : !inLine), (tag) =>
		addTag(place, tag),
	);
}

function untagStep(place: StoryPlace, tag: string): EditResult {
	const index = place.story.tags.findIndex(isNamed(tag));
	return index < 0 ? noEdits : removeTag(place, index);
}

function retagStep(place: StoryPlace, from: string, to: string): EditResult {
	const { story, competencies } = place;
	const index = story.tags.findIndex(isNamed(from));
	const present = story.tags[index];
	if (from === to || (!present && story.tags.some(isNamed(to)))) return noEdits;
	if (!present) return refuse('not-found', 'The story no longer has that tag.', story.anchor);
	if (story.tags.some(isNamed(to))) return removeTag(place, index);
	return firstPossible(spellings(competencies, to, looksLikeId(present.text)), (tag) =>
		replaceTag(place, index, tag),
	);
}

/**
 * The spellings of a competency, in order of preference: some names can't stand in a line among others.
 *
 * @param byId whether its id comes before its name
 */
function spellings(competencies: CompetencyLookup, competency: string, byId: boolean): readonly string[] {
	const known = competencies.find(competency);
	if (!known) return [competency];
	const id = writtenIdOf(known);
	return byId ? [id, known.name] : [known.name, id];
}

function firstPossible(tags: readonly string[], edit: (tag: string) => EditResult): EditResult {
	const results = tags.map(edit);
	return results.find(({ refusal }) => !refusal) ?? results[0] ?? noEdits;
}

/** A story of a file as somebody saw it, who cannot know how the file reads by now. */
export interface SeenStory {
	/** Position among the file's stories. */
	readonly index: number;
	readonly title: string;
}

export interface RequestedChange {
	readonly story: SeenStory;
	readonly change: StoryChange;
}

/** The edits for all that can be done, and why the rest can't be. */
export interface ChangedStories {
	/** They don't overlap; their spans refer to the text before any of them. */
	readonly edits: readonly TextEdit[];
	readonly refusals: readonly RefusedChange[];
}

export interface RefusedChange {
	/** Position among the requests. */
	readonly request: number;
	/** A sentence for the author. */
	readonly message: string;
}

const unreadTag =
	'The tag would not be read where it can be put: does a comment or a code block begin there that never ends?';

const notAsIntended = 'This can’t be changed without changing how the file reads: edit it by hand.';

/** A story with more equal tags than this has a mistake of another kind. */
const maxSteps = 50;

/**
 * Changes stories of one document.
 *
 * @param text the document as it is now
 * @param fileName without folders
 */
export function changeStories(
	text: string,
	fileName: string,
	lookups: Lookups,
	requests: readonly RequestedChange[],
): ChangedStories {
	const { competencies } = lookups;
	const before = readDocument(text, { fileName, lookups });
	const refusals: RefusedChange[] = [];
	const wanted = new Map<number, number[]>();
	for (const [request, { story }] of requests.entries()) {
		const index = indexOf(before, story);
		if (index === undefined)
			refusals.push({ request, message: 'The file has changed, and the story is no longer where it was.' });
		else wanted.set(index, [...(wanted.get(index) ?? []), request]);
	}
	// Stories of a bank never share the lines that change, so each can be changed in the text as it was.
	const edits = [...wanted.values()].flatMap((ofStory) => {
		let now = text;
		let document = before;
		const steps: (readonly TextEdit[])[] = [];
		for (const request of ofStory) {
			const { story: seen, change } = requests[request] as RequestedChange;
			const start = { now, document, steps: steps.length };
			let refusal: string | undefined;
			for (let step = 0; step < maxSteps; step++) {
				const story = document.stories[indexOf(document, seen) ?? -1];
				if (!story) break;
				const result = nextStep({ document, story, competencies }, change);
				refusal = result.refusal?.message;
				const after = applyEdits(now, result.edits);
				if (after === now) break;
				steps.push(result.edits);
				now = after;
				document = readDocument(now, { fileName, lookups });
				// Another one may be called the same.
				if (change.kind === 'remove') break;
			}
			const index = indexOf(change.kind === 'remove' ? start.document : document, seen) ?? seen.index;
			if (now !== start.now && !isAsIntended(start.document, document, index, change))
				refusal ??= change.kind === 'tag' ? unreadTag : notAsIntended;
			if (refusal === undefined) continue;
			refusals.push({ request, message: refusal });
			// A change is made as a whole or not at all.
			({ now, document } = start);
			steps.length = start.steps;
		}
		const [only] = steps;
		return only && steps.length === 1 ? only : now === text ? [] : [differenceBetween(text, now)];
	});
	return { edits, refusals };
}

/** The only story of a file is the one that is meant, whatever it is called by now; one of several has to be found. */
function indexOf({ stories }: Document, { index, title }: SeenStory): number | undefined {
	if (stories.length === 1 && index === 0) return 0;
	if (stories[index]?.title === title) return index;
	const namesakes = [...stories.keys()].filter((each) => stories[each]?.title === title);
	return namesakes.length === 1 ? namesakes[0] : undefined;
}
