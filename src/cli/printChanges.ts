import { changeJson, type ChangeResult, changeSummary } from '../core/report/answers/changeResult.ts';
import { textsIn } from '../core/report/redact/redactData.ts';
import { redactResult } from '../core/report/redact/redactResult.ts';
import { escapeTerminal, visibleControls } from '../core/text/escape.ts';
import type { ListedName } from '../core/text/names/hideable.ts';
import { tellHidden } from './hideNames.ts';
import { type ExitCode, exitCodes } from './terminal.ts';

/**
 * Prints what was changed, or would be: the diff of a dry run, else what was done, a line a file.
 *
 * @param names that are to be hidden; undefined where none is
 * @param code where nothing went wrong
 */
export function printChanges(
	result: ChangeResult,
	format: 'text' | 'json',
	names: readonly ListedName[] | undefined,
	code: ExitCode,
): ExitCode {
	const hidden = names && redactResult(result, names);
	const shown = hidden?.result ?? result;
	process.stdout.write(format === 'json' ? changeJson(shown) : changeText(shown));
	const hiding = names && hidden ? tellHidden(names, hidden.replaced, textsIn(shown)) : exitCodes.ok;
	return hiding === exitCodes.ok ? code : hiding;
}

function changeText(result: ChangeResult): string {
	if (!result.written) return result.files.map(({ diff }) => shownDiff(diff)).join('');
	const lines = result.files.map(({ file, what }) => escapeTerminal(`${file}: ${what.join(', ')}`));
	return `${[...lines, changeSummary(result)].join('\n')}\n`;
}

/**
 * A file gets the diff as it is, so that it can be applied; a terminal, or the log of a workflow, nothing that steers
 * it.
 */
function shownDiff(diff: string): string {
	if (process.env['GITHUB_ACTIONS']) return diff.replace(/[^\n]+/gu, escapeTerminal);
	// A return without a feed would go back over the line.
	return process.stdout.isTTY ? visibleControls(diff).replaceAll(/\r(?!\n)/gu, '\\u000d') : diff;
}
