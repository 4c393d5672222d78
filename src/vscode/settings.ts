import * as vscode from 'vscode';
import { readStorySettings, type StorySettings } from '../core/library/settings.ts';
import { settingsSection } from './ids.ts';

/** The settings of one folder at one moment, with anything malformed left out. */
export interface Settings extends StorySettings {
	/** Whether figures stand over each story. */
	readonly codeLens: boolean;
	/** Whether the questions of a section stay in sight while they are answered. */
	readonly answeredPrompts: boolean;
	/** Whether the Competencies view follows the active editor. */
	readonly autoReveal: boolean;
	/** Whether a report names the day on which it was made. */
	readonly reportDate: boolean;
	/** Whether language models may ask for stories, and whether names are hidden from them. */
	readonly languageModelTools: { readonly enabled: boolean; readonly redact: boolean };
}

/**
 * Reads the settings that apply to a resource.
 *
 * @param scope a folder or file; undefined for the window
 */
export function readSettings(scope: vscode.Uri | undefined): Settings {
	const configuration = vscode.workspace.getConfiguration(settingsSection, scope);
	return {
		...readStorySettings((name) => configuration.get(name)),
		codeLens: configuration.get('codeLens') !== false,
		answeredPrompts: configuration.get('answeredPrompts') !== false,
		autoReveal: configuration.get('tree.autoReveal') !== false,
		reportDate: configuration.get('reportDate') !== false,
		languageModelTools: {
			enabled: configuration.get('languageModelTools.enabled') === true,
			redact: configuration.get('languageModelTools.redact') !== false,
		},
	};
}

/**
 * Whether somebody has set the frameworks, rather than left them at the default. Apart from the other settings, as VS
 * Code takes longer to say this than all of them.
 *
 * @param scope a folder or file
 */
export function areFrameworksChosen(scope: vscode.Uri): boolean {
	const value = vscode.workspace.getConfiguration(settingsSection, scope).inspect('frameworks');
	return [value?.globalValue, value?.workspaceValue, value?.workspaceFolderValue].some((each) => each !== undefined);
}
