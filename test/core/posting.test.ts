import { expect } from 'chai';
import fc from 'fast-check';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { readPosting } from '../../src/core/questions/plan/posting.ts';
import { postingCues } from '../../src/core/questions/plan/postingCues.ts';
import { WordPatterns } from '../../src/core/questions/plan/wordPatterns.ts';
import { growthOf, mostGrowth } from './growth.ts';
import { propertyRuns } from './propertyRuns.ts';

const lookups = new Lookups([staff]);

/** What a line is likely to ask for, with the words that say so. */
function likelyIn(line: string, active = lookups): Readonly<Record<string, readonly string[]>> {
	const asked = readPosting(line, active).flatMap((read) => read.asked);
	return Object.fromEntries(asked.filter(({ isLikely }) => isLikely).map(({ id, words }) => [id, words]));
}

describe('a line of a posting', () => {
	const asking: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
		'Mentor junior engineers and help them grow into owners of their services.': {
			mentorship: ['Mentor', 'junior engineers', 'help them grow'],
		},
		'Work across teams with product and design to agree on shared APIs.': {
			'cross-team-alignment': ['across teams', 'product and design'],
		},
		'You are comfortable with ambiguity and turn vague problems into plans.': {
			ambiguity: ['ambiguity', 'turn vague problems into'],
		},
		'Take part in our on‑call rotation and lead incident reviews.': { operations: ['on‑call', 'incident'] },
		'You communicate clearly in writing, also with non-technical colleagues.': {
			communication: ['communicate', 'writing', 'non-technical'],
		},
		'You make sound trade-offs between speed and quality.': {
			'technical-judgement': ['trade-offs', 'speed and quality'],
		},
		'You set the technical direction for payments and bring others along.': {
			'technical-influence': ['set the technical direction'],
		},
		'Help us interview and build an inclusive team.': {
			'people-culture': ['interview and', 'build an inclusive team'],
		},
	};
	for (const [line, wanted] of Object.entries(asking)) {
		it(`asks by its words: ${line}`, () => expect(likelyIn(line)).to.deep.equal(wanted));
	}

	for (const line of [
		'What you will do:',
		'Experience with Kotlin, Postgres and Kubernetes.',
		'We offer a competitive salary, a learning budget and 30 days of holiday.',
		'Riverbank is an equal opportunity employer and celebrates diversity.',
		'Backed by two funds, we ship to a million users and our customers love it.',
	]) {
		it(`asks for nothing: ${line}`, () => expect(likelyIn(line)).to.deep.equal({}));
	}

	it('names a competency of an active framework in full', () => {
		const line = 'You have backbone; disagree and commit is how we decide, and you dive deep.';
		expect(likelyIn(line, new Lookups([amazonLp]))).to.include.keys(
			'have-backbone-disagree-and-commit',
			'dive-deep',
		);
		expect(likelyIn(line)).to.not.have.property('dive-deep');
	});

	it('has the words that say so as they stand in it', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...cuesAsWords()), { maxLength: 12 }), fc.string(), (drawn, other) => {
				for (const { text, asked } of readPosting(`${drawn.join(' ')} ${other}\nMentors others.`, lookups))
					for (const { words: said } of asked) for (const word of said) expect(text).to.contain(word);
			}),
			{ numRuns: propertyRuns(100) },
		);
	});
});

describe('a posting', () => {
	it('is read by its lines, without bullets, each once, and paragraphs by their sentences', () => {
		const paragraph =
			'You mentor others. You will find that nobody here waits for a ticket, and that most of what we build begins with a question. ' +
			'We want somebody who writes well and who can explain what a queue is to a baker. You enjoy it.';
		const text = `About you\r\n• Mentor others.\r\n- Mentor others.\r\n1. Stay calm in incidents.\r\n\r\n${paragraph}\r\n`;
		expect(readPosting(text, lookups).map((line) => line.text)).to.deep.equal([
			'Mentor others.',
			'Stay calm in incidents.',
			'You mentor others.',
			'You will find that nobody here waits for a ticket, and that most of what we build begins with a question.',
			'We want somebody who writes well and who can explain what a queue is to a baker.',
			'You enjoy it.',
		]);
	});

	it('of anything at all is read, in time that grows with its length', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readPosting(text, lookups)),
			{ numRuns: propertyRuns(100) },
		);
		const line = 'drive the many initiatives across all our teams and align with our many stakeholders ';
		expect(growthOf(2000, (size) => readPosting(line.repeat(size / 20), lookups))).to.be.lessThan(mostGrowth);
	});
});

describe('the words that postings ask with', () => {
	it('are of competencies of staff-extended, all of them', () =>
		expect(Object.keys(postingCues)).to.have.members(staffExtended.competencies.map(({ id }) => id)));

	it('are found in any case, with hyphens or spaces, and over a few words of one part of a sentence', () => {
		const found = (phrase: string, line: string) =>
			new WordPatterns([[phrase, true]]).findIn(line).map(({ text }) => text);
		expect(found('cross-team', 'Cross team work, CROSS-TEAM work')).to.deep.equal(['Cross team', 'CROSS-TEAM']);
		expect(found('help ~ grow', 'help other engineers grow. Help. Grow.')).to.deep.equal([
			'help other engineers grow',
		]);
		expect(found('help ~ grow', 'help all of our engineers grow')).to.deep.equal([]);
		expect(found('mentor*', 'mentoring, tormentor')).to.deep.equal(['mentoring']);
		expect(found('mentor', 'mentoring')).to.deep.equal([]);
	});
});

function cuesAsWords(): readonly string[] {
	return Object.values(postingCues)
		.flatMap(({ likely, possible }) => [...likely, ...possible])
		.flatMap((list) => list.split(', '))
		.map((phrase) => phrase.replaceAll('~', 'our').replaceAll('*', 'ing'));
}
