import { loadFramework } from '../framework/file/loadFramework.ts';
import { normaliseName } from '../framework/nearness.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart } from '../text/lines.ts';
import { readYaml } from '../text/yaml/readYaml.ts';
import { yamlFlowList, yamlScalar } from '../text/yaml/yamlText.ts';
import { type EditResult, insertion, noEdits, refuse } from './editResult.ts';

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
	const edit = editFor(text, added);
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

function editFor(text: string, questions: readonly NewQuestion[]): TextEdit | undefined {
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	const ending = lineEndingOf(text);
	const { root } = readYaml(text, { start, end: text.length }, '');
	if (root?.kind !== 'mapping' || root.brackets || /^\.\.\.\s*$/mu.test(text)) return undefined;
	const entry = root.entries.find(({ name }) => name === 'questions');
	if (!entry) {
		const gap = text.endsWith('\n') || text.endsWith('\r') ? ending : ending + ending;
		return insertion(text.length, `${gap}questions:${ending}${itemsOf(questions, '  ', ending)}${ending}`);
	}
	const { key, value } = entry;
	if (value.kind === 'list' && !value.brackets) {
		const indent = text.slice(lineStart(text, value.part.start), value.part.start);
		if (!/^ *$/u.test(indent)) return undefined;
		return insertion(lineEnd(text, value.part.end), ending + itemsOf(questions, indent, ending));
	}
	const items = ending + itemsOf(questions, '  ', ending);
	if (value.kind === 'scalar' && value.type === 'empty' && value.form !== 'alias')
		return insertion(lineEnd(text, key.written.end), items);
	if (value.kind !== 'list' || !value.brackets || value.items.length > 0) return undefined;
	// The space before `[]` goes with it.
	const bracket = value.brackets.start;
	const from = text.charAt(bracket - 1) === ' ' ? bracket - 1 : bracket;
	return { span: { start: from, end: value.brackets.end }, newText: items };
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
