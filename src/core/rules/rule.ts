import type { Lookups } from '../framework/lookups.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import type { Probe } from '../story/probe.ts';
import type { Finding, RuleDescription } from '../text/problem.ts';

/** What a rule finds and how to mend it. A plain object; everything about a rule stands in its one file. */
export type Rule = RuleDescription & (DocumentRule | StoryRule | CandidateRule);

/** Looks at tagged documents as a whole. */
export interface DocumentRule {
	readonly on: 'document';
	/** Whether it looks at candidates too. */
	readonly alsoOfCandidates?: true;
	check(document: Document, context: RuleContext): Iterable<Finding>;
}

/** Looks at each story of tagged documents. */
export interface StoryRule {
	readonly on: 'story';
	/**
	 * Whether its findings depend on nothing but the story's stretch of the document, its tags and its sections, and
	 * have no fixes: they are then remembered while something else is being written.
	 */
	readonly isLocal?: boolean;
	/** What it finds in the title and the fields besides, which may stand elsewhere. */
	checkFields?(story: ParsedStory, document: Document, context: RuleContext): Iterable<Finding>;
	check(story: ParsedStory, document: Document, context: RuleContext): Iterable<Finding>;
}

/** Looks at the story of a candidate, which no other rule sees. */
export interface CandidateRule {
	readonly on: 'candidate';
	check(story: ParsedStory, document: Document, context: RuleContext): Iterable<Finding>;
}

export interface RuleContext {
	readonly lookups: Lookups;
	/** How fast the author speaks; 150 when left out. */
	readonly wordsPerMinute?: number;
	/** Age in years beyond which a story is called stale; 5 when left out. */
	readonly staleAfterYears?: number;
	/** Today as `YYYY-MM-DD`, as the core has no clock; when left out nothing is called stale. */
	readonly today?: string;
	/** Every rule by its id. */
	readonly ruleIds?: readonly string[];
	/** What an interviewer asks about a story of the document, worked out once an analysis. */
	readonly probesOf?: (story: ParsedStory) => readonly Probe[];
}
