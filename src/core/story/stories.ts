import { knownPrompts, titlePrompt } from '../framework/prompts.ts';
import { lineEnd } from '../text/lines.ts';
import type { Located, Span } from '../text/span.ts';
import { competencyInLabel } from './angles.ts';
import { candidatesAmong, explainsMethod } from './candidate.ts';
import { checkField, detailsFrom, isStoryType } from './fieldCheck.ts';
import { type Field, fieldNamed, type StoryField } from './fields.ts';
import { withoutExplained } from './explainedMarkers.ts';
import type { FrontMatter } from './frontMatter.ts';
import { mentionsStoryFields } from './frontMatterSlip.ts';
import type { LabelMarker, Marker } from './markers.ts';
import type { MergeConflict } from './mergeConflicts.ts';
import {
	type DocumentContext,
	type DocumentKind,
	type ParsedStory,
	type Section,
	type Tag,
	taggedCompetencies,
	type TagSource,
} from './model.ts';
import { countPrompts } from './openPrompts.ts';
import type { ContentIndex } from './pieces.ts';
import { storyScopes } from './fencedScopes.ts';
import type { Scope } from './scopes.ts';
import { findSections, findSides } from './sections.ts';
import { isCompetencyLabel, splitTags } from './storyLines.ts';

/** What a document is, with its stories. */
export interface DocumentStories {
	readonly kind: DocumentKind;
	/** Of stories and banks every story; of a candidate those that look like stories; else none. */
	readonly stories: readonly ParsedStory[];
}

/** What of a document its stories are read from. */
interface StorySource {
	readonly text: string;
	readonly frontMatter: FrontMatter | undefined;
	readonly markers: readonly Marker[];
	/** What a merge left in it; no section is read there. */
	readonly conflicts: readonly MergeConflict[];
	/** The document after its front matter. */
	readonly whole: Span;
}

/** The longest name of a competency in the built-in frameworks has 52 characters and 8 words. */
const maxTagLength = 60;
const maxTagWords = 8;

/**
 * Reads the stories of a document: front matter and markers → scopes → stories with their sections.
 *
 * @param content where the document has text
 */
export function readStories(document: StorySource, content: ContentIndex, context: DocumentContext): DocumentStories {
	const { text, frontMatter, markers, whole } = document;
	const prompts = context.lookups.derive(knownPrompts);
	// Where front matter slipped, Markdown takes its lines for headings.
	const below = withoutExplained(
		markers.filter(({ span }) => span.start >= whole.start),
		text,
		prompts,
	);
	const found = storyScopes(below, whole, text);
	const told = found.map((scope) => ({
		scope,
		sections: findSections(scope.within ?? scope, text, content, prompts),
		sides: [scope.within, scope].flatMap((each) => (each ? findSides(each, text, content) : [])),
	}));
	const kept = told.filter(({ scope, sections }) => told.length === 1 || !explainsMethod(scope, sections, text));
	const scopes = kept.map(({ scope }) => scope);
	const shared = sharedFields(frontMatter);
	const stories = kept.map(({ scope, sections, sides }) => ({
		...readStory(scope, sections, shared, text, context, scopes.length > 1),
		sides,
	}));
	if (isTagged(document, stories)) return { kind: scopes.length > 1 ? 'bank' : 'story', stories };
	// Tags that nobody can read don't count, and yet show what was meant.
	const candidates = isMeantForStory(document) ? stories : candidatesAmong(stories, scopes, text);
	return { kind: candidates.length > 0 ? 'candidate' : 'other', stories: candidates };
}

function sharedFields(frontMatter: FrontMatter | undefined): readonly StoryField[] {
	return (frontMatter?.entries ?? []).flatMap(({ key, value }) => {
		const field = fieldNamed(key.value);
		return field ? [{ field, key, value }] : [];
	});
}

/** Whether front matter marks the document as one to be validated, or was meant to and can't be read. */
export function isTaggedByFrontMatter(document: Pick<StorySource, 'text' | 'frontMatter'>): boolean {
	return holdsStoryFields(document) && document.frontMatter?.isNone !== true;
}

/** Whether what was meant for front matter, and is none, has the fields of a story. */
export function isMeantForStory(document: Pick<StorySource, 'text' | 'frontMatter'>): boolean {
	return document.frontMatter?.isNone === true && holdsStoryFields(document);
}

function holdsStoryFields({ text, frontMatter }: Pick<StorySource, 'text' | 'frontMatter'>): boolean {
	if (frontMatter && !frontMatter.intact && mentionsStoryFields(text, frontMatter.content)) return true;
	return (frontMatter?.entries ?? []).some(
		({ key, value }) =>
			fieldNamed(key.value)?.name === 'competencies' || (key.value === 'type' && isStoryType(value)),
	);
}

function isTagged(document: StorySource, stories: readonly ParsedStory[]): boolean {
	// In a bank an entry may have tags before it has sections, and a merge may have left each section twice.
	return (
		isTaggedByFrontMatter(document) ||
		stories.some(
			({ tagSource, sections }) =>
				tagSource && (stories.length > 1 || sections.length > 0 || document.conflicts.length > 0),
		)
	);
}

