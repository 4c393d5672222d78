import { sectionTitles } from '../framework/sectionKind.ts';
import type { Rule } from './rule.ts';

export const sectionEmpty: Rule = {
	id: 'section-empty',
	severity: 'warning',
	summary: 'A section with no text of its own.',
	explanation:
		'A heading alone tells nothing. Comments, rules and further headings are not text; code and pictures are.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Situation»\n\n' +
			'<!-- when was it? -->\n\n## Task\n\nI was to get her started.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n' +
			'- **«Situation»:**\n- **Task:** I was to get her started.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\nInes joined in May.\n\n' +
			'**Task**: I was to get her started.\n',
	],
	on: 'story',
	*check({ sections }) {
		for (const { kind, name, empty, openPrompts } of sections) {
			if (empty && !openPrompts) yield { message: `${sectionTitles[kind]} is still empty.`, span: name };
		}
	},
};
