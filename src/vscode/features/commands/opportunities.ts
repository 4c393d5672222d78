import * as vscode from 'vscode';
import type { Competency } from '../../../core/framework/model.ts';
import { coverageSummary } from '../../../core/library/coverage.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import type { OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { commands } from '../../ids.ts';
import type { ViewNode } from '../tree/opportunityRows.ts';
import { pickFolder } from './newFile.ts';

/** Records an experience that is to become a story: what, by when, and with whom. */
export function registerPlanOpportunity(
	opportunities: OpportunityFiles,
	libraryCoverage: LibraryCoverage,
	scanned: Promise<void>,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.planOpportunity, async (node: ViewNode | undefined) => {
		const folder = await pickFolder('Where does the opportunity belong?');
		if (!folder) return;
		const competency =
			node?.kind === 'competency'
				? node.coverage.competency
				: await pickCompetency(folder, libraryCoverage, scanned);
		if (competency) await plan(competency, folder, opportunities);
	});
}

async function plan(
	competency: Competency,
	folder: vscode.WorkspaceFolder,
	opportunities: OpportunityFiles,
): Promise<void> {
	const title = `An Opportunity for ${competency.name}`;
	const what = await vscode.window.showInputBox({
		title,
		prompt: 'What could you do that would make a stronger story?',
		placeHolder: 'Run the incident review for payments',
		validateInput: (value) => (value.trim() === '' ? 'A few words are enough.' : undefined),
	});
	if (what === undefined) return;
	const by = await vscode.window.showInputBox({
		title,
		prompt: 'By when? Enter leaves it open.',
		placeHolder: '2026-12',
	});
	if (by === undefined) return;
	const company = await vscode.window.showInputBox({
		title,
		prompt: 'With whom? Enter leaves it open.',
		placeHolder: 'Priya',
	});
	if (company === undefined) return;
	await opportunities.plan(folder.uri.toString(), {
		what: what.trim(),
		...(by.trim() !== '' && { by: by.trim().replace(/^by\s+/iu, '') }),
		...(company.trim() !== '' && { with: company.trim().replace(/^with\s+/iu, '') }),
		competency: competency.id,
	});
}

async function pickCompetency(
	folder: vscode.WorkspaceFolder,
	libraryCoverage: LibraryCoverage,
	scanned: Promise<void>,
): Promise<Competency | undefined> {
	// Before the scan is over everything would be called a gap.
	const items = scanned.then(() =>
		libraryCoverage.for(folder.uri.toString()).map((coverage) => ({
			label: coverage.competency.name,
			description: coverageSummary(coverage),
			competency: coverage.competency,
		})),
	);
	const options = { title: 'Plan an Opportunity', placeHolder: 'Which competency needs a stronger story?' };
	return (await vscode.window.showQuickPick(items, options))?.competency;
}
