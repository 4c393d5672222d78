import fs from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { AnsweringLibrary, type AnsweringInput } from '../../src/core/report/answers/answeringLibrary.ts';
import { cardResult } from '../../src/core/report/answers/cardResult.ts';
import { coverageResult } from '../../src/core/report/answers/coverageResult.ts';
import { findResult } from '../../src/core/report/answers/findResult.ts';
import { probesResult } from '../../src/core/report/answers/probesResult.ts';
import { pastedQuestionsResult, questionsResult } from '../../src/core/report/answers/questionsResult.ts';
import { answerSchemas } from '../../src/core/report/answers/schemas.ts';
import { storyNamed } from '../../src/core/report/answers/storyNamed.ts';
import { cardText, coverageText, findText, questionsText } from '../../src/core/report/answers/text.ts';
import { buildReport } from '../../src/core/report/buildReport.ts';
import { redactResult } from '../../src/core/report/redact/redactResult.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { analyseLazily } from '../../src/core/rules/analyseLazily.ts';
import { LineMap } from '../../src/core/text/lines.ts';
import { sampleBankFolder } from '../workbench/projectFolders.ts';

const lookups = new Lookups([staff]);

describe('answers outside of the editor', () => {
	let input: Omit<AnsweringInput, 'opportunities'>;
	let library: AnsweringLibrary;
	let texts: readonly string[];
	before(async () => {
		const names = (await fs.readdir(path.join(sampleBankFolder, 'stories'))).filter((name) => name.endsWith('.md'));
		const named = await Promise.all(
			names.map(
				async (name) =>
					[name, await fs.readFile(path.join(sampleBankFolder, 'stories', name), 'utf8')] as const,
			),
		);
		const files = named.map(([name, text]) => ({
			path: `stories/${name}`,
			analysis: analyse(text, { fileName: name, lookups, severities: {} }),
			lines: LineMap.of(text),
		}));
		texts = named.map(([, text]) => text);
		input = { files, lookups };
		library = new AnsweringLibrary(input);
	});

	const isValid = (name: string, result: unknown) => {
		const validate = new Ajv({ strict: true, allErrors: true }).compile(answerSchemas[name]?.() ?? false);
		expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
	};

	it('find the stories for a question, with the places where they stand', () => {
		const result = findResult(library, '  Tell me about a time\nyou mentored somebody  ', 2);
		isValid('find', result);
		expect(result).to.include({ question: 'Tell me about a time you mentored somebody', kind: 'behavioural' });
		expect(result.competencies[0]).to.include({ id: 'mentorship', confidence: 'likely' });
		expect(result.stories).to.have.length(2);
		for (const { title, file, line } of result.stories) {
			const named = storyNamed(library, `${file}:${line}`);
			expect('story' in named && named.story.story.title).to.equal(title);
		}
		expect(findText(result)).to.match(/^Probes: Mentorship.*\n1\. .*\n {3}stories\/.*\.md:\d+\n {3}.*primary/u);
	});

	it('are the same from analyses of which each part is worked out when it is asked for', () => {
		const { lazy } = lazyLibrary();
		for (const question of ['How do you mentor?', 'Tell me about a conflict', 'What did you build?', 'reindex'])
			expect(findResult(lazy, question, 30)).to.deep.equal(findResult(library, question, 30));
		expect(coverageResult(lazy)).to.deep.equal(coverageResult(library));
		expect(questionsResult(lazy)).to.deep.equal(questionsResult(library));
		expect(probesResult(lazy)).to.deep.equal(probesResult(library));
		for (const [index, entry] of lazy.stories.entries())
			expect(cardResult(lazy, entry)).to.deep.equal(cardResult(library, library.stories[index] ?? entry));
	});

	it('work out of the stories only what they tell', () => {
		const { lazy, workedOut } = lazyLibrary();
		const sample = lazy.stories[0];
		if (!sample) throw new Error('no story');
		// Its words, how many they are, its sections beside the telling, its probes.
		cardResult(lazy, sample);
		expect(workedOut()).to.be.within(1, 4);
		const toldOf = lazy.stories.filter(({ story }) => story.details.status !== 'retired');
		probesResult(lazy);
		expect(workedOut()).to.equal(toldOf.length - 1);
		coverageResult(lazy);
		expect(workedOut()).to.be.lessThan(lazy.stories.length);
	});

	it('count the problems of stories only among those that come first', () => {
		const [found] = findResult(library, 'How do you mentor?', 1).stories;
		const text = texts[input.files.findIndex((file) => file.path === found?.file)] ?? '';
		const rated = text.replace(/^strength: .*$/mu, 'strength: 1');
		expect(rated).not.to.equal(text);
		const { lazy, workedOut } = lazyLibrary([text, rated, text, rated, rated, text]);
		// All words are searched, and none is counted.
		findResult(lazy, 'reindex');
		expect(workedOut()).to.equal(lazy.stories.length);
		expect(findResult(lazy, 'How do you mentor?', 2).stories.map(({ file }) => file)).to.deep.equal([
			'stories/0.md',
			'stories/2.md',
		]);
		expect(workedOut()).to.equal(3);
	});

	const lazyLibrary = (of = texts) => {
		const pathAt = (index: number) =>
			(of === texts ? input.files[index]?.path : undefined) ?? `stories/${index}.md`;
		let parts = 0;
		const files = of.map((text, index) => ({
			path: pathAt(index),
			lines: LineMap.of(text),
			analysis: analyseLazily(
				text,
				{ fileName: path.basename(pathAt(index)), lookups, severities: {} },
				{
					workOut: (part) => {
						parts++;
						return part();
					},
				},
			),
		}));
		const workedOut = () => {
			const before = parts;
			parts = 0;
			return before;
		};
		return { lazy: new AnsweringLibrary({ files, lookups }), workedOut };
	};

	it('say what to do with a question that no story answers', () => {
		const result = findResult(library, 'What salary do you expect?');
		isValid('find', result);
		expect(result).to.include({ kind: 'salary-and-terms' }).and.deep.include({ competencies: [], stories: [] });
		expect(findText(result)).to.include('about pay and terms').and.include(result.advice);
	});

	it('tell of coverage what the report tells', () => {
		const result = coverageResult(library);
		isValid('coverage', result);
		const report = buildReport(input);
		expect(result.competencies.map(({ best, ...rest }) => [rest, best.map(({ title }) => title)])).to.deep.equal(
			report.competencies.map(({ best, ...rest }) => [
				rest,
				best.map(({ story }) => report.stories[story]?.title),
			]),
		);
		expect(coverageText(result)).to.include('Tell first: ');
	});

	it('list every question with its stories, and read a pasted list', () => {
		const result = questionsResult(library);
		isValid('questions', result);
		expect(result.questions.length).to.be.greaterThan(10);
		expect(result.questions.some(({ stories }) => stories.length > 0)).to.equal(true);
		const pasted = pastedQuestionsResult(library, '1. How have you mentored people?\n- Tell me about a gap\n');
		isValid('questions', pasted);
		expect(pasted.questions.map(({ text }) => text)).to.deep.equal([
			'How have you mentored people?',
			'Tell me about a gap',
		]);
		expect(pasted.questions[0]?.competencies[0]?.id).to.equal('mentorship');
		expect(pasted.questions[0]?.stories).not.to.deep.equal([]);
		expect(questionsText(pasted)).to.match(/^How have you mentored people\?\n {2}Probes: Mentorship/u);
	});

	it('make the card of every story, found by its title, its file or a line of it', () => {
		for (const entry of library.stories) {
			const card = cardResult(library, entry);
			isValid('card', card);
			expect(cardText(card).split('\n')[0]).to.equal(entry.story.title);
			// A card that is kept in the folder is no second story.
			expect(analyse(cardText(card), { fileName: 'card.md', lookups, severities: {} }).kind).to.equal('other');
			for (const name of [entry.story.title.toUpperCase(), `${card.file}:${card.line + 1}`]) {
				const named = storyNamed(library, name);
				expect('story' in named && named.story, name).to.equal(entry);
			}
		}
		const near = storyNamed(library, 'Retiring the nightly reindexx');
		expect('meant' in near && near.meant[0]?.story.title).to.equal('Retiring the nightly reindex');
		expect(storyNamed(library, 'nothing at all')).to.deep.equal({ meant: [] });
	});

	it('are told without the names that are hidden, and still of the same form', () => {
		const names = [
			{ name: 'reindex', field: 'project' },
			{ name: 'strong', field: 'company' },
			{ name: 'behavioural', field: 'team' },
		] as const;
		const { result, replaced } = redactResult(findResult(library, 'How did you retire the reindex?', 20), names);
		isValid('find', result);
		expect(JSON.stringify(result)).not.to.match(/reindex/iu);
		expect(replaced[0]?.count).to.be.greaterThan(0);
	});
});
