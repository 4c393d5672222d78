import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';

interface LensServices {
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
}

/** As much of a document as may be the front matter of a plan, in UTF-16 code units. */
const maxHeadLength = 2000;

/** A story to try, as the table of a plan has it. */
const hasTries = /\| \*try\* /u;

/** Offers on a plan what one does with it: to tag what it proposes, to make it anew, and to practise for it. */
export function registerPlanLenses({ language, frameworks }: LensServices): vscode.Disposable {
	const provider: vscode.CodeLensProvider = {
		async provideCodeLenses(document) {
			if (!readSettings(document.uri).codeLens || !mayBePlan(document)) return [];
			const text = document.getText();
			const header = await language.call('planHeader', [text], { urgent: true });
			if (!header) return [];
			const { framework: id } = header;
			const range = new vscode.Range(0, 0, 0, 0);
			const lenses = [
				new vscode.CodeLens(range, {
					title: 'Regenerate',
					tooltip: 'Make the plan anew from the stories as they are; what you have changed stays',
					command: commands.regeneratePlan,
					arguments: [document.uri],
				}),
			];
			if (hasTries.test(text)) {
				lenses.unshift(
					new vscode.CodeLens(range, {
						title: 'Tag these…',
						tooltip: 'A list of the stories to try, which tags those that you tick',
						command: commands.tagPlanned,
						arguments: [document.uri],
					}),
				);
			}
			lenses.push(
				new vscode.CodeLens(range, {
					title: 'It was asked…',
					tooltip: 'Note a question of this interview, and the story that you told',
					command: commands.itWasAsked,
					arguments: [document.uri],
				}),
			);
			// Practice asks the questions of the frameworks that are switched on.
			const active = frameworks.for(document.uri.toString()).find((framework) => framework.id === id);
			if (active) {
				lenses.push(
					new vscode.CodeLens(range, {
						title: 'Practise this interview',
						tooltip: `Practise the questions of ${active.name}`,
						command: commands.practise,
						arguments: [{ lens: id }],
					}),
				);
			}
			return lenses;
		},
	};
	return vscode.languages.registerCodeLensProvider({ language: 'markdown' }, provider);
}

/** False for nearly every document, without the worker. */
export function mayBePlan(document: vscode.TextDocument): boolean {
	const end = document.positionAt(maxHeadLength);
	return /^---\s*$[\s\S]*^type:.*interview-plan/mu.test(
		document.getText(new vscode.Range(0, 0, end.line, end.character)),
	);
}
