import type { Rule } from './rule.ts';

export const titleMissing: Rule = {
	id: 'title-missing',
	severity: 'warning',
	summary: 'Neither a title field nor a first heading.',
	explanation:
		'The title is what you scan for when a question comes. Without one the file name stands in for it. ' +
		'Write it as a heading of level 1, or as `title` in front matter.',
	bad: ['---\ncompetencies: mentorship\n---\n\n## «Situation»\n\nInes joined in May.\n'],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\nInes joined in May.\n',
		'---\ncompetencies: mentorship\ntitle: Onboarding Ines\n---\n',
	],
	on: 'story',
	*check(story, { frontMatter }) {
		if (story.titleSpan || (frontMatter && !frontMatter.intact)) return;
		yield { message: 'No title yet: what would you call it in one line?', span: story.anchor };
	},
};
