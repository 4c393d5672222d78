import { setFrontMatterField } from '../edit/frontMatterSet.ts';
import { setField } from '../edit/storyFields.ts';
import type { StoryPlace } from '../edit/storyLine.ts';
import { looksLikeId, respellTag } from '../edit/storyTags.ts';
import { builtInKnowing } from '../framework/built-in/knowing.ts';
import { writtenIdOf } from '../framework/lookups.ts';
import type { Competency, Framework } from '../framework/model.ts';
import { knownParts } from '../story/storyLines.ts';
import type { Fix } from '../text/problem.ts';
import { shorten } from '../text/words.ts';
import type { Rule } from './rule.ts';

/** As many names as an author can take in at a glance. */
const maxSuggestions = 3;

/** Findings of one story that get fixes; the bound keeps a list of thousands of tags linear. */
const maxFixed = 20;

export const competencyUnknown: Rule = {
	id: 'competency-unknown',
	severity: 'error',
	summary: 'A tag that no active framework knows.',
	explanation:
		'A story counts for the competencies its tags name, by id, name or alias. ' +
		'A misspelt tag counts for none. The fixes offer the nearest names of the active frameworks. ' +
		'A competency of a built-in framework that is not active is no typing error: the message names the framework, ' +
		'and a fix switches it on, in the settings. What no framework has, another fix adds to your framework file. ' +
		'One text is one tag, as names contain commas themselves; where it is several known ones, the fix makes a list.',
	bad: [
		'---\ncompetencies: [«mentroship»]\n---\n# Onboarding Ines\n',
		'---\ncompetencies:\n  - mentorship\n  - "«Cross-team Alignmnet»" # typo\n---\n# Onboarding Ines\n',
		'---\ncompetencies: «mentorship, initiative»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: [«dive-deep»]\n---\n# Onboarding Ines\n',
		'# Stories\n\n## One\n\n**Competencies:** Mentorship & Knowledge Sharing; «Courage»\n\n' +
			'**Situation:** a\n**Task:** b\n\n## Two\n\n**Situation:** a\n**Task:** b\n',
	],
	good: ['---\ncompetencies: [mentorship, "Cross-Team Alignment", initiative]\n---\n# Onboarding Ines\n'],
	on: 'story',
	*check(story, document, { lookups: { competencies } }) {
		const { frontMatter } = document;
		const place = { document, story, competencies };
		if (frontMatter && !frontMatter.intact && story.tagSource?.form !== 'line') return;
		for (const [index, tag] of story.tags.entries()) {
			if (tag.competency !== undefined) continue;
			const parts = index < maxFixed ? knownParts(tag.text, competencies) : undefined;
			if (parts) {
				const message = `“${shorten(tag.text)}” is ${parts.length} competencies in one text: did you mean a list of them?`;
				yield { message, span: tag.span, fixes: () => listFix(parts, place, index) };
				continue;
			}
			const elsewhere = index < maxFixed ? builtInKnowing(tag.text).map(({ framework }) => framework) : [];
			const unknownTag = { text: tag.text, frameworks: elsewhere.map(({ id }) => id) };
			const near = competencies.nearest(tag.text, maxSuggestions);
			const fixes = () =>
				index < maxFixed
					? near.flatMap((competency) => fixesWith(competency, place, index, competency === near[0]))
					: [];
			yield { message: messageFor(tag.text, elsewhere, near[0]), span: tag.span, unknownTag, fixes };
		}
	},
};

function messageFor(tag: string, elsewhere: readonly Framework[], near: Competency | undefined): string {
	if (elsewhere.length > 0) {
		const names = elsewhere.map(({ name }) => name).join(' and ');
		return elsewhere.length === 1
			? `“${shorten(tag)}” is in ${names}, which is not active: switch it on?`
			: `“${shorten(tag)}” is in ${names}, which are not active: switch one on?`;
	}
	const hint = near ? `did you mean ${near.name}?` : 'no active framework has it.';
	return `“${shorten(tag)}” is not a known competency: ${hint}`;
}

/** Puts the competencies in one text into the list on their own. */
function listFix(parts: readonly string[], place: StoryPlace, index: number): readonly Fix[] {
	const { document, story } = place;
	const tags = story.tags.flatMap(({ text }, at) => (at === index ? parts : [text]));
	const { edits } =
		story.tagSource?.form === 'line'
			? setField(place, 'competencies', tags)
			: setFrontMatterField(document.text, document.frontMatter, 'competencies', tags);
	return edits.length > 0 ? [{ title: `Make it ${parts.length} tags`, edits, preferred: true }] : [];
}

function fixesWith(competency: Competency, place: StoryPlace, index: number, preferred: boolean): Fix[] {
	const { edits } = respellTag(
		place,
		index,
		looksLikeId(place.story.tags[index]?.text ?? '') ? writtenIdOf(competency) : competency.name,
	);
	return edits.length > 0 ? [{ title: `Change to ${competency.name}`, edits, preferred }] : [];
}
