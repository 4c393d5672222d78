import { eraseTag } from '../edit/storyTags.ts';
import type { Rule } from './rule.ts';

/** Findings of one story that get a fix. Each fix reads the front matter anew; nobody means to have more duplicates. */
const maxFixed = 10;

export const competencyDuplicate: Rule = {
	id: 'competency-duplicate',
	severity: 'warning',
	summary: 'The same competency twice in one story, under any of its names.',
	explanation:
		'A competency has an id, a name and aliases, and all of them mean the same one. ' +
		'It counts once; the second tag only takes the place of another.',
	bad: [
		'---\ncompetencies: [mentorship, «Mentoring»]\n---\n# Onboarding Ines\n',
		'---\ncompetencies:\n  - mentorship\n  - "«Mentorship & Knowledge Sharing»"\n  - ' +
			'initiative\n---\n# Onboarding Ines\n',
	],
	good: ['---\ncompetencies: [mentorship, cross-team-alignment]\n---\n# Onboarding Ines\n'],
	on: 'story',
	*check(story, document, { lookups: { competencies } }) {
		const { frontMatter } = document;
		if (frontMatter && !frontMatter.intact && story.tagSource?.form !== 'line') return;
		const seen = new Set<string>();
		let duplicates = 0;
		for (const [index, { text, span, competency }] of story.tags.entries()) {
			const known = competency === undefined ? undefined : competencies.find(competency);
			const identity = known?.id ?? ` ${text}`;
			if (seen.has(identity)) {
				const isFixed = duplicates++ < maxFixed;
				const fixes = () => {
					const { edits } = isFixed ? eraseTag({ document, story, competencies }, index) : { edits: [] };
					return edits.length > 0
						? [{ title: 'Remove the second tag', edits, preferred: true, safe: true }]
						: [];
				};
				yield { message: `${known?.name ?? `“${text}”`} is tagged already.`, span, fixes };
			}
			seen.add(identity);
		}
	},
};
