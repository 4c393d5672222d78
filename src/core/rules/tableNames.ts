import type { Nodes } from 'mdast';
import type { SectionNames } from '../framework/sectionNames.ts';
import type { Document } from '../story/document.ts';
import { walk } from '../story/markdown.ts';
import type { ParsedStory } from '../story/model.ts';
import { readSectionTable } from '../story/tables.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';

/** The names in a table that holds a story's sections. */
export interface TableNames {
	/** Cells that stand where a section of the table could be named. */
	readonly cells: readonly Span[];
	/** Whether the names stand above all stories of the table, and so before all sections. */
	readonly areShared: boolean;
	/** Whether the story is the first one of the table, which speaks for all of them. */
	readonly isFirst: boolean;
}

/** Finds the names in the table of a story; undefined where its sections stand in none. */
export function tableNames(
	story: ParsedStory,
	{ text, tree, stories }: Document,
	names: SectionNames,
): TableNames | undefined {
	const cell = story.sections.find(({ form }) => form === 'cell');
	if (!cell) return undefined;
	const isWithin = ({ body }: { readonly body: Span }, span: Span) =>
		body.start >= span.start && body.end <= span.end;
	const block = tree.root.children[firstEndingAfter(tree.root.children, cell.body.start, tree.spanOf)];
	if (!block) return undefined;
	for (const node of walk({ type: 'root', children: [block] }, ({ type }) => containers.has(type))) {
		if (node.type !== 'table' || !isWithin(cell, tree.spanOf(node))) continue;
		const table = readSectionTable(node, tree, text, names);
		if (!table) return undefined;
		const column = table.stories[0]?.sections[0]?.name.column ?? 0;
		const named = table.form === 'columns' ? (table.rows[0] ?? []) : table.rows.flatMap((row) => row[column] ?? []);
		const first = stories.find(({ sections }) => sections.some((section) => isWithin(section, table.span)));
		return {
			cells: named.filter(({ text: words }) => words !== '').map(({ span }) => span),
			areShared: table.form === 'columns' && table.stories.length > 1,
			isFirst: first === story,
		};
	}
	return undefined;
}

const containers: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'list', 'listItem']);
