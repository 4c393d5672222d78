import fs from 'node:fs/promises';
import { SourceMap } from 'node:module';
import path from 'node:path';

const framesOfNoInterest = /node_modules[\\/](mocha|chai)[\\/]|\(node:internal/;

/**
 * Makes the lines of a stack from an extension host readable: positions in the bundle become positions in the sources.
 *
 * @param bundle path of the bundle, with its source map beside it
 * @returns a function from a line to the line to show, or to undefined for a frame of the test framework
 */
export async function sourcePositions(bundle: string): Promise<(line: string) => string | undefined> {
	const map = new SourceMap(JSON.parse(await fs.readFile(`${bundle}.map`, 'utf8')));
	const name = path.basename(bundle).replaceAll('.', String.raw`\.`);
	const position = new RegExp(String.raw`[^\s(]*${name}[^\s():]*:(\d+):(\d+)`);
	return (line) => {
		const shown = line.replace(position, (whole, row: string, column: string) => {
			const entry = map.findEntry(Number(row) - 1, Number(column) - 1);
			if (!('originalSource' in entry)) {
				return whole;
			}
			const source = path.resolve(path.dirname(bundle), entry.originalSource);
			return `${path.relative(process.cwd(), source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
		});
		return framesOfNoInterest.test(shown) ? undefined : shown;
	};
}
