import { describedProblems } from './describedProblems.ts';
import { contributedSnippets } from './edit/snippets/storySnippets.ts';
import { staff } from './framework/built-in/staff.ts';
import { frameworkSchema, frameworkSchemaPath } from './framework/file/schema.ts';
import { answerSchemas } from './report/answers/schemas.ts';
import { checkSchema, checkSchemaPath } from './report/check/checkResult.ts';
import { reportSchema, reportSchemaPath } from './report/reportSchema.ts';
import { probesPage, probesPagePath } from './rules/probes/probesPage.ts';
import { rulePage, rulesPage, rulesPagePath } from './rules/rulePage.ts';
import { formsPage, formsPagePath } from './story/formsPage.ts';
import { grammarPath, injectionGrammar } from './story/grammar/injection.ts';

/** A file of the extension that is written from the core, so that the two never differ. */
export interface ContributedFile {
	/** Path from the extension's folder. */
	readonly path: string;
	readonly text: string;
}

/**
 * The files that the build writes and the repository keeps: snippets, the grammar, the schemas of framework files and
 * of what the command line answers, a page for each kind of problem and one of them all, one of the forms of
 * sections, and one of follow-up questions.
 */
export function contributedFiles(): readonly ContributedFile[] {
	const snippets = `${JSON.stringify(contributedSnippets(staff), null, '\t')}\n`;
	const pages = describedProblems.map((rule) => ({ path: `docs/rules/${rule.id}.md`, text: rulePage(rule) }));
	const schema = { path: frameworkSchemaPath, text: `${JSON.stringify(frameworkSchema(), null, '\t')}\n` };
	const check = { path: checkSchemaPath, text: `${JSON.stringify(checkSchema(), null, '\t')}\n` };
	const report = { path: reportSchemaPath, text: `${JSON.stringify(reportSchema(), null, '\t')}\n` };
	const answers = Object.entries(answerSchemas).map(([name, answerSchema]) => ({
		path: `schemas/${name}.schema.json`,
		text: `${JSON.stringify(answerSchema(), null, '\t')}\n`,
	}));
	const grammar = { path: grammarPath, text: `${JSON.stringify(injectionGrammar(), null, '\t')}\n` };
	const list = { path: rulesPagePath, text: rulesPage(describedProblems) };
	const forms = { path: formsPagePath, text: formsPage() };
	const probes = { path: probesPagePath, text: probesPage() };
	return [
		{ path: 'snippets/star-stories.json', text: snippets },
		grammar,
		schema,
		check,
		report,
		...answers,
		forms,
		list,
		probes,
		...pages,
	];
}
