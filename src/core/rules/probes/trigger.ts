import type { Document } from '../../story/document.ts';
import type { ParsedStory } from '../../story/model.ts';
import type { Token } from '../../story/tokens.ts';
import type { Span } from '../../text/span.ts';

/**
 * What in a story makes an interviewer ask, and what they ask. A plain object; everything about a trigger stands in its
 * one file. It is silent where it is not sure.
 */
export interface ProbeTrigger {
	/** Stable name, by which practice remembers how the answer went. */
	readonly id: string;
	/** One sentence: what makes an interviewer ask. */
	readonly summary: string;
	/** Why they ask, and what a good answer has. */
	readonly explanation: string;
	/** Stories that raise it, the words that do marked `«like this»`, with the question that is asked. */
	readonly asked: readonly { readonly story: string; readonly question: string }[];
	/** Stories that do not. */
	readonly silent: readonly string[];
	find(story: ParsedStory, document: Document): RaisedProbe | undefined;
	/** Whether words under Follow-ups, those of questions left out, answer it. */
	isAnsweredBy(tokens: readonly Token[]): boolean;
}

/** A question with what raised it. */
export interface RaisedProbe {
	readonly question: string;
	readonly span: Span;
}
