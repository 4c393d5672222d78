/** Where a story of the bank stands. */
export interface StoryLocation {
	/** The file's URI as a string. */
	readonly file: string;
	/** Position among the file's stories, from 0. */
	readonly index: number;
}

/** What tells a story from every other one of the bank. */
export function storyKey({ file, index }: StoryLocation): string {
	return `${file}#${index}`;
}

/** Reads a location from what a command was given; whoever runs the command may give it anything. */
export function storyLocationIn(value: unknown): StoryLocation | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { file, index } = value as { file?: unknown; index?: unknown };
	return typeof file === 'string' && typeof index === 'number' && Number.isSafeInteger(index) && index >= 0 ? { file, index } : undefined;
}
