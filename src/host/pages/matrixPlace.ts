import { type StoryLocation, storyLocationIn } from '../../core/bank/storyLocation.ts';

/** What the matrix can be asked to show first. */
export interface MatrixPlace {
	/** Id of a competency, whose card opens. */
	readonly competency?: string;
	readonly story?: StoryLocation;
}

/** The argument of the command: that of other commands, or a row of the tree. */
export function placeIn(argument: unknown): MatrixPlace | undefined {
	if (typeof argument !== 'object' || argument === null) return undefined;
	const { competency, story, coverage, entry } = argument as { competency?: unknown; story?: unknown; coverage?: { competency?: { id?: unknown } }; entry?: unknown };
	const id = typeof competency === 'string' ? competency : coverage?.competency?.id;
	const at = storyLocationIn(story) ?? storyLocationIn(entry);
	return { ...(typeof id === 'string' && { competency: id }), ...(at && { story: at }) };
}
