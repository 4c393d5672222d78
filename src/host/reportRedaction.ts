import * as vscode from 'vscode';
import { type HideableField, hideableFields, usuallyHidden } from '../core/report/redact/listedNames.ts';
import type { ReportDocuments } from './reportDocuments.ts';
import type { ReportChoice, Reports } from './reports.ts';

/**
 * Asks whether names are to be hidden, and which, and shows what would become of each before anything is made.
 * @returns undefined where the author changed their mind
 */
export async function askWhatToHide(reports: Reports, documents: ReportDocuments, choice: ReportChoice): Promise<Pick<ReportChoice, 'hide'> | undefined> {
	const title = vscode.l10n.t('Create Report: names');
	const namesUnder = await reports.listed();
	const listed = namesUnder(hideableFields).length;
	const plain = { label: vscode.l10n.t('With all names'), description: '', redact: false };
	const description = listed === 0 ? vscode.l10n.t('no name is listed: nothing would be hidden') : vscode.l10n.t('companies, projects, teams and confidential names become placeholders');
	const picked = await vscode.window.showQuickPick([plain, { label: vscode.l10n.t('Redacted…'), description, redact: true }], { title, placeHolder: vscode.l10n.t('Who is going to read it?') });
	if (!picked) return undefined;
	if (!picked.redact) return {};
	const hide = listed === 0 ? usuallyHidden : await askForFields(namesUnder);
	return hide && (await confirm(reports, documents, choice, hide)) ? { hide } : undefined;
}

async function askForFields(namesUnder: Awaited<ReturnType<Reports['listed']>>): Promise<readonly HideableField[] | undefined> {
	const labels: Readonly<Record<HideableField, string>> = {
		company: vscode.l10n.t('Companies'),
		project: vscode.l10n.t('Projects'),
		team: vscode.l10n.t('Teams'),
		role: vscode.l10n.t('Roles'),
		confidential: vscode.l10n.t('Confidential names'),
	};
	const items = hideableFields.map((field) => {
		const names = namesUnder([field]).map(({ name }) => name);
		return { label: labels[field], description: names.join(', '), picked: usuallyHidden.includes(field), field };
	});
	const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Create Report: what to hide'), placeHolder: vscode.l10n.t('Names that are ticked become placeholders in every story'), canPickMany: true });
	return picked?.map(({ field }) => field);
}

interface PreviewItem extends vscode.QuickPickItem {
	readonly does?: 'create' | 'compare';
}

/** Shows what is replaced, and what is not and might have to be. */
async function confirm(reports: Reports, documents: ReportDocuments, choice: ReportChoice, hide: readonly HideableField[]): Promise<boolean> {
	const items = previewItems(await reports.redact(choice, hide), await reports.unreadable());
	for (;;) {
		// Stays while the author looks at the comparison behind it.
		const options = { title: vscode.l10n.t('Create Report: preview'), placeHolder: vscode.l10n.t('This is what becomes of the names'), ignoreFocusOut: true, matchOnDescription: true };
		const picked = await vscode.window.showQuickPick(items, options);
		if (!picked) return false;
		if (picked.does === 'create') return true;
		// A name in the list is there to be read.
		if (picked.does === 'compare') await documents.compare(choice, hide);
	}
}

function previewItems({ replaced, leftovers }: Awaited<ReturnType<Reports['redact']>>, unreadable: readonly string[]): readonly PreviewItem[] {
	const separator = (label: string): PreviewItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
	const times = (count: number) => (count === 0 ? vscode.l10n.t('not told of') : count === 1 ? vscode.l10n.t('once') : vscode.l10n.t('{0} times', count));
	const create: PreviewItem = { label: `$(check) ${vscode.l10n.t('Create the report')}`, description: replaced.length === 0 ? vscode.l10n.t('nothing is hidden: no name is listed') : '', does: 'create' };
	const compare: PreviewItem = { label: `$(diff) ${vscode.l10n.t('Compare with the names, side by side')}`, does: 'compare' };
	const parts = [create, compare];
	if (leftovers.length > 0) {
		parts.push(separator(vscode.l10n.t('stays, and comes near a listed name')));
		parts.push(...leftovers.map((label) => ({ label: `$(warning) ${label}`, description: vscode.l10n.t('list it under confidential to hide it') })));
	}
	if (unreadable.length > 0) {
		parts.push(separator(vscode.l10n.t('front matter with errors, so that names may be missing')));
		parts.push(...unreadable.map((label) => ({ label: `$(warning) ${label}` })));
	}
	if (replaced.length > 0) {
		parts.push(separator(vscode.l10n.t('replaced')));
		parts.push(...replaced.map(({ name, placeholder, count }) => ({ label: `${name} → ${placeholder}`, description: times(count) })));
	}
	return parts;
}
