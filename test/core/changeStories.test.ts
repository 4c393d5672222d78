import { expect } from 'chai';
import fc from 'fast-check';
import { changeStories, type RequestedChange, type StoryChange } from '../../src/core/edit/changeStories.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { storyDocument } from './generated.ts';
import { read } from './reading.ts';
import { bankText } from './storyEditBanks.ts';

const lookups = new Lookups([staff]);
const influence = 'technical-influence';

function changed(text: string, ...requests: readonly RequestedChange[]): string {
	const { edits, refusals } = changeStories(text, 'a-story.md', lookups, requests);
	expect(refusals, JSON.stringify(text)).to.deep.equal([]);
	return applyEdits(text, edits);
}

function only(change: StoryChange): RequestedChange {
	return { story: { index: 0, title: 'One' }, change };
}

const sections =
	'\n## Situation\n\nI saw that we were late, and my team did.\n\n## Task\n\nMine.\n\n## Action\n\nI did it.\n\n## Result\n\n5%\n';
const story = (frontMatter: string) => `---\n${frontMatter}\n---\n# One\n${sections}`;
const entry = (title: string, lines: string) =>
	`## ${title}\n\n${lines}\n**Situation:** I was slow.\n\n**Task:** Mine.\n\n`;

describe('a change of a story', () => {
	const cases: Readonly<Record<string, readonly [before: string, change: StoryChange, after: string]>> = {
		'tags by id where the author writes ids': [
			story('competencies: [mentorship] # one'),
			{ kind: 'tag', competency: influence },
			story('competencies: [mentorship, technical-influence] # one'),
		],
		'tags by name where the author writes names': [
			story('competencies:\n  - Technical Initiative'),
			{ kind: 'tag', competency: influence },
			story('competencies:\n  - Technical Initiative\n  - Technical Influence'),
		],
		'tags nothing twice, under whatever name': [
			story('competency: Technical Influence'),
			{ kind: 'tag', competency: influence },
			story('competency: Technical Influence'),
		],
		'makes a story of a candidate': [
			`# One\n${sections}`,
			{ kind: 'tag', competency: influence },
			`---\ncompetencies: [technical-influence]\n---\n\n# One\n${sections}`,
		],
		'spells the key of a candidate right first': [
			story('competancies: [mentorship]'),
			{ kind: 'tag', competency: influence },
			story('competencies: [mentorship, technical-influence]'),
		],
		'spells a key right that ends in a mark nobody sees': [
			story('competencies\uFEFF: [mentorship]'),
			{ kind: 'tag', competency: influence },
			story('competencies: [mentorship, technical-influence]'),
		],
		'replaces what ends in a no-break space': [
			story('competencies: [mentorship]\nstatus: draft\u00A0 # yet'),
			{ kind: 'set', field: 'status', value: 'ready' },
			story('competencies: [mentorship]\nstatus: ready # yet'),
		],
		'takes a competency off under each of its names': [
			story('competencies: [influence, mentorship, Technical Influence]'),
			{ kind: 'untag', tag: influence },
			story('competencies: [mentorship]'),
		],
		'takes an unknown tag off': [
			story('competencies: [Courage, mentorship]'),
			{ kind: 'untag', tag: 'courage' },
			story('competencies: [mentorship]'),
		],
		'replaces in place': [
			story('competencies: [mentorship, cross-team-alignment]'),
			{ kind: 'retag', from: 'mentorship', to: influence },
			story('competencies: [technical-influence, cross-team-alignment]'),
		],
		'replaces by what is there already': [
			story('competencies: [mentorship, influence]'),
			{ kind: 'retag', from: 'mentorship', to: influence },
			story('competencies: [influence]'),
		],
		'sets a strength': [
			story('competencies: [mentorship]\nstrength: 2 # honest'),
			{ kind: 'set', field: 'strength', value: 4 },
			story('competencies: [mentorship]\nstrength: 4 # honest'),
		],
		'takes a strength away': [
			story('competencies: [mentorship]\nstrength: 2'),
			{ kind: 'clear', field: 'strength' },
			story('competencies: [mentorship]'),
		],
		'says how far a story reached, in front matter': [
			story('competencies: [mentorship]\nstatus: ready\ndate: 2024 # then'),
			{ kind: 'set', field: 'scope', value: 'org' },
			story('competencies: [mentorship]\nstatus: ready\nscope: org\ndate: 2024 # then'),
		],
		'takes back how far it reached': [
			story('competencies: [mentorship]\nscope: org'),
			{ kind: 'clear', field: 'scope' },
			story('competencies: [mentorship]'),
		],
		'renames a story at its heading': [
			`# One #\n${sections}`,
			{ kind: 'rename', title: 'Two *of* three (or #4)' },
			`# Two \\*of\\* three (or #4) #\n${sections}`,
		],
		'renames a story in front matter, where its title stands there': [
			story("competencies: [mentorship]\ntitle: 'One' # mine"),
			{ kind: 'rename', title: "It's: two" },
			story("competencies: [mentorship]\ntitle: 'It''s: two' # mine"),
		],
		'gives a title to a story that is called as its file': [
			`---\ncompetencies: [mentorship]\n---\n${sections}`,
			{ kind: 'rename', title: 'Two' },
			`---\ncompetencies: [mentorship]\ntitle: Two\n---\n${sections}`,
		],
	};
	for (const [name, [before, change, after]] of Object.entries(cases))
		it(name, () => expect(changed(before, only(change))).to.equal(after));

	it('touches nothing but the lines of its story in a bank', () => {
		const bank = (first: string, third: string) =>
			`# Bank\n\n${entry('One', first)}${entry('Two', '**Competencies:** mentorship\n')}${entry('Three', third)}`;
		const before = bank('**Competencies:** mentorship\n', '**Competencies:** mentorship\\\n**Status:** draft\n');
		const { edits } = changeStories(before, 'bank.md', lookups, [
			{ story: { index: 2, title: 'Three' }, change: { kind: 'set', field: 'status', value: 'ready' } },
			{ story: { index: 0, title: 'One' }, change: { kind: 'tag', competency: influence } },
		]);
		expect(applyEdits(before, edits)).to.equal(
			bank(
				'**Competencies:** mentorship; technical-influence\n',
				'**Competencies:** mentorship\\\n**Status:** ready\n',
			),
		);
		expect(edits).to.have.length(2);
	});

	it('leaves a line of prose called `Scope` alone, and adds one of its own', () => {
		const before = `# Bank\n\n${entry('One', '**Competencies:** mentorship\n\n**Scope:** 3 teams, 2 quarters\n')}${entry('Two', '')}`;
		const change = { kind: 'set', field: 'scope', value: 'teams' } as const;
		expect(changed(before, only(change))).to.equal(
			before.replace('mentorship\n', 'mentorship\n**Scope:** teams\n'),
		);
	});

	it('finds a story that has moved, and refuses one that is gone or has become two', () => {
		const bank = `${entry('New', '')}${entry('One', '**Competencies:** mentorship\n')}`;
		expect(changed(bank, only({ kind: 'set', field: 'status', value: 'ready' }))).to.contain(
			'mentorship\n**Status:** ready',
		);
		for (const text of [bank.replace('One', 'Gone'), bank + entry('Gap', '') + entry('One', ''), '# No story\n']) {
			const requests = [only({ kind: 'tag', competency: influence })];
			const { edits, refusals } = changeStories(text, 'bank.md', lookups, requests);
			expect([edits, refusals.map(({ request }) => request)], text).to.deep.equal([[], [0]]);
		}
	});

	it('takes a story out of a bank, one of two that are called the same as well, and none that is its file', () => {
		const [one, two] = [entry('One', '**Competencies:** mentorship\n'), entry('One', '**Strength:** 3\n')];
		const three = entry('Three', '**Competencies:** mentorship\n');
		expect(changed(`# Bank\n\n${one}${two}${three}`, only({ kind: 'remove' }))).to.equal(
			`# Bank\n\n${two}${three}`,
		);
		const alone = story('competencies: [mentorship]');
		const { edits, refusals } = changeStories(alone, 'one.md', lookups, [only({ kind: 'remove' })]);
		expect([edits, refusals.map(({ message }) => message)]).to.deep.equal([
			[],
			['It is the only story of its file: delete the file.'],
		]);
	});

	it('says why front matter that can’t be read is left alone, and changes the others', () => {
		const { edits, refusals } = changeStories(story('competencies: [mentorship'), 'a.md', lookups, [
			only({ kind: 'tag', competency: influence }),
		]);
		expect(edits).to.deep.equal([]);
		expect(refusals[0]?.message).to.match(/\w+/u);
	});
});

