import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { stallLimitMilliseconds, stepLimitMilliseconds } from '../limits.ts';
import { type Counts, type Progress, countsIn, progressIn } from './closingLine.ts';
import { failureLines } from './failureLines.ts';
import { type HostKind, bundleHostSuite } from './hostBundle.ts';
import { ensureServer } from './installedServer.ts';
import { drawnLess } from './drawnLess.ts';
import { outFolder, projectFolder } from './projectFolders.ts';
import { copySampleBank } from './sampleBank.ts';
import type { ServerBuild } from './serverBuilds.ts';
import { copyForWebHost } from './shippedCopy.ts';
import { sourcePositions } from './sourcePositions.ts';
import { isStage } from './stageEnvironment.ts';
import { StallWatch } from './stallWatch.ts';
import { suiteLineIn } from './suiteLines.ts';
import { drawLess } from './unseenPage.ts';
import { WorkbenchServer } from './workbenchServer.ts';

const quietWindow = {
	// In a browser VS Code saves after a second by itself, which would write what tests type into the sample bank.
	'files.autoSave': 'off',
	// Nobody looks at the window, and drawing it took more of a processor than the tests: with these a fifth less.
	...drawnLess,
	'breadcrumbs.enabled': false,
	// What editors ask for by themselves; tests ask for it in their own time.
	'editor.codeLens': false,
	'editor.colorDecorators': false,
	'editor.folding': false,
	'editor.inlineSuggest.enabled': false,
	'editor.lightbulb.enabled': 'off',
	'editor.links': false,
	'editor.occurrencesHighlight': 'off',
	'editor.semanticHighlighting.enabled': false,
	'git.enabled': false,
	'problems.decorations.enabled': false,
};

/** Which tests of the host suite are to run. */
export interface WantedTests {
	/** A regular expression for their full titles; all match when absent. */
	readonly grep?: string;
	/** Those too that are the same in every host. */
	readonly everySuite: boolean;
	/** Random sequences as many as in `npm run test:deep`. */
	readonly isDeep: boolean;
	/** The run ends with how long the extension held the thread of the Node host. */
	readonly watchesBlocks: boolean;
}

/**
 * Runs the host suite inside an extension host of a VS Code server, on a fresh copy of the sample bank, and prints
 * what it prints. A run that ends without its counts, or gets no further, counts as one failure beside what it had
 * done, and names the test that ran. After a failure the whole log and a screenshot are in test/out.
 *
 * @param wanted which of its tests
 */
export async function runHostSuite(
	browser: Browser,
	build: ServerBuild,
	kind: HostKind,
	wanted: WantedTests,
): Promise<Counts> {
	const installed = await ensureServer(build);
	const settings = { ...quietWindow, ...named(wanted) };
	const server = await WorkbenchServer.start(installed, { settings });
	const context = await browser.newContext({ viewport: { width: 800, height: 500 } });
	const traces = path.join(outFolder, `host-${kind}-${build.vscode}`);
	try {
		await fs.mkdir(outFolder, { recursive: true });
		const page = await context.newPage();
		const show = await drawLess(page);
		const suite = await prepare(server, kind);
		const { counts, complaint } = await countsFrom(page, suite, {
			logFile: `${traces}.log`,
			serverEnded: server.ended,
		});
		const failed = counts.failed + (complaint === undefined ? 0 : 1);
		if (failed > 0) {
			await show()
				.then(() => page.screenshot({ path: `${traces}.png` }))
				.catch(() => undefined);
			if (complaint !== undefined)
				console.log(failureLines(`VS Code ${build.vscode}, ${kind} host`, { message: complaint }).join('\n'));
			console.log(`See ${traces}.log and .png`);
		}
		return { passed: counts.passed, failed };
	} finally {
		// It fails where the browser has ended, and the server is to end all the same.
		await context.close().catch(() => undefined);
		await server.dispose();
	}
}

/** The settings by which the suite, which is in the extension host, learns what is wanted. */
function named(wanted: WantedTests): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(wanted).map(([name, value]) => [`starStoriesTest.${name}`, value]));
}

