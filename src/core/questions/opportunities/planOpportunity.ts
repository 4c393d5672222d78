import { type EditResult, insertion, noEdits, refuse } from '../../edit/editResult.ts';
import type { CompetencyLookup } from '../../framework/lookups.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { blankBelow, lineEnd, lineEndingOf, lineStart } from '../../text/lines.ts';
import { itemText, type Opportunity, type PlannedExperience } from './opportunity.ts';
import {
	type CompetencyHeading,
	type ListedOpportunity,
	listOpportunities,
	type OpportunityList,
	readOpportunities,
} from './readOpportunities.ts';
import { oneLine } from '../../text/words.ts';

/** The heading of a file that begins with its first opportunity. */
const title = '# Opportunities';

/**
 * Adds an experience to the list: under the heading that names its competency, or with the competency's name behind it.
 *
 * @param text the whole file; empty where there is none yet
 */
export function planOpportunity(
	text: string,
	competencies: CompetencyLookup,
	experience: PlannedExperience,
): EditResult {
	if (oneLine(experience.what) === '') return refuse('value', 'A few words for what you plan are needed.');
	const list = listOpportunities(text, competencies);
	if (list.isStory) return refuse('value', 'This file holds a story: rename it, and the list gets its place.');
	const edit = additionTo(text, list, competencies, experience);
	const after = readOpportunities(applyEdits(text, [edit]), competencies)
		.map(contentOf)
		.toSorted();
	const expected = [
		...list.items.map(({ opportunity }) => contentOf(opportunity)),
		contentOf({ ...experience, done: false }),
	].toSorted();
	// Markdown has more forms than anyone thinks of, and a list that reads otherwise would lose what it held.
	return after.join('\n') === expected.join('\n')
		? { edits: [edit] }
		: refuse('value', 'This can’t be written as one item of a list: leave out its marks and brackets.');
}

/** An item as somebody saw it, who cannot know how the file reads by now. */
export interface SeenOpportunity {
	/** Position among the file's opportunities. */
	readonly index: number;
	readonly what: string;
}

/** Ticks an opportunity, or takes the tick away. */
export function tickOpportunity(
	text: string,
	competencies: CompetencyLookup,
	{ index, what }: SeenOpportunity,
	done: boolean,
): EditResult {
	const all = readOpportunities(text, competencies);
	const namesakes = all.filter((each) => each.what === what);
	const item = all[index]?.what === what ? all[index] : namesakes.length === 1 ? namesakes[0] : undefined;
	if (!item) return refuse('not-found', 'The file has changed, and this opportunity is no longer where it was.');
	return item.done === done ? noEdits : { edits: [{ span: item.mark, newText: done ? 'x' : ' ' }] };
}

function additionTo(
	text: string,
	list: OpportunityList,
	competencies: CompetencyLookup,
	experience: PlannedExperience,
): TextEdit {
	const eol = lineEndingOf(text);
	const name =
		experience.competency === undefined
			? undefined
			: (competencies.find(experience.competency)?.name ?? experience.competency);
	const heading = list.headings.findLast(({ competency }) => competency === experience.competency);
	const last = list.items.findLast((item) => item.heading === heading);
	if (last) return afterItem(text, list, last, itemText(experience, heading ? undefined : name));
	if (heading) return afterHeading(text, list, heading, `- ${itemText(experience, undefined)}`);
	const end = text.trimEnd().length;
	const [first] = list.headings;
	if (first && name !== undefined) {
		const newHeading = `${eol}${eol}${'#'.repeat(first.node.depth)} ${name}${eol}${eol}`;
		return insertion(end, `${newHeading}- ${itemText(experience, undefined)}${endOfFile(text, eol)}`);
	}
	const lead = text.trim() === '' ? `${title}${eol}${eol}` : `${eol}${eol}`;
	return insertion(
		text.trim() === '' ? text.length : end,
		`${lead}- ${itemText(experience, name)}${endOfFile(text, eol)}`,
	);
}

/** A file that ends without a line break gets one with its last item. */
function endOfFile(text: string, eol: string): string {
	return /[\r\n]$/u.test(text) && text.trim() !== '' ? '' : eol;
}

function afterItem(
	text: string,
	{ tree }: OpportunityList,
	{ opportunity, node, list }: ListedOpportunity,
	item: string,
): TextEdit {
	const eol = lineEndingOf(text);
	const start = lineStart(text, opportunity.span.start);
	const lead = text
		.slice(start, opportunity.span.start)
		.replace(/\d+(?=[.)])/u, (number) => String(Number(number) + 1));
	const gap = list.spread && list.children.length > 1 ? eol + lead.replace(/[^>].*$/u, '') + eol : eol;
	return insertion(lineEnd(text, tree.spanOf(node).end), `${gap}${lead}${item}`);
}

const blankLine = new RegExp(`^${blankBelow(String.raw` \t`)}`, 'u');

function afterHeading(text: string, { tree }: OpportunityList, { node }: CompetencyHeading, item: string): TextEdit {
	const eol = lineEndingOf(text);
	const end = lineEnd(text, tree.spanOf(node).end);
	const isLast = text.slice(end).trim() === '';
	const isApart = blankLine.test(text.slice(end));
	return insertion(end, `${eol}${eol}${item}${isLast ? endOfFile(text, eol) : isApart ? '' : eol}`);
}

function contentOf({
	what,
	by,
	with: company,
	competency,
	done,
}: PlannedExperience & Pick<Opportunity, 'done'>): string {
	const texts = [what, by, company].map((part) =>
		part === undefined || oneLine(part) === '' ? null : oneLine(part),
	);
	return JSON.stringify([...texts, competency ?? null, done]);
}
