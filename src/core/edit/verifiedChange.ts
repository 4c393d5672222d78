import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import type { StoryChange } from './changeStories.ts';
import { isNamed } from './storyTags.ts';

/**
 * Holds a change against the document that it leaves: a file of an odd form may read otherwise after an edit that is
 * right for every usual one.
 *
 * @param index of the story in both; of one that is removed, in the first
 * @returns whether the change is made, and all other titles, tags, sections and words of stories are kept
 */
export function isAsIntended(before: Document, after: Document, index: number, change: StoryChange): boolean {
	if ((after.frontMatter?.errors.length ?? 0) > (before.frontMatter?.errors.length ?? 0)) return false;
	const isOfTags = change.kind === 'tag' || change.kind === 'untag' || change.kind === 'retag';
	const was = before.stories.flatMap((story, at) => {
		if (at !== index) return [contentOf(before, story)];
		if (change.kind === 'remove') return [];
		return [contentOf(before, change.kind === 'rename' ? { ...story, title: change.title } : story, !isOfTags)];
	});
	const is = after.stories.map((story, at) => contentOf(after, story, at !== index || !isOfTags));
	if (change.kind === 'remove') return was.join('\n') === is.join('\n');
	// Without its last tag a file may hold no stories; with its first, those count that have only begun.
	if (isTagged(before) && !isTagged(after)) return change.kind === 'untag';
	const isKept = isTagged(before) || !isTagged(after) ? was.join('\n') === is.join('\n') : was.every(has(is));
	const story = after.stories[index];
	return isKept && story !== undefined && isMade(story, change);
}

function has(contents: readonly string[]): (content: string) => boolean {
	return (content) => contents.includes(content);
}

function isTagged({ kind }: Document): boolean {
	return kind === 'story' || kind === 'bank';
}

function contentOf({ text }: Document, { title, tags, sections }: ParsedStory, withTags = true): string {
	const named = withTags ? tags.map((tag) => tag.text) : [];
	return JSON.stringify([
		title,
		named,
		sections.map(({ kind, body }) => [kind, text.slice(body.start, body.end).trim()]),
	]);
}

function isMade({ tags, details }: ParsedStory, change: StoryChange): boolean {
	switch (change.kind) {
		case 'tag':
			return tags.some(isNamed(change.competency));
		case 'untag':
			return !tags.some(isNamed(change.tag));
		case 'retag':
			return !tags.some(isNamed(change.from));
		case 'set':
			return textOf(details[change.field]) === String(change.value);
		case 'clear':
			return (details[change.field] ?? 'draft') === 'draft';
		default:
			return true;
	}
}

/** The value of a field, with or without its place. */
function textOf(value: string | number | { readonly value: string } | undefined): string | undefined {
	return value === undefined ? undefined : typeof value === 'object' ? value.value : String(value);
}
