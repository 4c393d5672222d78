import type { CompetencyLookup } from '../framework/lookup.ts';
import type { Framework } from '../framework/model.ts';
import type { ParsedDocument } from '../story/parse.ts';
import type { ParsedStory } from '../story/parsedStory.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** What a rule finds and how to mend it. A plain object; everything about a rule stands in its one file. */
export type Rule = RuleDescription & (DocumentRule | StoryRule | CandidateRule);

export interface RuleDescription {
	/** Stable name, used in settings, in `ignore` and in documentation. */
	readonly id: string;
	/** Severity unless the settings say otherwise. */
	readonly severity: Severity;
	/** One sentence: what it finds. */
	readonly summary: string;
	/** Why it matters to somebody who is going to tell the story, and what to do. */
	readonly explanation: string;
	/**
	 * Documents that the rule finds fault with. Each range it must report is marked `«like this»` in the text, and an
	 * empty range `«»`. Executed by the tests and shown in the documentation.
	 */
	readonly bad: readonly string[];
	/** Documents that the rule is content with. */
	readonly good: readonly string[];
}

/** What is said of a rule where it is named. */
export type RuleSummary = Pick<RuleDescription, 'id' | 'summary'>;

/** Looks at tagged documents as a whole. */
export interface DocumentRule {
	readonly on: 'document';
	check(document: ParsedDocument, context: RuleContext): Iterable<Finding>;
}

/** Looks at each story of tagged documents. */
export interface StoryRule {
	readonly on: 'story';
	/**
	 * Whether its findings depend on nothing but the story's stretch of the document, its tags and its sections, and have no
	 * fixes: they are then remembered while something else is being written.
	 */
	readonly isLocal?: boolean;
	/** What it finds in the title and the fields besides, which may stand elsewhere. */
	checkFields?(story: ParsedStory, document: ParsedDocument, context: RuleContext): Iterable<Finding>;
	check(story: ParsedStory, document: ParsedDocument, context: RuleContext): Iterable<Finding>;
}

/** Looks at the story of a candidate, which no other rule sees. */
export interface CandidateRule {
	readonly on: 'candidate';
	check(story: ParsedStory, document: ParsedDocument, context: RuleContext): Iterable<Finding>;
}

export interface RuleContext {
	readonly frameworks: readonly Framework[];
	readonly competencies: CompetencyLookup;
	/** How fast the author speaks; 150 when left out. */
	readonly wordsPerMinute?: number;
	/** Age in years beyond which a story is called stale; 5 when left out. */
	readonly staleAfterYears?: number;
	/** Today as `YYYY-MM-DD`, as the core has no clock; when left out nothing is called stale. */
	readonly today?: string;
}

/** One place where a rule found something. */
export interface Finding {
	/** The exact words at fault. */
	readonly span: Span;
	/** Short, concrete and kind. */
	readonly message: string;
	/** Makes the ways to mend it; nobody asks for those of a file that no editor holds. */
	readonly fixes?: () => readonly Fix[];
}

/** A way to mend a finding, offered and never applied unasked. */
export interface Fix {
	/** What it does, as an imperative. */
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** Whether this is the fix most people want. */
	readonly preferred?: boolean;
	/** Whether it can change nothing that the author meant, so that it may run on save where the author asked for that. */
	readonly safe?: boolean;
}

/** A finding with its rule and severity, as it leaves the core. Plain data. */
export interface Problem extends Omit<Finding, 'fixes'> {
	readonly fixes?: readonly Fix[];
	readonly rule: string;
	readonly severity: Severity;
	/** Index of the story it belongs to, where it belongs to one. */
	readonly story?: number;
}
