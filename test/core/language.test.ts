import { expect } from 'chai';
import fc from 'fast-check';
import { tellsHowMuch } from '../../src/core/rules/english/outcome.ts';
import { hiddenDoers } from '../../src/core/rules/english/passives.ts';
import { spokenSeconds, spokenWords } from '../../src/core/rules/english/spokenTime.ts';
import { isEnglishStory } from '../../src/core/rules/english/storyLanguage.ts';
import { findDoers } from '../../src/core/rules/english/subjects.ts';
import type { Passage } from '../../src/core/story/passage.ts';
import { isWordAt, tokenEnd, tokenPattern, tokenStart } from '../../src/core/story/tokens.ts';
import { splits } from '../eval/cases.ts';
import { hardScores } from '../eval/hardCases.ts';
import { scores } from '../eval/score.ts';
import { growthOf, mostGrowth } from './growth.ts';
import { propertyRuns } from './propertyRuns.ts';
import { at, read, tagged } from './reading.ts';

function passage(body: string): { text: string; passage: Passage } {
	const document = read(`${tagged}# T\n\n## Action\n\n${body}\n`);
	const section = document.stories[0]?.sections[0];
	if (!section) throw new Error('no section');
	return { text: document.text, passage: document.passages.of(section) };
}

describe('the scan for words', () => {
	it('finds what the pattern finds, in text of any make', () => {
		const part = fc.constantFrom(
			'a',
			'Zo',
			'7',
			'3',
			'.',
			',',
			':',
			'’',
			"'",
			'-',
			'/',
			'_',
			' ',
			'\n',
			'\t',
			'\u00a0',
			'\u2028',
			'é',
			'e\u0301',
			'名',
			'🎯',
			'&',
			'&amp;',
			'&#39;',
			'&x',
			';',
			'“',
			'”',
			'…',
			'%',
			'\0',
			'\ud83c',
		);
		fc.assert(
			fc.property(
				fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 }),
				(parts) => {
					const text = parts.join('');
					const pattern = new RegExp(tokenPattern.source, 'giu');
					const expected = [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
						found,
						index,
						isWord: /^[\p{L}\p{N}]/u.test(found),
					}));
					const scanned: typeof expected = [];
					for (let start = tokenStart(text, 0, text.length); start < text.length;) {
						const end = tokenEnd(text, start);
						scanned.push({ found: text.slice(start, end), index: start, isWord: isWordAt(text, start) });
						start = tokenStart(text, end, text.length);
					}
					expect(scanned).to.deep.equal(expected);
				},
			),
			{ numRuns: propertyRuns(5000) },
		);
	});
});

describe('the words of a section', () => {
	const words = (body: string) =>
		passage(body)
			.passage.tokens.filter(({ form }) => form !== 'mark')
			.map(({ text }) => text);

	it('stand at their places in the source', () => {
		for (const body of [
			'I *did* it — `f(x)` &amp; [more](u.md), **so**.',
			'> I did\n> it\\\n> all',
			'- a\r\n- b\r\n\r\n  c',
		]) {
			const { text, passage: told } = passage(body);
			for (const [index, { form, text: word }] of told.tokens.entries())
				expect(at(text, told.spanOf({ first: index, last: index }))).to.equal(
					form === 'code' ? `\`${word}\`` : word,
				);
		}
	});

	it('leave out headings, code blocks, comments and tags', () => {
		expect(
			words('### What\n\nI did <!-- not --> it <b>now</b>.\n\n```\ncode\n```\n\n![a picture](x.png)'),
		).to.deep.equal(['I', 'did', 'it', 'now']);
	});

	it('belong together in one token', () => {
		expect(words('don’t e.g. 61,000 2.5% two-page HTTP/2 14x node.js `a b`')).to.deep.equal([
			'don’t',
			'e.g',
			'61,000',
			'2.5',
			'two-page',
			'HTTP/2',
			'14x',
			'node.js',
			'a b',
		]);
	});

	it('begin after a label, and in a block quote of the section’s own', () => {
		const document = read(`${tagged}# T\n\n> **Action**: I did it.\n>\n> > We quote.\n`);
		const section = document.stories[0]?.sections[0];
		const { tokens } = document.passages.of(section as never);
		expect(
			tokens.filter(({ form }) => form === 'word').map(({ text, quoted }) => (quoted ? `(${text})` : text)),
		).to.deep.equal(['I', 'did', 'it', '(We)', '(quote)']);
	});

	it('are quoted between marks that close, in one paragraph', () => {
		const quoted = (body: string) =>
			passage(body)
				.passage.tokens.filter((token) => token.quoted && token.form === 'word')
				.map(({ text }) => text);
		expect(quoted('I said “no more” and "yes" to «it».')).to.deep.equal(['no', 'more', 'yes', 'it']);
		expect(quoted('A 5" disk was “open\n\nand" closed')).to.deep.equal([]);
	});

	it('are counted as they are spoken', () => {
		const document = read(
			`${tagged}# Not this\n\n## Situation\n\nOne two three.\n\n## Action\n\nFour \`five\`.\n\n### Not this\n\nSix.\n`,
		);
		const story = document.stories[0];
		if (!story) throw new Error('no story');
		expect(spokenWords(document, story)).to.deep.equal({
			total: 6,
			of: { situation: 3, task: 0, action: 3, result: 0, learnings: 0 },
		});
		expect(spokenSeconds(300)).to.equal(120);
		expect(spokenSeconds(300, 100)).to.equal(180);
		expect(spokenSeconds(300, 0)).to.equal(120);
	});

	it('are read in a time in proportion to their number', () => {
		for (const part of [
			'“',
			'" ',
			'“a ” ',
			'a,',
			'1,',
			"a'",
			'was been ',
			'we ',
			'I was ',
			'that ',
			'by ',
			'was written by a ',
			'from weeks to ',
			'since ',
			'and we ',
			'in a ',
		]) {
			const textOf = (length: number) =>
				`${tagged}# T\n\n## Action\n\nI did this for the team. ${part.repeat(length / part.length)}\n`;
			const readings = new Map([60_000, 60_000 / 16].map((length) => [length, read(textOf(length))]));
			const growth = growthOf(60_000, (length) => {
				const document = readings.get(length);
				if (!document) throw new Error(String(length));
				for (const section of document.stories.flatMap(({ sections }) => sections)) {
					// As a section of its own, of which nothing is known yet.
					const whole = document.passages.of({ ...section });
					tellsHowMuch(whole);
					findDoers(whole.tokens);
					hiddenDoers(whole.tokens);
				}
			});
			expect(growth, part).to.be.lessThan(mostGrowth);
		}
	});
});

