import type { Lookups } from '../framework/lookups.ts';
import { type Document, type DocumentCaches, emptyCaches } from '../story/document.ts';
import type { FullSection, ParsedStory } from '../story/model.ts';
import type { Probe } from '../story/probe.ts';
import { GenerationCache } from '../text/generationCache.ts';
import type { Finding } from '../text/problem.ts';
import type { Span } from '../text/span.ts';

/** What findings depend on besides the document. */
export interface Circumstances {
	readonly lookups: Lookups;
	readonly wordsPerMinute?: number;
}

/**
 * Remembers one document that is being written, so that after an edit only what changed is read again. It is handed to
 * one analysis after the other.
 */
export class DocumentMemory {
	/** What the reading of the document keeps. */
	readonly caches: DocumentCaches;
	readonly #trials = new GenerationCache<boolean>();
	readonly #stories = new GenerationCache<StoryMemory>();
	#circumstances: Circumstances | undefined;

	constructor() {
		this.caches = { ...emptyCaches(), trials: this.#trials, rereads: emptyCaches() };
	}

	/** Begins an analysis. */
	begin({ lookups, wordsPerMinute }: Circumstances): void {
		const before = this.#circumstances;
		const isSame = before?.lookups === lookups && before.wordsPerMinute === wordsPerMinute;
		this.caches.blocks.begin();
		for (const each of [this.#stories, this.#trials])
			if (isSame) each.begin();
			else each.clear();
		this.#circumstances = { lookups, ...(wordsPerMinute !== undefined && { wordsPerMinute }) };
	}

	/** What is remembered of a story; nothing where it is not known what it was read from. */
	of(story: ParsedStory, document: Document): StoryMemory {
		const key = keyOf(story, document);
		return key === undefined ? new StoryMemory() : this.#stories.get(key, () => new StoryMemory());
	}
}

/** Everything that local rules look at in a story, its places counted from the start of the story. */
function keyOf({ span, anchor, sections, sides, tags }: ParsedStory, { tree }: Document): string | undefined {
	const identity = tree.identify(span);
	if (identity === undefined) return undefined;
	const from = (at: Span) => `${at.start - span.start}+${at.end - at.start}`;
	const parts = sections.map(
		({ kind, empty, name, body }) => `${kind}${empty ? '-' : ''} ${from(name)} ${from(body)}`,
	);
	const beside = sides.map(({ kind, name, body }) => `${kind} ${from(name)} ${from(body)}`);
	return [identity, from(anchor), ...tags.map(({ competency }) => competency), '', ...parts, ...beside].join('\n');
}

/** What was found in a story, its places counted from the start of the story. */
export class StoryMemory {
	readonly #findings = new Map<string, readonly Finding[]>();
	#sections: readonly SpokenSection[] | undefined;
	#probes: { readonly key: string; readonly found: readonly Probe[] } | undefined;

	/**
	 * What a local rule finds.
	 *
	 * @param rule its id
	 * @param start of the story in the document as it is now
	 * @param find asks the rule
	 */
	findings(rule: string, start: number, find: () => readonly Finding[]): readonly Finding[] {
		const known = this.#findings.get(rule);
		if (known) return known.map((finding) => moved(finding, start));
		const found = find();
		this.#findings.set(
			rule,
			found.map((finding) => moved(finding, -start)),
		);
		return found;
	}

	/**
	 * What is said aloud of each section.
	 *
	 * @param read reads it
	 */
	sections(read: () => readonly SpokenSection[]): readonly SpokenSection[] {
		return (this.#sections ??= read());
	}

	/**
	 * What is asked about a story.
	 *
	 * @param story as it is now
	 * @param find works it out
	 */
	probes(story: ParsedStory, find: () => readonly Probe[]): readonly Probe[] {
		const key = fieldsOfProbes(story);
		const { start } = story.span;
		if (this.#probes?.key === key) return this.#probes.found.map((probe) => moved(probe, start));
		const found = find();
		this.#probes = { key, found: found.map((probe) => moved(probe, -start)) };
		return found;
	}
}

/** The fields that probes depend on, which may stand outside the story's stretch of the document. */
function fieldsOfProbes({ title, details: { team, metrics = [] } }: ParsedStory): string {
	return JSON.stringify([title, team?.value, metrics.map(({ value }) => value)]);
}

/** What is said aloud of a section, as views need it. */
export type SpokenSection = Pick<FullSection, 'words' | 'spoken'>;

function moved<Placed extends { readonly span: Span }>(placed: Placed, by: number): Placed {
	return { ...placed, span: { start: placed.span.start + by, end: placed.span.end + by } };
}
