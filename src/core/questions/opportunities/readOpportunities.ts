import type { Heading, List, ListItem, Nodes } from 'mdast';
import type { CompetencyLookup } from '../../framework/lookups.ts';
import { readFrontMatter } from '../../story/frontMatter.ts';
import { type MarkdownTree, parseMarkdown, visibleText, walk } from '../../story/markdown.ts';
import { isTaggedByFrontMatter } from '../../story/stories.ts';
import { trimSpan } from '../../text/span.ts';
import { experienceIn, type Opportunity } from './opportunity.ts';

/** The list as it stands in the file, for whoever adds to it. */
export interface OpportunityList {
	readonly tree: MarkdownTree;
	readonly items: readonly ListedOpportunity[];
	/** The headings that name a competency. */
	readonly headings: readonly CompetencyHeading[];
	/** Whether the file holds a story, and no list of plans. */
	readonly isStory: boolean;
}

export interface ListedOpportunity {
	readonly opportunity: Opportunity;
	readonly node: ListItem;
	readonly list: List;
	/** The heading with a competency that it stands under. */
	readonly heading: CompetencyHeading | undefined;
}

export interface CompetencyHeading {
	readonly node: Heading;
	readonly competency: string;
}

/**
 * Reads the experiences that an author plans out of a Markdown task list: `- [ ] What (by 2026-12, with Priya) —
 * Competency`, or without the competency under a heading that names it. Whatever else the file holds is left alone; a
 * story is no list.
 *
 * @param text the whole file
 */
export function readOpportunities(text: string, competencies: CompetencyLookup): readonly Opportunity[] {
	return listOpportunities(text, competencies).items.map(({ opportunity }) => opportunity);
}

/** Reads the list together with where it stands. */
export function listOpportunities(text: string, competencies: CompetencyLookup): OpportunityList {
	const tree = parseMarkdown(text);
	if (isTaggedByFrontMatter({ text, frontMatter: readFrontMatter(text) }))
		return { tree, items: [], headings: [], isStory: true };
	const items: ListedOpportunity[] = [];
	const headings: CompetencyHeading[] = [];
	let heading: CompetencyHeading | undefined;
	const lists = new Map<ListItem, List>();
	// The tasks within a task are the author's own steps.
	const isTask = (node: Nodes): boolean => node.type === 'listItem' && boxOf(node, tree, text) !== undefined;
	for (const node of walk(
		tree.root,
		(parent) => parent.type !== 'heading' && parent.type !== 'paragraph' && !isTask(parent),
	)) {
		if (node.type === 'list') for (const item of node.children) lists.set(item, node);
		if (node.type === 'heading') {
			const competency = competencies.find(visibleText(node).trim())?.id;
			if (competency !== undefined) headings.push((heading = { node, competency }));
			else if (heading && node.depth <= heading.node.depth) heading = undefined;
		}
		if (node.type !== 'listItem') continue;
		const box = boxOf(node, tree, text);
		const list = lists.get(node);
		if (!box || !list) continue;
		const own = experienceIn(text.slice(box.span.start + '[ ]'.length, box.span.end), competencies);
		const competency = own.competency ?? heading?.competency;
		const opportunity = {
			...own,
			...(competency !== undefined && { competency }),
			done: text[box.mark.start] !== ' ',
			...box,
		};
		if (own.what !== '') items.push({ opportunity, node, list, heading });
	}
	return { tree, items, headings, isStory: false };
}

function boxOf(node: ListItem, tree: MarkdownTree, text: string): Pick<Opportunity, 'span' | 'mark'> | undefined {
	const [first] = node.children;
	if (first?.type !== 'paragraph') return undefined;
	const span = trimSpan(text, tree.spanOf(first));
	return /^\[[ xX]\]\s/u.test(text.slice(span.start, span.end))
		? { span, mark: { start: span.start + 1, end: span.start + 2 } }
		: undefined;
}
