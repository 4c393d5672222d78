import * as vscode from 'vscode';

/** What the runner wants of this run. It says so in the user settings, a channel that ships nothing. */
interface WantedRun {
	/** The extension host that it means to test; undefined where it does not mind. */
	readonly expectedHost: string | undefined;
	/** A regular expression for the full titles of the tests to run; empty for all. */
	readonly grep: string;
	/** Whether the suites run too that are the same in every host. */
	readonly everySuite: boolean;
	/** Whether random sequences are as many as in `npm run test:deep`. */
	readonly isDeep: boolean;
}

export function wantedRun(): WantedRun {
	const settings = vscode.workspace.getConfiguration('starStoriesTest');
	return {
		expectedHost: settings.get<string>('expectedHost'),
		grep: settings.get<string>('grep') ?? '',
		everySuite: settings.get<boolean>('everySuite') ?? true,
		isDeep: settings.get<boolean>('isDeep') ?? false,
	};
}
