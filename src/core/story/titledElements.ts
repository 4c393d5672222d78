import type { SectionNames } from '../framework/sectionNames.ts';
import { type Span, trimSpan } from '../text/span.ts';
import type { HtmlLabel } from './htmlLabels.ts';

/** A tag that opens an element, on one line or several; values of MDX may stand in braces. */
const openingTag = /<([A-Za-z][\w.-]*)((?:\s+[^\s<>="'{}/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}<>]*\}))?)*)\s*>/gu;

/** The attributes that a page shows as the title of an element, or that stand for it. */
const titleAttribute = /(?<=\s)(label|title|header|heading|summary|name|value)\s*=\s*\{?(["'])([^"'<>\r\n]{1,60})\2/giu;

/** Elements within a sentence or a form, of which an attribute is no title. */
const untitled =
	/^(?:a|abbr|area|button|data|embed|iframe|img|input|li|link|map|meta|option|param|script|select|slot|style)$/iu;

/**
 * Finds the elements whose tag names a section, such as `<TabItem label="Situation">` of Docusaurus. What stands within
 * is Markdown again, so they end where their closing tag does.
 *
 * @param text the whole document
 * @param block of HTML in it
 * @param source of the block, without comments
 */
export function* titledElements(text: string, block: Span, source: string, names: SectionNames): Generator<HtmlLabel> {
	if (!source.includes('=')) return;
	const closings = new Map<string, number>();
	for (const match of source.matchAll(openingTag)) {
		const [whole, tag = '', attributes = ''] = match;
		if (untitled.test(tag)) continue;
		const named = [...attributes.matchAll(titleAttribute)].flatMap((attribute) => {
			const [written, key = '', , value = ''] = attribute;
			const section = names.read(value);
			const from = attribute.index + written.length - 1 - value.length;
			return section && !section.isLetter
				? [{ isValue: /^(?:value|name)$/iu.test(key), section, from, value }]
				: [];
		});
		const [title] = named.toSorted((a, b) => Number(a.isValue) - Number(b.isValue));
		if (!title) continue;
		const start = block.start + match.index;
		const end = start + whole.length;
		const from = start + 1 + tag.length + title.from;
		const name = trimSpan(text, { start: from, end: from + title.value.length });
		const closing = `</${tag}>`;
		let closes = closings.get(tag) ?? 0;
		if (closes >= 0 && closes < end) closings.set(tag, (closes = text.indexOf(closing, end)));
		yield {
			span: { start, end },
			name,
			value: { start: end, end },
			style: 'heading',
			isAlone: true,
			section: title.section,
			isWeak: true,
			...(closes >= 0 && { elementEnd: closes + closing.length }),
		};
	}
}
