import { CST, Lexer } from 'yaml';

/** No block of an author nests so deeply; a deeper one keeps the parser busy for seconds before its stack is exhausted. */
const maxDepth = 200;

/** A block of YAML that nests too deeply to be read. */
export class TooDeep extends RangeError {
	/** Where it does, in the whole text; undefined where only the parser found out. */
	readonly at: number | undefined;

	constructor(at?: number) {
		super('too deep');
		this.at = at;
	}
}

/** What stands for one more level: brackets, and marks of lists and keys that follow each other on a line. */
const openers = new Set(['flow-map-start', 'flow-seq-start']);
const closers = new Set(['flow-map-end', 'flow-seq-end']);
const marks = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);

/**
 * Finds where a block of YAML nests more than {@link maxDepth} levels deep by its brackets, and by the marks of one
 * line.
 *
 * @returns undefined where it does not; levels by indentation are few, as each takes longer lines
 */
export function findTooDeep(block: string): number | undefined {
	if (!mightNestDeeply(block)) return undefined;
	let [at, brackets, marksOfLine] = [0, 0, 0];
	for (const lexeme of new Lexer().lex(block)) {
		const type = CST.tokenType(lexeme) ?? '';
		if (openers.has(type)) brackets++;
		else if (closers.has(type)) brackets = Math.max(0, brackets - 1);
		else if (brackets === 0 && marks.has(type)) marksOfLine++;
		else if (type === 'newline') marksOfLine = 0;
		if (brackets + marksOfLine > maxDepth) return at;
		if (block.startsWith(lexeme, at)) at += lexeme.length;
	}
	return undefined;
}

/** Whether there are so many brackets or marks at all, whatever they stand in. */
function mightNestDeeply(block: string): boolean {
	let [brackets, marksOfLine] = [0, 0];
	for (let at = 0; at < block.length; at++) {
		const character = block[at];
		if (character === '[' || character === '{') brackets++;
		else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
		else if (character === '-' || character === '?' || character === ':') marksOfLine++;
		else if (character === '\n') marksOfLine = 0;
		if (brackets + marksOfLine > maxDepth) return true;
	}
	return false;
}
