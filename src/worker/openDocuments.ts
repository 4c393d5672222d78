import { analyse } from '../core/rules/analyse.ts';
import type { AnalysisContext, FullAnalysis } from '../core/rules/analysis.ts';
import { DocumentMemory } from '../core/rules/documentMemory.ts';

/** As many documents as somebody writes in by turns; one of 100 KB takes a few megabytes. */
const maxDocuments = 4;

/** Analyses documents that are being written, each by what has changed in it. */
export class OpenDocuments {
	readonly #memories = new Map<string, DocumentMemory>();

	/** @param document names it, the same after every edit */
	analyse(document: string, text: string, context: AnalysisContext): FullAnalysis {
		const memory = this.#memories.get(document) ?? new DocumentMemory();
		this.#memories.delete(document);
		this.#memories.set(document, memory);
		for (const [oldest] of this.#memories) {
			if (this.#memories.size <= maxDocuments) break;
			this.#memories.delete(oldest);
		}
		return analyse(text, context, memory);
	}
}
