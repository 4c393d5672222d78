import { isRenamed, type RenameResult, type Renaming } from '../../edit/rename.ts';
import { Lookups } from '../../framework/lookups.ts';
import type { Framework } from '../../framework/model.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import type { InterviewContent } from './interview.ts';
import { contentOf } from './readingBack.ts';
import { listInterviews, readInterviews } from './readInterviews.ts';

/**
 * Renames a competency in the list of interviews: behind the questions that name it, and where a label does.
 *
 * @param lookups of the frameworks that are active for the file now
 * @param framework the framework file's own, as it will be; undefined where it stays as it is
 */
export function renameInInterviews(
	text: string,
	lookups: Lookups,
	framework: Framework | undefined,
	renaming: Renaming,
): RenameResult {
	const after = framework
		? new Lookups([framework, ...lookups.frameworks.filter(({ id }) => id !== framework.id)])
		: lookups;
	const { interviews } = listInterviews(text, lookups);
	const spans = interviews.flatMap(({ questions }) => questions.flatMap(({ competency }) => competency ?? []));
	const places = spans.filter(({ start, end }) => {
		const name = text.slice(start, end);
		// A name in another case stays where it is still understood.
		return isRenamed(name, renaming) && (name === renaming.from || after.competencies.find(name) === undefined);
	});
	if (places.length === 0) return { edits: [] };
	const expected = contentOf(withoutIds(interviews.map(({ interview }) => interview)));
	for (const written of [renaming.to, escapeMarkdown(renaming.to)]) {
		const edits = places.map((span): TextEdit => ({ span, newText: written }));
		if (contentOf(withoutIds(readInterviews(applyEdits(text, edits), after))) === expected) return { edits };
	}
	return { refusal: `“${renaming.to}” cannot stand in a list of interviews: leave out its marks and brackets.` };
}

/** What must not change: everything but which competency it is. */
function withoutIds(interviews: readonly InterviewContent[]): readonly InterviewContent[] {
	return interviews.map((interview) => ({
		...interview,
		asked: interview.asked.map((asked) => ({
			...asked,
			...(asked.competency !== undefined && { competency: '' }),
		})),
	}));
}