describe('changes of any story', () => {
	const change: fc.Arbitrary<StoryChange> = fc.oneof(
		fc.constantFrom(...staff.competencies).map(({ id }): StoryChange => ({ kind: 'tag', competency: id })),
		fc.constantFrom('mentorship', 'Courage', influence).map((tag): StoryChange => ({ kind: 'untag', tag })),
		fc
			.constantFrom(...staff.competencies)
			.map(({ id }): StoryChange => ({ kind: 'retag', from: 'mentorship', to: id })),
		fc.constantFrom(1, 5).map((value): StoryChange => ({ kind: 'set', field: 'strength', value })),
		fc.constantFrom('strength' as const, 'status' as const).map((field): StoryChange => ({ kind: 'clear', field })),
	);

	it('rename it or take it out, or leave all as it is, with the words of the others', () => {
		const title = fc.oneof(
			fc.constantFrom(
				'Two',
				'*Two*',
				'# Two #',
				'[Two](x)',
				'**Task:**',
				'Situation',
				'---',
				'1. Two',
				'`',
				'  ',
			),
			fc.string({ minLength: 1, maxLength: 12 }),
		);
		const either = fc.oneof(
			title.map((each): StoryChange => ({ kind: 'rename', title: each })),
			fc.constant<StoryChange>({ kind: 'remove' }),
		);
		fc.assert(
			fc.property(fc.oneof(bankText, storyDocument), fc.nat(5), either, (text, at, wanted) => {
				const before = read(text);
				const index = at % Math.max(before.stories.length, 1);
				const meant = before.stories[index];
				if (!meant || before.kind === 'candidate') return;
				const { edits, refusals } = changeStories(text, 'a-story.md', lookups, [
					{ story: { index, title: meant.title }, change: wanted },
				]);
				expect(refusals.length === 0 || edits.length === 0).to.equal(true);
				if (refusals.length > 0) return;
				const titles = before.stories.map((each) => each.title);
				if (wanted.kind === 'rename') titles[index] = wanted.title;
				else titles.splice(index, 1);
				expect(read(applyEdits(text, edits)).stories.map((each) => each.title)).to.deep.equal(titles);
			}),
		);
	});

	it('come to what they mean, and leave the other stories as they read', () => {
		fc.assert(
			fc.property(fc.oneof(bankText, storyDocument), fc.nat(5), change, (text, at, wanted) => {
				const before = read(text);
				const index = at % Math.max(before.stories.length, 1);
				const meant = before.stories[index];
				if (!meant || before.kind === 'candidate') return;
				const { edits, refusals } = changeStories(text, 'a-story.md', lookups, [
					{ story: { index, title: meant.title }, change: wanted },
				]);
				if (refusals.length > 0) return;
				const after = read(applyEdits(text, edits));
				expect(after.stories.map(({ title }) => title)).to.deep.equal(before.stories.map(({ title }) => title));
				const tags = (after.stories[index]?.tags ?? []).map(
					({ competency, text: written }) => competency ?? written,
				);
				if (wanted.kind === 'tag') expect(tags).to.include(wanted.competency);
				if (wanted.kind === 'untag') expect(tags).not.to.include(wanted.tag);
				if (wanted.kind === 'set') expect(after.stories[index]?.details.strength).to.equal(wanted.value);
				for (const [other, { tags: own, details }] of before.stories.entries()) {
					if (other === index) continue;
					expect(after.stories[other]?.tags.map((tag) => tag.text)).to.deep.equal(own.map((tag) => tag.text));
					expect(after.stories[other]?.details.strength).to.equal(details.strength);
				}
			}),
		);
	});
});
