import { nothing, type FullAnalysis } from './analysis.ts';
import { type SeveritySettings, severityOf } from './rules/severity.ts';
import { lineEnd } from './text/lines.ts';

const rule = 'document-intricate';

/**
 * What is said of a document whose analysis had to be ended: one problem where its text marks it as a story, so that its
 * author learns why it does not count.
 * @param text the whole document
 * @param severities the author's settings; they can switch the problem off like that of any rule
 */
export function intricateDocument(text: string, severities: SeveritySettings): FullAnalysis {
	const severity = severityOf(rule, severities, 'information');
	const mark = /^[ \t]*(?:["']?competenc(?:y|ies)["']?[ \t]*:|["']?type["']?[ \t]*:[ \t]*["']?star-story|(?:\*\*|__)competenc(?:y|ies))/imu.exec(text);
	if (severity === 'off' || !mark) return nothing;
	const message = 'Too intricate to be analysed in a second: look for long runs of list marks, emphasis or links, and simplify or remove them.';
	return { ...nothing, problems: [{ rule, severity, message, span: { start: mark.index, end: lineEnd(text, mark.index) } }] };
}
