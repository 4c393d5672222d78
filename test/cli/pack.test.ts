import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { npmCommand } from '../workbench/npmCommand.ts';
import { environmentOfAnOuterShell } from '../workbench/npmInstall.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { misspelt, run, temporaryFolder } from './commandLine.ts';

describe('the npm package', () => {
	const folder = temporaryFolder();
	const npm = async (args: readonly string[], cwd: string) => {
		const { command, leading } = npmCommand();
		const { code, stdout, stderr } = await run(command, [...leading, ...args], { cwd, env: environmentOfAnOuterShell() });
		return { code, stdout, stderr };
	};

	it('runs with npx in a folder that has nothing else, and brings nothing with it', async () => {
		const packed = await npm(['pack', projectFolder, '--json', '--silent', '--pack-destination', folder.path], folder.path);
		expect(packed.code, packed.stderr).to.equal(0);
		const [tarball] = JSON.parse(packed.stdout) as [{ filename: string; files: readonly { path: string }[] }];
		const files = tarball.files.map(({ path: file }) => file);
		expect(files).to.include('dist/cli/star-stories.mjs').and.include('LICENSE').and.include('docs/rules/length.md');
		expect(files.filter((file) => /^(?:src|test|node_modules|dist\/(?!cli\/))/u.test(file))).to.deep.equal([]);
		const manifest = JSON.parse(await fs.readFile(path.join(projectFolder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
		expect(manifest).not.to.have.any.keys('dependencies', 'optionalDependencies', 'peerDependencies');

		await folder.write('bank/a.md', misspelt);
		const bank = path.join(folder.path, 'bank');
		const { code, stdout, stderr } = await npm(['exec', '--yes', '--package', path.join(folder.path, tarball.filename), '--', 'star-stories', 'check'], bank);
		expect(stdout, stderr).to.match(/^a\.md:2:16: error: .*\n\n1 story in 1 Markdown file: 1 error\.\n$/u);
		expect(code).to.equal(1);
	});
});
