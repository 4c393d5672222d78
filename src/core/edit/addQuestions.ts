import { loadFramework } from '../framework/file/loadFramework.ts';
import { normaliseName } from '../framework/nearness.ts';
import { applyEdits } from '../text/edit.ts';
import { yamlFlowList, yamlScalar } from '../text/yaml/yamlText.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { addToFrameworkList } from './frameworkList.ts';

/** A question to be added to a framework file. */
export interface NewQuestion {
	readonly text: string;
	/** Ids of the competencies that it probes; at least one. */
	readonly competencies: readonly string[];
}

/**
 * Adds questions at the end of the `questions` of a framework file; those that it asks already are left out. Nothing
 * but the new lines changes.
 *
 * @param text the whole file
 * @returns the edit, or why it can't be made
 */
export function addQuestions(text: string, questions: readonly NewQuestion[]): EditResult {
	const before = loadFramework(text);
	if (!before.framework)
		return refuse(
			'unreadable',
			'The framework file has errors: mend them first, then add the questions.',
			before.problems[0]?.span,
		);
	const known = new Set(
		before.framework.competencies.flatMap((competency) =>
			competency.questions.map((question) => normaliseName(question.text)),
		),
	);
	const added = questions.filter(
		({ text: asked }) => !known.has(normaliseName(asked)) && known.add(normaliseName(asked)),
	);
	if (added.length === 0) return noEdits;
	const edit = addToFrameworkList(text, 'questions', (indent, ending) => itemsOf(added, indent, ending));
	if (!edit || !isAsMeant(applyEdits(text, [edit]), before.framework.competencies.length, added)) {
		return refuse(
			'shape',
			'The questions of this file are written in a form that cannot be added to without changing ' +
				'what stands around it.',
		);
	}
	return { edits: [edit] };
}

/** A new framework file that extends the built-in frameworks and asks the questions. */
export function frameworkWithQuestions(presets: readonly string[], questions: readonly NewQuestion[]): string {
	return `extends: ${yamlFlowList(presets)}\n\nquestions:\n${itemsOf(questions, '  ', '\n')}\n`;
}

function itemsOf(questions: readonly NewQuestion[], indent: string, ending: string): string {
	return questions
		.map(
			({ text, competencies }) =>
				`${indent}- text: ${yamlScalar(text)}${ending}${indent}  competencies: ${yamlFlowList(competencies)}`,
		)
		.join(ending);
}

/** Whether the file now asks the questions, and is otherwise as whole as it was. */
function isAsMeant(text: string, competencies: number, questions: readonly NewQuestion[]): boolean {
	const { framework } = loadFramework(text);
	if (framework?.competencies.length !== competencies) return false;
	return questions.every((question) =>
		question.competencies.every((id) =>
			framework.competencies
				.find((competency) => competency.id === id)
				?.questions.some((asked) => normaliseName(asked.text) === normaliseName(question.text)),
		),
	);
}
