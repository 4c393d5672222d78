import type { Lookups } from '../framework/lookups.ts';
import { FrontMatterCache } from '../story/frontMatter.ts';
import { MarkdownChunks } from '../story/markdownChunks.ts';
import type { FullSection, ParsedStory } from '../story/model.ts';
import type { Document, DocumentCaches } from '../story/document.ts';
import type { BlockReading } from '../story/tokens.ts';
import { GenerationCache } from '../text/generationCache.ts';
import type { Finding } from '../text/problem.ts';
import type { Span } from '../text/span.ts';

/** What is told in a section, as views need it. */
type Told = Pick<FullSection, 'words' | 'told'>;

/** What was found in a story, its places counted from the start of the story. */
interface KnownStory {
	readonly findings: Map<string, readonly Finding[]>;
	told?: readonly Told[];
}

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
	readonly caches: DocumentCaches = {
		frontMatter: new FrontMatterCache(),
		chunks: new MarkdownChunks(),
		blocks: new GenerationCache<BlockReading>(),
	};
	readonly #stories = new GenerationCache<KnownStory>();
	readonly #ofStory = new WeakMap<ParsedStory, KnownStory>();
	#circumstances: Circumstances | undefined;

	/** Begins an analysis. */
	begin({ lookups, wordsPerMinute }: Circumstances): void {
		const before = this.#circumstances;
		const isSame = before?.lookups === lookups && before.wordsPerMinute === wordsPerMinute;
		this.caches.blocks.begin();
		if (isSame) this.#stories.begin();
		else this.#stories.clear();
		this.#circumstances = { lookups, ...(wordsPerMinute !== undefined && { wordsPerMinute }) };
	}

	/**
	 * What a rule finds in a story that looks at nothing but its stretch of the document, its tags and its sections.
	 *
	 * @param find asks the rule
	 */
	findings(rule: string, story: ParsedStory, document: Document, find: () => readonly Finding[]): readonly Finding[] {
		const known = this.#storyOf(story, document);
		if (!known) return find();
		const { start } = story.span;
		let findings = known.findings.get(rule);
		if (!findings) known.findings.set(rule, (findings = find().map((finding) => moved(finding, -start))));
		return findings.map((finding) => moved(finding, start));
	}

	/**
	 * What is told in the sections of a story.
	 *
	 * @param read reads it
	 */
	told(story: ParsedStory, document: Document, read: () => readonly Told[]): readonly Told[] {
		const known = this.#storyOf(story, document);
		return known ? (known.told ??= read()) : read();
	}

	#storyOf(story: ParsedStory, { tree }: Document): KnownStory | undefined {
		const found = this.#ofStory.get(story);
		if (found) return found;
		const { span, anchor, sections, tags } = story;
		const identity = tree.identify(span);
		if (identity === undefined) return undefined;
		const from = (at: Span) => `${at.start - span.start}+${at.end - at.start}`;
		const parts = sections.map(
			({ kind, empty, name, body }) => `${kind}${empty ? '-' : ''} ${from(name)} ${from(body)}`,
		);
		const key = [identity, from(anchor), ...tags.map(({ competency }) => competency), '', ...parts].join('\n');
		const known = this.#stories.get(key, () => ({ findings: new Map() }));
		this.#ofStory.set(story, known);
		return known;
	}
}

function moved(finding: Finding, by: number): Finding {
	return { ...finding, span: { start: finding.span.start + by, end: finding.span.end + by } };
}
