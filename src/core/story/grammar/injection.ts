import { storyScopes } from '../storyScope.ts';
import { blockMarks, sectionRules } from './sectionPatterns.ts';

/** Where the grammar is, from the extension's folder. */
export const grammarPath = 'syntaxes/star-stories.injection.tmLanguage.json';

const opening = String.raw`(?<=^${blockMarks}(?:\*\*|__))`;
const separator = String.raw`(?:[ \t]?[:：](?:\*\*|__)|(?:\*\*|__)[ \t]{0,2}[:：]|(?:\*\*|__)[ \t]{1,2}[-–—])`;
const separatorAhead = String.raw`(?=(?:[ \t]?[:：](?:\*\*|__)|(?:\*\*|__)[ \t]{0,2}[:：]|(?:\*\*|__)[ \t]{1,2}[-–—](?!\S)))`;

/** Where the value of a story's line begins, behind the label and its separator. */
function behindLabel(label: string): string {
	return String.raw`(?<=[:：*_–—-])(?<=^${blockMarks}(?:\*\*|__)(?i:${label})${separator})[ \t]{1,4}`;
}

function valueRule(label: string, value: string) {
	return {
		match: String.raw`${behindLabel(label)}(${value})(?=[ \t]*$)`,
		captures: { '1': { name: `meta.story.star-stories.${label}` } },
	};
}

/** What may be asked for between brackets. */
const askedFor =
	'name|team|company|project|product|service|system|tool|technology|customer|client|colleague|mentee|manager|' +
	'role|title|metrics?|number|amount|figure|percentage|percent|result|outcome|date|year|month|duration|time|xx';

const scopePattern = storyScopes.join('|');

const placeholderScope = 'meta.story.star-stories.placeholder';

