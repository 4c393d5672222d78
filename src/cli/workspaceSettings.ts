import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { isMissing } from '../core/files/isMissing.ts';
import { reasonOf } from './readText.ts';
import { Refusal } from './refusal.ts';

/** Where VS Code keeps the settings of a folder. */
const settingsFile = join('.vscode', 'settings.json');

/**
 * The settings that a folder brings along, as VS Code would read them: comments and trailing commas are welcome.
 * @param folder path of the folder
 * @returns values by their full names; none where the folder has no settings
 * @throws Refusal where they cannot be read: what would be found without them is something else
 */
export async function readWorkspaceSettings(folder: string): Promise<Readonly<Record<string, unknown>>> {
	let text: string;
	try {
		text = await readFile(join(folder, settingsFile), 'utf8');
	} catch (error) {
		if (isMissing(error)) return {};
		throw new Refusal(`${settingsFile} cannot be read: ${reasonOf(error)}.`);
	}
	const errors: ParseError[] = [];
	const settings: unknown = parse(text.replace(/^\uFEFF/u, ''), errors, { allowTrailingComma: true, allowEmptyContent: true });
	if (errors[0]) {
		const line = text.slice(0, errors[0].offset).split('\n').length;
		throw new Refusal(`${settingsFile}, line ${line}: ${printParseErrorCode(errors[0].error)}. Mend it, or leave it out with --no-settings.`);
	}
	return typeof settings === 'object' && settings !== null ? { ...settings } : {};
}
