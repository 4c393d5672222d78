import { expect } from 'chai';
import { program, run, starStories, temporaryFolder } from './commandLine.ts';

describe('the start of star-stories', () => {
	const folder = temporaryFolder();

	/** Node's own modules that are loaded by the time a process ends. */
	const loadedBy = async (args: readonly string[]) => {
		await folder.write(
			'list.cjs',
			"process.on('exit', () => process.stderr.write(process.moduleLoadList.join('\\n')));",
		);
		const { code, stderr } = await run(process.execPath, ['--require', './list.cjs', ...args], {
			cwd: folder.path,
		});
		expect(code, stderr).to.equal(0);
		return stderr.split('\n');
	};

	it('loads little more of Node than a line of output does', async () => {
		await folder.write('line.mjs', "process.stdout.write('1.0.0\\n'); process.stderr.write('');");
		const line = new Set(await loadedBy(['line.mjs']));
		for (const args of [['--version'], ['find', '--help']]) {
			const more = (await loadedBy([program, ...args])).filter((name) => !line.has(name));
			// Tens of them, where an import of one reads what it offers.
			expect(more.length, more.join(', ')).to.be.lessThan(8);
		}
	});

	it('answers by whatever is typed first', async () => {
		const { stdout: help } = await starStories(['--help'], { cwd: folder.path });
		const names = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name);
		expect(names).to.include.members(['check', 'find', 'completion']);
		for (const name of names) {
			const { code, stdout } = await starStories([name ?? '', '--help'], { cwd: folder.path });
			expect([code, stdout.split(' [')[0]]).to.deep.equal([0, `Usage: star-stories ${name}`]);
		}
		expect(await starStories(['fnd'], { cwd: folder.path })).to.include({ code: 2 });
		expect((await starStories(['fnd'], { cwd: folder.path })).stderr).to.include('Did you mean find?');
		expect((await starStories(['toString'], { cwd: folder.path })).stderr).to.include('unknown command');
	});
});
