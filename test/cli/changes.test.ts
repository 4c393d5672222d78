import fs from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import type { ChangeResult } from '../../src/core/report/answers/changeResult.ts';
import type { CheckResult } from '../../src/core/report/check/checkResult.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { misspelt, program, run as runProgram, sound, starStories, temporaryFolder } from './commandLine.ts';

const twice = sound.replace('[mentorship]', '[mentorship, Mentorship & Knowledge Sharing]');

describe('star-stories, where it changes files,', () => {
	const folder = temporaryFolder();
	const run = (args: readonly string[], input = '') => starStories(args, { cwd: folder.path, input });
	const read = (file: string) => fs.readFile(path.join(folder.path, file), 'utf8');
	const validated = async <T>(name: string, text: string): Promise<T> => {
		const file = path.join(projectFolder, `schemas/${name}.schema.json`);
		const validate = new Ajv({ strict: true, allErrors: true }).compile(
			JSON.parse(await fs.readFile(file, 'utf8')) as object,
		);
		const result = JSON.parse(text) as T;
		expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
		return result;
	};

	describe('check --fix', () => {
		it('mends what is safe, tells of it, and leaves the rest', async () => {
			await folder.write('a.md', twice);
			await folder.write('b.md', misspelt);
			const dry = await run(['check', '--fix', '--dry-run']);
			expect(dry.stdout)
				.to.match(/^--- a\/a\.md\n\+\+\+ b\/a\.md\n@@ -1,5 \+1,5 @@\n/u)
				.and.not.include('b.md\n');
			expect([dry.code, dry.stderr, await read('a.md')]).to.deep.equal([1, '', twice]);
			const { code, stdout } = await run(['check', '--fix', '--format', 'json']);
			const result = await validated<CheckResult>('check', stdout);
			expect(result.problems.map(({ file }) => file)).to.deep.equal(['b.md']);
			expect(result.fixed?.map(({ file, rule }) => `${file} ${rule}`)).to.deep.equal([
				'a.md competency-duplicate',
			]);
			expect(code).to.equal(1);
			expect([await read('a.md'), await read('b.md')]).to.deep.equal([sound, misspelt]);
			expect((await run(['check', 'a.md', '--fix'])).stdout).to.equal(
				'1 story in 1 Markdown file: no problems.\n',
			);
		});

		it('with --fix-all makes of the sample bank what its diff says, and has nothing left to do then', async () => {
			await copySampleBank(folder.path);
			const dry = await run(['check', '--fix-all', '--dry-run']);
			expect(dry.code).to.equal(1);
			await folder.write('all.patch', dry.stdout);
			const copy = path.join(folder.path, 'copy');
			await copySampleBank(copy);
			const applied = await runProgram('git', ['apply', '-p1', '../all.patch'], { cwd: copy });
			expect(applied.stderr).to.equal('');
			await fs.rm(path.join(folder.path, 'all.patch'));
			await run(['check', '--fix-all', 'stories', 'later']);
			for await (const file of fs.glob('**/*.md', { cwd: copy }))
				expect(await read(file), file).to.equal(await fs.readFile(path.join(copy, file), 'utf8'));
			await fs.rm(copy, { recursive: true });
			expect(await run(['check', '--fix-all', '--dry-run'])).to.deep.equal({ code: 0, stdout: '', stderr: '' });
		});

		it('keeps byte order marks, encodings and line ends, and leaves what would lose bytes', async () => {
			const windows = twice.replaceAll('\n', '\r\n');
			await folder.write('bom.md', `\uFEFF${windows}`);
			await folder.write('utf16.md', Buffer.from(`\uFEFF${twice}`, 'utf16le'));
			const broken = Buffer.concat([Buffer.from(twice), Buffer.from([0xe9])]);
			await folder.write('latin.md', broken);
			const { code, stderr } = await run(['check', '--fix']);
			expect(stderr).to.include('latin.md was left as it is');
			expect(code).to.equal(2);
			expect(await read('bom.md')).to.equal(`\uFEFF${sound.replaceAll('\n', '\r\n')}`);
			expect((await fs.readFile(path.join(folder.path, 'utf16.md'))).toString('utf16le')).to.equal(
				`\uFEFF${sound}`,
			);
			expect((await fs.readFile(path.join(folder.path, 'latin.md'))).equals(broken)).to.equal(true);
		});

		it('prints the mended text of standard input, and what is left to standard error', async () => {
			const { code, stdout, stderr } = await run(['check', '-', '--fix'], twice);
			expect([code, stdout]).to.deep.equal([0, sound]);
			expect(stderr).to.equal('1 story in 1 Markdown file: no problems.\n');
		});
	});

	describe('check - --fix', () => {
		it('keeps byte order marks and encodings, and prints nothing where bytes would be lost', async () => {
			const fixed = async (input: Uint8Array) => {
				const out = path.join(folder.path, 'out');
				const { code, stderr } = await runProgram(
					'sh',
					['-c', '"$0" "$@" > out', process.execPath, program, 'check', '-', '--fix'],
					{ cwd: folder.path, input },
				);
				return { code, stderr, bytes: await fs.readFile(out) };
			};
			const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
			expect((await fixed(Buffer.from(`\uFEFF${twice}`))).bytes.toString()).to.equal(`\uFEFF${sound}`);
			expect((await fixed(utf16(twice))).bytes.equals(utf16(sound))).to.equal(true);
			const { code, stderr, bytes } = await fixed(Buffer.concat([Buffer.from(twice), Buffer.from([0xe9])]));
			expect(stderr).to.include('Standard input was left as it is: some of its bytes are no UTF-8.');
			expect([code, bytes.length]).to.deep.equal([2, 0]);
		});

		it('prints as it came what the settings exclude', async () => {
			await folder.write('.vscode/settings.json', '{ "starStories.exclude": ["drafts/**"] }');
			const { code, stdout, stderr } = await run(['check', '-', '--fix', '--stdin-path', 'drafts/a.md'], twice);
			expect([code, stdout]).to.deep.equal([0, twice]);
			expect(stderr).to.include('drafts/a.md was left out');
		});
	});

	it('check --fix goes on after a file that it cannot write, and tells what it did and did not', async function () {
		if (process.platform === 'win32') this.skip();
		const long = `${twice}\n${'I asked again, and wrote down what I was told.\n'.repeat(1000)}`;
		await folder.write('a.md', twice);
		await folder.write('b.md', long);
		await folder.write('c.md', twice);
		const script = `trap '' XFSZ; ulimit -f 16; exec "${process.execPath}" "${program}" check --fix --format json`;
		const { code, stdout, stderr } = await runProgram('sh', ['-c', script], { cwd: folder.path });
		expect(stderr).to.match(/^b\.md was not written: [^\n]+\n$/u);
		const result = await validated<CheckResult>('check', stdout);
		expect(result.fixed?.map(({ file }) => file)).to.deep.equal(['a.md', 'c.md']);
		expect(result.problems.map(({ file }) => file)).to.include('b.md');
		expect([await read('a.md'), await read('b.md'), await read('c.md')]).to.deep.equal([sound, long, sound]);
		expect(code).to.equal(2);
	});

	it('tag adds tags and takes them off, in one line of the file', async () => {
		await folder.write('a.md', sound);
		const dry = await run(['tag', 'a.md', 'technical-influence', '--dry-run', '--format', 'json']);
		const planned = await validated<ChangeResult>('change', dry.stdout);
		expect(planned).to.deep.include({ written: false });
		expect(planned.files[0]?.what).to.deep.equal(['tag technical-influence']);
		expect(await read('a.md')).to.equal(sound);
		const { code, stdout } = await run(['tag', 'Thirty days with Inês', 'Technical Influence']);
		expect([code, stdout]).to.deep.equal([0, 'a.md: tag technical-influence\nMade 1 change in 1 file.\n']);
		const tagged = sound.replace('[mentorship]', '[mentorship, technical-influence]');
		expect(await read('a.md')).to.equal(tagged);
		expect((await run(['tag', 'a.md', 'technical-influence'])).stdout).to.equal('Nothing to change.\n');
		expect((await run(['tag', 'a.md', 'Technical Influence', '--remove'])).code).to.equal(0);
		expect(await read('a.md')).to.equal(sound);
		expect((await run(['tag', 'a.md', 'technical-influence', '--remove'])).stderr).to.include('has no tag');
	});

	it('tag makes a story of a candidate', async () => {
		await folder.write('a.md', sound.replace(/^---\n.*?\n---\n\n/su, ''));
		expect((await run(['set', 'a.md', 'strength=3'])).code).to.equal(2);
		expect((await run(['tag', 'a.md', 'mentorship'])).code).to.equal(0);
		expect(await read('a.md')).to.match(/^---\ncompetencies: \[?mentorship\]?\n---\n/u);
	});

	it('set writes each field, takes it away where the value is empty, and nothing where one is wrong', async () => {
		await folder.write('a.md', sound);
		const settings = [
			'strength=5',
			'status=draft',
			'date=2024-06',
			'scope=teams',
			'company=A: B #1',
			'project=Roll: out',
			'role=Staff Engineer',
			'team= Data ',
		];
		expect((await run(['set', 'a.md', ...settings])).code).to.equal(0);
		const text = await read('a.md');
		for (const line of [
			'strength: 5',
			'status: draft',
			'date: 2024-06',
			'scope: teams',
			'company: "A: B #1"',
			'project: "Roll: out"',
			'role: Staff Engineer',
			'team: Data',
		])
			expect(text).to.include(`\n${line}\n`);
		const { problems } = JSON.parse((await run(['check', '--format', 'json'])).stdout) as CheckResult;
		expect(problems.filter(({ rule }) => rule.startsWith('front-matter'))).to.deep.equal([]);
		expect((await run(['set', 'a.md', 'company=', 'scope='])).code).to.equal(0);
		expect(await read('a.md')).not.to.match(/company|scope/u);
		const before = await read('a.md');
		for (const [args, reason] of [
			[['strength=9'], /“9” is no strength: write a whole number from 1 to 5/u],
			[['status=ready', 'date=soon'], /“soon” is no date/u],
			[['strenght=3'], /Do you mean strength\?/u],
			[['ready'], /Write field=value/u],
		] as const) {
			const { code, stdout, stderr } = await run(['set', 'a.md', ...args]);
			expect(stderr).to.match(reason);
			expect([code, stdout, await read('a.md')]).to.deep.equal([2, '', before]);
		}
	});

	it('set hides with --redact the name that it writes, beside the one that it takes away', async () => {
		await folder.write('a.md', sound.replace('status:', 'company: Oldworks\nstatus:'));
		for (const more of [['--dry-run'], []]) {
			const { code, stdout } = await run(['set', 'a.md', 'company=Zetaworks', '--redact', ...more]);
			expect(stdout)
				.to.include('[Company ')
				.and.not.match(/zetaworks|oldworks/iu);
			expect(code).to.equal(0);
		}
		expect(await read('a.md')).to.include('company: Zetaworks');
	});

	it('writes to the line of a story of a bank, and refuses what its stories share', async () => {
		const story = (title: string) =>
			`## ${title}\n\n**Competencies:** Mentorship & Knowledge Sharing\n\n### Situation\n\nIt was late.\n\n### Task\n\nI had a week.\n\n### Action\n\nI did it.\n\n### Result\n\nIt went from 3 to 1.\n\n`;
		await folder.write('bank.md', `# Bank\n\n${story('One')}${story('Two')}`);
		expect((await run(['set', 'Two', 'strength=4'])).code).to.equal(0);
		expect(await read('bank.md')).to.match(/## Two\n\n\*\*Competencies:\*\* .*\n\*\*Strength:\*\* 4\n/u);
		const { code, stderr } = await run(['set', 'Two', 'company=Acme']);
		expect(code).to.equal(2);
		expect(stderr).to.include('“Two” was left as it is').and.include('shares with others');
	});
});
