import {
	type CST,
	isAlias,
	isCollection,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	type Scalar,
	visit,
	type YAMLMap,
	type YAMLSeq,
} from 'yaml';
import { type Span, trimSpan } from '../span.ts';
import { bracketsOf, commaAfter, startOf } from './sourceTokens.ts';
import {
	emptyScalar,
	type YamlAlias,
	type YamlEntry,
	type YamlList,
	type YamlMapping,
	type YamlPart,
	type YamlScalar,
	type YamlValue,
} from './yamlValue.ts';

/** Makes values of the nodes of one YAML document, in their order: an alias is resolved by what stands above it. */
export class ValueReader {
	readonly #text: string;
	readonly #content: Span;
	/** What the anchors above stand for; a list or mapping has no value yet while its own parts are read. */
	readonly #anchors = new Map<string, { readonly node: Node; value?: YamlValue }>();

	/**
	 * @param text the whole text
	 * @param content the block in it that was parsed
	 */
	constructor(text: string, content: Span) {
		this.#text = text;
		this.#content = content;
	}

	/** @param otherwise the place of a value of which nothing is written */
	value(node: unknown, otherwise: Span): YamlValue {
		if (isAlias(node)) return this.#alias(node.source, this.#spanOf(node, otherwise));
		const known = this.#remember(node);
		const value = this.#valueOf(node, otherwise);
		if (known) known.value = value;
		return value;
	}

	/** A place in the whole text. */
	span([from, to]: readonly number[]): Span {
		const start = this.#at(from ?? 0);
		return { start, end: Math.max(this.#at(to ?? 0), start) };
	}

	#remember(node: unknown): { value?: YamlValue } | undefined {
		if (!(isScalar(node) || isCollection(node)) || !node.anchor) return undefined;
		const known: { readonly node: Node; value?: YamlValue } = { node };
		this.#anchors.set(node.anchor, known);
		return known;
	}

	#valueOf(node: unknown, otherwise: Span): YamlValue {
		const span = this.#spanOf(node, otherwise);
		if (isScalar(node)) return this.#scalar(node, span);
		if (isSeq(node)) return this.#list(node, span);
		if (isMap(node)) return this.#mapping(node, span);
		return emptyScalar(span);
	}

	#alias(name: string, span: Span): YamlScalar | YamlAlias {
		const anchor = this.#anchors.get(name);
		if (isScalar(anchor?.node))
			return { ...scalarContent(this.#text, anchor.node, span), form: 'alias', written: span, part: span };
		const target = anchor?.value;
		return {
			kind: 'alias',
			span,
			part: span,
			...((target?.kind === 'list' || target?.kind === 'mapping') && { target }),
		};
	}

	#scalar(node: Scalar, whole: Span): YamlScalar {
		const token = node.srcToken;
		const written = this.#written(node, whole.start);
		const content = scalarContent(this.#text, node, whole);
		const header = token?.type === 'block-scalar' ? token.props.find(({ type }) => type === 'comment') : undefined;
		const comment = header && 'source' in header ? header : undefined;
		const form =
			written.end === written.start
				? 'empty'
				: token?.type === 'block-scalar'
					? 'block'
					: content.quote
						? 'quoted'
						: 'plain';
		return {
			...content,
			form,
			written,
			part: written,
			...(comment && {
				headerComment: this.span([comment.offset, comment.offset + comment.source.trimEnd().length]),
			}),
		};
	}

	#list(node: YAMLSeq, span: Span): YamlList {
		const token = node.srcToken;
		const flow = token?.type === 'flow-collection' ? token : undefined;
		const items = node.items.map((item, index) => {
			const marks = (token && 'items' in token ? token.items[index]?.start : undefined) ?? [];
			return this.#item(item, span, marks, flow && commaAfter(flow, index));
		});
		const part = this.#written(node, span.start);
		if (flow) return { kind: 'list', items, span, part, brackets: this.span(bracketsOf(flow)) };
		const last = items.at(-1);
		return {
			kind: 'list',
			items,
			part,
			span: this.#upTo(span, last, last?.dash === undefined ? span.end : last.dash + 1),
		};
	}

	#item(node: unknown, otherwise: Span, marks: readonly CST.SourceToken[], comma: number | undefined): YamlValue {
		const value = this.value(node, otherwise);
		const mark = marks.find(({ type }) => type === 'seq-item-ind')?.offset;
		const dash = mark === undefined ? undefined : this.#at(mark);
		const first = startOf(marks);
		const start = first === undefined ? value.part.start : this.#at(first);
		// The parser places an empty item behind the comment beside its dash.
		const isNothing =
			value.kind === 'scalar' && value.form === 'empty' && first === undefined && dash !== undefined;
		const part = isNothing ? { start: dash + 1, end: dash + 1 } : { start, end: Math.max(start, value.part.end) };
		return { ...value, part: this.#withComma(part, comma), ...(dash !== undefined && { dash }) };
	}

