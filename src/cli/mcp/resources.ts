import { encodePath } from '../../core/text/escape.ts';
import type { View } from './discretion.ts';
import type { ServedFile, ServedLibrary } from './folderLibrary.ts';

/** A story as a client may read it. */
export interface StoryResource {
	readonly uri: string;
	/** As the client may see it. */
	readonly title: string;
	/** Its Markdown, before names are hidden in it. */
	readonly text: () => string;
}

/**
 * Every story under an address that is made of its path as it may be shown, so that no path of the disk is ever taken
 * from a client.
 */
export function storyResources({ answering, files }: ServedLibrary, { named }: View): readonly StoryResource[] {
	const taken = new Set<string>();
	const byPath = new Map(files.map((file) => [file.path, file]));
	return named.stories.map(({ file, index, story }, place): StoryResource => {
		const path = encodePath(file);
		let uri = `star-stories:///${path}${index > 0 ? `?story=${index + 1}` : ''}`;
		// Two names may have the same placeholder.
		for (let number = 2; taken.has(uri); number++)
			uri = `star-stories:///${path}?story=${index + 1}&copy=${number}`;
		taken.add(uri);
		return {
			uri,
			title: story.title,
			text: () => storyText(byPath.get(answering.stories[place]?.file ?? ''), index),
		};
	});
}

/** The Markdown of one story: a whole file with its front matter, or its part of a bank. */
export function storyText(file: ServedFile | undefined, index: number): string {
	if (file?.analysis.kind === 'story') return file.text;
	const span = file?.analysis.stories[index]?.span;
	return file && span ? file.text.slice(span.start, span.end) : '';
}
