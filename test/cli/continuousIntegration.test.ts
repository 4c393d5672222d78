import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { projectFolder } from '../workbench/projectFolders.ts';
import { misspelt, program, run, sound, starStories, temporaryFolder } from './commandLine.ts';

describe('what is ready for CI and hooks', () => {
	const folder = temporaryFolder();
	const read = (file: string) => fs.readFile(path.join(projectFolder, file), 'utf8');
	const commandIn = (line: string) => /star-stories@\S+ ([^>]*)/u.exec(line)?.[1]?.trim().split(' ') ?? [];

	it('names the version of the package, and runs', async () => {
		const { version } = JSON.parse(await read('package.json')) as { version: string };
		const hooks = parse(await read('.pre-commit-hooks.yaml')) as { id: string; entry: string; language: string }[];
		const workflow = parse(await read('docs/examples/stories.yml')) as {
			jobs: { check: { steps: { run?: string }[] } };
		};
		const runs = workflow.jobs.check.steps.flatMap((step) => step.run ?? []);
		const lines = [...hooks.map(({ entry }) => entry), ...runs];
		expect(lines).to.have.length(5);
		await folder.write('a.md', misspelt);
		for (const line of lines) {
			expect(line).to.match(new RegExp(`^npx --yes star-stories@${version.replaceAll('.', '\\.')} `, 'u'));
			const { code, stderr } = await starStories([...commandIn(line)], { cwd: folder.path });
			expect([code, stderr], line).to.deep.equal([line.includes('sarif') ? 0 : 1, '']);
		}
	});

	it('checks in pre-commit what is to be committed, and mends it there', async function () {
		const pack = JSON.parse(await read('package.json')) as { version: string };
		const isThere = await run('pre-commit', ['--version'], { cwd: folder.path }).then(
			() => true,
			() => false,
		);
		if (!isThere || process.platform === 'win32') this.skip();
		// What npx finds in the folder it does not fetch.
		await folder.write(
			'app/node_modules/star-stories/package.json',
			JSON.stringify({ name: 'star-stories', ...pack }),
		);
		await folder.write(
			'app/node_modules/.bin/star-stories',
			`#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
		);
		await fs.chmod(path.join(folder.path, 'app/node_modules/.bin/star-stories'), 0o755);
		await folder.write('app/.gitignore', 'node_modules\n');
		await folder.write('hooks/.pre-commit-hooks.yaml', await read('.pre-commit-hooks.yaml'));
		const env = {
			PRE_COMMIT_HOME: path.join(folder.path, 'home'),
			GIT_CONFIG_GLOBAL: path.join(folder.path, 'none'),
			npm_config_offline: 'true',
		};
		const call = (cwd: string, command: string, ...args: string[]) =>
			run(command, args, { cwd: path.join(folder.path, cwd), env });
		for (const cwd of ['hooks', 'app']) {
			await call(cwd, 'git', 'init', '-q');
			await call(cwd, 'git', 'add', '-A');
		}
		await call('hooks', 'git', '-c', 'user.name=A', '-c', 'user.email=a@b.c', 'commit', '-qm', 'Hooks');
		const { stdout: head } = await call('hooks', 'git', 'rev-parse', 'HEAD');
		const use = (id: string) =>
			folder.write(
				'app/.pre-commit-config.yaml',
				`repos:\n  - repo: ../hooks\n    rev: ${head.trim()}\n    hooks:\n      - id: ${id}\n`,
			);
		await folder.write('app/my stories/a b.md', misspelt);
		await folder.write('app/my stories/left.md', misspelt);
		await use('star-stories');
		await call('app', 'git', 'add', '.pre-commit-config.yaml', 'my stories/a b.md');
		const checked = await call('app', 'pre-commit', 'run');
		expect(checked.code, checked.stdout + checked.stderr).to.equal(1);
		expect(checked.stdout).to.include('my stories/a b.md:2:16: error: ').and.not.include('left.md');

		await folder.write('app/my stories/a b.md', sound.replace('[mentorship]', '[mentorship, mentorship]'));
		await use('star-stories-fix');
		await call('app', 'git', 'add', '.pre-commit-config.yaml', 'my stories/a b.md');
		const mended = await call('app', 'pre-commit', 'run');
		expect(mended.stdout, mended.stderr).to.include('files were modified by this hook');
		expect(await fs.readFile(path.join(folder.path, 'app/my stories/a b.md'), 'utf8')).to.equal(sound);
		await call('app', 'git', 'add', 'my stories/a b.md');
		expect((await call('app', 'pre-commit', 'run')).code).to.equal(0);
	});

	it('tells code scanning where each problem is, in the form that it reads', async () => {
		await folder.write('my stories/a#1.md', misspelt);
		const { code, stdout } = await starStories(['check', '--format', 'sarif', '-C', 'my stories'], {
			cwd: folder.path,
			env: { GITHUB_WORKSPACE: folder.path },
		});
		expect(code).to.equal(1);
		const log = JSON.parse(stdout) as {
			version: string;
			runs: {
				columnKind: string;
				tool: { driver: { name: string; rules: { id: string; help: { text: string } }[] } };
				results: {
					ruleId: string;
					ruleIndex: number;
					level: string;
					message: { text: string };
					locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
				}[];
			}[];
		};
		expect(log.version).to.equal('2.1.0');
		const [{ columnKind, tool, results } = { columnKind: '', tool: undefined, results: [] }] = log.runs;
		expect(columnKind).to.equal('utf16CodeUnits');
		const [result] = results;
		expect(result).to.deep.include({ ruleId: 'competency-unknown', ruleIndex: 0, level: 'error' });
		expect(result?.locations[0]?.physicalLocation).to.deep.equal({
			artifactLocation: { uri: 'my%20stories/a%231.md' },
			region: { startLine: 2, startColumn: 16, endLine: 2, endColumn: 25 },
		});
		expect(tool?.driver.rules[result?.ruleIndex ?? -1]).to.have.nested.property('help.text');
	});
});
