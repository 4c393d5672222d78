import type { Competency } from '../framework/model.ts';
import type { StoryFilter } from './options.ts';
import type { StoryFacts } from './storyFacts.ts';

/** Whether a filter shows a story. */
export function showsStory({ text, statuses, problems }: StoryFilter, facts: StoryFacts): boolean {
	if (statuses.length > 0 && !statuses.includes(facts.status)) return false;
	if (problems !== 'any' && (facts.problems > 0) !== (problems === 'with')) return false;
	if (text.trim() === '') return true;
	const { title, path, competencies, unknownTags, company, project, role, team } = facts;
	return holdsWords(text, [title, path, company, project, role, team, ...competencies, ...unknownTags]);
}

/** Whether a filter that a candidate cannot pass by its tags shows it: it has no status. */
export function showsCandidate(filter: StoryFilter, facts: StoryFacts): boolean {
	return filter.statuses.length === 0 && showsStory(filter, facts);
}

/** Whether a competency shows without a story that does: somebody looks for it by its name. */
export function showsBareCompetency({ text, statuses, problems }: StoryFilter, { name, aliases }: Competency): boolean {
	return statuses.length === 0 && problems === 'any' && (text.trim() === '' || holdsWords(text, [name, ...aliases]));
}

/** Every word has to occur, in any case and with or without accents. */
function holdsWords(text: string, texts: readonly (string | undefined)[]): boolean {
	const searched = plain(texts.filter((each) => each !== undefined).join('\n'));
	return plain(text).split(/\s+/u).every((word) => searched.includes(word));
}

function plain(text: string): string {
	return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
