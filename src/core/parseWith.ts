import { deriveFrom } from './derived.ts';
import type { Framework } from './framework/model.ts';
import { type ParsedDocument, parseDocument } from './story/parse.ts';

/**
 * Parses a document for an edit; what a view needs comes from `analyse`.
 * @param text the whole document
 * @param fileName without folders
 */
export function parseWith(text: string, fileName: string, frameworks: readonly Framework[]): ParsedDocument {
	return parseDocument(text, { fileName, ...deriveFrom(frameworks) });
}
