import { analyseClosed } from '../core/analyse.ts';
import { type AnalysisContext, nothing } from '../core/analysis.ts';
import { isMissing } from '../core/files/isMissing.ts';
import { outlineAnalysis } from '../core/outlineAnalysis.ts';
import { ageWhenStale } from '../core/rules/stale.ts';
import { lineLengthsOf } from '../core/text/lines.ts';
import { AnalysisCache } from './analysisCache.ts';
import type { FileSystem } from './fileSystem.ts';
import type { CacheFile, FileAnalysis, FileBatch, FilesContext } from './protocol.ts';

/** How long a batch may take before others get their turn, in milliseconds, but for the file it is at. */
const turn = 30;

/** As many stories as can be handed over without holding up the other thread: some 50 µs each. */
const mostStories = 60;

/** Analyses files of the disk, with what is remembered of them. */
export class DiskReader {
	readonly #files: FileSystem;
	readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
	#cache: { readonly of: CacheFile; readonly cache: AnalysisCache } | undefined;
	#context: { readonly of: FilesContext['frameworks']; readonly text: string; readonly digest: string } | undefined;

	constructor(files: FileSystem) {
		this.#files = files;
	}

	/** @param paths of the file system, without any that an editor holds unsaved */
	analyse(paths: readonly string[], context: FilesContext): FileBatch {
		return this.#readAll(paths, context, false);
	}

	/** The same, but of most stories no more than a row shows of them at first. */
	survey(paths: readonly string[], context: FilesContext): FileBatch {
		return this.#readAll(paths, context, true);
	}

	#readAll(paths: readonly string[], { cache: cacheFile, ...context }: FilesContext, isSurvey: boolean): FileBatch {
		const cache = cacheFile === undefined ? undefined : this.#open(cacheFile);
		const digest = this.#digestOf(context);
		const end = performance.now() + turn;
		const files: FileAnalysis[] = [];
		let stories = 0;
		for (const path of paths) {
			if (files.length > 0 && (performance.now() > end || stories >= mostStories)) break;
			const file = this.#readOne(path, context, digest, cache, isSurvey);
			stories += file.analysis?.stories.length ?? 0;
			files.push(file);
		}
		return { files };
	}

	/** Opens what is remembered, which takes as long as there is much of it. */
	open(cacheFile: CacheFile): void {
		this.#open(cacheFile);
	}

	/** Writes down what was found. @param prune whether every file has been looked at, so that the others are gone */
	save(cacheFile: CacheFile, prune: boolean): void {
		this.#open(cacheFile).save(prune);
	}

	#readOne(path: string, context: Omit<FilesContext, 'cache'>, digest: string, cache: AnalysisCache | undefined, isSurvey: boolean): FileAnalysis {
		const { today = '', staleAfterYears } = context;
		try {
			const isKnown = cache?.has(path) ?? false;
			const { stamp, content } = isKnown ? { stamp: this.#files.stamp(path) } : this.#files.readStamped(path);
			const known = cache?.get(path, stamp, digest, today, (result, then) => {
				const dates = result.analysis?.stories.flatMap(({ details }) => details.date ?? []) ?? [];
				return dates.every((date) => ageWhenStale(date, then, staleAfterYears) === ageWhenStale(date, today, staleAfterYears));
			});
			if (known) return known;
			const bytes = content ?? this.#files.read(path);
			const result = this.#read(bytes, { ...context, fileName: path.replace(/^.*[\\/]/u, '') }, isSurvey);
			if (result.isOutline) return result;
			cache?.set(path, { stamp, context: digest, day: today, result }, bytes);
			return result;
		} catch (error) {
			return { unread: isMissing(error) ? 'gone' : 'failed' };
		}
	}

	#read(content: Uint8Array, context: AnalysisContext, isSurvey: boolean): FileAnalysis {
		const text = this.#decode(content);
		if (text === undefined) return { unread: 'encoding' };
		const outline = isSurvey ? outlineAnalysis(text, context) : undefined;
		if (outline) return outline === nothing ? {} : { analysis: outline, lineLengths: lineLengthsOf(text), isOutline: true };
		const analysis = analyseClosed(text, context);
		if (analysis.kind === 'other' && analysis.problems.length === 0 && analysis.failures.length === 0) return {};
		return { analysis, lineLengths: lineLengthsOf(text) };
	}

	#decode(content: Uint8Array): string | undefined {
		try {
			return this.#utf8.decode(content);
		} catch {
			return undefined;
		}
	}

	#open(file: CacheFile): AnalysisCache {
		const known = this.#cache;
		if (known?.of.path === file.path && known.of.version === file.version) return known.cache;
		const cache = new AnalysisCache(this.#files, file.path, file.version);
		this.#cache = { of: file, cache };
		return cache;
	}

	/** A digest of what an analysis depends on; but for the day, of which most do not. */
	#digestOf({ frameworks, today: _today, ...rest }: Omit<FilesContext, 'cache'>): string {
		const text = JSON.stringify(rest);
		if (this.#context?.of !== frameworks || this.#context.text !== text) {
			this.#context = { of: frameworks, text, digest: this.#files.digest(text + JSON.stringify(frameworks)) };
		}
		return this.#context.digest;
	}
}
