import { type SectionKind, sectionTitles } from '../framework/sectionKind.ts';
import { type Section, writtenName } from '../story/model.ts';
import type { Rule } from './rule.ts';

export const sectionDuplicate: Rule = {
	id: 'section-duplicate',
	severity: 'warning',
	summary: 'The same section twice in one story.',
	explanation:
		'A section has several names, and a story one section of each kind: ' +
		'Objective and Goal are both the Task, and follow each other where both are needed. ' +
		'Where a section stands under its own name, an alias beside it, such as Goal beside Task, is text, and ' +
		'the Learnings may have two parts: what you learned, and what you would do differently. ' +
		'A listener can’t go back, so put the two together, or give the second a deeper heading to make it ' +
		'a part of the first.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Objective\n\n' +
			'I was to get her started.\n\n## Action\n\nI paired with her daily.\n\n' +
			'## «Goal»\n\nShe should ship alone by July.\n',
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
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n**Context:** Ines joined in May.\n\n' +
			'**Problem:** Nobody else had the time.\n',
	],
	on: 'story',
	*check({ sections }, { text }) {
		for (const { section, above } of duplicates(sections, text)) {
			const title = sectionTitles[section.kind];
			const name = writtenName(above, text);
			yield {
				message: isNamedAlike(section, above, text)
					? `${title} is told already above: make them one.`
					: `“${name}” above is the ${title} already: make them one.`,
				span: section.name,
			};
		}
	},
};

/**
 * The sections that are told a second time, with the first. Two that follow each other under names of their own, such
 * as Context and Problem, or Action (first hour) and Action (that week), are parts of one.
 */
export function* duplicates(
	sections: readonly Section[],
	text: string,
): Generator<{ readonly section: Section; readonly above: Section }> {
	const first = new Map<SectionKind, Section>();
	for (const [index, section] of sections.entries()) {
		if (section.empty && section.openPrompts) continue;
		const above = first.get(section.kind);
		if (!above) first.set(section.kind, section);
		else if (isNamedAlike(section, above, text)) yield { section, above };
		else if (section.kind !== 'learnings' && sections[index - 1]?.kind !== section.kind) yield { section, above };
	}
}

function isNamedAlike(section: Section, above: Section, text: string): boolean {
	return writtenName(section, text).toLowerCase() === writtenName(above, text).toLowerCase();
}
