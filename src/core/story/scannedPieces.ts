import type { Remembered } from '../remembered.ts';
import type { Span } from '../text/span.ts';
import { parseBlocks } from './markdown.ts';
import { addWithin, firstEndingAfter, type Piece, type Pieces, piecesOfBlock } from './pieces.ts';
import { scanStretch } from './stretchScan.ts';

/**
 * The pieces of a document whose outline was told by its lines, each stretch read when it is asked about: by its lines
 * too, or by the parser where these are not clear.
 * @param cuts where stretches begin that mean the same by themselves, in order
 * @param known remembers those that the parser had to read, their places counted from the start of the stretch
 */
export function scannedPieces(text: string, cuts: readonly number[], known?: Remembered<readonly Piece[]>): Pieces {
	const stretches = cuts.map((start, index): Span => ({ start, end: cuts[index + 1] ?? text.length }));
	const read: (readonly Piece[] | undefined)[] = [];
	return {
		within(span) {
			const found: Piece[] = [];
			for (let index = firstEndingAfter(stretches, span.start, (stretch) => stretch); index < stretches.length; index++) {
				const stretch = stretches[index];
				if (!stretch || stretch.start >= span.end) break;
				addWithin(span, (read[index] ??= scanStretch(text, stretch) ?? parseStretch(text, stretch, known)), found);
			}
			return found;
		},
		identify: ({ start, end }) => `lines ${text.slice(start, end)}`,
	};
}

function parseStretch(text: string, { start, end }: Span, known: Remembered<readonly Piece[]> | undefined): readonly Piece[] {
	const source = text.slice(start, end);
	const parse = () => {
		const tree = parseBlocks(source);
		return tree.root.children.flatMap((block) => piecesOfBlock(tree, block));
	};
	const pieces = known ? known.get(source, parse) : parse();
	return start === 0 ? pieces : pieces.map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start, block: piece.block + start }));
}