/** The grammar that marks sections, lines of stories and placeholders in Markdown, as TextMate reads it. */
export function injectionGrammar(): object {
	const { heading, label } = sectionRules();
	const included = [
		'section-heading',
		'section-label',
		'field-label',
		'tags-value',
		'strength-value',
		'status-value',
		'scope-value',
		'date-value',
		'placeholder',
	];
	return {
		$schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
		name: 'STAR Stories in Markdown',
		scopeName: 'markdown.star-stories.injection',
		comment:
			'Written by the build from src/core/story/grammar. All scopes begin with `meta.`, which themes leave uncoloured: a ' +
			'grammar cannot know whether a file holds stories. What is coloured in those is said by ' +
			'src/vscode/features/language/storyColours.ts. ' +
			"Adds scopes to Markdown's own and replaces none of its rules. " +
			'Only paragraphs, headings and tables are entered, so HTML blocks, code and front matter stay out of reach. ' +
			'What counts is what src/core/story and src/core/rules/placeholder.ts find. ' +
			String.raw`The rules with long look-behinds start with something cheap (\G or a short look-behind), and every ` +
			'repetition is bounded, so the scan of a line stays linear.',
		injectionSelector:
			'L:text.html.markdown (meta.paragraph.markdown | entity.name.section.markdown | markup.table.markdown) - (text.html.markdown.prompt | markup.raw | markup.inline.raw | markup.fenced_code | markup.math | meta.embedded | meta.link | meta.tag | comment)',
		patterns: included.map((name) => ({ include: `#${name}` })),
		repository: {
			'section-heading': heading,
			'section-label': label,
			'field-label': fieldLabel(),
			'tags-value': tagsValue(),
			'strength-value': valueRule('strength', '[1-5]'),
			'status-value': valueRule('status', 'draft|ready|retired'),
			'scope-value': valueRule('scope', scopePattern),
			'date-value': valueRule('date', String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`),
			placeholder: { patterns: placeholders() },
		},
	};
}

function fieldLabel() {
	const fields = ['tags', 'strength', 'status', 'date', 'scope'];
	// Elsewhere the word begins a line of prose.
	const scope = String.raw`(scope)(?=${separator}[ \t]{1,4}(?:${scopePattern})[ \t]*$)`;
	return {
		comment: 'The lines under a heading of a story bank.',
		match: String.raw`(?i)\G${opening}(?:(competenc(?:y|ies)|tags)|(strength)|(status)|(date)|${scope})${separatorAhead}`,
		captures: Object.fromEntries(
			fields.map((name, index) => [index + 1, { name: `meta.field.star-stories.${name}` }]),
		),
	};
}

function tagsValue() {
	return {
		comment:
			'The space after the label is consumed, because a rule that begins without advancing would begin again within ' +
			"itself. Markdown's inline rules run inside, so that code or a link in a value stays what it is.",
		begin: String.raw`${behindLabel('competenc(?:y|ies)|tags')}(?=\S)`,
		end: '$',
		patterns: [
			{ match: '[,;]', name: 'meta.story.star-stories.separator' },
			{
				begin: String.raw`(?=[^\s,;])`,
				end: String.raw`(?=[ \t]{0,4}(?:[,;]|$))`,
				name: 'meta.story.star-stories.tag',
				patterns: [{ include: 'text.html.markdown#inline' }, { include: 'text.html.derivative' }],
			},
		],
	};
}

function placeholders() {
	return [
		{
			comment:
				"Not in an identifier, a path, a file name or an issue key; nor at a heading's start, where it titles a to-do list.",
			match: String.raw`(?<![\p{L}\p{N}/.#@-])(?<![\p{L}\p{N}]_)(?<!^[ \t]{0,3}#{1,6}[ \t]{1,3})(?:TODO|TBD|TBC|FIXME)(?![/-]|[._]?[\p{L}\p{N}]|[ ](?:comment|item|list|app|marker|note)s?\b)`,
			name: placeholderScope,
		},
		{
			comment: 'A figure still to be filled in.',
			match: String.raw`(?<![\p{L}\p{N}])(?:(?:X{1,3}|x{2,3}|N{1,2})[ ]?%|[$€£]X{1,3}(?![\p{L}\p{N}]))`,
			name: placeholderScope,
		},
		{
			comment:
				'Words in angle brackets that ask for something, unless they are an HTML element or closed further on.',
			match: String.raw`(?i)(?<![\p{L}\p{N}\\])<(?!(?:title|time|data)>)((?:(?:your|insert|add|fill[ _-]in|describe)(?:[ _-][\p{L}\p{N} _'’-]{1,60})?|(?:\p{L}{1,30}[ _-]){0,3}(?:${askedFor})s?))>(?!.*</\1>)`,
			name: placeholderScope,
		},
		{
			comment:
				'Several words in square brackets of which the first or the last asks for something: Markdown sees no link in them unless a target follows.',
			match: String.raw`(?i)(?<![\p{L}\p{N}\\!\]])(?<![\p{L}\p{N}]_)\[(?:(?:your|insert|add|fill[ ]in|describe)\b[\p{L}\p{N} '’-]{1,60}|(?:[\p{L}-]{1,30}[ ]){1,3}(?:${askedFor})s?)\](?![(\[:]|[ ]\[\])`,
			name: placeholderScope,
		},
		{
			comment:
				'One such word. Markdown sees a reference link in it, although there may be no definition, so its scopes stay.',
			match: String.raw`(?i)(?<![\p{L}\p{N}\\!\]])(?<![\p{L}\p{N}]_)(\[)((?:${askedFor})s?|your|insert|add|describe)(\])(?![(\[:]|[ ]\[\])`,
			name: 'meta.link.reference.markdown',
			captures: {
				'1': { name: 'punctuation.definition.link.title.begin.markdown' },
				'2': { name: `string.other.link.title.markdown ${placeholderScope}` },
				'3': { name: 'punctuation.definition.link.title.end.markdown' },
			},
		},
	];
}
