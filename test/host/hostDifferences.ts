/**
 * Where the extension hosts may differ, which is why a suite runs in each of them.
 *
 * All tests run in the Node host of the current VS Code. The web worker host of the same version has no Node modules,
 * other workers, files and storage behind the same API, and one bundle for both; the oldest supported version lacks
 * what came after it (servers of the Model Context Protocol and more) and has its own ways of finding, decoding and
 * editing. There run the tests whose answer could be another for one of these reasons, and one way through each large
 * feature. What the extension makes of what it is told, it makes with the same code in every host: further cases of
 * that are `itInCurrentNode`, or in test/core over the workspace in memory.
 */
export const hostDifferences = {
	activation: 'what VS Code loads, registers and hands out',
	worker: 'how the worker is started, spoken to and ended',
	files: 'finding, watching, reading and writing files',
	encodings: 'how bytes become text',
	storage: 'what VS Code keeps for the extension',
	views: 'trees and pages',
	edits: 'how VS Code makes edits and saves them',
} as const;

export type HostDifference = keyof typeof hostDifferences;
