import * as vscode from 'vscode';
import { nameOfLeftover } from '../../../core/report/redact/leftovers.ts';
import { type UnreadNames, usuallyHidden } from '../../../core/report/redact/listedNames.ts';
import { type HideableField, hideableFields } from '../../../core/text/names/hideable.ts';
import { plural } from '../../../core/text/words.ts';
import type { NameHiding } from './nameHiding.ts';
import { back, pickStep, type Step } from '../../steps.ts';
import type { ReportDocuments } from './reportDocuments.ts';
import type { Reports } from './reports.ts';
import { chosen, type ReportAnswers, titleFor } from './reportAnswers.ts';

/**
 * The steps that ask whether names are to be hidden, and which, and that show what would become of each before anything
 * is made.
 *
 * @param redact whether names are hidden: as was answered, else as last time
 */
export function hidingSteps(
	reports: Reports,
	documents: ReportDocuments,
	last: ReportAnswers,
	redact: boolean | undefined,
): readonly Step<ReportAnswers>[] {
	const namesUnder = reports.nameHiding.listed();
	const isListed = namesUnder(hideableFields).length > 0;
	const readers = readersStep(isListed, last);
	if (redact !== true) return [readers];
	return [readers, ...(isListed ? [fieldsStep(namesUnder, last)] : []), previewStep(reports, documents)];
}

function readersStep(isListed: boolean, last: ReportAnswers): Step<ReportAnswers> {
	const description = isListed
		? 'companies, projects, teams and confidential names become placeholders'
		: 'no name is listed: nothing would be hidden';
	const rows = [
		{ label: 'With all names', description: '', redact: false },
		{ label: 'Redacted…', description, redact: true },
	];
	return async ({ choice, ...answers }, place) => {
		const picked = await pickStep(rows, {
			...place,
			title: titleFor('names'),
			placeHolder: 'Who is going to read it?',
			isPreset: ({ redact }) => redact === last.redact,
		});
		return chosen(picked, ({ redact }) => ({
			...answers,
			choice: { ...choice, ...(redact && { hide: usuallyHidden }) },
			redact,
		}));
	};
}

function fieldsStep(namesUnder: ReturnType<NameHiding['listed']>, last: ReportAnswers): Step<ReportAnswers> {
	const labels: Readonly<Record<HideableField, string>> = {
		company: 'Companies',
		project: 'Projects',
		team: 'Teams',
		role: 'Roles',
		confidential: 'Confidential names',
	};
	const rows = hideableFields.map((field) => {
		const names = namesUnder([field]).map(({ name }) => name);
		return { label: labels[field], description: names.join(', '), field };
	});
	return async (answers, place) => {
		const picked = await pickStep(rows, {
			...place,
			title: titleFor('what to hide'),
			placeHolder: 'Names that are ticked become placeholders in every story',
			several: true,
			isPreset: ({ field }) => (last.choice.hide ?? usuallyHidden).includes(field),
		});
		if (picked === back || picked === undefined) return picked;
		return { ...answers, choice: { ...answers.choice, hide: picked.map(({ field }) => field) } };
	};
}

interface PreviewItem extends vscode.QuickPickItem {
	readonly does?: 'create' | 'compare';
	/** Words that are hidden when it is picked. */
	readonly hides?: readonly string[];
}

/** Shows what is replaced, and what is not and might have to be: one click hides that too. */
function previewStep(reports: Reports, documents: ReportDocuments): Step<ReportAnswers> {
	return async (answers, place) => {
		const { hide = [], ...choice } = answers.choice;
		const words = new Set<string>();
		for (;;) {
			const hidden = { hide, ...(words.size > 0 && { also: [...words] }) };
			const preview = await reports.redact({ ...choice, ...hidden }, hide);
			const items = previewItems(preview, reports.nameHiding.listing().unread);
			const picked = await pickStep(items, {
				...place,
				title: titleFor('preview'),
				placeHolder: 'This is what becomes of the names',
				// Stays while the author looks at the comparison behind it.
				ignoreFocusOut: true,
				matchOnDescription: true,
			});
			if (picked === back || picked === undefined) return picked;
			const [item] = picked;
			if (item?.does === 'create') return { ...answers, choice: { ...choice, ...hidden } };
			// A name in the list of those that are replaced is there to be read.
			if (item?.does === 'compare') await documents.compare(choice, hidden);
			for (const word of item?.hides ?? []) words.add(word);
		}
	};
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
