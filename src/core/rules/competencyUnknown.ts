import { setFrontMatterField } from '../edit/frontMatterSet.ts';
import { setField } from '../edit/storyFields.ts';
import type { StoryPlace } from '../edit/storyLine.ts';
import { looksLikeId, respellTag } from '../edit/storyTags.ts';
import type { Competency } from '../framework/model.ts';
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
		'One text is one tag, as names contain commas themselves; where it is several known ones, the fix makes a list.',
	bad: [
		'---\ncompetencies: [«mentroship»]\n---\n# Onboarding Ines\n',
		'---\ncompetencies:\n  - mentorship\n  - "«Cross-team Alignmnet»" # typo\n---\n# Onboarding Ines\n',
		'---\ncompetencies: «mentorship, initiative»\n---\n# Onboarding Ines\n',
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
			const near = competencies.nearest(tag.text, maxSuggestions);
			const fixes = () =>
				index < maxFixed
					? near.flatMap((competency) => fixesWith(competency, place, index, competency === near[0]))
					: [];
			const [first] = near;
			const hint = first ? `did you mean ${first.name}?` : 'no active framework has it.';
			yield { message: `“${shorten(tag.text)}” is not a known competency: ${hint}`, span: tag.span, fixes };
		}
	},
};

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

function fixesWith({ id, name }: Competency, place: StoryPlace, index: number, preferred: boolean): Fix[] {
	const { edits } = respellTag(place, index, looksLikeId(place.story.tags[index]?.text ?? '') ? id : name);
	return edits.length > 0 ? [{ title: `Change to ${name}`, edits, preferred }] : [];
}
