import { questionWords } from '../framework/questionWords.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { addListItem, removeListItem } from './frontMatterList.ts';
import { sharesFrontMatter, type StoryPlace } from './storyPlace.ts';

/**
 * Notes that a story answers a question.
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
	return refuse('no-line', '`questions` stands in front matter, which this story shares with others: give the story a file of its own first.', story.anchor);
}