describe('whether a story is English', () => {
	const english = (body: string) => {
		const document = read(`${tagged}# T\n\n## Action\n\n${body}\n`);
		return document.stories.every((story) => isEnglishStory(document, story));
	};

	it('is seen by its little words', () => {
		expect(english('I wrote the guide and gave it to her.')).to.equal(true);
		expect(english('Everyone was happy.')).to.equal(true);
	});

	for (const body of [
		'Ich habe die Anleitung geschrieben und sie hat in der ersten Woche allein gearbeitet.',
		'We hebben het team in drie weken op weg geholpen en was er iets, dan was het snel klaar.',
		'J’ai écrit le guide et on a fait la revue ensemble, as-tu vu le service Kafka ?',
		'He escrito la guía y no me ha dado problemas, a ver.',
		'Vi skrev en guide for teamet, og vi var ikke alene om det.',
		'Escrevi o guia para a equipa e as revisões do projeto.',
		'我写了一份指南。',
		'Kafka Postgres Redis 40%',
		'',
	])
		it(`is not so: ${body.slice(0, 40)}`, () => expect(english(body)).to.equal(false));

	it('is not turned by a quotation in another language', () => {
		const long = 'the thing that they had been waiting for was not there, and it is what we have';
		expect(english(`Meine Chefin sagte „${long}“, und ich habe dann neu angefangen.`)).to.equal(false);
		expect(english(`我的主管说：「${long}」，我就重新开始写了一份指南，花了三个星期。`)).to.equal(false);
		expect(english(`Ich fing neu an.\n\n> ${long}\n`)).to.equal(false);
		const german =
			'Das ist nicht die Lösung, die wir mit dem Team für den Kunden haben wollten, und es dauert zu lange';
		expect(english(`She wrote “${german}”, and I began again with the team.`)).to.equal(true);
		expect(english(`“${long}”`)).to.equal(true);
	});
});

describe('the spoken time of scripts without spaces', () => {
	const seconds = (body: string) => spokenSeconds(passage(body).passage.words);

	for (const [language, body, perMinute] of [
		['Chinese', '我们的数据库在周日发生了故障，没有人注意到。'.repeat(20), 240],
		['Japanese', '日曜日に本番環境が止まりましたが、誰も気づきませんでした。'.repeat(20), 300],
		['Korean', '일요일에 데이터베이스가 멈췄지만 아무도 알아채지 못했습니다. '.repeat(20), 300],
	] as const) {
		it(`is that of ${perMinute} characters a minute in ${language}`, () => {
			const characters = body.match(/\p{L}/gu)?.length ?? 0;
			expect(seconds(body)).to.be.closeTo((characters * 60) / perMinute, 2);
		});
	}

	it('of Thai is as long as that of its words', () => {
		const body = 'ฐานข้อมูลของเราล่มในวันอาทิตย์และไม่มีใครสังเกตเห็น '.repeat(20);
		expect(seconds(body)).to.be.closeTo((20 * 13 * 60) / 150, 15);
	});

	it('counts Latin words among them as words', () => {
		expect(passage('用Kafka和 Redis').passage.words).to.equal(4);
		expect(passage('plain words with ünïcödé').passage.words).to.equal(4);
	});
});

