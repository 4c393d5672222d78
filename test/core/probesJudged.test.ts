import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { defaultContext } from './context.ts';

const fixtures = path.join(projectFolder, 'test/fixtures');

function rowsOf(name: string): readonly string[][] {
	const [, ...lines] = readFileSync(path.join(fixtures, 'probes', name), 'utf8')
		.trimEnd()
		.split('\n');
	return lines.map((line) => line.split('\t'));
}

describe("probes of other people's stories", () => {
	const context = { ...defaultContext, lookups: new Lookups([...builtInFrameworks.values()]) };
	const judged = new Map(
		rowsOf('judged.tsv').map(([file, title, question, as]) => [`${file} ${title} ${question}`, as]),
	);

	for (const [name, atLeast] of [
		['stories.tsv', 15],
		['held-out.tsv', 20],
		['fourth.tsv', 20],
		['sixth.tsv', 8],
		['seventh.tsv', 25],
		['eighth.tsv', 16],
		['ninth.tsv', 15],
	] as const) {
		it(`are sensible where they were judged, but for 5 in 100: ${name}`, () => {
			const shown = rowsOf(name).flatMap(([file = '', title]) => {
				const text = readFileSync(path.join(fixtures, file), 'utf8');
				const story = analyse(text, context).stories.find((each) => each.title === title);
				if (!story) throw new Error(`${file} has no “${title}”`);
				expect(story.probes.length).to.be.at.most(5);
				return story.probes.map(({ question }) => `${file} ${title} ${question}`);
			});
			const known = shown.filter((each) => judged.has(each));
			expect(known.length).to.be.at.least(atLeast);
			const silly = known.filter((each) => judged.get(each) === 'silly');
			expect(silly.length / known.length, silly.join('\n')).to.be.at.most(0.05);
		}).timeout(60_000);
	}

	it('are asked about sentences of which a reader said that a bar raiser would', () => {
		const wanted = rowsOf('wanted.tsv').map(([file = '', quote = '']) => ({ file, quote }));
		const asked = wanted.filter(({ file, quote }) => {
			const text = readFileSync(path.join(fixtures, file), 'utf8');
			const spans = analyse(text, context).stories.flatMap(({ probes }) => probes.map(({ span }) => span));
			return spans.some(({ start, end }) => quote.includes(text.slice(start, end)));
		});
		expect(asked.length).to.be.at.least(15);
		expect(wanted.length).to.be.at.most(57);
	}).timeout(60_000);
});
