import type { Problem } from './rules/rule.ts';
import { type SeveritySettings, severityOf } from './rules/severity.ts';
import type { DocumentKind } from './story/model.ts';
import { isTaggedByFrontMatter } from './story/stories.ts';
import { type ParseContext, parseDocument } from './story/parse.ts';
import { lineStart } from './text/lines.ts';

/** As much of a document, in UTF-16 code units, as is read to find out whether a story was meant. */
const maxHeadLength = 64 * 1024;

const rule = 'document-length';

/**
 * What is said of a document too long to be analysed: one problem where its front matter marks it as a story, so that
 * its author learns why it does not count.
 * @param text the whole document
 * @param limit what it exceeds, in UTF-16 code units
 * @param severities the author's settings; they can switch the problem off like that of any rule
 * @returns undefined where the document is none of ours
 */
export function longDocumentProblems(
	text: string,
	limit: number,
	context: ParseContext,
	severities: SeveritySettings,
): { readonly kind: DocumentKind; readonly problems: readonly Problem[] } | undefined {
	const head = parseDocument(text.slice(0, lineStart(text, maxHeadLength) || maxHeadLength), context);
	const [story] = head.stories;
	if (!story || !isTaggedByFrontMatter(head)) return undefined;
	const severity = severityOf(rule, severities, 'information');
	if (severity === 'off') return { kind: head.kind, problems: [] };
	const message =
		`Too long to be analysed (${inKilobytes(text.length)} KB, the limit is ${inKilobytes(limit)} KB): ` +
		'split it into several files.';
	return { kind: head.kind, problems: [{ rule, severity, message, span: story.anchor }] };
}

function inKilobytes(length: number): number {
	return Math.ceil(length / 1024);
}
