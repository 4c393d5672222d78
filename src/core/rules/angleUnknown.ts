import { respellAngleKey } from '../edit/angles.ts';
import { looksLikeId } from '../edit/storyTags.ts';
import { builtInKnowing } from '../framework/built-in/knowing.ts';
import { writtenIdOf } from '../framework/lookups.ts';
import { normaliseName } from '../framework/nearness.ts';
import { angleKeys } from '../story/angles.ts';
import type { StoryField } from '../story/fields.ts';
import { shorten } from '../text/words.ts';
import type { Rule } from './rule.ts';

/** Findings of one document; the bound keeps a map of thousands of keys linear. */
const maxFound = 20;

export const angleUnknown: Rule = {
	id: 'angle-unknown',
	severity: 'warning',
	summary: 'An angle for something that is no competency, or for one that has an angle already.',
	explanation:
		'`angles` says for each competency with which sentence you turn the story to it. ' +
		'Under a name that no framework knows nobody looks for it, and of two for one competency only the first counts. ' +
		'The fix offers the nearest name. ' +
		'A competency of a built-in framework that is not active is no typing error: a plan for that company shows it.',
	bad: [
		'---\ncompetencies: mentorship\nangles:\n  «mentroship»: Lead with the pager.\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\nangles: { mentorship: One., «Mentoring»: Two. }\n---\n# Onboarding Ines\n',
	],
	good: [
		'---\ncompetencies: mentorship\nangles:\n  mentorship: Lead with the pager.\n  dive-deep: Lead with the logs.\n---\n# Onboarding Ines\n',
	],
	on: 'document',
	*check(document, { lookups: { competencies } }) {
		if (document.frontMatter && !document.frontMatter.intact) return;
		// Every story of a bank carries the fields of the front matter: each is judged once.
		const judged = new Set<StoryField['value']>();
		let found = 0;
		for (const story of document.stories) {
			const seen = new Set<string>();
			for (const field of story.fields.filter(({ field: { type } }) => type === 'angles')) {
				for (const { key } of angleKeys([field])) {
					const known = competencies.find(key.text);
					const identity = known?.id ?? ` ${normaliseName(key.text)}`;
					const isTwice = seen.has(identity);
					seen.add(identity);
					if (judged.has(field.value) || found >= maxFound || key.text.trim() === '') continue;
					if (isTwice) {
						found++;
						const name = known?.name ?? `“${shorten(key.text)}”`;
						yield { message: `${name} has an angle already, and only the first counts.`, span: key.span };
					} else if (!known && builtInKnowing(key.text).length === 0) {
						found++;
						const near = competencies.nearest(key.text, 1)[0];
						const hint = near ? `did you mean ${near.name}?` : 'no framework has it.';
						const fixes = () => {
							if (!near) return [];
							const meant = looksLikeId(key.text) ? writtenIdOf(near) : near.name;
							const { edits } = respellAngleKey(document, field, key, meant);
							const title = `Change to ${near.name}`;
							return edits.length > 0 ? [{ title, edits, preferred: true }] : [];
						};
						yield {
							message: `“${shorten(key.text)}” is not a known competency: ${hint}`,
							span: key.span,
							fixes,
						};
					}
				}
				judged.add(field.value);
			}
		}
	},
};
