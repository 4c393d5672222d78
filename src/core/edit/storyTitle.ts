import { type EditResult, noEdits, refuse } from './editResult.ts';
import { setField } from './storyFields.ts';
import { sharesFrontMatter, type StoryPlace } from './storyLine.ts';

/** Gives a story another title where its title stands; in front matter where the file's name had to stand in for it. */
export function setTitle(place: StoryPlace, title: string): EditResult {
	const { document, story } = place;
	if (story.title === title) return noEdits;
	const isField = story.fields.some(({ field, value }) => field.name === 'title' && value.kind === 'scalar');
	const isShared = sharesFrontMatter(document, story);
	if ((isField || !story.titleSpan) && !isShared) return setField(place, 'title', title);
	if (!story.titleSpan)
		return refuse('shape', 'It has no title of its own: give it a heading in the file.', story.anchor);
	return { edits: [{ span: story.titleSpan, newText: asHeading(title) }] };
}

/** Less is escaped than elsewhere, as the author goes on writing there; what is read back otherwise is refused. */
function asHeading(title: string): string {
	return title.replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)|#(?=#*$)/gu, '\\$&');
}
