import { deriveFrom } from '../derived.ts';
import type { Framework } from '../framework/model.ts';
import { parseWith } from '../parseWith.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { ParsedDocument } from '../story/parse.ts';
import { differenceBetween } from './editSteps.ts';
import { nextStep, type StoryChange } from './storyChange.ts';

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

/** A story with more equal tags than this has a mistake of another kind. */
const mostSteps = 50;

/**
 * Changes stories of one document.
 * @param text the document as it is now
 * @param fileName without folders
 */
export function changeStories(text: string, fileName: string, frameworks: readonly Framework[], requests: readonly RequestedChange[]): ChangedStories {
	const { competencies } = deriveFrom(frameworks);
	const before = parseWith(text, fileName, frameworks);
	const refusals: RefusedChange[] = [];
	const wanted = new Map<number, number[]>();
	for (const [request, { story }] of requests.entries()) {
		const index = indexOf(before, story);
		if (index === undefined) refusals.push({ request, message: 'The file has changed, and the story is no longer where it was.' });
		else wanted.set(index, [...(wanted.get(index) ?? []), request]);
	}
	// Stories of a bank never share the lines that change, so each can be changed in the text as it was.
	const edits = [...wanted.values()].flatMap((ofStory) => {
		let now = text;
		let document = before;
		const steps: (readonly TextEdit[])[] = [];
		for (const request of ofStory) {
			const { story: seen, change } = requests[request] as RequestedChange;
			for (let step = 0; step < mostSteps; step++) {
				const story = document.stories[indexOf(document, seen) ?? -1];
				if (!story) break;
				const result = nextStep({ document, story, competencies }, change);
				if (result.refusal) refusals.push({ request, message: result.refusal.message });
				const after = applyEdits(now, result.edits);
				if (after === now) break;
				steps.push(result.edits);
				now = after;
				document = parseWith(now, fileName, frameworks);
			}
		}
		const [only] = steps;
		return only && steps.length === 1 ? only : now === text ? [] : [differenceBetween(text, now)];
	});
	return { edits, refusals };
}

/** The only story of a file is the one that is meant, whatever it is called by now; one of several has to be found. */
function indexOf({ stories }: ParsedDocument, { index, title }: SeenStory): number | undefined {
	if (stories.length === 1 && index === 0) return 0;
	if (stories[index]?.title === title) return index;
	const namesakes = [...stories.keys()].filter((each) => stories[each]?.title === title);
	return namesakes.length === 1 ? namesakes[0] : undefined;
}
