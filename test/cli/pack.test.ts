import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import { npmCommand } from '../workbench/npmCommand.ts';
import { environmentOfAnOuterShell, npmInstall } from '../workbench/npmInstall.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { misspelt, run, sound, temporaryFolder } from './commandLine.ts';

describe('the npm package', () => {
	const folder = temporaryFolder();
	const npm = async (args: readonly string[], cwd: string) => {
		const { command, leading } = npmCommand();
		const { code, stdout, stderr } = await run(command, [...leading, ...args], {
			cwd,
			env: environmentOfAnOuterShell(),
		});
		return { code, stdout, stderr };
	};

	it('names every library that is copied into a bundle, with its licence, and no other', async () => {
		const notices = await fs.readFile(path.join(projectFolder, 'dist/ThirdPartyNotices.txt'), 'utf8');
		const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+$/gmu)].map(([, name]) => name);
		const entries = ['extension.ts', 'worker/thread.ts', 'cli/main.ts', 'pages/main.ts'];
		const bundled = await Promise.all(entries.map((entry) => packagesIn(`src/${entry}`)));
		expect(new Set(named)).to.deep.equal(new Set(bundled.flat()));
		for (const name of ['yaml', 'preact', 'commander']) {
			expect(notices).to.include(
				(await fs.readFile(path.join(projectFolder, 'node_modules', name, 'LICENSE'), 'utf8')).trim(),
			);
		}
	});

	it('runs with npx in a folder that has nothing else, and brings nothing with it', async () => {
		const packed = await npm(
			['pack', projectFolder, '--json', '--silent', '--pack-destination', folder.path],
			folder.path,
		);
		expect(packed.code, packed.stderr).to.equal(0);
		const [tarball] = JSON.parse(packed.stdout) as [{ filename: string; files: readonly { path: string }[] }];
		const files = tarball.files
			.map(({ path: file }) => file)
			.filter((file) => !file.startsWith('dist/cli/chunks/'));
		// Nothing of the extension: what else its manifest names belongs to the VSIX.
		expect(files.toSorted()).to.deep.equal([
			'LICENSE',
			'README.md',
			'api.d.ts',
			'dist/ThirdPartyNotices.txt',
			'dist/cli/star-stories.mjs',
			'noModule.cjs',
			'package.json',
			'schemas/card.schema.json',
			'schemas/change.schema.json',
			'schemas/check.schema.json',
			'schemas/coverage.schema.json',
			'schemas/find.schema.json',
			'schemas/probes.schema.json',
			'schemas/questions.schema.json',
			'schemas/report.schema.json',
			'schemas/star-framework.schema.json',
			'skills/star-stories/SKILL.md',
		]);
		const manifest = JSON.parse(await fs.readFile(path.join(projectFolder, 'package.json'), 'utf8')) as Readonly<
			Record<string, unknown>
		>;
		expect(manifest).not.to.have.any.keys('dependencies', 'optionalDependencies', 'peerDependencies');

		await folder.write('bank/a.md', misspelt);
		const bank = path.join(folder.path, 'bank');
		const { code, stdout, stderr } = await npm(
			['exec', '--yes', '--package', path.join(folder.path, tarball.filename), '--', 'star-stories', 'check'],
			bank,
		);
		expect(stdout, stderr).to.match(/^a\.md:2:16: error: .*\n\n1 story in 1 Markdown file: 1 error\.\n$/u);
		expect(code).to.equal(1);

		await everyCommand(path.join(folder.path, tarball.filename));
		await forOtherExtensions(path.join(folder.path, tarball.filename));
	});

	/** Each loads what it needs, and that is in the package. */
	async function everyCommand(tarball: string): Promise<void> {
		await folder.write('installed/package.json', '{ "private": true }');
		await folder.write('installed/a.md', sound);
		const installed = path.join(folder.path, 'installed');
		await npmInstall(installed, [tarball], ['--no-save', '--offline']);
		const program = path.join(installed, 'node_modules/star-stories/dist/cli/star-stories.mjs');
		const runs = [
			['check', '--format', 'sarif'],
			['check', '--fix'],
			['find', 'How do you mentor?'],
			['coverage', '--redact'],
			['card', 'a.md'],
			['questions'],
			['probes'],
			['tag', 'a.md', 'technical-influence'],
			['set', 'a.md', 'strength=5'],
			['report', '--redact'],
			['new', 'Another', '-c', 'mentorship'],
			['completion', 'bash'],
			// It serves until standard input ends.
			['mcp'],
			['skill'],
		];
		for (const args of runs) {
			const { code, stderr } = await run(process.execPath, [program, ...args], { cwd: installed });
			expect([code, stderr.replace(/^Nothing was hidden.*\n/u, '')], args.join(' ')).to.deep.equal([0, '']);
		}
		const { stdout } = await run(process.execPath, [program, '--help'], { cwd: installed });
		const listed = stdout.slice(stdout.indexOf('Commands:'));
		const commands = [...listed.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name ?? '');
		expect(commands.filter((name) => !runs.some(([each]) => each === name))).to.deep.equal([]);
	}

	/** The types of the API are found as TypeScript finds them for Node, and nothing else can be imported. */
	async function forOtherExtensions(tarball: string): Promise<void> {
		const consumer = path.join(folder.path, 'consumer');
		await folder.write('consumer/package.json', '{ "private": true, "type": "module" }');
		await folder.write('consumer/main.ts', usesTheApi);
		await npmInstall(consumer, [tarball], ['--no-save', '--offline']);
		await fs.cp(
			path.join(projectFolder, 'node_modules/@types/vscode'),
			path.join(consumer, 'node_modules/@types/vscode'),
			{ recursive: true },
		);
		const compiler = path.join(projectFolder, 'node_modules/typescript/bin/tsc');
		const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', 'vscode'];
		const compiled = await run(process.execPath, [compiler, ...options, 'main.ts'], { cwd: consumer });
		expect(compiled.stdout + compiled.stderr).to.equal('');
		expect(compiled.code).to.equal(0);

		for (const load of ["await import('star-stories')", "require('star-stories')"]) {
			const loaded = await run(process.execPath, ['--eval', load], { cwd: consumer });
			expect(loaded.code, load).to.equal(1);
			expect(loaded.stderr, load).to.include('run `npx star-stories check`').and.include('`star-stories/api`');
		}
	}
});

const usesTheApi = `import * as vscode from 'vscode';
import type { ApiCoverage, StarStoriesExports } from 'star-stories/api';

export async function gaps(): Promise<readonly ApiCoverage[]> {
	const extension = vscode.extensions.getExtension<StarStoriesExports>('star-stories.star-stories');
	const api = (await extension?.activate())?.getApi(1);
	await api?.ready;
	return api?.coverage().filter(({ state }) => state === 'gap') ?? [];
}
`;

/** The packages of which a bundle holds some code. */
async function packagesIn(entry: string): Promise<readonly string[]> {
	const { metafile } = await esbuild.build({
		entryPoints: [path.join(projectFolder, entry)],
		absWorkingDir: projectFolder,
		bundle: true,
		// As it ships: a library of which nothing but empty functions is used is gone then.
		minify: true,
		write: false,
		metafile: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		mainFields: ['module', 'main'],
		external: ['vscode'],
		outdir: 'out',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		loader: { '.svg': 'text' },
		alias: { '@modelcontextprotocol/server/_shims': './src/cli/mcp/sdkShims.ts' },
		logLevel: 'silent',
	});
	const modules = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
	return modules.flatMap(([file, { bytesInOutput }]) =>
		bytesInOutput > 0 ? (/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(file)?.[1] ?? []) : [],
	);
}
