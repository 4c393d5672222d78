import { expect } from 'chai';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { CompetencyProbe } from '../../src/core/framework/model.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { DocumentMemory } from '../../src/core/rules/documentMemory.ts';
import { probeTriggers } from '../../src/core/rules/probes/index.ts';
import { asksTheSame, followUps } from '../../src/core/rules/probes/followUps.ts';
import { practisedProbes } from '../../src/core/rules/probes/competencyProbes.ts';
import { askedProbes } from '../../src/core/rules/probes/toAsk.ts';
import { defaultContext } from './context.ts';
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

	for (const [told, asked] of [
		['It serves us well at 3x the traffic.', undefined],
		['It is 3x faster now.', '“It is 3x faster now”'],
		['The build that all of the nine teams of the company use is 3x faster now.', '“3x faster now”'],
	] as const)
		it(`quote ${JSON.stringify(told)} from its clause on`, () => {
			const story = shared.replace('No build has been broken since March.', told);
			const question = probesIn(story).find(({ id }) => id === 'measured')?.question;
			expect(question?.split(':')[0]).to.equal(asked);
		});

	it('take their answers from Follow-ups', () => {
		const answerOf = (below: string) => probesIn(shared + below).find(({ id }) => id === 'your-part')?.answer;
		expect(answerOf('')).to.equal(undefined);
		expect(answerOf('## Follow-ups\n\n- “We moved the services”: which part of it was yours?\n')).to.equal(
			undefined,
		);
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
		['We wrote\n> one build.', undefined],
		['We wrote R&amp;D jobs.', 'We wrote R&D jobs'],
		['We wrote A&B jobs.', 'We wrote A&B jobs'],
		['We wrote big caf&eacute;s.', 'We wrote big cafés'],
		['We wrote C# and C++.', 'We wrote C# and C++'],
		['We wrote all of it in C# and C++.', 'We wrote all of it'],
		['We wrote one&nbsp;build.', 'We wrote one build'],
		['We wrote &quot;one&quot; build.', 'We moved the services'],
		['We wrote one&mdash;big&mdash;build.', 'We moved the services'],
		[
			'We wrote one two three four five six seven eight R&amp;D jobs.',
			'We wrote one two three four five six seven eight …',
		],
	] as const)
		it(`quote ${JSON.stringify(written)} as it is said`, () => {
			const story = shared.replace(
				'We wrote one build. We moved the services.',
				`${written} We moved the services.`,
			);
			const question = probesIn(story).find(({ id }) => id === 'your-part')?.question;
			expect(question).to.equal(
				`${quoted === undefined ? 'Your Action says “we”' : `“${quoted}”`}: which part of it was yours?`,
			);
		});

	it('of a competency are asked only of stories that they fit and that have not answered them', () => {
		const told = shared.replace('We wrote one build.', 'I wrote one build. It’s a  “Ketchup” of ours: Café 2.');
		const isAsked = (words: Partial<CompetencyProbe>) => {
			const probe = { text: 'And in the end?', ...words };
			const [{ competencies, ...framework }] = [staff];
			const changed = competencies.map((each) => ({ ...each, probes: [probe] }));
			const lookups = new Lookups([{ ...framework, competencies: changed }]);
			const { stories } = analysed(tagged + told, { lookups });
			return stories[0]?.probes.some(({ question }) => question === probe.text);
		};
		for (const words of [
			['wrote'],
			['WROTE'],
			['nothing', 'one build'],
			['one  BUILD'],
			['buil*'],
			['brok* since'],
			["it's a"],
			['it’s a'],
			['Cafe\u0301'],
			['2'],
			['ketchup'],
		]) {
			expect(isAsked({ when: words }), words.join()).to.equal(true);
			expect(isAsked({ unless: words }), words.join()).to.equal(false);
		}
		for (const words of [['writ'], ['uild'], ['buil'], ['build*er'], ['one (build|test)'], ['w.*'], ['*ild']]) {
			expect(isAsked({ when: words }), words.join()).to.equal(false);
			expect(isAsked({ unless: words }), words.join()).to.equal(true);
		}
		for (const words of [[], [''], ['*'], [' ** ', '…']]) {
			expect(isAsked({ when: words }), JSON.stringify(words)).to.equal(true);
			expect(isAsked({ unless: words }), JSON.stringify(words)).to.equal(true);
		}
	});

	it('of a competency are the first of the primary one, and none beside others or where alternatives are told', () => {
		const quiet = shared.replace('We wrote one build. We moved the services.', 'I wrote one build.');
		const ofCompetencies = (story: string) =>
			probesIn(story).flatMap(({ competency, question }) => (competency ? [question] : []));
		expect(ofCompetencies(quiet)).to.deep.equal(['What did you try that did not help?']);
		expect(ofCompetencies(shared)).to.deep.equal([]);
		expect(ofCompetencies(`${quiet}## Follow-ups\n\n- Why?\n`)).to.deep.equal([]);
		for (const told of ['My first attempt failed.', 'I would have left it.', 'If we had waited, it had broken.'])
			expect(ofCompetencies(quiet.replace('I wrote one build.', `I wrote one build. ${told}`))).to.deep.equal([]);
	});

	it('of a framework file are asked as its author means them, all that fit, beside others and of any tag', () => {
		const probes = ['Who lost by it?', 'Who paid?', 'What did Ines say?'].map((text) => ({ text }));
		const [first, second, ...rest] = staff.competencies;
		if (!first || !second) throw new Error('staff has two competencies');
		const own = {
			...second,
			probes: [...probes, { text: 'Why Bazel?', when: ['bazel'] }],
			ownProbes: true as const,
		};
		const lookups = new Lookups([{ ...staff, competencies: [first, own, ...rest] }]);
		const tags = `---\ncompetencies: [${first.id}, ${own.id}]\n---\n\n`;
		const asked = analysed(tags + shared, { lookups }).stories[0]?.probes.map(({ question }) => question);
		expect(asked).to.have.length(4);
		expect(asked).to.include.members(probes.map(({ text }) => text));
		const alone = analysed(tags.replace(`${first.id}, `, '') + shared, { lookups }).stories[0]?.probes;
		expect(alone?.flatMap(({ competency, question }) => (competency ? [question] : []))).to.deep.equal(
			probes.map(({ text }) => text),
		);
	});

	it('are two for practice, where the competencies of the story have as many that fit', () => {
		const quiet = shared.replace('We wrote one build. We moved the services.', 'I wrote one build.');
		const practised = (tags: string, lookups = new Lookups([staff])) => {
			const [story] = analysed(`---\ncompetencies: ${tags}\n---\n\n${quiet}`, { lookups }).stories;
			return story ? practisedProbes(story, lookups, 2).map(({ competency }) => competency) : [];
		};
		expect(practised('mentorship')).to.deep.equal(['mentorship', 'mentorship']);
		expect(practised('[mentorship, technical-influence]')).to.deep.equal(['mentorship', 'technical-influence']);
		const [{ competencies, ...framework }] = [staff];
		const without = competencies.map((each) => ({ ...each, probes: [{ text: 'Why?', when: ['Bazel'] }] }));
		expect(practised('mentorship', new Lookups([{ ...framework, competencies: without }]))).to.deep.equal([]);
		const untold = analysed(`${tagged}# One build\n\n## Action\n\nI wrote one build.\n`).stories[0];
		expect(untold && practisedProbes(untold, new Lookups([staff]), 2)).to.deep.equal([]);
	});

	it('of each built-in competency are three or more', () => {
		for (const { id, competencies } of builtInFrameworks.values()) {
			for (const { probes = [], ...competency } of competencies) {
				const texts = new Set(probes.map(({ text }) => text));
				expect(texts.size, `${id} ${competency.id}`).to.equal(probes.length).and.be.at.least(3);
				for (const text of texts) expect(text).to.match(/\?$/u);
			}
		}
	});

	it('are worked out once an analysis, and again only where their story changed', () => {
		let asked = 0;
		class Counted extends Lookups {
			override derive<T>(make: (lookups: Lookups) => T): T {
				if (make === (askedProbes as unknown)) asked++;
				return super.derive(make);
			}
		}
		const context = {
			...defaultContext,
			lookups: new Counted([staff]),
			severities: { 'probe-open': 'hint' } as const,
		};
		const memory = new DocumentMemory();
		const after = (text: string) => {
			asked = 0;
			const found = analyse(text, context, memory);
			expect(found).to.deep.equal(analyse(text, { ...context, lookups: new Lookups([staff]) }));
			return asked;
		};
		const bank = (title: string, field = '') =>
			`---\ncompetencies: mentorship\n${field}---\n\n${[title, 'Another build']
				.map((each) => shared.replace('One build', each).replaceAll('## ', '### ').replace('# ', '## '))
				.join('')}`;
		expect(after(bank('One build'))).to.equal(2);
		expect(after(bank('One build'))).to.equal(0);
		expect(after(bank('Once more'))).to.equal(1);
		expect(after(bank('Once more', 'strength: 3\n'))).to.equal(0);
		expect(after(bank('Once more', 'team: Ledger\n'))).to.equal(2);
		expect(after(bank('Once more', 'metrics: [3 → 4]\n'))).to.equal(2);
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
