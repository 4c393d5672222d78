import { checkSchema, checkSchemaPath } from './check/checkSchema.ts';
import { frameworkSchema, frameworkSchemaPath } from './framework/file/schema.ts';
import { staff } from './framework/staff.ts';
import { rules } from './rules/index.ts';
import { rulePage } from './rules/rulePage.ts';
import { contributedSnippets } from './snippets/contributedSnippets.ts';

/** A file of the extension that is written from the core, so that the two never differ. */
export interface ContributedFile {
	/** Path from the extension's folder. */
	readonly path: string;
	readonly text: string;
}

/** The files that the build writes and the repository keeps: snippets, the schemas of framework files and of checks, and a page for each rule. */
export function contributedFiles(): readonly ContributedFile[] {
	const snippets = `${JSON.stringify(contributedSnippets(staff), null, '\t')}\n`;
	const pages = rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, text: rulePage(rule) }));
	const schema = { path: frameworkSchemaPath, text: `${JSON.stringify(frameworkSchema(), null, '\t')}\n` };
	const check = { path: checkSchemaPath, text: `${JSON.stringify(checkSchema(), null, '\t')}\n` };
	return [{ path: 'snippets/star-stories.json', text: snippets }, schema, check, ...pages];
}
