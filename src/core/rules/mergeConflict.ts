import type { Rule } from './rule.ts';

export const mergeConflict: Rule = {
	id: 'merge-conflict',
	severity: 'error',
	summary: 'Marks of a merge that was not finished.',
	explanation:
		'Where Git cannot merge two versions of a file, it writes both, between lines of `<<<<<<<`, `=======` and ' +
		'`>>>>>>>`. Until one is chosen, neither is read, and no other rule speaks of the file.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n«<<<<<<< HEAD»\nShe shipped in week two.\n' +
			'=======\nShe shipped in May.\n>>>>>>> may\n',
	],
	good: ['---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\nShe shipped in week two.\n'],
	on: 'document',
	*check({ conflicts }) {
		for (const { opening } of conflicts)
			yield { message: 'A merge left two versions here: keep one, and delete its marks.', span: opening };
	},
};
