import { isStoryType } from '../story/fieldCheck.ts';
import type { FieldValue, StoryField } from '../story/fields.ts';
import { type FrontMatter, readFrontMatter } from '../story/frontMatter.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import { isTaggedByFrontMatter } from '../story/stories.ts';
import { applyEdits } from '../text/edit.ts';
import { lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { Definitions } from './definitions.ts';
import { refuse, type RefusedEdit } from './editResult.ts';
import { removeFrontMatterField, setFrontMatterField, type SettableValue } from './frontMatterSet.ts';
import { lineRemoval } from './storyLine.ts';
import { inSteps } from './verifiedEdit.ts';

/**
 * A bank cut into files.
 *
 * The text below the front matter is cut, at the starts of lines, into one part per story and what stands between them:
 * an introduction, headings that group stories, what follows the last one. The sources of all parts in order are that
 * text, byte for byte. The file of a story is the bank's front matter as it stands, with the values of the story set in
 * it, and below it the story's part unchanged but for one thing: the lines of tags and details that have moved into the
 * front matter, as they would otherwise overrule it ever after. Definitions of links and footnotes that the story
 * refers to and that stand elsewhere are repeated at its end. A bank without tags becomes candidates, in front matter
 * only where they need it for their title, or to be taken for stories without the others. Headings keep their level; a
 * story whose heading is no H1 gets a `title`. What stands between the stories stays in the bank. Where none of them
 * stays, its front matter loses the fields that would make a story of it, and the whole block if it holds no others.
 */
export interface SplitBank {
	readonly parts: readonly BankPart[];
	/** The bank without its stories. */
	readonly remainder: string;
	/** Whether nothing but white space would be left of the bank below its front matter. */
	readonly isRemainderBlank: boolean;
}

export type BankPart = StoryPart | { readonly form: 'between'; readonly source: string };

export interface StoryPart {
	readonly form: 'story';
	readonly title: string;
	/** The story's stretch of the bank, unchanged. */
	readonly source: string;
	/** The whole text of its new file. */
	readonly text: string;
	/** What of `source` is in the front matter now, as offsets into `source`. */
	readonly moved: readonly Span[];
	/** The definitions that stand elsewhere in the bank, as they are repeated at the end. */
	readonly carried: string;
}

/**
 * Splits a bank into one file per story.
 *
 * @param document a bank as parsed
 * @param kept indices of the stories that stay where they are
 */
export function splitBank(document: Document, kept: readonly number[] = []): SplitBank | RefusedEdit {
	const { text, stories } = document;
	const head = headOf(document);
	if ('refusal' in head) return head;
	const inTable = stories.find(({ isInTable }, index) => isInTable && !kept.includes(index));
	if (inTable) {
		const message = `“${inTable.title}” stands in a table: convert the table to stories first.`;
		return refuse('shape', message, inTable.anchor);
	}
	const parts: BankPart[] = [];
	const definitions = new Definitions(document);
	const between: Span[] = [];
	let at = head.bodyStart;
	const addBetween = (end: number) => {
		if (end <= at) return;
		parts.push({ form: 'between', source: text.slice(at, end) });
		between.push({ start: at, end });
	};
	for (const [index, story] of stories.entries()) {
		if (kept.includes(index)) continue;
		const start = lineStart(text, story.span.start);
		const end = story.span.end === text.length ? text.length : lineStart(text, story.span.end);
		addBetween(start);
		const part = storyPart(document, story, { start, end }, head, definitions);
		if ('refusal' in part) return part;
		parts.push(part);
		at = end;
	}
	addBetween(text.length);
	const left = parts.map((part) => (part.form === 'between' ? part.source : '')).join('');
	const remainingHead = kept.length > 0 ? text.slice(0, head.bodyStart) : headOfRemainder(document, head);
	const carried = definitions.missingIn(between, left);
	return { parts, remainder: remainingHead + left + carried, isRemainderBlank: left.trim() === '' };
}

/** What every new file begins with: the bank's byte order mark and front matter, or an empty block. */
interface Head {
	readonly text: string;
	readonly frontMatter: FrontMatter;
	/** Where in the bank the text below begins. */
	readonly bodyStart: number;
}

function headOf({ text, frontMatter }: Document): Head | RefusedEdit {
	if (frontMatter && !frontMatter.intact) {
		const message = 'The front matter of this bank can’t be read: mend it before the bank is split.';
		return refuse(frontMatter.format === 'toml' ? 'toml' : 'unreadable', message, frontMatter.span);
	}
	if (frontMatter) {
		const bodyStart = nextLineStart(text, frontMatter.span.end);
		return { text: text.slice(0, bodyStart), frontMatter, bodyStart };
	}
	const bodyStart = /^\uFEFF*/u.exec(text)?.[0].length ?? 0;
	const eol = lineEndingOf(text);
	const block = `${text.slice(0, bodyStart)}---${eol}---`;
	const empty = readFrontMatter(block);
	if (!empty)
		return refuse('shape', 'This bank can’t be given front matter: add a block between `---` lines.', {
			start: bodyStart,
			end: bodyStart,
		});
	return { text: block + eol + eol, frontMatter: empty, bodyStart };
}

function storyPart(
	document: Document,
	story: ParsedStory,
	{ start, end }: Span,
	head: Head,
	definitions: Definitions,
): StoryPart | RefusedEdit {
	const { text, frontMatter, kind } = document;
	const { lines } = story;
	// Of two lines for one field the first counts and both are the author's words: they stay.
	const moving = lines.filter(
		(line) =>
			isSaid(line.value) &&
			lines.filter(({ field }) => field === line.field).length === 1 &&
			saysNoMore(line, text),
	);
	const values = moving.map(({ field, value }): Setting => [field.name, contentToSet(value)]);
	if (story.tagSource ? isUnreadAlone(document, story, moving) : kind !== 'candidate' || story.isToldBeside)
		values.unshift(['competencies', []]);
	// Without a title the first heading of level 1 is one.
	const hasTitle = frontMatter?.entries.some(({ key }) => key.value === 'title') ?? false;
	if (story.titleSpan && (hasTitle || story.level > 1)) values.push(['title', story.title]);
	const steps = values.map(
		([name, value]) =>
			(now: string, at: FrontMatter) =>
				setFrontMatterField(now, at, name, value),
	);
	const result = inSteps(head.text, head.frontMatter, steps);
	if (result.refusal) return result;
	const source = text.slice(start, end);
	const removals = moving
		.flatMap((line) => lineRemoval(text, line))
		.map(({ span }) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
	const body = applyEdits(
		source,
		removals.map((span) => ({ span, newText: '' })),
	);
	const needsHead = frontMatter !== undefined || values.length > 0;
	const ownHead = needsHead ? applyEdits(head.text, result.edits) : text.slice(0, head.bodyStart);
	const carried = definitions.missingIn([{ start, end }], body);
	return { form: 'story', title: story.title, source, text: ownHead + body + carried, moved: removals, carried };
}

/** Whether a story would be none by itself: a line of tags makes one only of sections. */
function isUnreadAlone(document: Document, { sections }: ParsedStory, moving: readonly StoryField[]): boolean {
	return (
		sections.length === 0 &&
		moving.every(({ field }) => field.name !== 'competencies') &&
		!isTaggedByFrontMatter(document)
	);
}

/** Whether a line has no words beside its value, such as the tags of another tool or the target of a link. */
function saysNoMore(line: StoryField, text: string): boolean {
	const values = contentToSet(line.value);
	const said = [line.key.value, ...(Array.isArray(values) ? values : [String(values)])].join(' ');
	const written = lineRemoval(text, line).map(({ span }) => text.slice(span.start, span.end));
	const known = new Set(said.match(word));
	return (written.join(' ').match(word) ?? []).every((each) => known.has(each));
}

const word = /[\p{L}\p{N}]+/gu;

type Setting = readonly [name: string, value: SettableValue];

function isSaid(value: FieldValue): boolean {
	return value.kind === 'list' || (value.kind === 'scalar' && value.text !== '');
}

function contentToSet(value: FieldValue): SettableValue {
	if (value.kind === 'list') return value.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
	return value.kind === 'scalar' ? value.text : '';
}

/** The bank's front matter without what makes stories of what is below it; nothing where nothing else is in it. */
function headOfRemainder({ text, frontMatter }: Document, head: Head): string {
	if (!frontMatter) return text.slice(0, head.bodyStart);
	const marksStories = frontMatter.entries.some(({ key, value }) => key.value === 'type' && isStoryType(value));
	const names = ['competencies', ...(marksStories ? ['type'] : [])];
	const steps = names.map((name) => (now: string, at: FrontMatter) => removeFrontMatterField(now, at, name));
	const { edits } = inSteps(head.text, frontMatter, steps);
	const left = applyEdits(head.text, edits);
	const fenceEnd = left.length - (head.text.length - frontMatter.content.end);
	return left.slice(frontMatter.content.start, fenceEnd).trim() === '' ? text.slice(0, frontMatter.span.start) : left;
}
