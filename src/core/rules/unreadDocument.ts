import type { DocumentKind } from '../story/model.ts';
import { type DocumentCaches, readDocument } from '../story/document.ts';
import { isTaggedByFrontMatter } from '../story/stories.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { type Problem, type ProblemDescription, severityOf, type SeveritySettings } from '../text/problem.ts';
import { type AnalysisContext, type FullAnalysis, nothing } from './analysis.ts';

/** As much of a document, in UTF-16 code units, as is read to find out whether a story was meant. */
const maxHeadLength = 64 * 1024;

const lengthRule = 'document-length';

/**
 * What is said of a document too long to be analysed: one problem where its front matter marks it as a story, so that
 * its author learns why it does not count.
 *
 * @param text the whole document
 * @param limit what it exceeds, in UTF-16 code units
 * @param context its severities can switch the problem off like that of any rule
 * @returns undefined where the document is none of ours
 */
export function longDocumentProblems(
	text: string,
	limit: number,
	context: AnalysisContext,
	caches?: DocumentCaches,
): { readonly kind: DocumentKind; readonly problems: readonly Problem[] } | undefined {
	const head = readDocument(text.slice(0, lineStart(text, maxHeadLength) || maxHeadLength), context, caches);
	const [story] = head.stories;
	if (!story || !isTaggedByFrontMatter(head)) return undefined;
	const severity = severityOf(lengthRule, context.severities, 'information');
	if (severity === 'off') return { kind: head.kind, problems: [] };
	const message =
		`Too long to be analysed (${inKilobytes(text.length)} KB, the limit is ${inKilobytes(limit)} KB): ` +
		'split it into several files.';
	return { kind: head.kind, problems: [{ rule: lengthRule, severity, message, span: story.anchor }] };
}

function inKilobytes(length: number): number {
	return Math.ceil(length / 1024);
}

const intricacyRule = 'document-intricate';

/**
 * What is said of a document whose analysis had to be ended: one problem where its text marks it as a story, so that
 * its author learns why it does not count.
 *
 * @param text the whole document
 * @param severities the author's settings; they can switch the problem off like that of any rule
 */
export function intricateDocument(text: string, severities: SeveritySettings): FullAnalysis {
	const severity = severityOf(intricacyRule, severities, 'information');
	const mark =
		/^[ \t]*(?:["']?competenc(?:y|ies)["']?[ \t]*:|["']?type["']?[ \t]*:[ \t]*["']?star-story|(?:\*\*|__)competenc(?:y|ies))/imu.exec(
			text,
		);
	if (severity === 'off' || !mark) return nothing;
	const message =
		'Too intricate to be analysed in a second: ' +
		'look for long runs of list marks, emphasis or links, and simplify or remove them.';
	return {
		...nothing,
		problems: [
			{ rule: intricacyRule, severity, message, span: { start: mark.index, end: lineEnd(text, mark.index) } },
		],
	};
}

/**
 * What the documentation tells of documents that are not analysed. In its examples `…` stands for more text than is
 * read.
 */
export const documentProblems: readonly ProblemDescription[] = [
	{
		id: 'document-length',
		severity: 'information',
		summary: 'A story file too long to be analysed.',
		explanation:
			'More than 512 KB of text are not read: a story that can be told has three or four. ' +
			'Its stories do not count until it is shorter. Split the file: ' +
			'Split Bank into Files makes one of each story of a bank that is still read.',
		bad: ['---\ncompetencies: mentorship\n---\n\n# «Everything I ever did»\n\n…\n'],
		good: ['---\ncompetencies: mentorship\n---\n\n# One thing that I did\n'],
	},
	{
		id: 'document-intricate',
		severity: 'information',
		summary: 'A story file whose Markdown takes longer than a second to read.',
		explanation:
			'Some texts of a few kilobytes keep a Markdown parser busy for very long: ' +
			'thousands of list marks, asterisks or brackets in a row, mostly pasted by mistake. ' +
			'Reading is given up after a second, and the stories of the file do not count until it is ' +
			'simpler.',
		bad: [
			'---\n«competencies: mentorship»\n---\n\n# One thing that I did\n\n' +
				'- - - - - - - - - - - - - - - - - - - - - -\n',
		],
		good: ['---\ncompetencies: mentorship\n---\n\n# One thing that I did\n'],
	},
];
