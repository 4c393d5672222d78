import { type DocumentCaches, readDocument } from '../story/document.ts';
import { documentNames } from '../story/documentNames.ts';
import { isTaggedByFrontMatter } from '../story/stories.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { unreadNames } from '../text/names/hideable.ts';
import { type ProblemDescription, severityOf, type SeveritySettings } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { type AnalysisContext, type FullAnalysis, nothing } from './analysis.ts';

/**
 * Longest document, in UTF-16 code units, that is read in full. remark takes 0.85 s for 1 MB of plain prose on a
 * 2-core machine with Node 20, so this keeps an analysis well below a second. A spoken story has 3 to 4 KB.
 */
export const maxDocumentLength = 512 * 1024;

/** As much of a longer document, in UTF-16 code units, as is read to find out whether a story was meant. */
const maxHeadLength = 64 * 1024;

const documentLength: ProblemDescription = {
	id: 'document-length',
	severity: 'information',
	summary: 'A story file too long to be analysed.',
	explanation:
		'More than 512 KB of text are not read: a story that can be told has three or four. ' +
		'Its stories do not count until it is shorter. ' +
		'Split the file: Split Bank into Files makes one of each story of a bank that is still read.',
	// `…` stands for more text than is read.
	bad: ['---\ncompetencies: mentorship\n---\n\n# «Everything I ever did»\n\n…\n'],
	good: ['---\ncompetencies: mentorship\n---\n\n# One thing that I did\n'],
};

const documentIntricate: ProblemDescription = {
	id: 'document-intricate',
	severity: 'information',
	summary: 'A story file whose Markdown takes longer than a second to read.',
	explanation:
		'Some texts of a few kilobytes keep a Markdown parser busy for very long: ' +
		'thousands of list marks, asterisks or brackets in a row, mostly pasted by mistake. ' +
		'Reading is given up after a second, and the stories of the file do not count until it is simpler.',
	bad: [
		'---\n«competencies: mentorship»\n---\n\n# One thing that I did\n\n' +
			'- - - - - - - - - - - - - - - - - - - - - -\n',
	],
	good: ['---\ncompetencies: mentorship\n---\n\n# One thing that I did\n'],
};

/** What can be wrong with a document that is not analysed, for the documentation and the settings. */
export const documentProblems: readonly ProblemDescription[] = [documentLength, documentIntricate];

/**
 * The analysis of a document that is too long to be read: one problem where its front matter marks it as a story, so
 * that its author learns why it does not count.
 *
 * @param text the whole document, longer than {@link maxDocumentLength}
 * @param context its severities can switch the problem off like that of any rule
 */
export function longDocument(text: string, context: AnalysisContext, caches?: DocumentCaches): FullAnalysis {
	const head = readDocument(text.slice(0, lineStart(text, maxHeadLength) || maxHeadLength), context, caches);
	const [story] = head.stories;
	if (!story || !isTaggedByFrontMatter(head)) return nothing;
	const message =
		`Too long to be analysed (${inKilobytes(text.length)} KB, the limit is ${inKilobytes(maxDocumentLength)} KB): ` +
		'split it into several files.';
	return {
		...withProblem(documentLength, context.severities, message, story.anchor),
		kind: head.kind,
		names: unreadNames('it is too long to be read', documentNames(head)),
	};
}

function inKilobytes(length: number): number {
	return Math.ceil(length / 1024);
}

/** What marks a document as a story, in front matter or in a line below a heading. */
const storyMark =
	/^[ \t]*(?:["']?competenc(?:y|ies)["']?[ \t]*:|["']?type["']?[ \t]*:[ \t]*["']?star-story|(?:\*\*|__)competenc(?:y|ies))/imu;

/**
 * The analysis of a document whose reading had to be ended: one problem where its text marks it as a story, so that its
 * author learns why it does not count.
 *
 * @param text the whole document
 * @param severities the author's settings; they can switch the problem off like that of any rule
 */
export function intricateDocument(text: string, severities: SeveritySettings): FullAnalysis {
	const mark = storyMark.exec(text);
	if (!mark) return nothing;
	const message =
		'Too intricate to be analysed in a second: ' +
		'look for long runs of list marks, emphasis or links, and simplify or remove them.';
	const span = { start: mark.index, end: lineEnd(text, mark.index) };
	return {
		...withProblem(documentIntricate, severities, message, span),
		names: unreadNames('it is too intricate to be read'),
	};
}

function withProblem(
	description: ProblemDescription,
	severities: SeveritySettings,
	message: string,
	span: Span,
): FullAnalysis {
	const severity = severityOf(description, severities);
	return severity === 'off' ? nothing : { ...nothing, problems: [{ rule: description.id, severity, message, span }] };
}
