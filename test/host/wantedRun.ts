import * as vscode from 'vscode';

/** Put in the place of this name when the suite is bundled, which is done for one kind of extension host. */
declare const hostUnderTest: 'node' | 'web';

/** What the runner wants of this run. All but the host it says in the user settings, a channel that ships nothing. */
interface WantedRun {
	/** The extension host that the suite was bundled for. */
	readonly expectedHost: 'node' | 'web';
	/** A regular expression for the full titles of the tests to run; empty for all. */
	readonly grep: string;
	/** Whether the suites run too that are the same in every host. */
	readonly everySuite: boolean;
	/** Whether random sequences are as many as in `npm run test:deep`. */
	readonly isDeep: boolean;
	/** Whether to watch for how long the extension holds the thread of its host, which slows down the whole run. */
	readonly watchesBlocks: boolean;
}

export function wantedRun(): WantedRun {
	const settings = vscode.workspace.getConfiguration('starStoriesTest');
	return {
		expectedHost: hostUnderTest,
		grep: settings.get<string>('grep') ?? '',
		everySuite: settings.get<boolean>('everySuite') ?? true,
		isDeep: settings.get<boolean>('isDeep') ?? false,
		watchesBlocks: settings.get<boolean>('watchesBlocks') ?? false,
	};
}
