import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { program, run, starStories, temporaryFolder } from './commandLine.ts';

describe('star-stories new', () => {
	const folder = temporaryFolder();
	const create = (...args: string[]) => starStories(['new', ...args], { cwd: folder.path });

	it('makes the file that New Story… makes, with the prompts where the answers are to stand, and prints its path', async () => {
		expect(await create('Thirty  days\nwith Inês', '--competency', 'Mentorship & Knowledge Sharing')).to.deep.equal(
			{
				code: 0,
				stdout: 'stories/thirty-days-with-inês.md\n',
				stderr: '',
			},
		);
		const text = await fs.readFile(path.join(folder.path, 'stories/thirty-days-with-inês.md'), 'utf8');
		const mentorship = staff.competencies.find(({ id }) => id === 'mentorship');
		expect(text).to.match(
			/^---\ncompetencies: \[mentorship\]\nstatus: draft\ndate: \nstrength: \n---\n\n# Thirty days with Inês\n\n## Situation\n\n/u,
		);
		for (const prompt of Object.values(mentorship?.prompts ?? {}).flat()) expect(text).to.include(`\n${prompt}\n`);
		const { kind, problems } = analyse(text, { fileName: 'a.md', lookups: new Lookups([staff]), severities: {} });
		expect(kind).to.equal('story');
		expect(problems.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
		expect(problems.map(({ rule }) => rule))
			.to.include('prompt-open')
			.and.not.include('placeholder');
	});

	it('overwrites nothing', async () => {
		for (const name of ['one', 'one-2', 'one-3'])
			expect((await create('One', '-c', 'alignment')).stdout).to.equal(`stories/${name}.md\n`);
	});

	it('leaves no piece of a file where not all of it fits', async function () {
		if (process.platform === 'win32') this.skip();
		const script = `trap '' XFSZ; ulimit -f 1; exec "${process.execPath}" "${program}" new One -c alignment`;
		const { code, stderr } = await run('sh', ['-c', script], { cwd: folder.path });
		expect(stderr).to.include('The story could not be created');
		expect(code).to.equal(2);
		expect(await fs.readdir(path.join(folder.path, 'stories'))).to.deep.equal([]);
	});

	it('heeds the folder, its settings and its framework', async () => {
		await folder.write('bank/.vscode/settings.json', '{ "starStories.storiesFolder": "drafts/2026" }');
		await folder.write(
			'bank/star-framework.yaml',
			'competencies:\n  - id: thrift\n    name: Thrift\n    description: To spend little\n',
		);
		expect((await create('A', '-c', 'thrift', '--folder', 'bank')).stdout).to.equal('drafts/2026/a.md\n');
		for (const storiesFolder of ['../elsewhere', '/tmp/elsewhere', '~/elsewhere', 'C:\\elsewhere']) {
			await folder.write(
				'bank/.vscode/settings.json',
				JSON.stringify({ 'starStories.storiesFolder': storiesFolder }),
			);
			expect((await create('A', '-c', 'thrift', '--folder', 'bank')).stderr).to.include(
				'leads out of the folder',
			);
		}
	});

	it('says what it needs, and writes nothing', async () => {
		const wrong: readonly (readonly [string[], RegExp])[] = [
			[[], /missing required argument 'title'/u],
			[['  '], /A story needs a title/u],
			[['A'], /--competency.*\n {2}technical-initiative {2}Technical Initiative\n/u],
			[
				['A', '-c', 'mentorshp'],
				/no competency “mentorshp”\. Do you mean one of these\?\n {2}mentorship {2}Mentorship/u,
			],
			[['A', '-c', 'juggling on ice'], /There are:\n {2}technical-initiative/u],
		];
		for (const [args, reason] of wrong) {
			const { code, stdout, stderr } = await create(...args);
			expect(stderr).to.match(reason);
			expect([code, stdout]).to.deep.equal([2, '']);
		}
		expect(await fs.readdir(folder.path)).to.deep.equal([]);
	});

	it('says why a file cannot be created', async () => {
		await folder.write('stories', 'a file in the way');
		const { code, stderr } = await create('A', '-c', 'mentorship');
		expect(stderr).to.match(/could not be created in .*stories: (?:file already exists|not a directory)/u);
		expect(code).to.equal(2);
	});
});
