import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { analyseWithin } from '../../src/cli/readStories.ts';
import { eachWithin } from '../../src/cli/within.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { readStorySettings } from '../../src/core/library/settings.ts';
import type { CheckResult } from '../../src/core/report/check/checkResult.ts';
import { expectationsIn } from '../expectations.ts';
import { projectFolder, sampleBankFolder } from '../workbench/projectFolders.ts';
import { misspelt, program, run, sound, starStories, temporaryFolder } from './commandLine.ts';

describe('star-stories check', () => {
	const folder = temporaryFolder();
	const check = (
		args: readonly string[] = [],
		options: { input?: string; env?: NodeJS.ProcessEnv; cwd?: string } = {},
	) => starStories(['check', ...args], { cwd: folder.path, ...options });
	const checked = async (args: readonly string[] = []) =>
		JSON.parse((await check([...args, '--format', 'json'])).stdout) as CheckResult;
	const found = async (args: readonly string[] = []) =>
		(await checked(args)).problems.map(({ file, rule }) => `${file} ${rule}`);
	const unknown = (file: string) => `${file} competency-unknown`;

	it('finds in the sample bank what it says it has, at its exact places', async () => {
		const { stdout, stderr, code } = await check(['--format', 'json'], { cwd: sampleBankFolder });
		const result = JSON.parse(stdout) as CheckResult;
		expect(stderr).to.equal('');
		expect(code).to.equal(1);
		const expected: string[] = [];
		for await (const file of fs.glob('**/*.md', { cwd: sampleBankFolder })) {
			const text = await fs.readFile(path.join(sampleBankFolder, file), 'utf8');
			expected.push(
				...expectationsIn(text).map(
					({ rule, start, end }) => `${file} ${rule} ${placeIn(text, start)} ${placeIn(text, end)}`,
				),
			);
		}
		const readable = result.problems.map(
			({ file, rule, start, end }) => `${file} ${rule} ${start.line}:${start.column} ${end.line}:${end.column}`,
		);
		expect(readable.toSorted()).to.deep.equal(expected.toSorted());
		expect((await check(['--format', 'json'], { cwd: sampleBankFolder })).stdout).to.equal(stdout);
		const schema = JSON.parse(
			await fs.readFile(path.join(projectFolder, 'schemas/check.schema.json'), 'utf8'),
		) as object;
		const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
		expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
	});

	describe('exit codes', () => {
		it('are 0 for sound stories and for a folder without any', async () => {
			expect(await check()).to.deep.equal({
				code: 0,
				stdout: 'No stories in 0 Markdown files: no problems.\n',
				stderr: '',
			});
			await folder.write('a.md', sound);
			expect(await check()).to.deep.equal({
				code: 0,
				stdout: '1 story in 1 Markdown file: no problems.\n',
				stderr: '',
			});
		});

		it('are 1 from the severity on that counts', async () => {
			await folder.write('a.md', sound.replace('## Learnings', '## Learnings\n\nTODO'));
			expect((await check()).code).to.equal(0);
			for (const [severity, code] of [
				['error', 0],
				['warning', 1],
				['information', 1],
				['hint', 1],
				['none', 0],
			] as const) {
				expect((await check(['--max-severity', severity])).code, severity).to.equal(code);
			}
			expect((await check(['--rule', 'placeholder=error'])).code).to.equal(1);
			expect((await check(['--rule', 'placeholder=off', '-m', 'hint'])).code).to.equal(0);
		});

		it('are 2 with a reason where it is used wrongly', async () => {
			await folder.write('other/a.md', sound);
			const wrong: readonly (readonly [string[], RegExp])[] = [
				[['--nonsense'], /unknown option '--nonsense'/u],
				[['--format', 'xml'], /Allowed choices are text, json, github, sarif/u],
				[
					['--rule', 'balanced=off'],
					/There is no rule balanced. The rules are merge-conflict, front-matter-syntax/u,
				],
				[['--rule', 'balance=loud'], /Write balance= and one of error/u],
				[['nowhere.md'], /There is no nowhere\.md/u],
				[['*.nothing'], /No file that may hold stories matches \*\.nothing/u],
				[['..'], /lies outside of .*--folder/u],
				[['Other'], /There is no Other\. Do you mean other\?$/mu],
				[['other/A.MD'], /There is no other\/A\.MD\. Do you mean other\/a\.md\?$/mu],
				[['-C', 'other', 'other/a.md'], /There is no other\/a\.md\./u],
				[['-C', 'other', 'b.md'], /There is no b\.md\. Do you mean a\.md\?$/mu],
				[['--folder', 'nowhere'], /The folder nowhere cannot be opened: no such file/u],
				[['--folder', 'other/a.md'], /other\/a\.md is no folder/u],
				[['-', 'other'], /Standard input is checked alone/u],
			];
			for (const [args, reason] of wrong) {
				const { code, stdout, stderr } = await check(args);
				expect(stderr, args.join(' ')).to.match(reason);
				expect(stdout, args.join(' ')).to.equal('');
				expect(code, args.join(' ')).to.equal(2);
			}
			expect((await starStories(['chek'], { cwd: folder.path })).stderr).to.match(/Did you mean check/u);
		});

		it('are 0 for help, which names every option and code', async () => {
			const { code, stdout } = await check(['--help']);
			expect(code).to.equal(0);
			for (const word of [
				'--format',
				'--max-severity',
				'--folder',
				'--rule',
				'--stdin-path',
				'Exit codes',
				'Examples',
			])
				expect(stdout).to.include(word);
			expect((await starStories(['--version'], { cwd: folder.path })).stdout).to.match(/^\d+\.\d+\.\d+\n$/u);
		});
	});

	describe('the files it reads', () => {
		beforeEach(async () => {
			for (const file of ['a.md', 'b.markdown', 'deep/er/c.md', '.hidden/d.md', 'node_modules/e.md', 'notes.txt'])
				await folder.write(file, misspelt);
		});

		it('are the Markdown files of the folder, but for those that VS Code leaves out', async () => {
			expect(await found()).to.deep.equal(['.hidden/d.md', 'a.md', 'b.markdown', 'deep/er/c.md'].map(unknown));
		});

		it('are those that paths and patterns name, each once', async () => {
			expect(await found(['a.md', './a.md', 'deep'])).to.deep.equal(['a.md', 'deep/er/c.md'].map(unknown));
			expect(await found(['**/*.md'])).to.deep.equal(['.hidden/d.md', 'a.md', 'deep/er/c.md'].map(unknown));
			expect(await found(['deep/*/[a-c].md', '*.markdown'])).to.deep.equal(
				['b.markdown', 'deep/er/c.md'].map(unknown),
			);
		});

		it('are named from the folder, as paths are typed, and on GitHub from the root of the checkout', async () => {
			const options = { cwd: path.join(folder.path, 'deep') };
			for (const args of [
				['--folder', '..', 'a.md', 'deep/er'],
				['-C', '../deep/..', './a.md', path.join(folder.path, 'deep')],
			])
				expect((await check(args, options)).stdout).to.match(
					/^a\.md:2:16: error: .*\ndeep\/er\/c\.md:2:16: error/u,
				);
			const piped = await check(['-C', '..', '-', '--stdin-path', 'deep/new.md'], {
				...options,
				input: misspelt,
			});
			expect(piped.stdout).to.match(/^deep\/new\.md:2:16: error/u);
			const github = await check(['--format', 'github', '-C', '.'], {
				...options,
				env: { GITHUB_WORKSPACE: folder.path },
			});
			expect(github.stdout).to.match(
				/^::error file=deep\/er\/c\.md,line=2,endLine=2,col=16,endColumn=25,title=STAR Stories%3A competency-unknown::“mentorshp”[^\n]*\n$/u,
			);
		});

		it('are not those that ignore files or the settings name, even where they are named', async () => {
			await folder.write('.gitignore', 'deep/\n/a.*\n');
			await folder.write('deep/er/.ignore', '!c.md\n');
			await folder.write('.hidden/.ignore', '*.md\n');
			expect(await found()).to.deep.equal([unknown('b.markdown')]);
			const { stderr, code } = await check(['a.md', 'deep/er/c.md', 'notes.txt']);
			expect(stderr.match(/was left out/gu)).to.have.length(3);
			expect(code).to.equal(0);

			const settings = {
				'search.useIgnoreFiles': false,
				'starStories.exclude': ['a.md'],
				'files.exclude': { '**/er': true, '**/.git': false },
				'search.exclude': { '**/node_modules': false },
			};
			await folder.write(
				'.vscode/settings.json',
				`// as VS Code writes them\n${JSON.stringify(settings).replace(/\}$/u, ',}')}`,
			);
			expect(await found()).to.deep.equal(['.hidden/d.md', 'b.markdown', 'node_modules/e.md'].map(unknown));
			expect(await found(['--no-settings'])).to.deep.equal([unknown('b.markdown')]);
		});

		it('are those behind links, each once, which never lead in circles', async () => {
			const elsewhere = path.join(folder.path, '../', `${path.basename(folder.path)}-elsewhere`);
			await fs.mkdir(elsewhere);
			await fs.writeFile(path.join(elsewhere, 'z.md'), misspelt);
			await fs.symlink(elsewhere, path.join(folder.path, 'out'));
			await fs.symlink(path.join(elsewhere, 'z.md'), path.join(folder.path, 'z.md'));
			await fs.symlink('..', path.join(folder.path, 'deep/up'));
			await fs.symlink('deep', path.join(folder.path, 'link'));
			await fs.symlink('nowhere', path.join(folder.path, '.#lock.md'));
			const problems = await found();
			await fs.rm(elsewhere, { recursive: true });
			expect(problems.filter((line) => /[cz]\.md/u.test(line))).to.deep.equal(
				['deep/er/c.md', 'out/z.md'].map(unknown),
			);
		});

		it('are what VS Code calls Markdown, by its settings too, and what include names', async () => {
			for (const name of ['A.MD', 'b.mkd', 'c.star', 'd.txt', 'notes/e.TXT']) await folder.write(name, misspelt);
			await folder.write(
				'.vscode/settings.json',
				JSON.stringify({
					'starStories.include': ['*', 'notes/*.txt'],
					'files.associations': { '*.star': 'markdown' },
				}),
			);
			expect(await found()).to.include.members(['A.MD', 'b.mkd', 'c.star', 'notes/e.TXT'].map(unknown));
			expect(await found()).not.to.include(unknown('d.txt'));
		});

		it('are those that ignore files leave, which tell letters apart where git does', async () => {
			for (const name of ['Keep.md', 'gone.md']) await folder.write(name, misspelt);
			await folder.write('.gitignore', 'keep.md\ngone.md\n');
			const isKept = process.platform === 'linux';
			expect((await found()).filter((line) => /keep|gone/iu.test(line))).to.deep.equal(
				isKept ? [unknown('Keep.md')] : [],
			);
		});
	});

	it('heeds the settings and the framework file of the folder, and tells what is wrong with the latter first', async () => {
		await folder.write('a.md', misspelt);
		await folder.write(
			'.vscode/settings.json',
			JSON.stringify({
				'starStories.rules': { 'competency-unknown': 'hint' },
				'starStories.frameworkFile': 'own.yaml',
			}),
		);
		expect((await checked()).problems).to.have.nested.property('[0].severity', 'hint');
		await folder.write(
			'own.yaml',
			'competencies:\n  - id: mentorshp\n    name: Mentorshp\n    description: To help others grow\n',
		);
		expect(await found()).to.deep.equal([]);
		await folder.write('own.yaml', 'competencies:\n  - 5\n');
		const { problems } = await checked();
		expect(problems.map(({ file }) => file)).to.deep.equal(['own.yaml', 'a.md']);
		expect(problems[0]?.start).to.deep.equal({ line: 2, column: 5 });
		await folder.write('.vscode/settings.json', '{ "starStories.rules": [,] ');
		expect((await check()).stderr).to.match(/settings\.json, line 1: ValueExpected/u);
	});

	it('reads standard input as a file of that name', async () => {
		const { stdout, code } = await check(['-', '--stdin-path', 'stories/new one.md', '--format', 'json'], {
			input: misspelt,
		});
		const { problems } = JSON.parse(stdout) as CheckResult;
		expect(problems).to.have.length(1);
		expect(problems[0]).to.deep.include({
			file: 'stories/new one.md',
			start: { line: 2, column: 16 },
			story: 'Thirty days with Inês',
		});
		expect(code).to.equal(1);
		expect((await check(['-'], { input: '' })).code).to.equal(0);
	});

	it('leaves standard input out under a name that the settings exclude, as the file would be', async () => {
		await folder.write('.vscode/settings.json', '{ "starStories.exclude": ["drafts/**"] }');
		await folder.write('drafts/a.md', misspelt);
		const piped = await check(['-', '--stdin-path', 'drafts/a.md'], { input: misspelt });
		expect(piped.stderr).to.match(/^drafts\/a\.md was left out/u);
		expect(piped).to.deep.equal({ ...(await check(['drafts/a.md'])), stdout: piped.stdout });
		for (const unnamed of [[], ['--stdin-path', '']])
			expect((await check(['-', ...unnamed], { input: misspelt })).code).to.equal(1);
	});

	it('takes a name of standard input that leads through a link to the folder', async () => {
		await fs.mkdir(path.join(folder.path, 'real'));
		await fs.symlink('real', path.join(folder.path, 'link'), 'junction');
		const { code, stdout } = await check(['-', '--stdin-path', path.join(folder.path, 'link', 'new.md')], {
			input: misspelt,
			cwd: path.join(folder.path, 'real'),
		});
		expect(stdout).to.match(/^new\.md:2:16: error/u);
		expect(code).to.equal(1);
	});

	it('hides the names that standard input itself lists', async () => {
		const input = misspelt.replace('[mentorshp]', '[zetaworks]\ncompany: Zetaworks');
		const { code, stdout } = await check(['-', '--redact'], { input });
		expect(stdout)
			.to.include('[Company A]')
			.and.not.match(/zetaworks/iu);
		expect(code).to.equal(1);
	});

	it('paints where colours are wanted, and nowhere else', async () => {
		await folder.write('a.md', misspelt);
		expect((await check()).stdout).not.to.include('\u001B');
		expect((await check([], { env: { FORCE_COLOR: '1' } })).stdout).to.include('\u001B[31merror:\u001B[39m');
		expect((await check([], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).not.to.include('\u001B');
	});

	it('shows hostile names and words without letting them steer the terminal', async () => {
		await folder.write('a\u001B[2J\n.md', misspelt.replace('[mentorshp]', '["\\x1b[31mred\\x07"]'));
		const { stdout } = await check();
		expect(stdout)
			.to.match(/^a\\u001b\[2J\\u000a\.md:2:/u)
			.and.not.match(/[^\P{Cc}\n]/u);
	});

	it('reads broken bytes and other encodings as the editor does, and passes over what is no text', async () => {
		await folder.write('binary.md', new Uint8Array([0xff, 0x00, 0xfe, ...new TextEncoder().encode(misspelt)]));
		await folder.write('bom.md', `\uFEFF${misspelt}`);
		await folder.write('broken.md', Buffer.concat([Buffer.from(misspelt), Buffer.from([0xc3, 0x28])]));
		await folder.write('utf16.md', Buffer.from(`\uFEFF${misspelt}`, 'utf16le'));
		const { problems } = await checked();
		expect(
			problems.map(({ file, start, end }) => `${file} ${start.line}:${start.column}-${end.column}`),
		).to.deep.equal(['bom', 'broken', 'utf16'].map((name) => `${name}.md 2:16-25`));
	});

	it('says what it could not read, goes on, and ends with 2', async () => {
		await folder.write('a.md', misspelt);
		await fs.truncate(await touched(path.join(folder.path, 'huge.md')), 65 * 1024 * 1024);
		const { stdout, stderr, code } = await check();
		expect(stdout).to.match(/^a\.md:2:16: error/u);
		expect(stderr).to.equal('huge.md was not read: is larger than 64 MB.\n');
		expect(code).to.equal(2);
	});

	it('tells of a folder that cannot be read', async function () {
		if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
		await folder.write('closed/a.md', misspelt);
		await fs.chmod(path.join(folder.path, 'closed'), 0);
		const { stderr, code } = await check();
		await fs.chmod(path.join(folder.path, 'closed'), 0o700);
		expect(stderr).to.equal('closed was not read: permission denied.\n');
		expect(code).to.equal(2);
	});

	it('says of a long document that it is too long', async () => {
		await folder.write('long.md', misspelt + 'word '.repeat(120_000));
		expect((await checked()).problems.map(({ rule }) => rule)).to.deep.equal(['document-length']);
	});

	it('gives up on a document that is made to take for ever', () => {
		const folderOf = { settings: readStorySettings(() => undefined), lookups: new Lookups([staff]) };
		const rulesIn = (text: string, limit?: number) =>
			[...analyseWithin(folderOf, [{ path: 'a.md', text }], {}, limit)].map(({ problems }) =>
				problems.map(({ rule }) => rule),
			);
		expect(rulesIn(slow(misspelt), 100)).to.deep.equal([['document-intricate']]);
		expect(rulesIn(misspelt)).to.deep.equal([['competency-unknown']]);
	});

	it('goes on with the documents around those that take for ever', () => {
		const work = (isForever: boolean) => {
			if (isForever) for (;;);
			return 'read';
		};
		for (const documents of [[false, true, true, false], [true], [false, false], []])
			expect([...eachWithin(documents, work, () => 'given up', 200)]).to.deep.equal(
				documents.map((isForever) => (isForever ? 'given up' : 'read')),
			);
	});

	it('is over in time for patterns that a workspace was made to hang it with', async () => {
		const name = 'a'.repeat(120);
		const hostile = `**/${'*a'.repeat(12)}*b`;
		await folder.write(`${name}.md`, sound);
		await folder.write('.gitignore', `${hostile}\n`);
		await folder.write('.vscode/settings.json', JSON.stringify({ 'starStories.exclude': [hostile] }));
		expect(await check(['--format', 'json'])).to.include({ code: 0 });
		expect((await check([`**/${'*a'.repeat(12)}*`])).stdout).to.match(/^1 story in 1 Markdown file/u);
	});

	it('ends quietly when its reader has had enough', async function () {
		if (process.platform === 'win32') this.skip();
		for (let index = 0; index < 300; index++)
			await folder.write(
				`${index}.md`,
				misspelt.replace('status: ready', 'status: done\nstrength: 9\ndate: never'),
			);
		const { stdout, stderr } = await run(
			'sh',
			['-c', `"${process.execPath}" "${program}" check --format json | head -c 10`],
			{ cwd: folder.path },
		);
		expect(stdout).to.have.length(10);
		expect(stderr).to.equal('');
	});

	it('says in a line that its output could not be written, and ends with 2', async function () {
		if (process.platform !== 'linux') this.skip();
		await folder.write('a.md', misspelt);
		const script = `"${process.execPath}" "${program}" check > /dev/full`;
		const { stderr, code } = await run('sh', ['-c', script], { cwd: folder.path });
		expect(stderr).to.equal('star-stories: The output was not written: no space left on device.\n');
		expect(code).to.equal(2);
	});

	it('refuses what is no file', async function () {
		if (process.platform !== 'linux') this.skip();
		const { stderr, code } = await check(['/dev/null']);
		expect(stderr).to.equal('star-stories: /dev/null is no file but a pipe or a device.\n');
		expect(code).to.equal(2);
	});

	it('tells of a file whose name is no UTF-8, and checks the others', async function () {
		if (process.platform !== 'linux') this.skip();
		await folder.write('a.md', misspelt);
		await fs.writeFile(
			Buffer.concat([Buffer.from(`${folder.path}/caf`), Buffer.from([0xe9, 0x2e, 0x6d, 0x64])]),
			misspelt,
		);
		const { stdout, stderr, code } = await check();
		expect(stdout).to.match(/^a\.md:2:16: error/u);
		expect(stderr).to.equal('caf\uFFFD.md was not read: its name is no UTF-8: rename it.\n');
		expect(code).to.equal(2);
	});

	it('prints nothing that GitHub Actions takes for a command', async () => {
		await folder.write('::error::x.md', misspelt.replace('[mentorshp]', '["##[error]y"]'));
		for (const format of ['text', 'json']) {
			const { stdout } = await check(['--format', format]);
			expect(stdout).to.contain('x.md').and.contain('error]y');
			expect(stdout).not.to.match(/^\s*::|##\[/mu);
		}
	});

	it('shows on a terminal how far it is', async function () {
		const script = await canRecordTerminals();
		if (!script) this.skip();
		await folder.write('a.md', sound);
		await folder.write('b.md', slow(sound));
		await folder.write('c.md', sound);
		const { stdout } = await run(
			'script',
			['-qec', `"${process.execPath}" "${program}" check > out.txt`, '/dev/null'],
			{ cwd: folder.path },
		);
		const figures = stdout.split('\r\u001B[K');
		expect(figures.length).to.be.greaterThan(2);
		expect([figures[0], figures.at(-1)]).to.deep.equal(['', '']);
		for (const figure of figures.slice(1, -1))
			expect(figure).to.match(/^Reading stories: [1-3] of 3 Markdown files$/u);
	});
});

function placeIn(text: string, offset: number): string {
	const lines = text
		.slice(0, offset)
		.replace(/^\uFEFF/u, '')
		.split(/\r\n|\r|\n/u);
	return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** The same story, with a task that takes the Markdown parser some seconds. */
function slow(story: string): string {
	return story.replace('## Task', `## Task\n\n${'*a_'.repeat(9000)}`);
}

async function touched(file: string): Promise<string> {
	await fs.writeFile(file, '');
	return file;
}

/** Whether there is util-linux's `script`, which runs a program on a terminal of its own. */
async function canRecordTerminals(): Promise<boolean> {
	return new Promise((resolve) => {
		const child = spawn('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' });
		child.once('error', () => resolve(false)).once('close', (code) => resolve(code === 0));
	});
}
