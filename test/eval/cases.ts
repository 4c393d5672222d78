import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One text with the verdict that a good coach would give on it, per rule. */
export interface Case {
	readonly id: string;
	readonly split: Split;
	/** A whole Markdown document: the text of the fixture within a story. */
	readonly document: string;
	readonly wordsPerMinute: number | undefined;
	readonly verdicts: readonly Verdict[];
}

export type Split = 'development' | 'held-out';
export const splits: readonly Split[] = ['development', 'held-out'];

export interface Verdict {
	readonly rule: string;
	readonly found: boolean;
	/** Where a finding may stand, as the source text of its range; anywhere when empty. */
	readonly at: readonly string[];
	/** What its message must hold. */
	readonly saying: string | undefined;
}

const folder = join(import.meta.dirname, '../fixtures/evaluation');

/**
 * Reads the labelled cases. Each stands under a heading of level 2 with its id, then a list of verdicts and details,
 * then its text: sections under headings of level 3 or labels, or the text of one section.
 *
 * @throws Error where a line of the list cannot be read
 */
export function readCases(): readonly Case[] {
	return splits.flatMap((split) =>
		readdirSync(join(folder, split)).flatMap((file) =>
			casesIn(readFileSync(join(folder, split, file), 'utf8'), split),
		),
	);
}

function casesIn(text: string, split: Split): readonly Case[] {
	const shared = /^section: (.+)$/mu.exec(/^---\n[\s\S]*?\n---\n/u.exec(text)?.[0] ?? '')?.[1];
	return text
		.split(/^## /mu)
		.slice(1)
		.map((part) => {
			const [heading = '', ...lines] = part.split('\n');
			const id = heading.split(' ')[0] ?? '';
			const first = lines.findIndex((line) => line.startsWith('- '));
			const end = lines.findIndex((line, index) => index > first && line.trim() === '');
			const details = lines.slice(first, end);
			const body = lines
				.slice(end + 1)
				.join('\n')
				.trim();
			const value = (name: string) =>
				details.find((line) => line.startsWith(`- ${name}: `))?.slice(name.length + 4);
			const section = value('section') ?? shared;
			const rate = value('words per minute');
			return {
				id,
				split,
				document: documentOf(id, value('competencies') ?? 'technical-initiative', section, body),
				wordsPerMinute: rate === undefined ? undefined : Number(rate),
				verdicts: details.flatMap((line) => verdictsIn(line, id)),
			};
		});
}

function documentOf(id: string, competencies: string, section: string | undefined, body: string): string {
	const wrapped =
		section === undefined || body.startsWith('### ') || body.includes('**Situation:**')
			? body
			: `### ${section}\n\n${body}`;
	return `---\ncompetencies: [${competencies}]\n---\n\n# ${id}\n\n${wrapped}\n`;
}

function verdictsIn(line: string, id: string): readonly Verdict[] {
	const fine = /^- fine: (.+)$/u.exec(line)?.[1];
	if (fine !== undefined) return fine.split(', ').map((rule) => ({ rule, found: false, at: [], saying: undefined }));
	const found = /^- found: (?<rule>[\w-]+)(?: at (?<at>`.+`))?(?: saying "(?<saying>.+)")?$/u.exec(line)?.groups;
	if (found) {
		const at = [...(found['at'] ?? '').matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
		return [{ rule: found['rule'] ?? '', found: true, at, saying: found['saying'] }];
	}
	if (/^- (?:section|competencies|words per minute): /u.test(line)) return [];
	throw new Error(`${id}: not a verdict: ${line}`);
}
