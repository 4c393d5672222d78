import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { type Span, trimSpan } from '../text/span.ts';
import { emptyScalar, type YamlDocument } from './yamlDocument.ts';
import type { ScalarValue, YamlEntry, YamlValue } from './yamlValue.ts';

/**
 * Reads a whole block of YAML as values with places. Each node is read once and no alias is expanded, so that the work
 * is in proportion to the text.
 * @param text the whole document
 * @param document the block, as parsed from `text`
 * @throws RangeError where it nests too deeply
 */
export function readValues(text: string, document: YamlDocument): YamlValue {
	return valueOf(document.root, { start: 0, end: 0 });

	function valueOf(node: unknown, otherwise: Span): YamlValue {
		const span = document.spanOf(node, otherwise);
		const target = document.resolve(node);
		if (isScalar(target)) return document.scalar(target, span);
		if (isAlias(node)) return { kind: 'alias', span };
		if (isSeq(node)) {
			const items = node.items.map((item) => valueOf(item, span));
			return { kind: 'list', items, span: node.flow ? span : upTo(items.at(-1), span) };
		}
		if (isMap(node)) {
			const entries = node.items.flatMap(entryOf);
			return { kind: 'map', entries, span: node.flow ? span : upTo(entries.at(-1)?.value, span) };
		}
		return emptyScalar(span);
	}

	/** The parser counts comments and blank lines below a block as part of it. */
	function upTo(last: YamlValue | undefined, { start, end }: Span): Span {
		const written = last && last.span.end > last.span.start;
		const quote = last?.kind === 'scalar' && last.quote ? 1 : 0;
		return trimSpan(text, { start, end: written ? last.span.end + quote : end });
	}

	function entryOf(pair: unknown): YamlEntry[] {
		if (!isPair(pair)) return [];
		const at = document.spanOf(pair.key, document.spanOf(pair.value, { start: 0, end: 0 }));
		const key: ScalarValue = isScalar(pair.key) ? document.scalar(pair.key, at) : emptyScalar(at);
		return [{ key, value: valueOf(pair.value, { start: at.end, end: at.end }) }];
	}
}
