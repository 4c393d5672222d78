import * as vscode from 'vscode';
import { createLookup } from '../../core/framework/lookup.ts';
import { commands } from '../ids.ts';
import type { Services } from '../services.ts';

/** Begins a story for a competency, by the id that a page names; for any where no active framework has it. */
export async function newStoryFor(id: string | undefined, { frameworks }: Pick<Services, 'frameworks'>): Promise<void> {
	const competency = createLookup(frameworks.for(undefined)).all.find((each) => each.id === id);
	await (competency ? vscode.commands.executeCommand(commands.newStoryFor, { coverage: { competency } }) : vscode.commands.executeCommand(commands.newStory));
}
