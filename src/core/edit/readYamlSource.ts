import { type CST, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLSeq } from 'yaml';
import { fieldNamed } from '../story/fields.ts';
import type { FieldValue } from '../story/fieldValue.ts';
import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import type { Span } from '../text/span.ts';
import { type RefusedEdit, refuse } from './editResult.ts';
import type { FieldSource, ItemSource, ScalarSource, ValueSource, YamlSource } from './yamlSource.ts';
import { collectNotes } from './yamlNotes.ts';

/**
 * Reads where the parts of intact front matter stand.
 * @param text the whole document
 * @param frontMatter as read from that text
 */
export function readYamlSource(text: string, frontMatter: FrontMatter): YamlSource | RefusedEdit {
	const { content, span, entries } = frontMatter;
	const fence = { start: span.start, end: span.start + 3 };
	if (frontMatter.format === 'toml') {
		return refuse('toml', 'TOML front matter is not edited: write YAML between `---` lines.', fence);
	}
	if (!frontMatter.intact) return refuse('unreadable', 'Front matter with a mistake in it is not edited: mend it first.', fence);
	const known = sources.get(frontMatter);
	if (known) return known;
	try {
		const source = new SourceReader(text, content, entries).read();
		sources.set(frontMatter, source);
		return source;
	} catch {
		return refuse('unreadable', 'This front matter nests too deeply to be edited.', fence);
	}
}

/** Rules ask for one fix after the other in the same front matter. */
const sources = new WeakMap<FrontMatter, YamlSource>();

class SourceReader {
	readonly #text: string;
	readonly #content: Span;
	readonly #entries: readonly FrontMatterEntry[];

	constructor(text: string, content: Span, entries: readonly FrontMatterEntry[]) {
		this.#text = text;
		this.#content = content;
		this.#entries = entries;
	}

