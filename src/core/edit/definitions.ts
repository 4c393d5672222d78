import type { Nodes } from 'mdast';
import type { Document } from '../story/document.ts';
import { walk } from '../story/markdown.ts';
import { lineEndingOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A place that defines or uses a link or a footnote. */
interface Mention {
	/** The same for all that mean the same link or footnote. */
	readonly key: string;
	readonly span: Span;
}

/** The definitions of links and footnotes in a document, and what refers to them. */
export class Definitions {
	readonly #text: string;
	readonly #definitions = new Map<string, Span>();
	readonly #references: readonly Mention[];

	constructor({ text, tree }: Pick<Document, 'text' | 'tree'>) {
		this.#text = text;
		const references: Mention[] = [];
		for (const node of walk(tree.root)) {
			const span = tree.spanOf(node);
			const key = keyOf(node, text.slice(span.start, span.end));
			if (key === undefined) continue;
			if (node.type !== 'definition' && node.type !== 'footnoteDefinition') references.push({ key, span });
			// Of several definitions the first counts.
			else if (!this.#definitions.has(key)) this.#definitions.set(key, span);
		}
		this.#references = references;
	}

	/**
	 * The definitions that stretches of the document refer to, themselves or through a footnote, and that stand
	 * outside of them, as the text to put behind what the stretches have become.
	 *
	 * @param before what it is put behind
	 */
	missingIn(stretches: readonly Span[], before: string): string {
		const found = new Map<string, Span>();
		const pending = [...stretches];
		for (let stretch = pending.pop(); stretch; stretch = pending.pop()) {
			for (const { key, span } of this.#references) {
				const definition = this.#definitions.get(key);
				if (!definition || found.has(key) || !isWithin(span, stretch)) continue;
				if (stretches.some((own) => isWithin(definition, own))) continue;
				found.set(key, definition);
				pending.push(definition);
			}
		}
		if (found.size === 0) return '';
		const eol = lineEndingOf(this.#text);
		// Apart from each other: a footnote goes on in the line below it.
		const sources = [...found.values()]
			.toSorted((a, b) => a.start - b.start)
			.map(({ start, end }) => this.#text.slice(start, end).trimEnd());
		const gap = /(?:^|[\r\n])[ \t]*(?:\r\n|[\r\n])$/u.test(before) ? '' : /[\r\n]$/u.test(before) ? eol : eol + eol;
		return `${gap}${sources.join(eol + eol)}${eol}`;
	}
}

function isWithin({ start, end }: Span, whole: Span): boolean {
	return whole.start <= start && end <= whole.end;
}

/** @param source of the node */
function keyOf(node: Nodes, source: string): string | undefined {
	switch (node.type) {
		case 'definition':
		case 'linkReference':
		case 'imageReference':
			return `link ${node.identifier}`;
		case 'footnoteDefinition':
		case 'footnoteReference':
			return `note ${/^\[\^([^\]]*)\]/u.exec(source)?.[1]?.toLowerCase() ?? ''}`;
		default:
			return undefined;
	}
}
