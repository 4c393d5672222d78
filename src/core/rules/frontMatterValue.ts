import { checkField } from '../story/fieldCheck.ts';
import type { StoryField } from '../story/fields.ts';
import type { Rule } from './rule.ts';

export const frontMatterValue: Rule = {
	id: 'front-matter-value',
	severity: 'error',
	summary: 'A known field with a value it does not take.',
	explanation:
		'A value that does not fit its field is left out: a story with `strength: ' +
		'9` counts as unrated, one with `status: done` as a draft. ' +
		'The same holds for the lines under the heading of a story in a bank.',
	bad: [
		'---\ncompetencies: mentorship\nstrength: «9»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\nstatus: «done»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ndate: «2024-13»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ntitle: «[Onboarding, Ines]»\n---\n# Onboarding Ines\n',
	],
	good: ['---\ncompetencies: mentorship\nstrength: 4\nstatus: ready\ndate: 2024-03\n---\n# Onboarding Ines\n'],
	on: 'document',
	*check({ frontMatter, stories }) {
		if (frontMatter && !frontMatter.intact) return;
		// Every story of a bank carries the fields of the front matter: each is judged once.
		const judged = new Set<StoryField['value']>();
		for (const { field, key, value } of stories.flatMap((story) => story.fields)) {
			if (judged.has(value)) continue;
			judged.add(value);
			for (const { message, span } of checkField(field, value).faults) {
				yield { message, span: span.end > span.start ? span : key.span };
			}
		}
	},
};
