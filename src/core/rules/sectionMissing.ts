import { type SectionKind, sectionTitles, starKinds } from '../framework/sectionKind.ts';
import { isOfKind } from '../story/model.ts';
import { enclosedSections } from './enclosedSections.ts';
import { insertionFinding } from './insertionFinding.ts';
import { nearSections } from './nearSections.ts';
import type { Rule } from './rule.ts';

export const sectionMissing: Rule = {
	id: 'section-missing',
	severity: 'warning',
	summary: 'Situation, Task, Action or Result is absent.',
	explanation:
		'An interviewer follows a story along its four parts and asks for the one that is left out. ' +
		'The fix inserts the section in its place, with what the story’s competencies want to hear there. ' +
		'Where a heading or label in that place is one slip away from the name, it is reported instead, and the fix ' +
		'spells it right. Sections in a block of code that is not read as a story, or behind a mark or comment that is never ' +
		'closed, are reported there.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# «Onboarding Ines»\n\n## Situation\n\n' +
			'Ines joined in May.\n\n## Action\n\nI paired with her daily.\n\n## Result\n\n' +
			'She shipped in week two.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Situtation»\n\n' +
			'Ines joined in May.\n\n## Task\n\nI was to get her started.\n\n«##Action»\n\n' +
			'I paired with her daily.\n\n## Result\n\nShe shipped in week two.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n«```yaml»\nSituation: Ines joined in May.\n\n' +
			'Task: I was to get her started.\n\nAction: I paired with her daily.\n\n' +
			'Result: She shipped in week two.\n```\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Context\n\nInes joined in May.\n\n' +
			'## Goal\n\nI was to get her started.\n\n## What I did\n\nI paired with her daily.\n\n' +
			'## Outcome\n\nShe shipped in week two.\n',
	],
	on: 'story',
	*check(story, document, context) {
		const lacking = starKinds.filter((kind) => !story.sections.some((section) => isOfKind(section, kind)));
		if (lacking.length === 0) return;
		const enclosed = enclosedSections(story, document);
		if (enclosed && starKinds.some((kind) => enclosed.kinds.includes(kind))) yield enclosed.finding;
		const near = nearSections(story, document, context).filter(
			({ kind }) => kind !== 'learnings' && !enclosed?.kinds.includes(kind),
		);
		yield* near.flatMap(({ finding }) => finding ?? []);
		const missing = lacking.filter(
			(kind) => !near.some((section) => section.kind === kind) && !enclosed?.kinds.includes(kind),
		);
		// A story whose names can't be read has its text, and no place for another section yet.
		if ((near.length > 0 || enclosed) && story.sections.length === 0) return;
		if (missing.length === starKinds.length) {
			const message = 'No Situation, Task, Action and Result yet.';
			yield insertionFinding(message, 'Insert the four sections', missing, story, document, context);
			return;
		}
		for (const kind of missing) {
			const message = `${sectionTitles[kind]} is missing: ${question(kind)}`;
			yield insertionFinding(message, `Insert ${sectionTitles[kind]}`, [kind], story, document, context);
		}
	},
};

function question(kind: SectionKind): string {
	switch (kind) {
		case 'situation':
			return 'what was going on?';
		case 'task':
			return 'what was yours to achieve?';
		case 'action':
			return 'what did you do?';
		case 'result':
		case 'learnings':
			return 'what came of it?';
	}
}
