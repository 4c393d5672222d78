import { addListItem } from '../edit/frontMatterList.ts';
import { insertion } from '../edit/editResult.ts';
import { sharesFrontMatter } from '../edit/storyLine.ts';
import { type Document, readDocument } from '../story/document.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart } from '../text/lines.ts';
import type { Fix, Problem } from '../text/problem.ts';
import { analyse } from './analyse.ts';
import type { AnalysisContext, FullAnalysis } from './analysis.ts';
import { rules } from './index.ts';

/** What is said of a problem that somebody does not want to hear of. */
export type UnwantedProblem = Pick<Problem, 'rule' | 'span' | 'story'>;

/**
 * The ways to switch a rule off where it found something: for the line, by a comment above it, and for the story, in
 * front matter or by comments around it. Each is tried out: after it the document has the same stories, and no other
 * problem comes or goes.
 *
 * @param text the whole document
 */
export function switchOffFixes(text: string, context: AnalysisContext, problem: UnwantedProblem): readonly Fix[] {
	if (!rules.some(({ id }) => id === problem.rule)) return [];
	const before = analyse(text, context);
	const document = readDocument(text, context);
	const ways: readonly (readonly [where: string, candidates: readonly (readonly TextEdit[])[]])[] = [
		['this line', onLine(document, problem)],
		['this story', onStory(document, problem)],
	];
	return ways.flatMap(([where, candidates]) => {
		const edits = candidates.find((each) => isQuiet(before, analyse(applyEdits(text, each), context), problem));
		return edits ? [{ title: `Switch off ${problem.rule} for ${where}`, edits }] : [];
	});
}

/** A comment on a line of its own, or at the end of the line above where that is of the same paragraph. */
function onLine({ text, frontMatter }: Document, { rule, span }: UnwantedProblem): readonly (readonly TextEdit[])[] {
	const start = lineStart(text, span.start);
	if (frontMatter && start < frontMatter.span.end) return [];
	const comment = `<!-- star-stories-disable-next-line ${rule} -->`;
	const [marks = ''] = /^(?:[ \t]*>)*[ \t]*/u.exec(text.slice(start, lineEnd(text, start))) ?? [];
	const above = [insertion(start, marks + comment + lineEndingOf(text))];
	const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
	const previous = text.slice(lineStart(text, end), end);
	const isBelowText = start > 0 && !/^[\s>]*$/u.test(previous) && !/^[\s>]*#{1,6}[ \t]/u.test(previous);
	// A comment of its own would make two paragraphs of one.
	return isBelowText && !/(?: {2}|\\)$/u.test(previous) ? [[insertion(end, ` ${comment}`)], above] : [above];
}

function onStory(document: Document, { rule, story: index }: UnwantedProblem): readonly (readonly TextEdit[])[] {
	const { text, frontMatter, stories } = document;
	const story = index === undefined && stories.length > 1 ? undefined : stories[index ?? 0];
	if (!story) return [];
	if (!sharesFrontMatter(document, story)) return [addListItem(text, frontMatter, 'ignore', rule).edits];
	const eol = lineEndingOf(text);
	const above = insertion(story.span.start, `<!-- star-stories-disable ${rule} -->${eol}${eol}`);
	if (story.span.end === text.length) return [[above]];
	return [[above, insertion(story.span.end, `<!-- star-stories-enable ${rule} -->${eol}${eol}`)]];
}

/** Whether there is one problem less, or more of the same rule, and nothing else is read otherwise. */
function isQuiet(before: FullAnalysis, after: FullAnalysis, { rule }: UnwantedProblem): boolean {
	const of = ({ problems }: FullAnalysis, own: boolean) => problems.filter((each) => (each.rule === rule) === own);
	const others = (analysis: FullAnalysis) => of(analysis, false).map((each) => each.rule);
	const told = ({ kind, stories }: FullAnalysis) => [
		kind,
		...stories.map(({ title, tags, sections }) => [
			title,
			...tags.map((tag) => tag.text),
			...sections.map((section) => `${section.kind} ${section.spoken}`),
		]),
	];
	return (
		of(after, true).length < of(before, true).length &&
		others(after).join() === others(before).join() &&
		JSON.stringify(told(after)) === JSON.stringify(told(before))
	);
}
