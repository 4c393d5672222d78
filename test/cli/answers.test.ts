import fs from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import type { CardResult } from '../../src/core/report/answers/cardResult.ts';
import type { CoverageResult } from '../../src/core/report/answers/coverageResult.ts';
import type { FindResult } from '../../src/core/report/answers/findResult.ts';
import type { ProbesResult } from '../../src/core/report/answers/probesResult.ts';
import type { QuestionsResult } from '../../src/core/report/answers/questionsResult.ts';
import { projectFolder, sampleBankFolder } from '../workbench/projectFolders.ts';
import { program, run as runProgram, sound, starStories, temporaryFolder } from './commandLine.ts';

const named = sound
	.replace('status:', 'company: Kestrel & Sons\nconfidential: [Inês]\nstatus:')
	.replace('## Task', '## Task\n\nAt KESTREL & SONS, with Inês.');

describe('star-stories', () => {
	const folder = temporaryFolder();
	const run = (args: readonly string[], input = '') => starStories(args, { cwd: folder.path, input });
	const onSamples = (args: readonly string[], input = '') => starStories(args, { cwd: sampleBankFolder, input });

	/** Reads an answer in JSON, and holds it against the schema that is published. */
	async function read<T>(name: string, text: string): Promise<T> {
		const file = path.join(projectFolder, `schemas/${name}.schema.json`);
		const validate = new Ajv({ strict: true, allErrors: true }).compile(
			JSON.parse(await fs.readFile(file, 'utf8')) as object,
		);
		const result = JSON.parse(text) as T;
		expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
		return result;
	}

	describe('find', () => {
		it('names the stories for a question, in words and in JSON', async () => {
			const question = 'Tell me about a time you mentored somebody';
			const inWords = await onSamples(['find', question, '--limit', '2']);
			expect([inWords.code, inWords.stderr]).to.deep.equal([0, '']);
			expect(inWords.stdout).to.match(
				/^Probes: Mentorship .*\n1\. .* \((?:strong|workable)\)\n {3}stories\/\S+:\d+\n/u,
			);
			const { code, stdout } = await onSamples(['find', question, '-f', 'json']);
			expect(code).to.equal(0);
			const found = await read<FindResult>('find', stdout);
			expect(found.stories).to.have.length(5);
			expect(found.competencies[0]?.id).to.equal('mentorship');
			for (const { file } of found.stories) await fs.access(path.join(sampleBankFolder, file));
		});

		it('answers each line of standard input by a line of JSON', async () => {
			const questions = ['How do you mentor?', '', 'salary?\r'];
			const { code, stdout } = await onSamples(['find', '-'], questions.join('\n'));
			const results = await Promise.all(
				stdout
					.trimEnd()
					.split('\n')
					.map((line) => read<FindResult>('find', line)),
			);
			expect(results.map(({ question, kind }) => [question, kind])).to.deep.equal([
				['How do you mentor?', 'behavioural'],
				['salary?', 'salary-and-terms'],
			]);
			expect(code).to.equal(1);
			const inWords = await onSamples(['find', '-', '--format', 'text'], 'How do you mentor?');
			expect([inWords.code, inWords.stdout.split('\n')[0]]).to.deep.equal([0, 'How do you mentor?']);
		});

		it('warns of a story that a company has heard which is still asking', async () => {
			await folder.write('stories/a.md', sound);
			const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
			await folder.write(
				'stories/interviews.md',
				`# Interviews\n\n## ${day}, Acme, round 1\n\n- Asked: How do you mentor?\n  - Told: [One](a.md)\n`,
			);
			const { stdout } = await run(['find', 'How do you mentor?', '--format', 'json']);
			expect((await read<FindResult>('find', stdout)).stories[0]?.told).to.equal('told to Acme in round 1');
			expect((await run(['find', 'How do you mentor?'])).stdout).to.match(/^ {3}Told to Acme in round 1$/mu);
		});

		it('shows the angle for what is asked', async () => {
			const angles = 'angles:\n  mentorship: Lead with the pager\n  initiative: Begin at the end\n';
			await folder.write('a.md', sound.replace('---\n', `---\n${angles}`));
			const { stdout } = await run(['find', 'How do you mentor?', '--format', 'json']);
			expect((await read<FindResult>('find', stdout)).stories[0]?.angle).to.equal('Lead with the pager');
			expect((await run(['find', 'How do you mentor?'])).stdout)
				.to.match(/^ {3}“Lead with the pager”$/mu)
				.and.not.contain('Begin');
		});

		it('ends with 1 where no story answers', async () => {
			const { code, stdout } = await run(['find', 'How do you mentor?']);
			expect([code, stdout]).to.deep.equal([
				1,
				'Probes: Mentorship & Knowledge Sharing\nNo story answers this question.\n',
			]);
		});
	});

	it('coverage tells what is covered, and fails where that is asked for', async () => {
		const { code, stdout } = await onSamples(['coverage', '--format', 'json']);
		const { competencies } = await read<CoverageResult>('coverage', stdout);
		expect(competencies.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
			'technical-initiative rich',
			'technical-influence covered',
			'mentorship weak',
			'cross-team-alignment gap',
		]);
		expect(code).to.equal(0);
		expect((await onSamples(['coverage', '--fail-on', 'gap'])).code).to.equal(1);
		await folder.write('a.md', sound);
		await folder.write(
			'star-framework.yaml',
			'competencies:\n  - id: mentorship\n    name: Mentoring\n    description: x\n',
		);
		expect((await run(['coverage', '--fail-on', 'single'])).code).to.equal(0);
		const lensed = await run(['coverage', '--framework', 'amazon-lp', '--lens', 'amazon-lp', '-f', 'json']);
		expect((await read<CoverageResult>('coverage', lensed.stdout)).competencies).to.have.length(16);
	});

	it('card shows the card of a story that is named by its title, its file or a line', async () => {
		await folder.write('stories/a.md', sound);
		for (const name of ['thirty days with inês', 'stories/a.md', './stories/a.md', 'stories/a.md:3']) {
			const { code, stdout } = await run(['card', name, '--format', 'json']);
			expect(code, name).to.equal(0);
			expect(await read<CardResult>('card', stdout)).to.include({ title: 'Thirty days with Inês', line: 8 });
		}
		expect((await run(['card', 'stories/a.md'])).stdout).to.match(
			/^Thirty days with Inês\nMentorship & Knowledge Sharing · ready · strength 4 · .*\nstories\/a\.md:8\n/u,
		);
		await folder.write('stories/b.md', sound);
		const { code, stderr } = await run(['card', 'Thirty days with Inês']);
		expect(code).to.equal(2);
		expect(stderr).to.include('stories/a.md:8').and.include('stories/b.md:8');
	});

	it('questions lists what may be asked, and reads a pasted list', async () => {
		await folder.write('a.md', sound);
		const all = await read<QuestionsResult>('questions', (await run(['questions', '-f', 'json'])).stdout);
		const open = await read<QuestionsResult>(
			'questions',
			(await run(['questions', '--unanswered', '-f', 'json'])).stdout,
		);
		expect(open.questions).to.deep.equal(all.questions.filter(({ stories }) => stories.length === 0));
		const own = await run(['questions', '--competency', 'Mentorship & Knowledge Sharing', '-f', 'json']);
		const { questions } = await read<QuestionsResult>('questions', own.stdout);
		expect(questions.length).to.be.greaterThan(3);
		expect(questions.every(({ stories }) => stories[0]?.title === 'Thirty days with Inês')).to.equal(true);
		const pasted = await run(['questions', '-'], '- How do you mentor people?\n- What colour is it?\n');
		expect(pasted.stdout).to.equal(
			'How do you mentor people?\n  Probes: Mentorship & Knowledge Sharing\n' +
				'  Thirty days with Inês (a.md:8)\nWhat colour is it?\n  No story yet.\n',
		);
	});

	it('probes asks what an interviewer asks next', async () => {
		const all = await onSamples(['probes', '--format', 'json']);
		expect([all.code, all.stderr]).to.deep.equal([0, '']);
		const { stories } = await read<ProbesResult>('probes', all.stdout);
		const probed = stories.find(({ probes }) => probes.length > 0);
		expect(probed).not.to.equal(undefined);
		const one = await onSamples(['probes', `${probed?.file}:${probed?.line}`, '--format', 'json']);
		expect((await read<ProbesResult>('probes', one.stdout)).stories).to.deep.equal([probed]);
		const open = await read<ProbesResult>('probes', (await onSamples(['probes', '--open', '-f', 'json'])).stdout);
		expect(open.stories.flatMap(({ probes }) => probes.filter(({ answer }) => answer))).to.deep.equal([]);
		expect((await onSamples(['probes', probed?.title ?? ''])).stdout).to.match(/^.+ \(\S+:\d+\)\n\? .+\n/u);
	});

	describe('with --redact', () => {
		const commands = [
			['check', '--rule', 'stale=off'],
			['check', 'stories/inês.md', '--format', 'sarif'],
			['find', 'How do you mentor at Kestrel & Sons?'],
			['coverage'],
			['card', 'stories/inês.md'],
			['questions'],
			['probes'],
			['tag', 'stories/inês.md', 'technical-influence', '--dry-run'],
			['check', '--fix', '--dry-run'],
			['report'],
		];

		it('no command prints a listed name, and each says on standard error what it hid', async () => {
			await folder.write('stories/inês.md', named);
			for (const args of commands) {
				const { code, stdout, stderr } = await run([...args, '--redact']);
				expect([0, 1], args.join(' ')).to.include(code);
				expect(stdout, args.join(' ')).not.to.match(/kestrel|in(?:ê|e\u0302)s\b|in%c3%aas/iu);
				expect(stderr, args.join(' ')).not.to.include('Still there');
			}
			const { stderr } = await run(['card', 'stories/inês.md', '--redact']);
			expect(stderr).to.match(/^Inês → \[Name A\], (?:once|(?!1 )\d+ times)$/mu);
			const each = await run(['find', '-', '--redact'], 'How do you mentor?\nWhom did Inês mentor?\n');
			expect(each.stdout).to.include('[Name A]').and.not.match(/inês/iu);
			expect(each.stderr).to.match(/^Inês → \[Name A\], (?:once|(?!1 )\d+ times)$/mu);
		});

		it('every command ends with 3 where something near a name stays, or names could not be read', async () => {
			await folder.write('stories/inês.md', named.replace(/^# .*/mu, '# Thirty days at KestrelCloud'));
			const telling: string[] = [];
			for (const args of commands) {
				const { code, stdout, stderr } = await run([...args, '--redact']);
				if (!stdout.includes('KestrelCloud')) continue;
				telling.push(args[0] ?? '');
				expect(code, args.join(' ')).to.equal(3);
				expect(stderr, args.join(' ')).to.match(/^Still there, and near a listed name: .*KestrelCloud/mu);
			}
			expect(telling).to.deep.equal(['find', 'coverage', 'card', 'questions', 'probes', 'report']);
			await folder.write('stories/inês.md', named.replace('status:', 'team: @x\nstatus:'));
			for (const args of commands) {
				const { code, stdout, stderr } = await run([...args, '--redact']);
				expect([code, stdout], args.join(' ')).to.deep.equal([3, '']);
				expect(stderr, args.join(' ')).to.include('so nothing is written').and.include('stories/inês.md');
			}
		});
	});

	it('ends with 2 and a reason where a command is used wrongly', async () => {
		await folder.write('a.md', sound);
		const wrong: readonly (readonly [readonly string[], RegExp])[] = [
			[[], /Usage: star-stories/u],
			[['fnid', 'x'], /unknown command 'fnid'/u],
			[['find'], /missing required argument 'question'/u],
			[['find', ''], /Say what was asked/u],
			[['find', 'x', '--limit', '0'], /Write a number from 1/u],
			[['find', 'x', '--format', 'yaml'], /Allowed choices are text, json/u],
			[['find', 'x', '-C', 'nowhere'], /The folder nowhere cannot be opened/u],
			[['find', 'x', 'y'], /too many arguments/u],
			[['coverage', '--lens', 'meta'], /No framework meta is active here/u],
			[['coverage', '--fail-on', 'rich'], /Allowed choices are gap/u],
			[['coverage', '--redact', 'salary'], /Names stand in company/u],
			[['card'], /missing required argument 'story'/u],
			[['card', 'Thirty days'], /Do you mean one of these\?\n {2}a\.md:8 {2}Thirty days with Inês/u],
			[['card', 'b.md'], /There is no one story “b\.md”/u],
			[['questions', '--competency', 'mentorshp'], /Do you mean one of these/u],
			[['questions', 'list.txt'], /on standard input/u],
			[['probes', 'nope'], /There is no one story “nope”/u],
			[['completion', 'tcsh'], /Allowed choices are bash, zsh, fish/u],
			[['check', '--dry-run'], /add one/u],
			[['check', '--fix', '--fix-all'], /cannot be used with/u],
			[['check', '--fix', '--dry-run', '--format', 'sarif'], /prints a diff/u],
			[['check', '-', '--stdin-path', '../x.md'], /lies outside/u],
			[['check', '--stdin-path', 'a.md'], /names what comes from standard input: add -/u],
			[['report', '--force'], /replaces the file that --output names/u],
			[['report', '--scope', 'typo'], /No story lies in typo/u],
			[['check', '--rule', 'nope=off'], /There is no rule nope/u],
			[['new', 'x', '--framework', 'nope'], /The built-in frameworks are/u],
		];
		for (const [args, reason] of wrong) {
			const { code, stdout, stderr } = await run(args);
			expect(stderr, args.join(' ')).to.match(reason);
			expect([code, stdout], args.join(' ')).to.deep.equal([2, '']);
		}
	});

	it('runs with -C as if it were started there', async () => {
		await folder.write('bank/stories/a.md', sound);
		const commands = [
			['check', 'stories'],
			['find', 'Whom did you mentor?'],
			['coverage'],
			['card', 'stories/a.md'],
			['questions'],
			['probes', 'stories/a.md'],
			['tag', 'stories/a.md', 'technical-influence', '--dry-run'],
			['set', 'stories/a.md', 'strength=5', '--dry-run'],
			['report', '--scope', 'stories', '--no-date'],
		];
		for (const args of commands) {
			const there = await starStories(args, { cwd: path.join(folder.path, 'bank') });
			expect(there.stdout, args.join(' ')).not.to.equal('');
			expect(await run([...args, '-C', 'bank']), args.join(' ')).to.deep.equal(there);
		}
	});

	it('ends as a process with the codes that its help names', async () => {
		await folder.write('stories/inês.md', named);
		const ended = async (...args: readonly string[]) => (await runProcess(args)).code;
		const runProcess = (args: readonly string[]) =>
			runProgram(process.execPath, [program, ...args], { cwd: folder.path });
		expect(await ended('check', '--max-severity', 'none')).to.equal(0);
		expect(await ended('find', 'zzzz qqqq')).to.equal(1);
		expect(await ended('chek')).to.equal(2);
		await folder.write('stories/inês.md', named.replace('status:', 'team: @x\nstatus:'));
		expect(await ended('coverage', '--redact')).to.equal(3);
	});

	it('tells with --help of every command, with its exit codes and examples', async () => {
		const { stdout } = await run(['--help']);
		const listed = stdout.slice(stdout.indexOf('Commands:'));
		const commands = [...listed.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name ?? '');
		expect(commands).to.include.members([
			'check',
			'find',
			'coverage',
			'card',
			'questions',
			'probes',
			'tag',
			'set',
			'report',
			'new',
			'completion',
		]);
		for (const command of commands) {
			const help = await run([command, '--help']);
			expect([help.code, help.stderr], command).to.deep.equal([0, '']);
			expect(help.stdout, command)
				.to.include('Exit codes')
				.and.match(new RegExp(`^Examples?\\b.*:\n[^]*star-stories(?: |", ")${command}\\b`, 'mu'));
		}
	});
});
