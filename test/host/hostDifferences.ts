/** Where the extension hosts may differ, which is why a suite runs in each of them. */
export const hostDifferences = {
	activation: 'what VS Code loads, registers and hands out',
	worker: 'how the worker is started and spoken to',
	files: 'finding, watching, reading and writing files',
	encodings: 'how bytes become text',
	storage: 'what VS Code keeps for the extension',
	views: 'trees and pages',
	edits: 'how VS Code makes edits and saves them',
} as const;

export type HostDifference = keyof typeof hostDifferences;
