import * as vscode from 'vscode';
import type { Competency } from '../../../core/framework/model.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import type { OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { commands } from '../../ids.ts';
import type { ViewNode } from '../tree/opportunityRows.ts';
import { pickFolder } from './newFile.ts';
import { pickCompetency } from './pickCompetency.ts';

/** Records an experience that is to become a story: what, by when, and with whom. */
export function registerPlanOpportunity(
	opportunities: OpportunityFiles,
	libraryCoverage: LibraryCoverage,
	allKnown: () => Promise<void>,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.planOpportunity, async (node: ViewNode | undefined) => {
		const folder = await pickFolder('Where does the opportunity belong?');
		if (!folder) return;
		const competency =
			node?.kind === 'competency'
				? node.coverage.competency
				: await pickCompetency(
						// Before the scan is over every competency would be a gap.
						allKnown().then(() => libraryCoverage.for(folder.uri.toString())),
						'Plan an Opportunity',
						'Which competency needs a stronger story?',
						false,
					);
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
