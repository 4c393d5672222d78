import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Split } from './cases.ts';

/** A question with what a coach would say of it. */
export interface RecallCase {
	readonly split: Split;
	readonly text: string;
	/** Ids of the competencies, the first one first. */
	readonly competencies: readonly string[];
	/**
	 * Stories of the sample bank that answer it: a file's name without extension, `#` and the number where it is a
	 * bank.
	 */
	readonly stories: readonly string[];
}

/** Reads the labelled questions; within each part every second one is held out. */
export function readRecallCases(): readonly RecallCase[] {
	const text = readFileSync(join(import.meta.dirname, '../fixtures/recall/questions.txt'), 'utf8');
	return text
		.split(/^## /mu)
		.slice(1)
		.flatMap((part) =>
			part
				.split('\n')
				.filter((line) => line.includes('|'))
				.map((line, index): RecallCase => {
					const [competencies = '', stories = '', question = ''] = line.split('|').map((cell) => cell.trim());
					return {
						split: index % 2 === 0 ? 'development' : 'held-out',
						text: question,
						competencies: listOf(competencies),
						stories: listOf(stories),
					};
				}),
		);
}

function listOf(cell: string): readonly string[] {
	return cell
		.split(',')
		.map((item) => item.trim())
		.filter(Boolean);
}
