import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A `star-framework.yaml` of test/fixtures/frameworks. */
export interface FrameworkFixture {
	readonly name: string;
	readonly text: string;
	/** The problems that comments of the file say it has, each as its rule, start and end. */
	readonly expected: readonly string[];
	/** Whether the JSON Schema cannot see any of them. */
	readonly beyondSchema: boolean;
	/** Whether the file is used all the same. */
	readonly onlyWarnings: boolean;
}

/**
 * Reads the fixtures of one folder. An expectation is a comment: `# expect`, a rule, the exact source text of the range
 * as a JSON string, and `#2` where the second occurrence of that text is meant.
 *
 * @throws Error where an expectation names a text that the file does not hold
 */
export function frameworkFixtures(folder: 'good' | 'bad'): readonly FrameworkFixture[] {
	const path = join(import.meta.dirname, '../fixtures/frameworks', folder);
	return readdirSync(path).map((name): FrameworkFixture => {
		const text = readFileSync(join(path, name), 'utf8');
		return {
			name,
			text,
			expected: [...text.matchAll(/^# expect (\S+) ("(?:[^"\\]|\\.)*")(?:#(\d+))?$/gmu)].map(
				([line, rule, words = '', count = '1']) => {
					const wanted = JSON.parse(words) as string;
					let start = -1;
					for (let left = Number(count); left > 0; left--) start = text.indexOf(wanted, start + 1);
					if (start < 0) throw new Error(`${name}: no such text: ${line}`);
					return `${rule} ${start}-${start + wanted.length} ${words}`;
				},
			),
			beyondSchema: text.includes('\n# beyond the schema'),
			onlyWarnings: text.includes('\n# only warnings'),
		};
	});
}
