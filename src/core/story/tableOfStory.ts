import type { SectionNames } from '../framework/sectionNames.ts';
import { firstEndingAfter } from '../text/span.ts';
import type { Document } from './document.ts';
import { containers, walk } from './markdown.ts';
import type { ParsedStory } from './model.ts';
import { readSectionTable, type SectionTable } from './tables.ts';

/** The table in which the first section of a story stands that stands in one. */
export function tableOfStory(
	{ sections }: Pick<ParsedStory, 'sections'>,
	{ text, tree }: Pick<Document, 'text' | 'tree'>,
	names: SectionNames,
): SectionTable | undefined {
	const body = sections.find(({ form }) => form === 'cell')?.body;
	const block = body && tree.root.children[firstEndingAfter(tree.root.children, body.start, tree.spanOf)];
	if (!block) return undefined;
	for (const node of walk({ type: 'root', children: [block] }, ({ type }) => containers.has(type))) {
		if (node.type !== 'table') continue;
		const { start, end } = tree.spanOf(node);
		if (start <= body.start && body.end <= end) return readSectionTable(node, tree, text, names);
	}
	return undefined;
}
