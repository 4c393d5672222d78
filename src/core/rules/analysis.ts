import type { DocumentContext, DocumentKind, FullStory, Story } from '../story/model.ts';
import type { Problem, SeveritySettings } from '../text/problem.ts';
import type { Located } from '../text/span.ts';
import type { RuleFailure } from './run.ts';

/** What an analysis depends on besides the text. */
export interface AnalysisContext extends DocumentContext {
	readonly severities: SeveritySettings;
	/** How fast the author speaks; 150 when left out. */
	readonly wordsPerMinute?: number;
	/** Age in years beyond which a story is called stale; 5 when left out. */
	readonly staleAfterYears?: number;
	/** Today as `YYYY-MM-DD`, as the core has no clock; when left out nothing is called stale. */
	readonly today?: string;
}

/** Everything the tool knows about one document. Plain data: it crosses threads and holds no syntax tree. */
export interface Analysis {
	readonly kind: DocumentKind;
	readonly stories: readonly Story[];
	readonly problems: readonly Problem[];
	readonly failures: readonly RuleFailure[];
	/** The rules that the author names in order to switch them off or on, as written; absent where there are none. */
	readonly namedRules?: readonly Located<string>[];
}

/** An analysis with the words of the stories. */
export interface FullAnalysis extends Analysis {
	readonly stories: readonly FullStory[];
}

/** Nothing to say: what an analysis of any other Markdown file comes to. */
export const nothing: FullAnalysis = { kind: 'other', stories: [], problems: [], failures: [] };
