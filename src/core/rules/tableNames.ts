import type { SectionNames } from '../framework/sectionNames.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import { tableOfStory } from '../story/tableOfStory.ts';
import type { Span } from '../text/span.ts';

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
export function tableNames(story: ParsedStory, document: Document, names: SectionNames): TableNames | undefined {
	const table = tableOfStory(story, document, names);
	if (!table) return undefined;
	const { rows, stories, form, span } = table;
	const column = stories[0]?.sections[0]?.name.column ?? 0;
	const named = form === 'columns' ? (rows[0] ?? []) : rows.flatMap((row) => row[column] ?? []);
	const first = document.stories.find(({ sections }) =>
		sections.some(({ body }) => span.start <= body.start && body.end <= span.end),
	);
	return {
		cells: named.filter(({ text }) => text !== '').map((cell) => cell.span),
		areShared: form === 'columns' && stories.length > 1,
		isFirst: first === story,
	};
}
