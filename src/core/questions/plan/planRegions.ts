import { insertion } from '../../edit/editResult.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineEndingOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** A part of a plan that is written anew when the plan is, unless somebody has changed it. */
export interface PlanPart {
	/** Stable name: words of a–z and 0–9, joined by hyphens. */
	readonly id: string;
	/** Its Markdown, with `\n` at the ends of its lines but the last. */
	readonly text: string;
}

/** A part as it stands in a document. */
export interface PlanRegion {
	readonly id: string;
	/** From the beginning of the opening mark to the end of the closing one. */
	readonly span: Span;
	/** Its Markdown, with the end of its last line. */
	readonly body: Span;
	/** Its name in the opening mark, then in the closing one. */
	readonly ids: readonly Span[];
	/** The digest in the opening mark. */
	readonly digest: Span;
	/** Whether it is still what was written. */
	readonly isAsWritten: boolean;
}

/** The part between its marks: comments that no reader of the document sees. */
export function partWithMarks({ id, text }: PlanPart): string {
	return `<!-- star-stories-plan ${id} ${digest(text)} -->\n${text}\n<!-- /star-stories-plan ${id} -->`;
}

const marked =
	/^<!-- star-stories-plan ([a-z0-9-]+) ([0-9a-f]{8}) -->[ \t]*\r?\n([\s\S]*?)^<!-- \/star-stories-plan \1 -->/gmu;

/** The parts of a document, in order; of two with one name the first counts. */
export function planRegions(text: string): readonly PlanRegion[] {
	const regions = new Map<string, PlanRegion>();
	for (const match of text.matchAll(marked)) {
		const [whole, id = '', written = '', body = ''] = match;
		if (regions.has(id)) continue;
		const span = { start: match.index, end: match.index + whole.length };
		const bodyEnd = span.end - `<!-- /star-stories-plan ${id} -->`.length;
		const idStart = span.start + '<!-- star-stories-plan '.length;
		const digestStart = idStart + id.length + 1;
		const closingEnd = span.end - ' -->'.length;
		regions.set(id, {
			id,
			span,
			body: { start: bodyEnd - body.length, end: bodyEnd },
			ids: [
				{ start: idStart, end: idStart + id.length },
				{ start: closingEnd - id.length, end: closingEnd },
			],
			digest: { start: digestStart, end: digestStart + written.length },
			isAsWritten: digestOf(body) === written,
		});
	}
	return [...regions.values()];
}

/** The digest of a part, whatever ends its lines. */
export function digestOf(body: string): string {
	return digest(body.replaceAll('\r\n', '\n').replace(/\n$/u, ''));
}

/** The parts that a document was offered, as a comment at its end: one that the author has taken out does not come back. */
export function partsOffered(ids: readonly string[]): string {
	return `<!-- star-stories-plan-parts ${ids.join(' ')} -->`;
}

const offered = /^<!-- star-stories-plan-parts ([a-z0-9 -]*?) ?-->/mu;

/**
 * Brings a plan up to date. A part that was edited by hand stays as it is, and so does everything between the parts;
 * one that nobody edited and that the plan no longer has goes. New parts come after the last one.
 *
 * @param parts as they are to be now
 */
export function updatePlan(text: string, parts: readonly PlanPart[]): readonly TextEdit[] {
	const ending = lineEndingOf(text);
	const regions = planRegions(text);
	const byId = new Map(parts.map((part) => [part.id, part]));
	const edits = regions.flatMap(({ id, span, isAsWritten }): TextEdit[] => {
		const part = byId.get(id);
		if (!isAsWritten) return [];
		if (!part) return [{ span: withGapBefore(text, span), newText: '' }];
		const newText = partWithMarks(part).replaceAll('\n', ending);
		return text.slice(span.start, span.end) === newText ? [] : [{ span, newText }];
	});
	const list = offered.exec(text);
	const last = regions.at(-1);
	if (!list || !last) return edits;
	const known = new Set([...(list[1] ?? '').split(' '), ...regions.map(({ id }) => id)]);
	const added = parts.filter(({ id }) => !known.has(id));
	if (added.length > 0) {
		edits.push(
			insertion(
				last.span.end,
				added
					.map((part) => `\n\n${partWithMarks(part)}`)
					.join('')
					.replaceAll('\n', ending),
			),
		);
		const span = { start: list.index, end: list.index + list[0].length };
		edits.push({ span, newText: partsOffered([...known].filter(Boolean).concat(added.map(({ id }) => id))) });
	}
	return edits;
}

/** The span with the empty lines before it. */
function withGapBefore(text: string, { start, end }: Span): Span {
	let from = start;
	while (from > 0 && /\s/u.test(text.charAt(from - 1))) from--;
	return { start: from, end };
}

/**
 * FNV-1a of 32 bits over UTF-16 code units, as eight hexadecimal digits: enough to tell an edit, and not meant for
 * more.
 */
function digest(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}
