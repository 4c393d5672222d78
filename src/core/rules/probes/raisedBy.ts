import type { Document } from '../../story/document.ts';
import type { Passage } from '../../story/passage.ts';
import type { Token } from '../../story/tokens.ts';
import type { Gloss } from '../english/glosses/gloss.ts';
import { passedOver } from '../english/passedOver.ts';
import { quotedWords } from './quoted.ts';
import type { RaisedProbe } from './trigger.ts';

/**
 * Asks about the first sentence of a passage that passes over something, which it quotes.
 *
 * @param maxMore as many words go on after the ones that raise it, up to where their clause ends
 * @param tells whether words tell what a sentence beside them passes over
 */
export function raisedBy(
	glosses: readonly Gloss[],
	document: Document,
	passage: Passage,
	maxMore: number,
	tells?: (words: readonly Token[]) => boolean,
): RaisedProbe | undefined {
	const found = passedOver(passage, glosses, tells);
	if (!found) return undefined;
	const { first, last } = found.range;
	const words = quotedWords(document, passage, first, last, maxMore);
	return { question: `${words}: ${found.question}`, span: passage.spanOf(found.range) };
}