describe('a Result tells how much', () => {
	const tells = (body: string) => tellsHowMuch(passage(body).passage);

	for (const body of [
		'Latency fell from 40 to 12 milliseconds.',
		'It took 3 days, not 3 weeks.',
		'We saved EUR 61k.',
		'It cost 1.1 million pounds less.',
		'Errors: 12 → 3.',
		'All four teams moved.',
		'Two thirds of the jobs went away.',
		'Onboarding takes an hour.',
		'It closed within the hour.',
		'Half of the alerts are gone.',
		'The build is five times faster.',
		'No incidents, and no data loss.',
		'We had no downtime.',
		'It never failed since.',
		'Nobody has called since.',
		'Deploys are daily instead of monthly.',
		'Reviews take hours rather than days.',
		'We went from one release a year to one a week.',
		'Hundreds of users moved.',
		'Engineers no longer wait for the DBA.',
		'For the first time the books closed on time.',
		'It handles twice the load.',
		'A 30% drop.',
		'$0 spent.',
		'0 pages.',
		'In Austria 12 shops use it.',
		'She ships alone after ten weeks instead of six months.',
		'A year without a single outage.',
		'Customers rate it 4.7.',
		'Two new hires use it.',
		'Margin rose by a fifth.',
		'It now costs a tenth of that.',
		'They released a week earlier than planned.',
		'It is an order of magnitude cheaper.',
		'Traffic grew twofold.',
		'Python 3 cut the run to 20 minutes.',
		'In 2023 we lost 2,000 orders, in 2024 none.',
		'We reached 2000 users.',
		'The team of 5 saved 40 hours a week.',
		'XX% fewer calls.',
		'The number: TBD.',
		'It used to need a change board; now anyone ships.',
		'Returns fell by ３５％.',
		'The office answers ٣٥٪ more.',
		'The Pune team closes ४० cases.',
		'It takes ½ the time.',
		'By the second day the queue was empty.',
		'All of them moved in a single day.',
		'These 12 alerts are gone.',
		'Our 30 shops now open on time.',
		'Lead time fell, 9d to 2d.',
		'The SLA 99.9.',
	])
		it(`yes: ${body}`, () => expect(tells(body)).to.equal(true));

	for (const body of [
		'It was a success.',
		'The 3 of us were proud.',
		'Our two teams got on well.',
		'A squad of six made it.',
		'The three services talk to one another.',
		'Since 2019 it has been in use.',
		'By March 2024 it was done.',
		'On 12 May we went live.',
		'At 3 pm it was over.',
		'At 14:30 the site was back.',
		'Version 2.0 shipped.',
		'v2 is out.',
		'It runs on Java 21 and Windows 11.',
		'We met SOC 2 and ISO 27001.',
		'RFC 2119 and HTTP/2 are in use.',
		'EC2, S3 and IPv6 work.',
		'The p99 is better.',
		'The 95th percentile is better.',
		'Two weeks later we celebrated.',
		'Three years ago nobody believed it.',
		'It was the number one topic.',
		'From day one it was stable.',
		'Phase 2 starts soon.',
		'In Q3 it was praised.',
		'One of the best projects ever.',
		'I was promoted to L6.',
		'One day it was simply there.',
		'Everyone was happy, no doubt.',
		'It is used by the second half of the floor.',
		'I am 100% sure.',
		'A third party took it over.',
		'Next quarter it goes live.',
		'Ticket 4711 and PR #12 are closed.',
		'The 2D and 3D views work.',
		'It was used to train people.',
		'Half-hearted at first, they liked it in the end.',
		'Room 12 is ours.',
		'See `v2` and `p95`.',
		'In fiscal year 2024 it went out.',
		'We are number 1 in the region.',
		'A five-person team made it.',
		'Version ３ is out.',
		'Since ２０１９ it has been in use.',
		'The second day was quiet.',
		'Our 30 shops like it.',
		'Our three teams now talk.',
		'Level 3 support is happy.',
	])
		it(`no: ${body}`, () => expect(tells(body)).to.equal(false));
});

