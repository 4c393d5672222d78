import * as vscode from 'vscode';
import { nameOfLeftover } from '../../../core/report/redact/leftovers.ts';
import { type UnreadNames, usuallyHidden } from '../../../core/report/redact/listedNames.ts';
import { type HideableField, hideableFields } from '../../../core/text/names/hideable.ts';
import { plural } from '../../../core/text/words.ts';
import type { NameHiding } from './nameHiding.ts';
import { pickOne, pickSeveral } from '../../dialogs.ts';
import type { ReportDocuments } from './reportDocuments.ts';
import type { ReportChoice, Reports } from './reports.ts';

/**
 * Asks whether names are to be hidden, and which, and shows what would become of each before anything is made.
 *
 * @returns undefined where the author changed their mind
 */
export async function askWhatToHide(
	reports: Reports,
	documents: ReportDocuments,
	choice: ReportChoice,
): Promise<Pick<ReportChoice, 'hide' | 'also'> | undefined> {
	const title = 'Create Report: names';
	const namesUnder = reports.nameHiding.listed();
	const listed = namesUnder(hideableFields).length;
	const plain = { label: 'With all names', description: '', redact: false };
	const description =
		listed === 0
			? 'no name is listed: nothing would be hidden'
			: 'companies, projects, teams and confidential names become placeholders';
	const picked = await pickOne([plain, { label: 'Redacted…', description, redact: true }], {
		title,
		placeHolder: 'Who is going to read it?',
	});
	if (!picked) return undefined;
	if (!picked.redact) return {};
	const hide = listed === 0 ? usuallyHidden : await askForFields(namesUnder);
	return hide && confirm(reports, documents, choice, hide);
}

async function askForFields(
	namesUnder: ReturnType<NameHiding['listed']>,
): Promise<readonly HideableField[] | undefined> {
	const labels: Readonly<Record<HideableField, string>> = {
		company: 'Companies',
		project: 'Projects',
		team: 'Teams',
		role: 'Roles',
		confidential: 'Confidential names',
	};
	const items = hideableFields.map((field) => {
		const names = namesUnder([field]).map(({ name }) => name);
		return { label: labels[field], description: names.join(', '), picked: usuallyHidden.includes(field), field };
	});
	const picked = await pickSeveral(items, {
		title: 'Export Report: what to hide',
		placeHolder: 'Names that are ticked become placeholders in every story',
	});
	return picked?.map(({ field }) => field);
}

interface PreviewItem extends vscode.QuickPickItem {
	readonly does?: 'create' | 'compare';
	/** Words that are hidden when it is picked. */
	readonly hides?: readonly string[];
}

/**
 * Shows what is replaced, and what is not and might have to be: one click hides that too.
 *
 * @returns what is hidden in the end; undefined where the author changed their mind
 */
async function confirm(
	reports: Reports,
	documents: ReportDocuments,
	choice: ReportChoice,
	hide: readonly HideableField[],
): Promise<Pick<ReportChoice, 'hide' | 'also'> | undefined> {
	const words = new Set<string>();
	for (;;) {
		const hidden = { hide, ...(words.size > 0 && { also: [...words] }) };
		const preview = await reports.redact({ ...choice, ...hidden }, hide);
		const items = previewItems(preview, reports.nameHiding.listing().unread);
		// Stays while the author looks at the comparison behind it.
		const options = {
			title: 'Export Report: preview',
			placeHolder: 'This is what becomes of the names',
			ignoreFocusOut: true,
			matchOnDescription: true,
		};
		const picked = await pickOne(items, options);
		if (!picked) return undefined;
		if (picked.does === 'create') return hidden;
		// A name in the list of those that are replaced is there to be read.
		if (picked.does === 'compare') await documents.compare(choice, hidden);
		for (const word of picked.hides ?? []) words.add(word);
	}
}

function previewItems(
	{ replaced, leftovers }: Awaited<ReturnType<Reports['redact']>>,
	unreadable: readonly UnreadNames[],
): readonly PreviewItem[] {
	const separator = (label: string): PreviewItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
	const times = (count: number) => (count === 0 ? 'not told of' : count === 1 ? 'once' : `${count} times`);
	const create: PreviewItem = {
		label: 'Create the report',
		iconPath: new vscode.ThemeIcon('check'),
		description:
			unreadable.length > 0
				? `names may be missing: ${plural(unreadable.length, 'file')} could not be read for them`
				: replaced.length === 0
					? 'nothing is hidden: no name is listed'
					: '',
		does: 'create',
	};
	const compare: PreviewItem = {
		label: 'Compare with the names, side by side',
		iconPath: new vscode.ThemeIcon('diff'),
		does: 'compare',
	};
	const parts = [create, compare];
	if (unreadable.length > 0) {
		parts.push(separator('could not be read, so that names may be missing'));
		parts.push(
			...unreadable.map(({ path, reason }) => ({
				label: path,
				iconPath: new vscode.ThemeIcon('warning'),
				description: reason,
			})),
		);
	}
	if (leftovers.length > 0) {
		const hiding = (label: string, hides: readonly string[]): PreviewItem => ({
			label,
			iconPath: new vscode.ThemeIcon('eye-closed'),
			description: 'pick it to hide it too',
			hides: hides.map(nameOfLeftover),
		});
		parts.push(separator('stays, and comes near a listed name'));
		parts.push(...leftovers.map((label) => hiding(label, [label])));
		if (leftovers.length > 1) parts.push(hiding('All of these', leftovers));
	}
	if (replaced.length > 0) {
		parts.push(separator('replaced'));
		parts.push(
			...replaced.map(({ name, placeholder, count }) => ({
				label: `${name} → ${placeholder}`,
				description: times(count),
			})),
		);
	}
	return parts;
}
