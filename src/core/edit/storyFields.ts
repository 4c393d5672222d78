import { questionWords } from '../framework/lookups.ts';
import type { StoryField } from '../story/fields.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { addListItem, removeListItem } from './frontMatterList.ts';
import { removeFrontMatterField, setFrontMatterField, type SettableValue } from './frontMatterSet.ts';
import {
	fitsCell,
	fitsLine,
	hasLineForm,
	lineRemoval,
	newStoryLine,
	noPlaceForLine,
	ownLine,
	setInLine,
	sharesFrontMatter,
	type StoryPlace,
} from './storyLine.ts';
import { addTagLine } from './storyTags.ts';
import { differenceBetween } from './verifiedEdit.ts';
import { tagLineValue } from './tagLine.ts';

/**
 * Sets a field of a story where the story sets it, and adds it where it is missing: to front matter, or as a line of
 * its own where the story shares its front matter with others.
 *
 * @param name of a field in the table of fields
 */
export function setField(place: StoryPlace, name: string, value: SettableValue): EditResult {
	const { document, story, competencies } = place;
	const line = ownLine(story, name);
	if (!line && !sharesFrontMatter(document, story)) {
		return setFrontMatterField(document.text, document.frontMatter, name, value);
	}
	if (!hasLineForm(name)) return noLineFor(name, place);
	const isTags = name === 'competencies';
	const tags = isTags ? (typeof value === 'object' ? value : [String(value)]) : [];
	if (!line && isTags) return addTagLine(place, tags);
	const written = isTags ? tagLineValue(tags, competencies, '; ') : String(value);
	if (written === undefined || (!isTags && !(line?.isCell ? fitsCell : fitsLine)(written))) {
		return refuse('value', `“${String(value)}” can’t stand in a line.`, line?.key.span ?? story.anchor);
	}
	if (line) return { edits: [setInLine(document.text, line, written)] };
	const edit = newStoryLine(document, story, name, written);
	return edit ? { edits: [edit] } : noPlaceForLine(story, name);
}

/**
 * Takes a field off a story. A story of a bank then has what the front matter says, if that says anything.
 *
 * @param name of a field in the table of fields
 */
export function removeField(place: StoryPlace, name: string): EditResult {
	const { document, story } = place;
	const lines = story.lines.filter(({ field }) => field.name === name);
	if (lines.length > 0) return { edits: removalOf(lines, document.text) };
	if (!sharesFrontMatter(document, story)) return removeFrontMatterField(document.text, document.frontMatter, name);
	return story.fields.some(({ field }) => field.name === name) ? noLineFor(name, place) : noEdits;
}

/** One after the other from below: what is left of a hard break depends on the line that follows. */
function removalOf(lines: readonly StoryField[], text: string): readonly TextEdit[] {
	const [only, ...more] = lines;
	if (only && more.length === 0) return lineRemoval(text, only);
	let now = text;
	for (const line of lines.toReversed()) now = applyEdits(now, lineRemoval(now, line));
	return [differenceBetween(text, now)];
}

function noLineFor(name: string, { story }: StoryPlace): EditResult {
	const message = `\`${name}\` stands in front matter, which this story shares with others: edit it there.`;
	return refuse('no-line', message, story.anchor);
}

/**
 * Notes that a story answers a question.
 *
 * @param question its id; one that the story names already, in any of `spellings`, is not added again
 * @param spellings other ways to name it, such as its text
 */
export function addQuestion(place: StoryPlace, question: string, spellings: readonly string[]): EditResult {
	const { document, story } = place;
	const names = new Set([question, ...spellings].map(questionWords));
	if (questionsOf(place).some((each) => names.has(questionWords(each)))) return noEdits;
	if (sharesFrontMatter(document, story)) return sharedFrontMatter(place);
	return addListItem(document.text, document.frontMatter, 'questions', question);
}

/** Takes a question off a story, in whichever of the spellings it is named. */
export function removeQuestion(place: StoryPlace, question: string, spellings: readonly string[]): EditResult {
	const { document, story } = place;
	const names = new Set([question, ...spellings].map(questionWords));
	const index = questionsOf(place).findIndex((each) => names.has(questionWords(each)));
	if (index < 0) return noEdits;
	if (sharesFrontMatter(document, story)) return sharedFrontMatter(place);
	return removeListItem(document.text, document.frontMatter, 'questions', index);
}

/** The texts of the field, in their places. */
function questionsOf({ story }: StoryPlace): readonly string[] {
	const value = story.fields.find(({ field }) => field.name === 'questions')?.value;
	const items = value?.kind === 'list' ? value.items : value ? [value] : [];
	return items.map((item) => (item.kind === 'scalar' ? item.text : ''));
}

function sharedFrontMatter({ story }: StoryPlace): EditResult {
	return refuse(
		'no-line',
		'`questions` stands in front matter, which this story shares with others: ' +
			'give the story a file of its own first.',
		story.anchor,
	);
}
