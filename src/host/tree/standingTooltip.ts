import * as vscode from 'vscode';
import { localDay } from '../../core/localDay.ts';
import type { Standing } from '../../core/practice/standing.ts';

/** Adds to a story's row how far it is practised: where one rests on it, and for who has it read out. */
export function addStanding(item: vscode.TreeItem, standing: Standing, now: number): vscode.TreeItem {
	const words = standingWords(standing, now);
	if (item.tooltip instanceof vscode.MarkdownString) item.tooltip.appendMarkdown(`\n\n${words}`);
	const { label } = item.accessibilityInformation ?? {};
	if (label !== undefined) item.accessibilityInformation = { label: `${label} ${words}` };
	return item;
}

/** Numbers and days alone, so that nothing in it could be taken for Markdown. */
function standingWords({ times, last, due }: Standing, now: number): string {
	const told = localDay(new Date(last));
	const practised = times === 1 ? vscode.l10n.t('Practised once, on {0}.', told) : vscode.l10n.t('Practised {0} times, last on {1}.', times, told);
	if (due === undefined) return practised;
	return `${practised} ${due <= now ? vscode.l10n.t('It is due.') : vscode.l10n.t('It is due on {0}.', localDay(new Date(due)))}`;
}
