import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { projectFolder } from '../workbench/projectFolders.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { storyProbes } from '../../src/core/rules/probes/storyProbes.ts';
import { read, tagged } from './reading.ts';

const [, ...rows] = readFileSync(path.join(projectFolder, 'test/fixtures/probes/passed-over.tsv'), 'utf8')
	.trimEnd()
	.split('\n')
	.map((line) => line.split('\t'));

/** A story of a bank, whose Action or Result is a given text. */
function storyOf([section, text = '']: readonly string[], index = 0): string {
	const body = text.replaceAll('\\n', '\n');
	const [action, result] =
		section === 'result' ? ['I rewrote the whole thing.', body] : [body, 'It was done by June.'];
	return (
		`## Story ${index}\n\n### Situation\n\nThe builds were slow.\n\n### Action\n\n${action}\n\n` +
		`### Result\n\n${result}\n\n`
	);
}

/** What is asked of each story because of what it passes over. */
function askedOf(stories: readonly string[]): readonly string[] {
	const document = read(`${tagged}${stories.join('')}`);
	const lookups = new Lookups([staff]);
	return document.stories.map((story) => {
		const probes = storyProbes(story, document, lookups);
		return probes.find(({ id }) => id === 'hard-part' || id === 'how-much')?.question ?? '';
	});
}

describe('what a sentence passes over', () => {
	it('is asked about, and nothing is that the story tells, that is of others, or that did not happen', () => {
		const found = askedOf(rows.map(storyOf));
		expect(found.length).to.equal(rows.length);
		const differing = rows
			.map(([, text, asked], index) => ({ text, asked, found: found[index] }))
			.filter(({ asked, found: question }) => asked !== 'missed' && (asked ?? '') !== question);
		expect(differing).to.deep.equal([]);
	}).timeout(60_000);

	it('is missed in few of the sentences', () => {
		const passing = rows.filter(([, , asked]) => (asked ?? '') !== '');
		const missed = passing.filter(([, , asked]) => asked === 'missed');
		expect(missed.length / passing.length).to.be.at.most(0.1);
		expect(rows.length - passing.length).to.be.at.least(150);
	});

	for (const text of [
		'we really really had many long and very hard and also a few more '.repeat(1000),
		'after a lot of '.repeat(4000),
		`I convinced ${'really '.repeat(8000)}`,
		'they agreed finally to '.repeat(3000),
	])
		it(`is looked for in ${text.length} characters without a full stop: ${text.slice(0, 20)}`, () => {
			const before = process.cpuUsage();
			expect(askedOf([storyOf(['action', text])]).length).to.equal(1);
			const { user } = process.cpuUsage(before);
			expect(user / 1e6, 'processor seconds').to.be.at.most(5);
		}).timeout(60_000);
});
