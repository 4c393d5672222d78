import { yamlScalar } from '../edit/yamlText.ts';
import { insertField } from '../edit/insertFrontMatter.ts';
import type { FieldValue } from '../story/fieldValue.ts';
import type { ParsedDocument, ParsedStory } from '../story/parse.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Rule } from './rule.ts';

export const competencyMissing: Rule = {
	id: 'competency-missing',
	severity: 'warning',
	summary: 'A story without competency tags.',
	explanation:
		'A story is found by the competency it proves. Without a tag it counts for none, however good it is. Name the one it proves best first; that is its primary competency.',
	bad: ['---\n«competencies»: []\n---\n# Onboarding Ines\n', '---\n«competencies»:\n---\n# Onboarding Ines\n', '---\n«competencies»: [""]\n---\n# Onboarding Ines\n', '---\ntype: star-story\n---\n# «Onboarding Ines»\n'],
	good: ['---\ncompetencies: mentorship\n---\n# Onboarding Ines\n'],
	on: 'story',
	*check(story, document, { competencies }) {
		if (story.tags.length > 0 || (document.frontMatter && !document.frontMatter.intact)) return;
		// A value of the wrong kind is already reported as such.
		if (story.tagSource && !isEmpty(story.tagSource.value)) return;
		const fixes = competencies.all.map(({ id, name }) => ({
			title: `Tag with ${name}`,
			edits: [tagEdit(story, document, story.tagSource?.form === 'line' ? name : yamlScalar(id))],
		}));
		yield { message: 'Which competency does this story prove?', span: story.tagSource?.key ?? story.anchor, fixes };
	},
};

function isEmpty(value: FieldValue): boolean {
	return value.kind === 'list' ? value.items.every(isEmpty) : value.kind === 'scalar' && value.text.trim() === '';
}

function tagEdit({ tagSource }: ParsedStory, { text, frontMatter }: ParsedDocument, tag: string): TextEdit {
	if (!tagSource) return insertField(text, frontMatter, `competencies: [${tag}]`);
	const { form, value } = tagSource;
	if (form === 'line') return { span: value.span, newText: `${/\s/u.test(text.charAt(value.span.start - 1)) ? '' : ' '}${tag}` };
	if (value.kind === 'scalar' && value.quote) {
		return { span: { start: value.span.start - 1, end: value.span.end + 1 }, newText: `[${tag}]` };
	}
	if (value.kind === 'list' || value.span.end > value.span.start) return { span: value.span, newText: `[${tag}]` };
	// An empty value has its place right after the colon.
	const colon = text.indexOf(':', tagSource.key.end) + 1;
	return { span: { start: colon, end: colon }, newText: ` [${tag}]` };
}
