import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { Emitter } from '../../src/core/library/event.ts';
import type { DiskReader, StoryAnalyser } from '../../src/core/library/storyAnalyser.ts';
import { StoryFiles } from '../../src/core/library/storyFiles.ts';
import { StoryScanner } from '../../src/core/library/storyScanner.ts';
import { pathOf } from '../../src/core/library/uris.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { Analysis } from '../../src/core/rules/analysis.ts';
import { analyseFiles } from '../../src/worker/files.ts';
import { OpenDocuments } from '../../src/worker/workerService.ts';
import type { InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { throwOn } from './throwOn.ts';

/** Analyses as the worker does, in the time that the workspace takes. */
export function analyserFor(workspace: InMemoryWorkspace): StoryAnalyser {
	const documents = new OpenDocuments();
	return {
		async analyse(text, context) {
			await workspace.takeTime();
			return analyse(text, context);
		},
		async analyseDocument(document, text, context) {
			await workspace.takeTime();
			return documents.analyse(document, text, context);
		},
	};
}

/** How many files the worker reads in a turn here. */
const filesATurn = 2;

/** Reads the files of a workspace as the worker reads those of a disk. */
export function diskOf(workspace: InMemoryWorkspace): DiskReader {
	const fileSystem = {
		read(uri: string): Uint8Array {
			if (workspace.held.has(uri)) throw Object.assign(new Error('resource busy or locked'), { code: 'EBUSY' });
			const text = workspace.files.get(uri);
			if (text === undefined) throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
			return new TextEncoder().encode(text);
		},
		realPath: (uri: string) => workspace.realPaths?.get(uri) ?? pathOf(uri),
	};
	return {
		reaches: () => true,
		async read(uris, context, take, isWanted) {
			for (let next = 0; next < uris.length && isWanted(); next += filesATurn) {
				const turn = uris.slice(next, next + filesATurn);
				const found = turn.map((uri) => [uri, analyseFiles(fileSystem, [uri], context).files[0]] as const);
				await workspace.takeTime();
				if (isWanted()) take(found);
			}
		},
	};
}

/** The stories of a workspace as the extension follows them, and what was heard of them. */
export class FollowedStories {
	readonly workspace: InMemoryWorkspace;
	readonly files: StoryFiles;
	readonly scanner: StoryScanner;
	readonly errors: string[] = [];
	/** What a listener knows of each file. */
	readonly heard = new Map<string, Analysis>();
	readonly #frameworksChanged = new Emitter<void>(throwOn);
	lookups = new Lookups([staff]);

	/** @param disk reads files that no editor holds; none where the extension runs in a browser */
	constructor(workspace: InMemoryWorkspace, disk: DiskReader) {
		this.workspace = workspace;
		const log = { info: () => undefined, error: (error: string | Error) => void this.errors.push(String(error)) };
		this.files = new StoryFiles({
			workspace,
			analyser: analyserFor(workspace),
			frameworks: { lookupsFor: () => this.lookups },
			log,
		});
		this.scanner = new StoryScanner({
			files: this.files,
			disk,
			workspace,
			onDidChangeFrameworks: this.#frameworksChanged.event,
			log,
		});
		this.files.onDidChange((uris) => {
			for (const uri of uris) {
				const file = this.files.get(uri);
				if (file) this.heard.set(uri, file.analysis);
				else this.heard.delete(uri);
			}
		});
		// As views do after each change.
		this.files.index.onDidChange(() => this.files.index.stories());
	}

	changeLookups(lookups: Lookups): void {
		this.lookups = lookups;
		this.#frameworksChanged.fire();
	}

	/** Reads everything, and waits until all is quiet. */
	async scan(): Promise<this> {
		const scanned = this.scanner.scan();
		await this.workspace.clock.settle();
		await scanned;
		return this;
	}

	titleOf(uri: string): string | undefined {
		return this.files.get(uri)?.analysis.stories[0]?.title;
	}
}
