/**
 * The paths of files for those who work on the extension. No package holds them; of npm's the `.d.ts` of the API is for
 * users.
 */
export const forContributors =
	/^(?:src|test|\.\w|(?:CONTRIBUTING|SECURITY)\.md|docs\/(?:architecture|releasing)\.md|docs\/decisions\/)/u;