	#mapping(node: YAMLMap, span: Span): YamlMapping {
		const token = node.srcToken;
		const flow = token?.type === 'flow-collection' ? token : undefined;
		const entries = node.items.flatMap((pair, index) =>
			isPair(pair) ? this.#entry(pair, flow && commaAfter(flow, index)) : [],
		);
		const part = this.#written(node, span.start);
		if (flow) return { kind: 'mapping', entries, span, part, brackets: this.span(bracketsOf(flow)) };
		const last = entries.at(-1);
		return {
			kind: 'mapping',
			entries,
			part,
			span: this.#upTo(span, last?.value, last?.valueAt ?? last?.key.written.end ?? span.end),
		};
	}

	#entry({ key: node, value: valueNode, srcToken }: Pair, comma: number | undefined): YamlEntry {
		const place = this.#spanOf(node, this.#spanOf(valueNode, { start: 0, end: 0 }));
		this.#remember(node);
		if (isCollection(node)) visit(node, (_key, inner) => void this.#remember(inner));
		const key = isScalar(node) ? this.#scalar(node, place) : emptyScalar(place);
		const value = this.value(valueNode, { start: place.end, end: place.end });
		const sep = srcToken?.sep ?? [];
		const mark = sep.findLast(({ type }) => type === 'map-value-ind' || type === 'anchor' || type === 'tag');
		const valueAt = mark && this.#at(mark.offset + mark.source.length);
		const first = startOf(srcToken?.start);
		const part = {
			start: first === undefined ? place.start : this.#at(first),
			end: Math.max(place.end, valueAt ?? 0, value.part.end),
		};
		return {
			key,
			...(isScalar(node) && { name: String(node.value) }),
			value,
			part: this.#withComma(part, comma),
			...(valueAt !== undefined && { valueAt }),
			hasType: sep.some(({ type }) => type === 'tag'),
		};
	}

	/**
	 * The span of a block without the comments and blank lines below it, which the parser counts as part of it.
	 *
	 * @param empty its end where the last value is empty
	 */
	#upTo({ start, end }: Span, last: YamlValue | undefined, empty: number): Span {
		const quote = last?.kind === 'scalar' && last.quote ? 1 : 0;
		const isWritten = last && (quote > 0 || last.span.end > last.span.start);
		return trimSpan(this.#text, { start, end: Math.min(end, isWritten ? last.span.end + quote : empty) });
	}

	/** What is written of a node. The line breaks below a block are not its own to lose. */
	#written(node: Node, start: number): Span {
		const [, end = 0] = node.range ?? [];
		return { start, end: endWithoutBlanks(this.#text, start, this.#at(end)) };
	}

	#spanOf(node: unknown, otherwise: Span): Span {
		return hasRange(node) ? this.span(node.range) : otherwise;
	}

	#withComma(part: Span, comma: number | undefined): YamlPart {
		return comma === undefined ? part : { ...part, comma: this.#at(comma) };
	}

	#at(offset: number): number {
		return Math.min(this.#content.start + offset, this.#content.end);
	}
}

/** To YAML, a no-break space and a byte order mark are letters. */
function endWithoutBlanks(text: string, start: number, end: number): number {
	let last = end;
	while (last > start && ' \t\r\n'.includes(text.charAt(last - 1))) last--;
	return last;
}

type ScalarContent = Pick<YamlScalar, 'kind' | 'type' | 'text' | 'span' | 'quote'>;

/** @param whole where the scalar, or the alias that stands for it, is written */
function scalarContent(text: string, scalar: Scalar, whole: Span): ScalarContent {
	const { value } = scalar;
	if (value === null || value === undefined) return { kind: 'scalar', type: 'empty', text: '', span: whole };
	const first = text[whole.start];
	const quote = first === '"' || first === "'" ? first : undefined;
	const closed = quote && whole.end - whole.start >= 2 && text[whole.end - 1] === quote;
	// A block scalar ends with its line break, which is not its author's to lose when the value is replaced.
	const span = closed ? { start: whole.start + 1, end: whole.end - 1 } : trimSpan(text, whole);
	const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
	const written = typeof value === 'string' ? value : (scalar.source ?? text.slice(span.start, span.end));
	return { kind: 'scalar', type, text: written, span, ...(closed && { quote }) };
}

function hasRange(node: unknown): node is Node & { range: [number, number, number] } {
	return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
