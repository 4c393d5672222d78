import type { Rule } from './rule.ts';

export const competencyDuplicate: Rule = {
	id: 'competency-duplicate',
	severity: 'warning',
	summary: 'The same competency twice in one story, under any of its names.',
	explanation: 'A competency has an id, a name and aliases, and all of them mean the same one. It counts once; the second tag only takes the place of another.',
	bad: ['---\ncompetencies: [mentorship, «Mentoring»]\n---\n# Onboarding Ines\n'],
	good: ['---\ncompetencies: [mentorship, cross-team-alignment]\n---\n# Onboarding Ines\n'],
	on: 'story',
	*check(story, { frontMatter }, { competencies }) {
		if (frontMatter && !frontMatter.intact && story.tagSource?.form !== 'line') return;
		const seen = new Set<string>();
		for (const { text, span, competency } of story.tags) {
			const known = competency === undefined ? undefined : competencies.find(competency);
			const identity = known?.id ?? ` ${text}`;
			if (seen.has(identity)) yield { message: `${known?.name ?? `“${text}”`} is tagged already.`, span };
			seen.add(identity);
		}
	},
};
