import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { plural } from '../../../core/text/words.ts';
import { pickSeveral } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { areFrameworksChosen, readSettings } from '../../settings.ts';
import { setFrameworks } from '../commands/unknownTags.ts';

/** Asks which built-in frameworks are to be active, and sets that: "Which company?". */
export function registerChooseFrameworks(frameworks: Frameworks): vscode.Disposable {
	return vscode.commands.registerCommand(commands.chooseFrameworks, async () => {
		const folder = vscode.workspace.workspaceFolders?.[0];
		const hasOwn = folder !== undefined && frameworks.fileFor(folder.uri.toString()) !== undefined;
		const areChosen = folder !== undefined && areFrameworksChosen(folder.uri);
		const active = hasOwn && !areChosen ? [] : readSettings(folder?.uri).frameworks;
		const rows = [...(await frameworks.builtIn()).values()].map(({ id, name, competencies, asOf }) => ({
			label: name,
			description: `${plural(competencies.length, 'competency', 'competencies')}${asOf === undefined ? '' : `, as of ${asOf}`}`,
			detail: competencies.map((each) => each.name).join(' · '),
			picked: active.includes(id),
			id,
		}));
		const picked = await pickSeveral(rows, {
			title: 'Choose Frameworks',
			placeHolder: hasOwn
				? 'Which are to be active beside your framework file?'
				: 'Which company, and what does it ask about?',
			matchOnDetail: true,
		});
		if (!picked) return;
		const chosen = rows.flatMap(({ id }) => (picked.some((each) => each.id === id) ? [id] : []));
		if (chosen.join() === active.join()) return;
		await setFrameworks(chosen.length > 0 ? chosen : undefined, folder);
	});
}