describe('who does things in an Action', () => {
	const doers = (body: string) => {
		const { text, passage: told } = passage(body);
		const { i, we } = findDoers(told.tokens);
		return `${i}: ${we.map((range) => at(text, told.spanOf(range))).join(', ')}`;
	};

	for (const [body, expected] of [
		['We met. We then quickly built it.', '0: We met, We then quickly built'],
		["We've moved it, and we'd never looked back.", "0: We've moved, we'd never looked"],
		['I moved it and I’ve checked it.', '2: '],
		['We had tests. We were tired. We needed help. We use Go.', '0: '],
		['We had written tests. We were debugging all night.', '0: We had written, We were debugging'],
		['I asked that we share it, how we test it, and what we would do.', '1: '],
		['I used the topics we already had.', '0: '],
		['I built on the topics we filled.', '1: '],
		['Before we began I called them. When it rained we stopped.', '1: '],
		['“We built it”, she said. I agreed.', '1: '],
		['Last winter we cut the tree. The next day we sold it.', '0: we cut, we sold'],
		['Wrote a page. Led the review.', '2: '],
		['Planned downtime was short. Shared folders were gone.', '0: '],
		['World War I ended. Part I. was long.', '1: '],
		['I was there. I am tired. I had a plan.', '0: '],
		['I was pairing with her.', '1: '],
		['I could not sleep, so I read.', '2: '],
		['To learn more we called them, and they told us.', '0: we called'],
	] as const)
		it(body, () => expect(doers(body)).to.equal(expected));
});

describe('what hides who did it', () => {
	const hidden = (body: string) => {
		const { text, passage: told } = passage(body);
		return hiddenDoers(told.tokens).map((range) => at(text, told.spanOf(range)));
	};

	for (const [body, ...expected] of [
		['The plan was written and tested.', 'was written'],
		['The jobs were carefully set up.', 'were carefully set up'],
		['The code had been rewritten.', 'had been rewritten'],
		['It was decided to move.', 'was decided'],
		['A decision was made to wait.', 'was made'],
		['The docs weren’t updated. Nothing was documented, so I read on. The path was never tested.'],
		['The bug was reported in May, and I fixed it. It was deprecated years before.'],
		['It was built by me. It was checked by our team, by hand.'],
		['It was checked by hand. It was moved by Friday.', 'was checked', 'was moved'],
		['It was reviewed and merged by Leila.'],
		['It was finished by the end of May.', 'was finished'],
		['It was split by adding a queue. Costs were cut by two hours.'],
		['I was asked. We were tested. She was trained. They were moved.'],
		['The module, which was written in C, was gone. What was planned failed.'],
		['When the tests were run it failed. I saw that data was copied.'],
		['The service was down, slow, outdated and broken. The disk was located there.'],
		['It was written in Perl. The house was built in 1950. It was designed for one region.'],
		['The team was used to it, divided, surprised and organised.'],
		['“It was rewritten”, he said. `was_built` is a flag.'],
		['It is tested nightly. It will be moved.'],
		['The proposal was accepted. The request was approved.'],
		['After the review a plan was drafted.', 'was drafted'],
		['Since then it has been extended.', 'has been extended'],
		['The script I wrote was run nightly.'],
	] as const)
		it(body, () => expect(hidden(body)).to.deep.equal(expected));
});

/** What is missing may stand anywhere in a story, in any words, so that these rules stay silent sooner. */
const silentSooner: Readonly<Record<string, number>> = {
	'metric-baseline': 0.65,
	'task-assigned': 0.6,
	'learning-unused': 0.6,
};

function minRecall(rule: string): number {
	return silentSooner[rule] ?? 0.8;
}

describe('the labelled evaluation', () => {
	// The targets of the product's language rules. A rule that misses one is to be narrowed, not the target lowered.
	for (const part of [...splits, undefined]) {
		for (const { rule, precision, recall, cases, wrong } of scores(part)) {
			it(`${rule}: precision ≥ 0.95 and recall ≥ ${minRecall(rule)} on ${part ?? 'all'}`, () => {
				expect(cases).to.be.at.least(10);
				expect(precision, wrong.join('; ')).to.be.at.least(0.95);
				expect(recall, wrong.join('; ')).to.be.at.least(minRecall(rule));
			});
		}
	}

	for (const { rule, hard, easy } of hardScores())
		it(`${rule}: precision ≥ 0.95 on hard and easy cases apart, of which there are many`, () => {
			expect(hard.cases + easy.cases).to.be.at.least(60);
			expect(hard.cases, 'hard cases').to.be.at.least(30);
			for (const { precision, wrong } of [hard, easy]) expect(precision, wrong.join('; ')).to.be.at.least(0.95);
		});
});
