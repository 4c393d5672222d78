import type { Rule } from './rule.ts';

/** A tab is this many spaces wide where the fix takes its place. */
const spacesPerTab = 2;

export const frontMatterSyntax: Rule = {
	id: 'front-matter-syntax',
	severity: 'error',
	summary: 'Front matter that cannot be read.',
	explanation:
		'The tags, title and strength of a story stand in its front matter. ' +
		'Where YAML cannot read the block, nothing in it counts. ' +
		'The message stands where the YAML parser stopped; the slip is there or just before. ' +
		'TOML between `+++` lines is not read.',
	bad: [
		'---\ncompetencies: [mentorship\n«s»trength: 4\n---\n# Onboarding Ines\n',
		'---\ncompetencies:\n«\t»- mentorship\n---\n# Onboarding Ines\n',
		'«+++»\ncompetencies = ["mentorship"]\n+++\n# Onboarding Ines\n',
		'«---»\ncompetencies: mentorship\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\nstatus: draft\n«status»: ready\n---\n# Onboarding Ines\n',
	],
	good: ['---\ncompetencies: [mentorship]\nstrength: 4\n---\n# Onboarding Ines\n'],
	on: 'document',
	*check({ frontMatter }) {
		for (const { message, span, tab } of frontMatter?.errors ?? []) {
			if (!tab) yield { message, span };
			else {
				const newText = ' '.repeat(spacesPerTab * (span.end - span.start));
				yield {
					message,
					span,
					fixes: () => [
						{ title: 'Indent with spaces', edits: [{ span, newText }], preferred: true, safe: true },
					],
				};
			}
		}
	},
};
