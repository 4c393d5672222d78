/** The formats in which the result of a check is written; the writers stand apart, so that their names are at hand. */
export const checkFormatNames = ['text', 'json', 'github', 'sarif'] as const;

export type CheckFormat = (typeof checkFormatNames)[number];
