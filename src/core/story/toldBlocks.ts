import type { Code, Nodes, Parents, Root } from 'mdast';
import { knownPrompts } from '../framework/prompts.ts';
import { sectionNamesOf } from '../framework/sectionNames.ts';
import type { Lookups } from '../framework/lookups.ts';
import { starKinds } from '../framework/sectionKind.ts';
import { lineStart, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { bodiesOfStory, isToldAlone } from './candidate.ts';
import { longestRun } from './confirmedMarkers.ts';
import { freeBlocks, scopeWithin } from './fencedScopes.ts';
import type { FencedLines } from './fencedLines.ts';
import { hasGap } from './formToFill.ts';
import { findFrontMatter } from './frontMatterPlace.ts';
import { isOpenBlock } from './isOpenBlock.ts';
import { containers, type MarkdownTree } from './markdown.ts';
import { type FencedBlock, findMarkers, type Marker } from './markers.ts';
import { mightContainStoryBy } from './mightContainStory.ts';
import { isOfKind, type Section } from './model.ts';
import { indexContent } from './pieces.ts';
import { findSections } from './sections.ts';
import { isCompetencyLabel } from './storyLines.ts';
import { asksForContent, isToldByItsAuthor, isToldOfPast } from './voice.ts';

/** What of a document blocks of code are a part of. */
export interface OuterDocument {
	readonly text: string;
	readonly tree: MarkdownTree;
	/** Its headings, labels and cells outside of blocks of code, in order. */
	readonly markers: readonly Marker[];
	/** What is nobody's text yet. */
	readonly unread: readonly Span[];
	/** The document after its front matter. */
	readonly whole: Span;
}

/** What a node stands in, up to the root. */
interface Place {
	readonly parent: Parents;
	readonly depth: number;
	readonly above: Place | undefined;
}

/** A block of code with what its lines are as Markdown. */
interface ReadBlock {
	readonly fence: FencedBlock;
	readonly node: Code;
	readonly place: Place;
	readonly tree: MarkdownTree;
	readonly markers: readonly Marker[];
	readonly sections: readonly Section[];
	/** What stands in its sections. */
	readonly bodies: readonly string[];
}

/** What says that a block holds text, beside nothing at all, in any case. */
export const textLanguages = ['text', 'txt', 'plain', 'plaintext', 'md', 'markdown', 'star'] as const;
const areText: ReadonlySet<string> = new Set(textLanguages);

/**
 * Reads the blocks of code that tell a story as the Markdown that they hold: people fence a story so that its lines
 * stay as they are. A block is code unless it is plainly a story and nothing else tells it: all four sections stand in
 * it in order, its author is heard, nothing is left open or asked for, and no section stands outside of it under its
 * heading.
 *
 * @param fences keeps what is read of blocks
 * @returns the tree with the nodes of their lines in place of the blocks, and all markers
 */
export function withToldBlocks(
	document: OuterDocument,
	lookups: Lookups,
	fences: FencedLines,
): Pick<OuterDocument, 'tree' | 'markers'> {
	const named = blocksWithSections(document, lookups, fences);
	if (named.length === 0) return document;
	const markers = inOrder(document.markers, named);
	const free = freeBlocks(
		markers,
		named.map(({ fence }) => fence),
		document.whole,
	);
	const told = toldAmong(named.filter(({ fence }) => free.has(fence)));
	if (told.length === 0) return document;
	return { tree: withLines(document.tree, told), markers: inOrder(document.markers, told) };
}

function inOrder(markers: readonly Marker[], blocks: readonly ReadBlock[]): readonly Marker[] {
	return [...markers, ...blocks.flatMap((block) => block.markers)].toSorted((a, b) => a.span.start - b.span.start);
}

/** The blocks in which the four sections of one story stand. */
function blocksWithSections(
	{ text, tree, unread, whole }: OuterDocument,
	lookups: Lookups,
	fences: FencedLines,
): readonly ReadBlock[] {
	const mightContainStory = lookups.derive(mightContainStoryBy);
	return [...blocksOfCode(tree.root)].flatMap(({ node, place }): ReadBlock[] => {
		const { lang, meta, value } = node;
		if (meta || (lang && !areText.has(lang.toLowerCase()))) return [];
		const span = tree.spanOf(node);
		const source = text.slice(span.start, span.end);
		if (!/^(?:`{3}|~{3})/u.test(source) || isOpenBlock(node, source) || span.start < whole.start) return [];
		if (unread.some(({ start, end }) => span.start < end && start < span.end)) return [];
		// Front matter shows how a file is written.
		if (findFrontMatter(value) || !mightContainStory(value)) return [];
		const inner = fences.parse(node, tree, text);
		if (!inner) return [];
		const lines = { start: nextLineStart(text, span.start), end: lineStart(text, span.end) };
		const fence = { span, lines };
		const markers = findMarkers(inner, text, lookups.derive(sectionNamesOf)).map((marker) => ({
			...marker,
			fence,
		}));
		const told = sectionsOfStory(node, fence, markers, inner, text, lookups);
		return told ? [{ fence, node, place, tree: inner, markers, ...told }] : [];
	});
}

/** The sections of a block where they are those of one story, under their own names; else undefined. */
function sectionsOfStory(
	node: Code,
	fence: FencedBlock,
	markers: readonly Marker[],
	tree: MarkdownTree,
	text: string,
	lookups: Lookups,
): Pick<ReadBlock, 'sections' | 'bodies'> | undefined {
	const own = markers.filter(({ isOwn }) => isOwn);
	if (longestRun(own) < starKinds.length) return undefined;
	// A table of several stories is none, and a line of tags shows how a file is written.
	if (markers.some((marker) => marker.form === 'cell' && marker.story)) return undefined;
	if (markers.some(({ form, text: words }) => form === 'label' && isCompetencyLabel(words))) return undefined;
	// So do the title of a document and elements of MDX, in a block that says to hold Markdown.
	const isSource = /^(?:md|markdown)$/iu.test(node.lang ?? '');
	if (isSource && markers.some((marker) => marker.form === 'heading' && marker.depth === 1 && !marker.kind))
		return undefined;
	if (isSource && markers.some((marker) => marker.form === 'label' && marker.style === 'heading')) return undefined;
	const scope = scopeWithin(fence, markers);
	// What the Learnings ask is still to be answered by them: a fix has put it there.
	const sections = findSections(scope, text, indexContent(tree, []), lookups.derive(knownPrompts)).filter(
		({ kind }) => kind !== 'learnings',
	);
	const isOnce = starKinds.every((kind) => sections.filter((section) => isOfKind(section, kind)).length === 1);
	const bodies = isOnce ? bodiesOfStory({ sections }, scope, text) : undefined;
	return bodies && { sections, bodies };
}

/**
 * The blocks that are told by their author, or tell of the past beside such a one. Those that tell the same show how it
 * can be written.
 */
function toldAmong(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
	const alike = new Map<string, number>();
	for (const { bodies } of blocks) alike.set(wordsOf(bodies), (alike.get(wordsOf(bodies)) ?? 0) + 1);
	const whole = blocks.filter(
		({ bodies }) => alike.get(wordsOf(bodies)) === 1 && !bodies.some(hasGap) && !areExplained(bodies),
	);
	const told = new Set(whole.filter(({ sections, bodies }) => isToldAlone({ sections }, bodies) && !asks(bodies)));
	return told.size === 0 ? [] : whole.filter((block) => told.has(block) || isToldOfPast(block.bodies));
}

function wordsOf(bodies: readonly string[]): string {
	return (bodies.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** A section of fewer words beside what stands in parentheses is a name with what belongs there. */
const minWords = 3;

/** `Action (3 to 5 steps I took)`: whether two sections or more are so. */
function areExplained(bodies: readonly string[]): boolean {
	const isExplained = (body: string) =>
		body.includes('(') && (body.replaceAll(/\([^()]*\)/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []).length < minWords;
	return bodies.filter(isExplained).length > 1;
}

/** Whether sections say what belongs there: several do, or one in which nobody tells. */
function asks(bodies: readonly string[]): boolean {
	const [first, ...more] = bodies.filter(asksForContent);
	return first !== undefined && (more.length > 0 || !isToldByItsAuthor([first], 1, false));
}

/** The blocks of code of a document. */
function* blocksOfCode(root: Root): Generator<Pick<ReadBlock, 'node' | 'place'>> {
	const pending: { readonly node: Nodes; readonly place: Place }[] = [];
	const push = (parent: Parents, above: Place | undefined) => {
		const place = { parent, depth: (above?.depth ?? 0) + 1, above };
		for (const node of parent.children.toReversed()) pending.push({ node, place });
	};
	push(root, undefined);
	for (let next = pending.pop(); next; next = pending.pop()) {
		const { node, place } = next;
		if (node.type === 'code') yield { node, place };
		else if ('children' in node && containers.has(node.type)) push(node, place);
	}
}

/** Puts the nodes of their lines in the place of blocks; what they stand in is copied, as others know it. */
function withLines(tree: MarkdownTree, told: readonly ReadBlock[]): MarkdownTree {
	const instead = new Map<Nodes, readonly Nodes[]>(told.map((block) => [block.node, block.tree.root.children]));
	const depths = new Map<Parents, number>();
	for (const block of told)
		for (let place: Place | undefined = block.place; place && !depths.has(place.parent); place = place.above)
			depths.set(place.parent, place.depth);
	const deepestFirst = [...depths].toSorted(([, a], [, b]) => b - a).map(([parent]) => parent);
	for (const parent of deepestFirst) {
		const children = parent.children.flatMap((child: Nodes) => instead.get(child) ?? [child]);
		instead.set(parent, [{ ...parent, children } as Nodes]);
	}
	const [root] = instead.get(tree.root) ?? [];
	return { ...tree, root: root as Root };
}
