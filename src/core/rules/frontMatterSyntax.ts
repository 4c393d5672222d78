import { mergeFields } from '../edit/frontMatterMerge.ts';
import type { Document } from '../story/document.ts';
import type { SetTwice } from '../story/frontMatter.ts';
import { isMeantForStory } from '../story/stories.ts';
import type { Fix } from '../text/problem.ts';
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
		'TOML between `+++` lines is not read. ' +
		'Markdown sees front matter on the first line only, between two lines of three hyphens: behind a blank line ' +
		'or a comment, between other dashes, in a block of code or never closed it is text. ' +
		'The fix puts that right; until then nothing is added to the file’s fields.',
	bad: [
		'---\ncompetencies: [mentorship\n«s»trength: 4\n---\n# Onboarding Ines\n',
		'---\ncompetencies:\n«\t»- mentorship\n---\n# Onboarding Ines\n',
		'«+++»\ncompetencies = ["mentorship"]\n+++\n# Onboarding Ines\n',
		'«---»\ncompetencies: mentorship\n# Onboarding Ines\n',
		'\n«---»\ncompetencies: mentorship\n---\n# Onboarding Ines\n',
		'«----»\ncompetencies: mentorship\n----\n# Onboarding Ines\n',
		'---\n«competencies:»[mentorship]\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\nstatus: draft\n«status»: ready\n---\n# Onboarding Ines\n',
	],
	good: ['---\ncompetencies: [mentorship]\nstrength: 4\n---\n# Onboarding Ines\n'],
	on: 'document',
	alsoOfCandidates: true,
	*check(document) {
		if (document.kind === 'candidate' && !isMeantForStory(document)) return;
		for (const { message, span, tab, fix, twice } of document.frontMatter?.errors ?? []) {
			if (fix) yield { message, span, fixes: () => [fix] };
			else if (twice) yield { message, span, fixes: () => mergingFix(document, twice) };
			else if (!tab) yield { message, span };
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

function mergingFix({ text, frontMatter }: Document, twice: SetTwice): readonly Fix[] {
	if (!frontMatter) return [];
	const { edits } = mergeFields(text, frontMatter, twice);
	const title = `Keep one \`${twice.first.key.value}\``;
	return edits.length > 0 ? [{ title, edits, preferred: true }] : [];
}
