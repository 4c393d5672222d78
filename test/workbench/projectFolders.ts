import path from 'node:path';

/** The root of the checkout: the folder of package.json. */
export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** Server builds of VS Code, installed once. Out of node_modules, which `npm ci` empties. */
export const cacheFolder = path.join(projectFolder, '.vscode-test');

/** Everything that a test run writes: bundles, screenshots. */
export const outFolder = path.join(projectFolder, 'test/out');

/** The sample story bank, which serves tests, demonstration and screenshots. Never opened itself, only copies of it. */
export const sampleBankFolder = path.join(projectFolder, 'test/fixtures/sample-bank');
