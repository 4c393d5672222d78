import type { StoryChange } from '../../core/edit/changeStories.ts';
import { namesOf } from '../../core/framework/lookups.ts';
import { normaliseName } from '../../core/framework/nearness.ts';
import { openLibrary } from '../answering.ts';
import { changeStory } from '../changeStory.ts';
import { competencyNamed } from '../namedCompetency.ts';
import { storyIn } from '../namedStory.ts';
import type { AnswerOptions, DryRunOption } from '../options.ts';
import { type ExitCode, Refusal } from '../terminal.ts';

/** What `star-stories tag` was given. */
export interface TagOptions extends AnswerOptions, DryRunOption {
	readonly remove?: true;
}

/**
 * Tags a story, or takes tags off.
 *
 * @param name of the story, as typed
 * @param competencies as typed
 */
export async function tag(name: string, competencies: readonly string[], options: TagOptions): Promise<ExitCode> {
	const opened = await openLibrary(options);
	const entry = await storyIn(opened, name, { candidates: !options.remove });
	const changes = competencies.map((typed): { readonly change: StoryChange; readonly what: string } => {
		if (!options.remove) {
			const { id } = competencyNamed(opened.folder, typed);
			return { change: { kind: 'tag', competency: id }, what: `tag ${id}` };
		}
		const known = opened.folder.lookups.competencies.find(typed);
		const names = new Set([typed, ...(known ? namesOf(known) : [])].map(normaliseName));
		const found = entry.story.tags.find(
			({ text, competency }) => names.has(normaliseName(text)) || competency === known?.id,
		);
		if (!found) throw new Refusal(`“${entry.story.title}” has no tag ${typed}.`);
		return { change: { kind: 'untag', tag: found.competency ?? found.text }, what: `remove ${found.text}` };
	});
	return changeStory(opened, entry, changes, options);
}
