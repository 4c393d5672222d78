import type { DocumentContext, DocumentKind, FullStory, Story } from '../story/model.ts';
import type { NamesRead } from '../text/names/hideable.ts';
import type { Problem, SeveritySettings } from '../text/problem.ts';
import type { Located } from '../text/span.ts';
import type { RuleContext } from './rule.ts';
import type { RuleFailure } from './run.ts';

/** What an analysis depends on besides the text. */
export interface AnalysisContext extends DocumentContext, RuleContext {
	readonly severities: SeveritySettings;
}

/** Everything the tool knows about one document. Plain data: it crosses threads and holds no syntax tree. */
export interface Analysis {
	readonly kind: DocumentKind;
	readonly stories: readonly Story[];
	readonly problems: readonly Problem[];
	readonly failures: readonly RuleFailure[];
	/** The rules that the author names in order to switch them off or on, as written; absent where there are none. */
	readonly namedRules?: readonly Located<string>[];
	/** The names that the document lists to be hidden, whatever the settings; absent where there are none, for sure. */
	readonly names?: NamesRead;
}

/** An analysis with the words of the stories. */
export interface FullAnalysis extends Analysis {
	readonly stories: readonly FullStory[];
}

/** Nothing to say: what an analysis of any other Markdown file comes to. */
export const nothing: FullAnalysis = { kind: 'other', stories: [], problems: [], failures: [] };

/** Whether anything is known of a document that anybody asks for. */
export function saysAnything({ kind, problems, names }: Pick<Analysis, 'kind' | 'problems' | 'names'>): boolean {
	return kind !== 'other' || problems.length > 0 || names !== undefined;
}
