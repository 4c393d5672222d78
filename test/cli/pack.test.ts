import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import { forContributors } from '../forContributors.ts';
import { npmCommand } from '../workbench/npmCommand.ts';
import { environmentOfAnOuterShell } from '../workbench/npmInstall.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { misspelt, run, temporaryFolder } from './commandLine.ts';

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
		const pages = (await fs.readdir(path.join(projectFolder, 'src/pages'), { recursive: true })).filter((file) =>
			file.endsWith('app.tsx'),
		);
		const entries = ['extension.ts', 'worker/thread.ts', 'cli/main.ts', ...pages.map((page) => `pages/${page}`)];
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
		const files = tarball.files.map(({ path: file }) => file);
		expect(files)
			.to.include('dist/cli/star-stories.mjs')
			.and.include('LICENSE')
			.and.include('dist/ThirdPartyNotices.txt')
			.and.include('docs/rules/length.md');
		expect(
			files.filter((file) => /^(?:src|test|node_modules|dist\/(?!cli\/|ThirdPartyNotices))/u.test(file)),
		).to.deep.equal([]);
		expect(files.filter((file) => forContributors.test(file))).to.deep.equal([]);
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
	});
});

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
		format: 'esm',
		platform: 'node',
		mainFields: ['module', 'main'],
		external: ['vscode'],
		outdir: 'out',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		loader: { '.svg': 'text' },
		logLevel: 'silent',
	});
	const modules = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
	return modules.flatMap(([file, { bytesInOutput }]) =>
		bytesInOutput > 0 ? (/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(file)?.[1] ?? []) : [],
	);
}