	read(): YamlSource {
		const options = { keepSourceTokens: true, prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;
		const map = parseDocument<Node>(this.#text.slice(this.#content.start, this.#content.end), options).contents;
		const notes = collectNotes(map?.srcToken, this.#content.start);
		const none = { start: this.#content.start, end: this.#content.start };
		if (!isMap(map)) return { form: 'block', braces: none, fields: [], notes };
		const token = map.srcToken;
		const fields = map.items
			.filter((pair): pair is Pair<Node, Node> => isPair(pair) && isScalar(pair.key) && pair.key.range !== undefined)
			.map((pair, index) => this.#readField(pair, this.#entries[index]))
			.filter((field) => field !== undefined);
		if (token?.type !== 'flow-collection') return { form: 'block', braces: none, fields, notes };
		const close = endMark(token);
		return {
			form: 'flow',
			braces: { start: this.#at(token.offset), end: this.#at((close?.offset ?? token.offset) + 1) },
			fields: fields.map((field, index) => withComma(field, this.#commaAfter(token, index))),
			notes,
		};
	}

	#readField({ key, value, srcToken }: Pair<Node, Node>, entry: FrontMatterEntry | undefined): FieldSource | undefined {
		if (!entry) return undefined;
		const sep = srcToken?.sep ?? [];
		const mark = sep.findLast(({ type }) => type === 'map-value-ind' || type === 'anchor' || type === 'tag');
		const valueAt = mark && this.#at(mark.offset + mark.source.length);
		const start = this.#at(startOf(srcToken?.start) ?? key.range?.[0] ?? 0);
		const keyEnd = this.#at(key.range?.[1] ?? 0);
		const end = Math.max(keyEnd, valueAt ?? 0, this.#endOf(value));
		return {
			entry,
			field: fieldNamed(entry.key.value),
			start,
			end,
			valueAt,
			hasType: sep.some(({ type }) => type === 'tag'),
			value: this.#readValue(value, entry.value),
		};
	}

	#readValue(node: Node | null, read: FieldValue): ValueSource {
		if (isAlias(node)) return { form: 'alias' };
		if (isSeq(node)) return this.#readList(node, read.kind === 'list' ? read.items : []);
		if (isScalar(node) && read.kind === 'scalar') {
			const scalar = this.#readScalar(node, read);
			return scalar.end > scalar.start ? scalar : { form: 'empty' };
		}
		return { form: node ? 'mapping' : 'empty' };
	}

	#readList(seq: YAMLSeq, values: readonly FieldValue[]): ValueSource {
		const token = seq.srcToken;
		const readItem = (index: number): ItemSource & { dash: number } => {
			const node = seq.items[index] as Node | undefined;
			const marks = (token && 'items' in token ? token.items[index]?.start : undefined) ?? [];
			const dash = marks.find(({ type }) => type === 'seq-item-ind')?.offset ?? 0;
			const value = values[index];
			const text = value?.kind === 'scalar' ? value.text : undefined;
			const scalar = isScalar(node) && value?.kind === 'scalar' ? this.#readScalar(node, value) : undefined;
			const written = scalar && scalar.end > scalar.start;
			const props = startOf(marks);
			// The parser places an empty item behind the comment beside its dash.
			if (scalar && !written && props === undefined) {
				return { start: this.#at(dash + 1), end: this.#at(dash + 1), dash: this.#at(dash), text };
			}
			const start = this.#at(props ?? node?.range?.[0] ?? dash + 1);
			return { start, end: Math.max(start, this.#endOf(node)), dash: this.#at(dash), text, ...(written && { scalar }) };
		};
		const items = seq.items.map((_, index) => readItem(index));
		if (token?.type !== 'flow-collection') return { form: 'block', items };
		const close = this.#at(endMark(token)?.offset ?? token.offset + 1);
		const withCommas = items.map((item, index) => withComma(item, this.#commaAfter(token, index)));
		return { form: 'flow', open: this.#at(token.offset), close, items: withCommas };
	}

	#readScalar(node: Node, value: FieldValue & { kind: 'scalar' }): ScalarSource {
		const token = node.srcToken;
		const start = this.#at(node.range?.[0] ?? 0);
		const header = token?.type === 'block-scalar' ? token.props.find(({ type }) => type === 'comment') : undefined;
		const comment = header && 'source' in header ? header : undefined;
		const commentEnd = comment && this.#at(comment.offset + comment.source.trimEnd().length);
		const style = token?.type === 'block-scalar' ? 'block' : value.quote ? 'quoted' : 'plain';
		return {
			form: 'scalar',
			style,
			start,
			end: Math.max(start, this.#endOf(node)),
			value,
			...(value.quote && { quote: value.quote }),
			...(comment && commentEnd && { headerComment: { start: this.#at(comment.offset), end: commentEnd } }),
		};
	}

	/** Where what is written of a node ends. The line breaks below a block are not its own to lose. */
	#endOf(node: Node | null | undefined): number {
		const [start, end] = node?.range ?? [0, 0];
		const from = this.#at(start);
		return from + this.#text.slice(from, this.#at(end)).trimEnd().length;
	}

	#commaAfter(token: CST.FlowCollection, index: number): number | undefined {
		const comma = token.items[index + 1]?.start.find(({ type }) => type === 'comma');
		return comma && this.#at(comma.offset);
	}

	#at(offset: number): number {
		return Math.min(this.#content.start + offset, this.#content.end);
	}
}

function withComma<T extends object>(part: T, comma: number | undefined): T & { readonly comma?: number } {
	return comma === undefined ? part : { ...part, comma };
}

function endMark(token: CST.FlowCollection): CST.SourceToken | undefined {
	return token.end.find(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end');
}

/** The offset of what stands before a value and belongs to it: an anchor, a type, the mark of an explicit key. */
function startOf(marks: readonly CST.SourceToken[] | undefined): number | undefined {
	return marks?.find(({ type }) => type === 'anchor' || type === 'tag' || type === 'explicit-key-ind')?.offset;
}
