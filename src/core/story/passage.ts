import type { GenerationCache } from '../text/generationCache.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './model.ts';
import { ownPieces } from './openPrompts.ts';
import type { Piece, Pieces } from './pieces.ts';
import { type BlockReading, readBlock, type Token, type TokenRange } from './tokens.ts';

interface PassageBlock {
	readonly start: number;
	readonly reading: BlockReading;
}

/** What of a section its words are read from. */
export type PassageSection = Pick<Section, 'name' | 'body' | 'openPrompts'>;

/** The words of a section. */
export class Passage {
	/** How many words are said aloud. */
	readonly words: number;
	/** Whether something in it can't be read as words: a code block, a picture, a tag. */
	readonly opaque: boolean;
	readonly #blocks: readonly PassageBlock[];
	#tokens: readonly Token[] | undefined;

	constructor(blocks: readonly PassageBlock[], opaque: boolean) {
		this.#blocks = blocks;
		this.opaque = opaque;
		this.words = Math.ceil(blocks.reduce((sum, { reading }) => sum + reading.words, 0));
	}

	get tokens(): readonly Token[] {
		return (this.#tokens ??= this.#blocks.flatMap(({ reading }) => reading.tokens));
	}

	/** How many of the {@link tokens} each paragraph or list item has. */
	get blockLengths(): readonly number[] {
		return this.#blocks.map(({ reading }) => reading.tokens.length);
	}

	/**
	 * Where tokens stand in the document.
	 *
	 * @param range of the indices of {@link tokens}
	 */
	spanOf({ first, last }: TokenRange): Span {
		return { start: this.#place(first).start, end: this.#place(last).end };
	}

	#place(index: number): Span {
		let left = index;
		for (const { start, reading } of this.#blocks) {
			const token = reading.tokens[left];
			if (token) return { start: start + token.from, end: start + token.to };
			left -= reading.tokens.length;
		}
		throw new RangeError(`no token ${index}`);
	}
}

/** The words of the sections of a document, each read when it is first asked for. */
export class Passages {
	readonly #text: string;
	readonly #pieces: Pieces;
	readonly #blocks: GenerationCache<BlockReading> | undefined;
	readonly #passages = new Map<PassageSection, Passage>();

	/**
	 * @param text the whole document
	 * @param blocks how its blocks read before an edit
	 */
	constructor(text: string, pieces: Pieces, blocks?: GenerationCache<BlockReading>) {
		this.#text = text;
		this.#pieces = pieces;
		this.#blocks = blocks;
	}

	/**
	 * Reads the words of a section, with code, headings, comments, HTML and open prompts left out.
	 *
	 * @param section of one of the document's stories, of the telling or beside it
	 */
	of(section: PassageSection): Passage {
		let passage = this.#passages.get(section);
		if (!passage) {
			const ownQuotes = this.#pieces.within(section.name)[0]?.quotes ?? 0;
			passage = toPassage(this.#text, ownPieces(this.#pieces, section), ownQuotes, this.#blocks);
			this.#passages.set(section, passage);
		}
		return passage;
	}
}

/** A token that is cut off by the end of its piece depends on what follows, but no further than an entity reaches. */
const maxReach = 12;

function toPassage(
	text: string,
	pieces: readonly Piece[],
	ownQuotes: number,
	known: GenerationCache<BlockReading> | undefined,
): Passage {
	const blocks = blocksOf(pieces).map((block): PassageBlock => {
		const [start, end] = [block[0]?.start ?? 0, block.at(-1)?.end ?? 0];
		const read = () => readBlock(text, block, start, ownQuotes);
		if (!known) return { start, reading: read() };
		const layout = block.map(
			(piece) =>
				`${piece.form}${piece.start - start}+${piece.end - piece.start}${piece.quotes > ownQuotes ? 'q' : ''}`,
		);
		return { start, reading: known.get(`${layout.join(' ')}\n${text.slice(start, end + maxReach)}`, read) };
	});
	return new Passage(
		blocks,
		pieces.some(({ form }) => form === 'opaque' || form === 'tag'),
	);
}

/** The pieces that are said aloud, by the blocks that they stand in. */
function blocksOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
	const found: Piece[][] = [];
	let block = -1;
	for (const piece of pieces) {
		if (piece.form !== 'text' && piece.form !== 'code') continue;
		if (piece.block === block) found.at(-1)?.push(piece);
		else found.push([piece]);
		({ block } = piece);
	}
	return found;
}
