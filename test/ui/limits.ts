/** How long the workbench may take over one step before the test gives up, in milliseconds. */
export const stepLimitMilliseconds = 30_000;
