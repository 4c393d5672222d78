import { expect } from 'chai';
import { probeTriggers } from '../../src/core/rules/probes/index.ts';
import { asksTheSame, followUps } from '../../src/core/rules/probes/followUps.ts';
import { analysed, tagged } from './reading.ts';
import { unmark } from './unmark.ts';

/** The probes of the first story of a text, behind front matter with a tag. */
function probesIn(story: string) {
	const { stories, failures } = analysed(tagged + story);
	expect(failures).to.deep.equal([]);
	return stories[0]?.probes ?? [];
}

describe('probes', () => {
	it('have ids of their own, in kebab case', () => {
		const ids = probeTriggers.map(({ id }) => id);
		expect(ids).to.deep.equal([...new Set(ids)]);
		for (const id of ids) expect(id).to.match(/^[a-z]+(-[a-z]+)*$/u);
	});

	for (const { id, asked, silent } of probeTriggers) {
		describe(id, () => {
			for (const [index, { story, question }] of asked.entries()) {
				it(`is raised by example ${index + 1} at its exact range`, () => {
					const { spans } = unmark(tagged + story);
					const found = probesIn(unmark(story).text).filter((probe) => probe.id === id);
					expect(found.map((probe) => [probe.question, probe.span])).to.deep.equal([[question, spans[0]]]);
				});
			}
			for (const [index, story] of silent.entries()) {
				it(`is not raised by example ${index + 1}`, () => {
					expect(probesIn(story).map((probe) => probe.id)).not.to.include(id);
				});
			}
		});
	}

	const shared =
		'# One build\n\n## Situation\n\nEvery build broke weekly.\n\n## Action\n\nWe wrote one build. We moved the services.\n\n' +
		'## Result\n\nNo build has been broken since March.\n\n';

	it('take their answers from Follow-ups', () => {
		const answerOf = (below: string) => probesIn(shared + below).find(({ id }) => id === 'your-part')?.answer;
		expect(answerOf('')).to.equal(undefined);
		expect(answerOf('## Follow-ups\n\n- “We wrote one build”: which part of it was yours?\n')).to.equal(undefined);
		expect(
			answerOf('## Follow-ups\n\n- “We wrote one build”: which part of it was yours? The parser and the plan.\n'),
		).to.equal('The parser and the plan.');
		expect(answerOf('## If they ask\n\nI wrote the parser, Ines the rest.\n')).to.equal(
			'I wrote the parser, Ines the rest.',
		);
	});

	it('are those too that the author expects, each once', () => {
		const expected = probesIn(
			`${shared}## Follow-ups\n\n**Why not Bazel?** Nobody knew it.\n\nWe wrote it: which part was yours?\n`,
		);
		expect(expected.filter(({ competency }) => competency === undefined).map(({ id }) => id)).to.deep.equal([
			'your-part',
			'own: Why not Bazel?',
		]);
		expect(expected[1]?.answer).to.equal('Nobody knew it.');
	});

	for (const [written, quoted] of [
		['We wrote <!-- Bob was against it --> one build.', 'We wrote one build'],
		['We wrote [Kafka](https://kafka.apache.org) jobs.', 'We wrote Kafka jobs'],
		['We wrote **one** _new_ build.', 'We wrote one new build'],
		['We wrote build_all_jobs again.', 'We wrote build_all_jobs again'],
		['We wrote `build_all` again.', 'We wrote build_all again'],
		['We wrote\n> one build.', 'We wrote'],
	] as const)
		it(`quote ${JSON.stringify(written)} as it is said`, () => {
			const story = shared.replace(
				'We wrote one build. We moved the services.',
				`${written} We moved the services.`,
			);
			const question = probesIn(story).find(({ id }) => id === 'your-part')?.question;
			expect(question).to.equal(`“${quoted}”: which part of it was yours?`);
		});

	it('are none of a story that is not told yet', () => {
		expect(probesIn('# One build\n\n## Action\n\nWe wrote one build.\n')).to.deep.equal([]);
		expect(probesIn('# One build\n')).to.deep.equal([]);
	});
});

describe('follow-ups', () => {
	const read = (spoken: string) => followUps([{ kind: 'follow-ups', spoken }]);

	it('are read as questions with their answers', () => {
		expect(read('Why? Because.\nQ: Who paid?\nA: Sales.\nNobody else.\nWhen?')).to.deep.equal([
			{ question: 'Why?', answer: 'Because.' },
			{ question: 'Who paid?', answer: 'Sales. Nobody else.' },
			{ question: 'When?', answer: '' },
		]);
		expect(read('It cost 3 €.\nIt was late.')).to.deep.equal([
			{ answer: 'It cost 3 €.' },
			{ answer: 'It was late.' },
		]);
		expect(read('')).to.deep.equal([]);
	});

	it('are compared by their words', () => {
		expect(asksTheSame('Which part was yours?', 'Which part of it was yours?')).to.equal(false);
		expect(asksTheSame('What did each side give up?', 'What did each side give up, yours included?')).to.equal(
			true,
		);
		expect(asksTheSame('Why not Kafka?', 'Why not Pulsar?')).to.equal(false);
	});
});