function readStory(
	scope: Scope,
	sections: readonly Section[],
	shared: readonly StoryField[],
	text: string,
	context: DocumentContext,
	inBank: boolean,
): Omit<ParsedStory, 'sides'> {
	const { heading, span, titleLine } = scope;
	const lines = scope.lines.flatMap((line) => readLine(line, text, context));
	const own = new Set(lines.map(({ field }) => field));
	const ofGroup = (scope.sharedLines ?? []).flatMap((line) => readLine(line, text, context));
	const inherited = [...ofGroup, ...shared.filter(({ field }) => ofGroup.every((other) => other.field !== field))];
	const fields = [...inherited.filter(({ field }) => !own.has(field)), ...lines];
	const tagField = fields.find(({ field }) => field.name === 'competencies');
	const tagSource: TagSource | undefined = tagField && {
		form: own.has(tagField.field) || ofGroup.includes(tagField) ? 'line' : 'frontMatter',
		key: tagField.key.span,
		value: tagField.value,
	};
	const tags = tagField ? checkField(tagField.field, tagField.value).values.map((tag) => toTag(tag, context)) : [];
	const titleField = inBank ? undefined : fields.find(({ field }) => field.name === 'title');
	const titled = titleField && checkField(titleField.field, titleField.value).values[0];
	const title =
		titled ??
		scope.title ??
		(titleLine && { value: titleLine.label.text, span: titleLine.label.name }) ??
		(heading && heading.text !== '' ? { value: heading.text, span: heading.name } : undefined);
	// Further answers to a question share its title.
	const ownTitle = scope.title && scope.title.span.start >= span.start ? scope.title.span : undefined;
	const anchor =
		heading?.name ??
		ownTitle ??
		titleLine?.label.name ??
		sections[0]?.name ??
		titled?.span ??
		tagField?.key.span ??
		firstWords(text, span);
	const prompts = countPrompts(text, sections, taggedCompetencies(tags, context.lookups.competencies));
	return {
		title: title && title.value !== titlePrompt ? title.value : titleFromFileName(context.fileName),
		...(title && { titleSpan: title.span }),
		span,
		anchor,
		level: heading?.depth ?? titleLine?.level ?? scope.level ?? 1,
		tags,
		sections,
		...(prompts && { prompts }),
		details: detailsFrom(fields, context.lookups.competencies),
		tagSource,
		fields,
		lines,
		...(heading?.span.start === span.start && { heading: heading.span }),
		...(titleLine && { heading: titleLine.label.span }),
		...(scope.sections.some(({ form }) => form === 'cell') &&
			scope.sharedLines &&
			!scope.within && { isInTable: true }),
	};
}

function readLine(line: LabelMarker, text: string, { lookups: { competencies } }: DocumentContext): StoryField[] {
	const { field } = line;
	if (!field) return [];
	const key = { value: line.text, span: line.name };
	const place = line.style === 'cell' && ({ isCell: true } as const);
	if (field.type === 'angles') return [angleLine(field, line, text)];
	if (field.name !== 'competencies') {
		const value = text.slice(line.value.start, line.value.end).replace(/\\$/u, '').trimEnd();
		const span = { start: line.value.start, end: line.value.start + value.length };
		return [{ field, key, value: { kind: 'scalar', type: 'string', text: value, span }, ...place }];
	}
	const written = splitTags(text, line.value, competencies);
	const known = written.filter((tag) => competencies.find(tag.value));
	const isOutright = isCompetencyLabel(line.text) && line.style !== 'plain';
	// Behind `Tags` the rest is another tool's; behind `Competency` stands prose where nothing is known and it is long.
	if (known.length === 0 && !(isOutright && written.every(({ value }) => isShort(value)) && !isSentence(line, text)))
		return [];
	const tags = isOutright ? written : known;
	const items = tags.map((tag) => ({ kind: 'scalar', type: 'string', text: tag.value, span: tag.span }) as const);
	return [{ field, key, value: { kind: 'list', items, span: line.value }, ...place }];
}

/** A line such as `**Angle (Mentorship):** Lead with the pager.` as one of the sentences that `angles` holds. */
function angleLine(field: Field, { text: label, name, value, words, style }: LabelMarker, text: string): StoryField {
	const scalar = (content: string, span: Span) => ({ kind: 'scalar', type: 'string', text: content, span }) as const;
	const inLabel = competencyInLabel(label) ?? { start: 0, end: 0 };
	const of = { start: name.start + inLabel.start, end: name.start + inLabel.end };
	const sentence = text.slice(value.start, value.end).replace(/\\$/u, '').trimEnd();
	const span = { start: value.start, end: value.start + sentence.length };
	const key = scalar(text.slice(of.start, of.end), of);
	const mapping = { kind: 'mapping', entries: [{ key, value: scalar(words ?? sentence, span) }], span } as const;
	return {
		field,
		key: { value: label, span: name },
		value: mapping,
		...(style === 'cell' && { isCell: true }),
	};
}

/** Fewer words that end in a full stop are a name with one. */
const minSentenceWords = 4;

/** Whether what stands behind a label is a sentence, such as `Took initiative; eliminated toil.` */
function isSentence({ value }: LabelMarker, text: string): boolean {
	const words = text.slice(value.start, value.end).trim();
	return /[.!?。！？]["”'’)]?$/u.test(words) && words.split(/\s+/u).length >= minSentenceWords;
}

/** Whether words could be the name of a competency that no active framework knows. */
function isShort(words: string): boolean {
	return words.length <= maxTagLength && words.split(/\s+/u).length <= maxTagWords;
}

function toTag({ value, span }: Located<string>, { lookups }: DocumentContext): Tag {
	const competency = lookups.competencies.find(value)?.id;
	return { text: value, span, ...(competency !== undefined && { competency }) };
}

function titleFromFileName(fileName: string): string {
	return fileName.replace(/\.(?:md|markdown)$/iu, '');
}

function firstWords(text: string, { start }: Span): Span {
	const from = start + (/^\s*/u.exec(text.slice(start, start + 200))?.[0].length ?? 0);
	return { start: from, end: Math.max(from, lineEnd(text, from)) };
}
