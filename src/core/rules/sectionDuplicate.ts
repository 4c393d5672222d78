import { type SectionKind, sectionTitles } from '../framework/sectionKind.ts';
import type { Rule } from './rule.ts';

export const sectionDuplicate: Rule = {
	id: 'section-duplicate',
	severity: 'warning',
	summary: 'The same section twice in one story.',
	explanation:
		'A section has several names, and a story one section of each kind: ' +
		'Objective and Goal are both the Task. ' +
		'Where a section stands under its own name, an alias beside it, such as Goal beside Task, is text, and ' +
		'the Learnings may have two parts: what you learned, and what you would do differently. ' +
		'A listener can’t go back, so put the two together, or give the second a deeper heading to make it ' +
		'a part of the first.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Objective\n\n' +
			'I was to get her started.\n\n## «Goal»\n\nShe should ship alone by July.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n' +
			'- **Action:** I paired with her daily.\n- **Result:** She shipped in week two.\n- **«Action»:** I ' +
			'also wrote a guide.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n**Result:** She shipped in week two.\n\n' +
			'**Lessons learned:** I plan the first week with her now.\n\n' +
			'**What I’d do differently:** I would ask her lead first.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Action\n\n### Approach\n\n' +
			'I paired with her daily.\n\n### What I did\n\nI wrote a guide.\n',
	],
	on: 'story',
	*check({ sections }, { text }) {
		const first = new Map<SectionKind, string>();
		for (const { kind, name, empty, openPrompts } of sections) {
			if (empty && openPrompts) continue;
			const above = first.get(kind);
			const own = text.slice(name.start, name.end);
			const same = above?.toLowerCase() === own.toLowerCase();
			if (above === undefined) first.set(kind, own);
			else if (kind !== 'learnings' || same) {
				const title = sectionTitles[kind];
				yield {
					message: same
						? `${title} is told already above: make them one.`
						: `“${above}” above is the ${title} already: make them one.`,
					span: name,
				};
			}
		}
	},
};
