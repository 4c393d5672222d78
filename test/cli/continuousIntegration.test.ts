import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { projectFolder } from '../workbench/projectFolders.ts';
import { misspelt, starStories, temporaryFolder } from './commandLine.ts';

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
		const runs = workflow.jobs.check.steps.flatMap(({ run }) => run ?? []);
		const lines = [...hooks.map(({ entry }) => entry), ...runs];
		expect(lines).to.have.length(5);
		await folder.write('a.md', misspelt);
		for (const line of lines) {
			expect(line).to.match(new RegExp(`^npx --yes star-stories@${version.replaceAll('.', '\\.')} `, 'u'));
			const { code, stderr } = await starStories([...commandIn(line)], { cwd: folder.path });
			expect([code, stderr], line).to.deep.equal([line.includes('sarif') ? 0 : 1, '']);
		}
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
