import type { TextEdit } from './edit.ts';
import type { Span } from './span.ts';

export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

export interface RuleDescription {
	/** Stable name, used in settings, in `ignore` and in documentation. */
	readonly id: string;
	/** Severity unless the settings say otherwise. */
	readonly severity: Severity | 'off';
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

/** One place where a rule found something. */
export interface Finding {
	/** The exact words at fault. */
	readonly span: Span;
	/** Short, concrete and kind. */
	readonly message: string;
	/** The tag at fault, where no active framework knows it. */
	readonly unknownTag?: UnknownTag;
	/** Makes the ways to mend it; nobody asks for those of a file that no editor holds. */
	readonly fixes?: () => readonly Fix[];
}

/** A tag that no active framework knows; what mends it lies outside the document. */
export interface UnknownTag {
	/** As it is written. */
	readonly text: string;
	/** Ids of the built-in frameworks that know it. */
	readonly frameworks: readonly string[];
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

/** What a page tells of a kind of problem, whether a rule finds it or the reader of a file. */
export interface ProblemDescription extends RuleDescription {
	/** What its examples are written in; Markdown when left out. */
	readonly language?: 'markdown' | 'yaml';
	/** Whether no setting changes its severity. */
	readonly fixedSeverity?: true;
}

/** Severities by rule id, as the author set them. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>;

/**
 * How much the findings of a rule matter to the author.
 *
 * @param rule with the severity that it has unless the author set another
 */
export function severityOf(
	rule: Pick<RuleDescription, 'id' | 'severity'>,
	settings: SeveritySettings,
): Severity | 'off' {
	// Nothing that every object inherits is a setting.
	return (Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined) ?? rule.severity;
}
