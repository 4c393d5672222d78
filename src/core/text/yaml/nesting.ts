import { Lexer } from 'yaml';

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

/** The lexer says so of the lexeme behind it: it is a text, whatever it looks like. */
const scalarComes = '\u001f';

/**
 * Finds where a block of YAML nests more than {@link maxDepth} levels deep by its brackets, and by the marks of one
 * line.
 *
 * @returns undefined where it does not; levels by indentation are few, as each takes longer lines
 */
export function findTooDeep(block: string): number | undefined {
	if (!mightNestDeeply(block)) return undefined;
	let [at, brackets, marksOfLine] = [0, 0, 0];
	let isScalar = false;
	for (const lexeme of new Lexer().lex(block)) {
		if (isScalar) isScalar = false;
		else if (lexeme === scalarComes) isScalar = true;
		else if (lexeme === '[' || lexeme === '{') brackets++;
		else if (lexeme === ']' || lexeme === '}') brackets = Math.max(0, brackets - 1);
		// Between brackets a line may hold as many keys as it likes.
		else if (brackets === 0 && (lexeme === '-' || lexeme === '?' || lexeme === ':')) marksOfLine++;
		else if (lexeme === '\n' || lexeme === '\r\n') marksOfLine = 0;
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
