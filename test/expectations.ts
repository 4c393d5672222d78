/** A problem that a fixture says it has: the rule and the source text of the range. */
export interface Expectation {
	readonly rule: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Reads the expectations that a fixture carries at its end, one a line: a rule id, the exact source text of the range
 * as a JSON string, and `#2` where the second occurrence of that text is meant.
 *
 *     <!-- expect
 *     placeholder "XX%"
 *     -->
 *
 * @throws Error where a line cannot be read or names a text that the fixture does not hold
 */
export function expectationsIn(text: string): readonly Expectation[] {
	const comment = /<!-- expect\r?\n([\s\S]*?)-->\s*$/u.exec(text);
	const lines = comment?.[1]?.split(/\r?\n/u).filter((line) => line.trim() !== '') ?? [];
	return lines.map((line) => {
		const match = /^(?<rule>[\w-]+) (?<words>"(?:[^"\\]|\\.)*")(?:#(?<count>\d+))?$/u.exec(line.trim());
		if (!match?.groups) throw new Error(`not an expectation: ${line}`);
		const { rule = '', words = '', count = '1' } = match.groups;
		const wanted = JSON.parse(words) as string;
		let start = -1;
		for (let left = Number(count); left > 0; left--) start = text.indexOf(wanted, start + 1);
		if (start < 0) throw new Error(`no such text in the fixture: ${line}`);
		return { rule, start, end: start + wanted.length };
	});
}