interface PreparedSuite {
	/** The address that runs it. */
	readonly address: string;
	/** Path of the bundle. */
	readonly bundle: string;
}

async function prepare(server: WorkbenchServer, kind: HostKind): Promise<PreparedSuite> {
	const folder = await server.temporaryFolder('sample-bank');
	await copySampleBank(folder);
	const onWeb = kind === 'web';
	const extension = onWeb ? await copyForWebHost(await server.temporaryFolder('extension')) : projectFolder;
	const bundle = await bundleHostSuite(kind, onWeb ? extension : outFolder);
	return { address: server.address({ folder, extension, tests: bundle }), bundle };
}

interface Outcome {
	readonly counts: Counts;
	/** What went wrong with the run itself. */
	readonly complaint?: string;
}

interface Surroundings {
	/** Path of the file for all that the page logs. */
	readonly logFile: string;
	/** Resolves with an account when the server ends. */
	readonly serverEnded: Promise<string>;
}

async function countsFrom(page: Page, suite: PreparedSuite, { logFile, serverEnded }: Surroundings): Promise<Outcome> {
	const log = createWriteStream(logFile);
	const withSources = await sourcePositions(suite.bundle);
	let counts: Counts | undefined;
	let progress: Progress | undefined;
	const exit = await exitOfHost(page);
	await page.exposeFunction('codeAutomationLog', (level: string, messages: unknown[]) => {
		// The host talks on after its run has failed.
		if (!log.writableEnded) log.write(`${level} ${JSON.stringify(messages)}\n`);
		const line = suiteLineIn(messages[0]);
		if (line === undefined) return;
		exit.sign();
		const [ended, begun] = [countsIn(line), progressIn(line)];
		counts = ended ?? counts;
		progress = begun ?? progress;
		const shown = ended || (begun && !isStage()) ? undefined : withSources(line);
		if (shown !== undefined) {
			console.log(shown);
		}
	});
	try {
		const deadServer = serverEnded.then((how): never => {
			throw new Error(`The VS Code server ended with ${how}`);
		});
		const [code] = await Promise.race([
			Promise.all([exit.code, page.goto(suite.address, { timeout: stepLimitMilliseconds })]),
			deadServer,
		]);
		if (counts === undefined) {
			throw new Error(`The extension host ended with code ${code} and no counts`);
		}
		if (counts.passed + counts.failed === 0) {
			return { counts, complaint: 'The suite held no test' };
		}
		const agreed = (code === 0) === (counts.failed === 0);
		return agreed ? { counts } : { counts, complaint: `The extension host ended with code ${code}` };
	} catch (error) {
		const during = progress ? `, while “${progress.running}” ran` : ', before the first test';
		return {
			counts: counts ?? progress?.counts ?? { passed: 0, failed: 0 },
			complaint: (error as Error).message + during,
		};
	} finally {
		log.end();
	}
}

/** How an extension host ends. */
interface HostExit {
	/** The code with which it ends. Rejects when the page crashes or closes, or after too long without a sign. */
	readonly code: Promise<number>;
	/** There was progress. */
	sign(): void;
}

/** Watches for the end of the extension host. Asked for before the page opens. */
export async function exitOfHost(page: Page): Promise<HostExit> {
	let end!: (code: number) => void;
	let fail!: (error: Error) => void;
	const code = new Promise<number>((resolve, reject) => {
		end = resolve;
		fail = reject;
	});
	// It may reject before anybody waits for it.
	code.catch(() => undefined);
	const watch = new StallWatch(stallLimitMilliseconds, () =>
		fail(new Error(`The suite got no further for ${stallLimitMilliseconds / 1000} s`)),
	);
	page.once('crash', () => fail(new Error('The page crashed')));
	page.once('close', () => {
		watch.stop();
		// Also when the browser ends, which tells of no crash.
		fail(new Error('The page was closed'));
	});
	await page.exposeFunction('codeAutomationExit', end);
	return { code, sign: () => watch.sign() };
}
