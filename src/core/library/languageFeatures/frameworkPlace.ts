import { type FrameworkField, frameworkFile, type Shape } from '../../framework/file/format.ts';
import { lineEnd, lineStart, nextLineStart } from '../../text/lines.ts';
import { type Span, trimSpan, widenTo } from '../../text/span.ts';

/** What a caret in a framework file can write. Found by indentation, so that it also works while the YAML is broken. */
export type FrameworkPlace =
	| {
			readonly kind: 'key';
			readonly container: Shape;
			readonly span: Span;
			readonly hasColon: boolean;
			readonly present: readonly string[];
	  }
	| { readonly kind: 'value'; readonly field: FrameworkField; readonly span: Span; readonly needsSpace: boolean };

interface Line {
	readonly start: number;
	/** Column of what follows the indentation and the dashes. */
	readonly column: number;
	readonly dashed: boolean;
	readonly key: string | undefined;
	/** Offset of what follows the colon; of the content where there is no key. */
	readonly valueFrom: number;
	readonly blank: boolean;
}

/**
 * Finds out what belongs at a caret of a framework file.
 *
 * @param text the whole file, complete or not
 */
export function frameworkPlaceAt(text: string, offset: number): FrameworkPlace | undefined {
	const line = readLine(text, lineStart(text, offset));
	if (/(?:^|\s)#/u.test(text.slice(line.start, offset))) return undefined;
	const contentFrom = line.start + line.column;
	if (line.key !== undefined && offset >= line.valueFrom)
		return valuePlace(text, offset, line.valueFrom, fieldOf(text, line));
	const container = shapeAt(pathTo(text, line));
	if (container?.kind === 'record' || container?.kind === 'named') {
		const written = /^[\w-]*/u.exec(text.slice(contentFrom, lineEnd(text, contentFrom)))?.[0] ?? '';
		if (offset < contentFrom && written !== '') return undefined;
		const start = Math.min(contentFrom, offset);
		const span = { start: written === '' ? offset : start, end: Math.max(contentFrom + written.length, offset) };
		if (offset > contentFrom + written.length) return undefined;
		return { kind: 'key', container, span, hasColon: line.key !== undefined, present: siblings(text, line) };
	}
	const owner = pathTo(text, line).at(-1);
	const field = owner === undefined ? undefined : fieldAt(pathTo(text, line));
	return field && line.dashed ? valuePlace(text, offset, contentFrom, field) : undefined;
}

/** The field whose key stands at an offset, for a hover. */
export function frameworkFieldAt(
	text: string,
	offset: number,
): { readonly field: FrameworkField; readonly span: Span } | undefined {
	const line = readLine(text, lineStart(text, offset));
	const start = line.start + line.column;
	if (line.key === undefined || offset < start || offset > start + line.key.length) return undefined;
	const field = fieldOf(text, line);
	return field && { field, span: { start, end: start + line.key.length } };
}

function valuePlace(
	text: string,
	offset: number,
	from: number,
	field: FrameworkField | undefined,
): FrameworkPlace | undefined {
	if (!field) return undefined;
	const before = text.slice(from, offset);
	const isFlow = before.trimStart().startsWith('[');
	if (isFlow && before.includes(']')) return undefined;
	// Before the bracket of a list, which is no place for a value.
	if (!isFlow && before.trim() === '' && /^[ \t]*[[{]/u.test(text.slice(offset, lineEnd(text, offset))))
		return undefined;
	const start = from + Math.max(before.lastIndexOf('['), before.lastIndexOf(',')) + 1;
	const rest = /[,\]#]/u.exec(text.slice(offset, lineEnd(text, offset)));
	const end = rest ? offset + rest.index : lineEnd(text, offset);
	const trimmed = trimSpan(text, { start, end });
	const empty = trimmed.start >= trimmed.end;
	const span = empty ? { start: offset, end: offset } : widenTo(trimmed, offset);
	return {
		kind: 'value',
		field,
		span,
		needsSpace: !isFlow && span.start === offset && /[:-]/u.test(text.charAt(offset - 1)),
	};
}

function readLine(text: string, start: number): Line {
	const content = text.slice(start, lineEnd(text, start));
	const lead = /^[ \t\uFEFF]*((?:-(?:[ \t]+|$))*)/u.exec(content);
	const column = lead?.[0].length ?? 0;
	const key = /^(["']?)([\w-]+)\1[ \t]*:(?=[ \t]|$)/u.exec(content.slice(column));
	return {
		start,
		column,
		dashed: (lead?.[1] ?? '') !== '',
		key: key?.[2],
		valueFrom: start + column + (key?.[0].length ?? 0),
		blank: content.trim() === '' || content.trimStart().startsWith('#'),
	};
}

/** The keys above a line that it belongs to, the outermost first. */
function pathTo(text: string, line: Line): readonly string[] {
	const path: string[] = [];
	let column = line.dashed ? line.column - 1 : line.column;
	for (let above = previousLine(text, line.start); above && column > 0; above = previousLine(text, above.start)) {
		if (above.blank || above.key === undefined || above.column >= column) continue;
		path.unshift(above.key);
		column = above.dashed ? above.column - 1 : above.column;
	}
	return path;
}

function previousLine(text: string, start: number): Line | undefined {
	return start === 0
		? undefined
		: readLine(text, lineStart(text, start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1)));
}

function fieldOf(text: string, line: Line): FrameworkField | undefined {
	return line.key === undefined ? undefined : fieldAt([...pathTo(text, line), line.key]);
}

function shapeAt(path: readonly string[]): Shape | undefined {
	return path.length === 0 ? frameworkFile : unwrapped(fieldAt(path)?.shape);
}

function fieldAt(path: readonly string[]): FrameworkField | undefined {
	let shape: Shape | undefined = frameworkFile;
	let field: FrameworkField | undefined;
	for (const key of path) {
		if (shape?.kind !== 'record') return undefined;
		field = shape.fields.find(({ name }) => name === key);
		shape = unwrapped(field?.shape);
	}
	return field;
}

function unwrapped(shape: Shape | undefined): Shape | undefined {
	return shape?.kind === 'list' ? shape.of : shape;
}

/** The keys of the mapping that a line stands in, but for its own. */
function siblings(text: string, line: Line): readonly string[] {
	const keys: string[] = [];
	const collect = (each: Line): boolean => {
		if (each.blank || each.column > line.column) return true;
		if (each.column < line.column) return false;
		if (each.key !== undefined) keys.push(each.key);
		return !each.dashed;
	};
	if (!line.dashed) {
		for (
			let above = previousLine(text, line.start);
			above && collect(above);
			above = previousLine(text, above.start)
		);
	}
	for (let next = nextLineStart(text, line.start); next > line.start && next < text.length;) {
		const below = readLine(text, next);
		if (below.dashed && below.column <= line.column) break;
		if (!collect(below)) break;
		const following = nextLineStart(text, next);
		if (following === next) break;
		next = following;
	}
	return keys;
}
