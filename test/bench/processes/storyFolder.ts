import type { Uri } from 'vscode';
import { staff } from '../../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../../src/core/framework/lookups.ts';
import { LibraryCoverage } from '../../../src/core/library/libraryCoverage.ts';
import { StoryIndex } from '../../../src/core/library/storyIndex.ts';
import { nothing } from '../../../src/core/rules/analysis.ts';
import { DiskFile } from '../../../src/vscode/storyFile.ts';
import { LanguageClient, type Take } from '../../../src/worker/client.ts';
import { startInNode } from './startInNode.ts';

const lookups = new Lookups([staff]);

/** What the extension host holds of a folder, with everything that ships but VS Code itself. */
export class StoryFolder {
	readonly index = new StoryIndex();
	readonly #coverage = new LibraryCoverage(this.index, { lookupsFor: () => lookups });
	readonly #files = new Map<string, DiskFile>();
	readonly #language: LanguageClient;

	/** @param worker path of the worker's bundle */
	constructor(worker: string) {
		this.#language = new LanguageClient((listener) => startInNode(worker, listener));
		this.#language.warmUp();
	}

	/** @param taken is called after each part of the files is in the index */
	async analyse(paths: readonly string[], taken: () => void = () => undefined): Promise<void> {
		const context = { lookups, severities: {}, today: '2026-03-01' };
		const take: Take<string> = (found) => {
			for (const [path, file] of found)
				if (file?.lineLengths !== undefined)
					this.#files.set(path, new DiskFile(uriOf(path), file.analysis ?? nothing, file.lineLengths));
			this.index.update(new Map(found.map(([path, file]) => [path, file?.analysis ?? nothing] as const)));
			taken();
		};
		await this.#language.readFiles(paths, context, take, () => true);
	}

	/** The rows of the tree: how many competencies have stories. */
	covered(): number {
		return this.#coverage.for(undefined).filter(({ stories }) => stories.length > 0).length;
	}

	/** Ends its worker, whose memory is its own. */
	dispose(): void {
		this.#language.dispose();
	}
}

/** As large as VS Code's own. */
function uriOf(path: string): Uri {
	return {
		scheme: 'file',
		authority: '',
		path,
		query: '',
		fragment: '',
		_formatted: null,
		_fsPath: path,
	} as unknown as Uri;
}
