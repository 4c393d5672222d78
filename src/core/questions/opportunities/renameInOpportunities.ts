import { isRenamed, type RenameResult, type Renaming } from '../../edit/rename.ts';
import { type CompetencyLookup, createLookup, type Lookups } from '../../framework/lookups.ts';
import type { Framework } from '../../framework/model.ts';
import { visibleText } from '../../story/markdown.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { competencyNameIn, type Opportunity } from './opportunity.ts';
import { listOpportunities, readOpportunities } from './readOpportunities.ts';

/**
 * Renames a competency in the list of opportunities: behind the items that name it so, and in headings.
 *
 * @param lookups of the frameworks that are active for the file now
 * @param framework the framework file's own, as it will be; undefined where it stays as it is
 */
export function renameInOpportunities(
	text: string,
	lookups: Lookups,
	framework: Framework | undefined,
	renaming: Renaming,
): RenameResult {
	const after = framework
		? createLookup([framework, ...lookups.frameworks.filter(({ id }) => id !== framework.id)])
		: lookups.competencies;
	const places = placesOf(text, lookups.competencies).filter(
		// A name in another case stays where it is still understood.
		({ name }) => isRenamed(name, renaming) && (name === renaming.from || after.find(name) === undefined),
	);
	if (places.length === 0) return { edits: [] };
	const expected = readOpportunities(text, lookups.competencies).map(asRead);
	// In a heading a name is Markdown, and is escaped where it would read otherwise.
	for (const escape of [(name: string) => name, escapeMarkdown]) {
		const edits = places.map(({ span, isHeading }): TextEdit => ({
			span,
			newText: isHeading ? escape(renaming.to) : renaming.to,
		}));
		const read = readOpportunities(applyEdits(text, edits), after).map(asRead);
		if (read.length === expected.length && read.every((each, index) => each === expected[index])) return { edits };
	}
	return { refusal: `“${renaming.to}” cannot stand in a list of opportunities: leave out its marks and brackets.` };
}

interface NamePlace {
	readonly name: string;
	readonly span: Span;
	readonly isHeading: boolean;
}

/** Where the list names competencies. */
function placesOf(text: string, competencies: CompetencyLookup): readonly NamePlace[] {
	const { tree, items, headings } = listOpportunities(text, competencies);
	const inHeadings = headings.flatMap(({ node }): NamePlace[] => {
		const [first, last] = [node.children[0], node.children.at(-1)];
		if (!first || !last) return [];
		const span = { start: tree.spanOf(first).start, end: tree.spanOf(last).end };
		return [{ name: visibleText(node).trim(), span, isHeading: true }];
	});
	const inItems = items.flatMap(({ opportunity }): NamePlace[] => {
		const start = opportunity.span.start + '[ ]'.length;
		const found = competencyNameIn(text.slice(start, opportunity.span.end), competencies);
		if (!found) return [];
		const span = { start: start + found.span.start, end: start + found.span.end };
		return [{ name: found.name, span, isHeading: false }];
	});
	return [...inHeadings, ...inItems];
}

/** What must not change: everything but which competency it is. */
function asRead({ what, by, with: whom, done, competency }: Opportunity): string {
	return JSON.stringify([what, by, whom, done, competency !== undefined]);
}
