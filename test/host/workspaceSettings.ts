import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { bankFile } from './bankFolder.ts';
import { eventuallyEquals } from './eventually.ts';
import { starStories } from './starStories.ts';

/** The settings of the workspace under test. */
export interface WorkspaceSettings {
	/**
	 * Replaces all settings of the workspace at once.
	 *
	 * @param settings by their full names, such as `files.exclude`; the values may be of the right type or not
	 */
	replace(settings: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Lets the tests of a suite change settings, which are gone after each. */
export function workspaceSettings(): WorkspaceSettings {
	let written = false;

	afterEach(async () => {
		if (!written) return;
		written = false;
		await vscode.workspace.fs.delete(bankFile('.vscode'), { recursive: true });
		// The next test is not to find the frameworks of this one.
		const api = await starStories();
		await eventuallyEquals(
			() => api.coverage().map(({ competency }) => competency.id),
			staff.competencies.map(({ id }) => id),
		);
	});

	return {
		async replace(settings) {
			written = true;
			const file = bankFile('.vscode/settings.json');
			await vscode.workspace.fs.writeFile(
				file,
				new TextEncoder().encode(JSON.stringify(settings, undefined, '\t')),
			);
		},
	};
}
