// Times an analysis of one story beside markdownlint on the same text, in turns, and prints medians and their ratio.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from 'markdownlint/sync';
import { analyse } from '../../src/core/analyse.ts';
import { staff } from '../../src/core/framework/staff.ts';

const rounds = 200;
const warmUp = 50;
const stories = join(import.meta.dirname, '../fixtures/sample-bank/stories');
const story = readFileSync(join(stories, 'retiring-the-nightly-reindex.md'), 'utf8');
const context = { fileName: 'story.md', frameworks: [staff], severities: {} };

for (const kilobytes of [2, 8, 32]) {
	const text = storyOf(kilobytes * 1024);
	const contestants = {
		'analyse (parse and every rule)': () => void analyse(text, context),
		'markdownlint (default rules)': () => void lint({ strings: { story: text } }),
	};
	const times = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]));
	for (let round = 0; round < rounds + warmUp; round++) {
		for (const [name, run] of Object.entries(contestants)) {
			const start = performance.now();
			run();
			if (round >= warmUp) times.get(name)?.push(performance.now() - start);
		}
	}
	const [ours = [], theirs = []] = times.values();
	console.log(`story of ${kilobytes} KB, ${rounds} rounds in turns`);
	for (const [name, own] of times) console.log(`  ${name.padEnd(32)} median ${show(quantile(own, 0.5))}  p95 ${show(quantile(own, 0.95))}`);
	console.log(`  ratio of the medians ${(quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2)}`);
}

/** A real story whose paragraphs are told again until it has the length. */
function storyOf(length: number): string {
	const paragraphs = story.split(/\n{2,}/u).filter((paragraph) => !/^(?:---|#)/u.test(paragraph));
	let text = story;
	for (let index = 0; text.length < length; index++) text += `\n${paragraphs[index % paragraphs.length]}\n`;
	return text.slice(0, length);
}

function quantile(values: readonly number[], share: number): number {
	return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}

function show(milliseconds: number): string {
	return `${milliseconds.toFixed(2)} ms`;
}
