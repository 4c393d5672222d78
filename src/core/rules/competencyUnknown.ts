import { insideQuotes, yamlScalar } from '../edit/yamlText.ts';
import type { Competency } from '../framework/model.ts';
import type { FieldValue, ScalarValue } from '../story/fieldValue.ts';
import type { Tag } from '../story/model.ts';
import type { ParsedStory } from '../story/parse.ts';
import type { Fix, Rule } from './rule.ts';

/** As many names as an author can take in at a glance. */
const mostSuggestions = 3;

export const competencyUnknown: Rule = {
	id: 'competency-unknown',
	severity: 'error',
	summary: 'A tag that no active framework knows.',
	explanation:
		'A story counts for the competencies its tags name, by id, name or alias. A misspelt tag counts for none. The fixes offer the nearest names of the active frameworks.',
	bad: [
		'---\ncompetencies: [«mentroship»]\n---\n# Onboarding Ines\n',
		'---\ncompetencies:\n  - mentorship\n  - "«Cross-team Alignmnet»" # typo\n---\n# Onboarding Ines\n',
		'# Stories\n\n## One\n\n**Competencies:** Mentorship & Knowledge Sharing; «Courage»\n\n**Situation:** a\n**Task:** b\n\n## Two\n\n**Situation:** a\n**Task:** b\n',
	],
	good: ['---\ncompetencies: [mentorship, "Cross-Team Alignment", initiative]\n---\n# Onboarding Ines\n'],
	on: 'story',
	*check(story, { frontMatter }, { competencies }) {
		if (frontMatter && !frontMatter.intact && story.tagSource?.form !== 'line') return;
		for (const tag of story.tags) {
			if (tag.competency !== undefined) continue;
			const near = competencies.nearest(tag.text, mostSuggestions);
			const fixes = near.map((competency, index) => replaceTag(tag, competency, story, index === 0));
			const [first] = near;
			const hint = first ? `did you mean ${first.name}?` : 'no active framework has it.';
			yield { message: `“${shorten(tag.text)}” is not a known competency: ${hint}`, span: tag.span, fixes };
		}
	},
};

function replaceTag(tag: Tag, { id, name }: Competency, story: ParsedStory, preferred: boolean): Fix {
	const spelling = looksLikeId(tag.text) ? id : name;
	const source = story.tagSource;
	const quote = source && scalarAt(source.value, tag)?.quote;
	const inYaml = quote ? insideQuotes(spelling, quote) : yamlScalar(spelling);
	const newText = source?.form === 'line' ? spelling : inYaml;
	return { title: `Change to ${name}`, edits: [{ span: tag.span, newText }], preferred };
}

function looksLikeId(text: string): boolean {
	return text === text.toLowerCase() && !/\s/u.test(text);
}

function scalarAt(value: FieldValue, { span }: Tag): ScalarValue | undefined {
	const scalars = value.kind === 'list' ? value.items : [value];
	return scalars.find((scalar): scalar is ScalarValue => scalar.kind === 'scalar' && scalar.span.start === span.start);
}

const longestQuote = 40;

function shorten(text: string): string {
	const line = text.replace(/\s+/gu, ' ');
	return line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()}…` : line;
}
