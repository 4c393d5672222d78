import fs from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { within } from '../../src/cli/within.ts';
import type { Report } from '../../src/core/report/report.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { program, run, sound, starStories, temporaryFolder } from './commandLine.ts';

describe('star-stories report', () => {
	const folder = temporaryFolder();
	const report = (...args: string[]) => starStories(['report', ...args], { cwd: folder.path });
	const reported = async (...args: string[]) =>
		JSON.parse((await report('--format', 'json', ...args)).stdout) as Report;
	const read = (file: string) => fs.readFile(path.join(folder.path, file), 'utf8');

	it('tells of the sample bank in every format, in the same bytes each time', async () => {
		await copySampleBank(folder.path);
		for (const { id } of reportFormats) {
			const { code, stdout, stderr } = await report('--format', id, '--no-date');
			expect([code, stderr], id).to.deep.equal([0, '']);
			expect(stdout, id).to.include('Retiring the nightly reindex');
			expect(stdout === (await report('--format', id, '--no-date')).stdout, id).to.equal(true);
		}
		const made = await reported();
		const validate = new Ajv({ strict: true, allErrors: true }).compile(
			JSON.parse(await fs.readFile(path.join(projectFolder, 'schemas/report.schema.json'), 'utf8')) as object,
		);
		expect(validate(made), JSON.stringify(validate.errors)).to.equal(true);
		expect(made.date).to.match(/^\d{4}-\d\d-\d\d$/u);
		expect(made.competencies.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
			'technical-initiative rich',
			'technical-influence covered',
			'mentorship weak',
			'cross-team-alignment gap',
		]);
	});

	it('links to the stories from where it stands', async () => {
		await folder.write('my stories/a (1) #2.md', sound);
		await fs.mkdir(path.join(folder.path, 'out'));
		const linked = /\[Thirty days with Inês\]\(([^)]*)\)/u;
		expect(linked.exec((await report()).stdout)?.[1]).to.equal('my%20stories/a%20%281%29%20%232.md#L8');
		expect((await report('--output', 'out/report.md')).stdout).to.equal('');
		expect(linked.exec(await read('out/report.md'))?.[1]).to.equal('../my%20stories/a%20%281%29%20%232.md#L8');
	});

	it('replaces a file only where it may', async () => {
		await folder.write('report.md', 'mine');
		const { code, stderr } = await report('--output', 'report.md');
		expect(stderr).to.include('report.md exists already');
		expect(code).to.equal(2);
		expect(await read('report.md')).to.equal('mine');
		expect((await report('--output', 'report.md', '--force')).code).to.equal(0);
		expect(await read('report.md')).to.match(/^# STAR Stories\n/u);
	});

	it('keeps what a file held where not all of the new fits', async function () {
		if (process.platform === 'win32') this.skip();
		await folder.write('stories/a.md', sound);
		await folder.write('old.md', 'mine');
		const script = `trap '' XFSZ; ulimit -f 1; exec "${process.execPath}" "${program}" report --output`;
		for (const file of ['old.md', 'new.md']) {
			const { code, stderr } = await run('sh', ['-c', `${script} ${file} --force`], { cwd: folder.path });
			expect(stderr).to.include(`${file} was not written`);
			expect(code).to.equal(2);
		}
		expect(await read('old.md')).to.equal('mine');
		expect((await fs.readdir(folder.path)).toSorted()).to.deep.equal(['old.md', 'stories']);
	});

	it('writes to the file that a link leads to, for those who may read it, and to no device', async function () {
		if (process.platform === 'win32') this.skip();
		await folder.write('kept/report.md', 'mine');
		await fs.chmod(path.join(folder.path, 'kept/report.md'), 0o640);
		await fs.symlink('kept/report.md', path.join(folder.path, 'report.md'));
		expect((await report('--output', 'report.md', '--force')).code).to.equal(0);
		expect(await read('kept/report.md')).to.match(/^# STAR Stories\n/u);
		expect((await fs.lstat(path.join(folder.path, 'report.md'))).isSymbolicLink()).to.equal(true);
		expect((await fs.stat(path.join(folder.path, 'kept/report.md'))).mode & 0o777).to.equal(0o640);
		const { code, stderr } = await report('--output', '/dev/null', '--force');
		expect([code, stderr]).to.deep.equal([2, 'star-stories: /dev/null is no file.\n']);
	});

	it('compares with the report that is kept in the folder, or with the one that is named', async () => {
		await folder.write('stories/a.md', sound);
		await report('--format', 'json', '--output', 'star-stories-report.json');
		await folder.write('stories/b.md', sound.replace('Thirty days with Inês', 'Another one'));
		expect((await reported()).changes?.added).to.deep.equal([1]);
		await fs.rename(path.join(folder.path, 'star-stories-report.json'), path.join(folder.path, 'old.json'));
		expect((await reported()).changes).to.equal(undefined);
		expect((await reported('--since', 'old.json')).changes?.added).to.deep.equal([1]);
		expect((await reported('--since', 'old.json', '--no-since')).changes).to.equal(undefined);
		expect((await report('--since', 'nowhere.json')).stderr).to.match(/nowhere\.json was not read: no such file/u);
		expect((await report('--since', 'stories/a.md')).stderr).to.match(/is no report in JSON/u);
	});

	it('sees the stories through a lens, and a part of the folder', async () => {
		await folder.write('stories/a.md', sound);
		await folder.write('drafts/b.md', sound);
		expect((await reported('--scope', 'drafts/')).stories.map((story) => story.path)).to.deep.equal([
			'drafts/b.md',
		]);
		expect(
			(await reported('--framework', 'staff', '--framework', 'amazon-lp', '--lens', 'amazon-lp')).competencies,
		).to.have.length(16);
		expect((await report('--lens', 'amazon-lp')).stderr).to.match(
			/No framework amazon-lp is active here\. Active are: staff/u,
		);
		expect((await report('--scope', '..')).stderr).to.match(/lies outside/u);
		expect((await report('--format', 'docx')).code).to.equal(2);
		for (const [scope, said] of [
			['typo', /No story lies in typo\. Stories lie in drafts, stories\.$/mu],
			['Stories', /No story lies in Stories\. Do you mean stories\? Stories lie in drafts, stories\.$/mu],
			['stories/b.md', /No story lies in stories\/b\.md\. Do you mean stories\/a\.md\?/mu],
		] as const) {
			const { code, stdout, stderr } = await report('--scope', scope);
			expect([code, stdout]).to.deep.equal([2, '']);
			expect(stderr).to.match(said);
		}
	});

	it('hides names in every format, says which, and nothing of them in the report', async () => {
		const named = sound
			.replace(
				'status:',
				'company: Kestrel & Sons (UK)\nrole: Firmware Lead\nconfidential: [Inês, $5.*]\nstatus:',
			)
			.replace('## Task', '## Task\n\nAt KESTREL & SONS (UK), with $5.*, I was Firmware Lead.');
		await folder.write('stories/inês.md', named);
		for (const { id } of reportFormats) {
			const { stdout, stderr } = await report('--format', id, '--redact');
			expect(stdout, id).not.to.match(/kestrel|inês|in%c3%aas|ine%cc%82s|\$5/iu);
			expect(stdout, id).to.match(/Thirty days with (?:\\?\[|&#91;)Name A/u);
			expect(stderr, id)
				.to.match(/^Inês → \[Name A\], (?:once|(?!1 )\d+ times)$/mu)
				.and.include('Kestrel & Sons (UK) → [Company A]');
		}
		expect((await reported('--redact', 'role')).stories[0]).to.deep.include({
			role: '[Role A]',
			company: 'Kestrel & Sons (UK)',
		});
		expect((await report('--redact', 'salary')).stderr).to.include(
			'Names stand in company, project, team, role, confidential.',
		);
		await folder.write('stories/inês.md', sound);
		expect((await report('--redact')).stderr).to.equal(
			'Nothing was hidden: no story and no framework file lists a name.\n',
		);
	});

	it('makes no report where a name that is to be hidden may be missing, whatever is switched off', async () => {
		const named = sound.replace('status:', 'company: [Brindle Freight, Oakline]\nstatus:');
		const broken = named
			.replace('status:', 'team: @x\nignore: [front-matter-syntax, front-matter-value]\nstatus:')
			.replace('## Task', '## Task\n\nAt Brindle Freight and Oakline.');
		await folder.write('.vscode/settings.json', '{"starStories.rules": {"front-matter-syntax": "off"}}');
		await folder.write(
			'stories/brindle-freight.md',
			named.replace('## Task', '## Task\n\nAt Brindle Freight and Oakline.'),
		);
		const { code, stdout, stderr } = await report('--redact');
		expect(code).to.equal(0);
		expect(stdout).not.to.match(/brindle|oakline/iu);
		expect(stderr).to.include('Brindle Freight → ');
		for (const [file, text] of [
			['stories/brindle-freight.md', broken],
			['star-framework.yaml', 'confidential: [Oakline]\nname: @x\n'],
			['stories/other.md', '+++\ncompetencies = ["x"]\n+++\n\n# Other\n'],
		] as const) {
			await folder.write(file, text);
			const { code: refused, stdout: nothing, stderr: why } = await report('--redact');
			expect([refused, nothing], file).to.deep.equal([3, '']);
			expect(why).to.include('could be read, so nothing is written').and.include(`${file}: it`);
			expect((await report()).code, file).to.equal(0);
			await folder.write(file, file.endsWith('.yaml') ? 'extends: staff\n' : named);
		}
	});

	it('reads the names of a framework file that has other errors', async () => {
		await folder.write('star-framework.yaml', 'confidential: [Inês]\nextends: nobody\n');
		await folder.write('stories/thirty-days-with-ines.md', sound);
		for (const { id } of reportFormats) {
			const { code, stdout } = await report('--format', id, '--redact');
			expect(code).to.equal(0);
			expect(stdout, id).not.to.match(/\bin[eê]s\b/iu);
		}
	});

	it('tells what is planned, which is no story, and asks the questions of the folder itself', async () => {
		await folder.write('stories/a.md', sound);
		await folder.write(
			'stories/opportunities.md',
			`# Plans\n\n- [ ] Lead the **schema** guild (by 2027-01, with Priya) — Cross-Team Alignment\n- [x] Done — Cross-Team Alignment\n`,
		);
		await folder.write(
			'star-framework.yaml',
			'extends: [staff]\nquestions:\n  - text: Who ships because of you?\n    competencies: [mentorship]\n',
		);
		const made = await reported();
		expect(made.competencies.find(({ id }) => id === 'cross-team-alignment')?.opportunities).to.deep.equal([
			{ text: 'Lead the schema guild, with Priya', when: '2027-01' },
		]);
		expect(made.stories.map(({ path: place }) => place)).to.deep.equal(['stories/a.md']);
		expect(made.questions.find(({ text }) => text === 'Who ships because of you?')).to.deep.include({
			competencies: ['Mentorship & Knowledge Sharing'],
			stories: [0],
		});
		expect((await report('--redact', 'confidential')).stdout).to.include(
			'Lead the schema guild, with Priya · 2027-01',
		);
	});

	it('tells what interviews say, whose list is no story, and hides their companies', async () => {
		await folder.write('stories/a.md', sound);
		const list =
			'# Interviews\n\n## 2026-11-02, Acme, round 1\n\n- Asked: Who? — Cross-Team Alignment\n  - Told: [It](a.md)\n  - Landed: well\n';
		await folder.write('stories/interviews.md', list);
		const made = await reported();
		expect(made.stories.map(({ path: place }) => place)).to.deep.equal(['stories/a.md']);
		expect(made.problems.flatMap(({ found }) => found.map(({ path: place }) => place))).not.to.include(
			'stories/interviews.md',
		);
		expect(made.interviews).to.deep.include({
			held: 1,
			asked: 1,
			landing: [{ story: 0, told: 1, well: 1, ok: 0, badly: 0 }],
		});
		const { stdout, stderr } = await report('--redact');
		expect(stdout).to.include('## Interviews').and.not.match(/acme/iu);
		expect(stderr).to.include('Acme → ');
		await folder.write('stories/interviews.md', sound);
		expect((await reported()).interviews).to.equal(undefined);
	});

	it('tells a story that is called Opportunities, and takes its tasks for no plans', async () => {
		await folder.write('stories/opportunities.md', `${sound}\n- [ ] Lead the guild — Cross-Team Alignment\n`);
		const made = await reported();
		expect(made.stories.map(({ path: place }) => place)).to.deep.equal(['stories/opportunities.md']);
		expect(made.competencies.flatMap(({ opportunities }) => opportunities)).to.deep.equal([]);
	});

	it('gives up on a list of opportunities that is made to take for ever', () => {
		const forever = () => {
			for (;;);
		};
		expect(within(forever, 50)).to.equal(undefined);
		expect(within(() => 1)).to.equal(1);
	});

	it('is made of an empty folder too', async () => {
		expect(await report('--no-date')).to.deep.include({ code: 0, stderr: '' });
		expect((await report()).stdout).to.include('No stories yet.');
	});
});
