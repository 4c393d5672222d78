import type { FoundStory } from './findStories.ts';

/** As many words as show at a glance what a story and a question share. */
const mostMentions = 3;

/** Why a story was found, such as `primary: Mentorship · strength 4 · ready · mentions onboarding`. */
export function foundReason({ entry, proves, answers, mentions }: FoundStory): string {
	const { status, strength } = entry.story.details;
	const parts: string[] = [];
	if (answers !== undefined) parts.push(`answers “${answers}”`);
	if (proves) parts.push(proves.as === 'misspelt' ? `tag reads like ${proves.competency.name}` : `${proves.as}: ${proves.competency.name}`);
	if (strength !== undefined) parts.push(`strength ${strength}`);
	parts.push(status);
	if (mentions.length > 0) parts.push(`mentions ${mentions.slice(0, mostMentions).join(', ').toLowerCase()}`);
	return parts.join(' · ');
}
