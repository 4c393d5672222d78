import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { CoverageResult } from '../../src/core/report/answers/coverageResult.ts';
import type { CheckResult } from '../../src/core/report/check/checkResult.ts';
import { fields } from '../../src/core/story/fields.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { starStories, temporaryFolder } from './commandLine.ts';

const vaults = path.join(projectFolder, 'test/fixtures/vaults');

/** The first block of a language in the page about living with other tools, from a heading on. */
async function documented(language: string, from = ''): Promise<string> {
	const page = await fs.readFile(path.join(projectFolder, 'docs/other-tools.md'), 'utf8');
	const [, block] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'su').exec(page.slice(page.indexOf(from))) ?? [];
	return block ?? '';
}

describe('vaults and sites of other tools', () => {
	const folder = temporaryFolder();
	const run = (...args: string[]) => starStories(args, { cwd: folder.path });
	const open = async (vault: string) => {
		await fs.cp(path.join(vaults, vault), folder.path, { recursive: true });
		await folder.write('.vscode/settings.json', await documented('json'));
	};
	const problems = async () => {
		const result = JSON.parse(
			(await run('check', '--rule', 'stale=off', '--format', 'json')).stdout,
		) as CheckResult;
		return [result.stories, ...result.problems.map(({ file, rule }) => `${file} ${rule}`)];
	};

	for (const [vault, expected] of [
		[
			'obsidian',
			[
				2,
				'Stories/Ledger in one place.md title-missing',
				'Stories/Ledger in one place.md prompt-unanswered',
				'Stories/The pager nobody answered.md balance',
			],
		],
		['hugo', [1]],
		['foam', [1, 'stories/first-month.md balance']],
	] as const)
		it(`are read as they are: of ${vault}, only what is a story, and nothing of what is the other tool's`, async () => {
			await open(vault);
			expect(await problems()).to.deep.equal(expected);
			const { code, stdout } = await run('coverage', '--format', 'json');
			expect(code).to.equal(0);
			const { competencies } = JSON.parse(stdout) as CoverageResult;
			expect(competencies.filter(({ stories }) => stories > 0).map(({ id }) => id)).to.deep.equal(
				{
					obsidian: ['technical-initiative', 'technical-influence', 'cross-team-alignment'],
					hugo: ['technical-initiative'],
					foam: ['mentorship'],
				}[vault],
			);
		});

	it('keep every byte of the other tool when a field is set', async () => {
		for (const [vault, file] of [
			['obsidian', 'Stories/The pager nobody answered.md'],
			['hugo', 'content/stories/queue.md'],
			['foam', 'stories/first-month.md'],
		] as const) {
			await open(vault);
			const before = await fs.readFile(path.join(folder.path, file), 'utf8');
			expect((await run('set', file, 'strength=2')).code).to.equal(0);
			expect(await fs.readFile(path.join(folder.path, file), 'utf8')).to.equal(
				before.replace('strength: 4', 'strength: 2'),
			);
		}
	});

	it('are asked by queries that name fields of ours', async () => {
		const ours = new Set(fields.map(({ name }) => name));
		const base = parse(await documented('yaml', '## Coverage in Obsidian')) as {
			filters: { and: string[] };
			views: { order: string[]; groupBy?: { property: string } }[];
		};
		const named = base.views.flatMap(({ order, groupBy }) => [...order, ...(groupBy ? [groupBy.property] : [])]);
		expect(
			named
				.map((name) => name.replace('note.', ''))
				.filter((name) => !name.startsWith('file.') && !ours.has(name)),
		).to.deep.equal([]);
		const query = await documented('dataview');
		for (const field of ['competencies', 'status']) expect(query).to.include(field);
	});
});
