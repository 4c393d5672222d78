import { fileURLToPath } from 'node:url';
import { staff } from '../../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../../src/core/framework/lookups.ts';
import { LibraryCoverage } from '../../../src/core/library/libraryCoverage.ts';
import type { DiskReader } from '../../../src/core/library/storyAnalyser.ts';
import { StoryFiles } from '../../../src/core/library/storyFiles.ts';
import type { StoryIndex } from '../../../src/core/library/storyIndex.ts';
import { StoryReader } from '../../../src/core/library/storyReader.ts';
import { StoryScanner } from '../../../src/core/library/storyScanner.ts';
import { LanguageClient } from '../../../src/worker/client.ts';
import { DiskWorkspace } from './diskWorkspace.ts';
import { startInNode } from './startInNode.ts';

const lookups = new Lookups([staff]);

/** What the extension host holds of a folder, with everything that ships but VS Code itself. */
export class StoryFolder {
	readonly index: StoryIndex;
	readonly scanner: StoryScanner;
	readonly reader: StoryReader;
	readonly #coverage: LibraryCoverage;

	/**
	 * @param worker path of the worker's bundle
	 * @param folder its path
	 */
	constructor(worker: string, folder: string) {
		const language = new LanguageClient((listener) => startInNode(worker, listener));
		language.warmUp();
		const workspace = new DiskWorkspace(folder);
		const log = {
			info: () => undefined,
			error: (error: string | Error) => {
				throw new Error(String(error));
			},
		};
		const files = new StoryFiles({ workspace, analyser: language, frameworks: { lookupsFor: () => lookups }, log });
		this.index = files.index;
		this.#coverage = new LibraryCoverage(this.index, { lookupsFor: () => lookups });
		const disk: DiskReader = {
			reaches: () => true,
			read: (uris, ...rest) => language.readFiles(uris, fileURLToPath, ...rest),
		};
		const parts = { files, disk, workspace };
		this.scanner = new StoryScanner({
			...parts,
			onDidChangeFrameworks: () => ({ dispose: () => undefined }),
			log,
		});
		this.reader = new StoryReader({ ...parts, isMoving: () => false });
	}

	/** The rows of the tree: how many competencies have stories. */
	covered(): number {
		return this.#coverage.for(undefined).filter(({ stories }) => stories.length > 0).length;
	}
}
