import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { createLookup, knownQuestions } from '../../src/core/framework/lookups.ts';
import { complete, type Completion } from '../../src/core/library/languageFeatures/completion.ts';
import { type CompletionScope, completionScopeOf } from '../../src/core/library/languageFeatures/completionScope.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { rules } from '../../src/core/rules/index.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { diskOf, FollowedStories } from './followedStories.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';
import { propertyRuns } from './propertyRuns.ts';

const context = {
	competencies: createLookup([staff]),
	coverage: coverageOf(staff.competencies, [], 'staff'),
	questions: knownQuestions([staff]),
	rules,
	scope: 'story',
} as const;

/** What is offered at the mark `|`. */
function offered(marked: string, scope: CompletionScope = 'story'): readonly Completion[] {
	const offset = marked.indexOf('|');
	return complete(marked.replace('|', ''), offset, { ...context, scope });
}

/** The text after choosing the item with that label at the mark `|`. */
function chosen(marked: string, label: string): string {
	const item = offered(marked).find((completion) => completion.label === label);
	if (!item)
		throw new Error(
			`${label} is not offered, but ${offered(marked)
				.map((each) => each.label)
				.join(', ')}`,
		);
	return applyEdits(marked.replace('|', ''), [{ span: item.span, newText: item.insertText }]);
}

const labels = (marked: string): readonly string[] => offered(marked).map(({ label }) => label);
const competencyNames = staff.competencies.map(({ name }) => name);

describe('completion', () => {
	const tagPlaces: readonly [before: string, after: string][] = [
		['---\ncompetencies: [|', '---\ncompetencies: [mentorship'],
		['---\ncompetencies: [|]\n---\n', '---\ncompetencies: [mentorship]\n---\n'],
		['---\ncompetencies: [men|]\n---\n', '---\ncompetencies: [mentorship]\n---\n'],
		[
			'---\ncompetencies: [technical-initiative, m|ent]\n---\n',
			'---\ncompetencies: [technical-initiative, mentorship]\n---\n',
		],
		[
			'---\ncompetencies: [technical-initiative,| ment]\n---\n',
			'---\ncompetencies: [technical-initiative,mentorship]\n---\n',
		],
		['---\ncompetencies:| "ment"\n---\n', '---\ncompetencies: mentorship\n---\n'],
		['---\ncompetencies: ["men|"]\n---\n', '---\ncompetencies: ["mentorship"]\n---\n'],
		['---\ncompetencies:|\n---\n', '---\ncompetencies: mentorship\n---\n'],
		['---\ncompetencies: |\n---\n', '---\ncompetencies: mentorship\n---\n'],
		['---\ncompetencies: | # which?\n---\n', '---\ncompetencies: mentorship # which?\n---\n'],
		['---\ncompetency: me|\n---\n', '---\ncompetency: mentorship\n---\n'],
		['---\ncompetencies:\n  - |\n---\n', '---\ncompetencies:\n  - mentorship\n---\n'],
		['---\ncompetencies:\n- |\n', '---\ncompetencies:\n- mentorship\n'],
		[
			'---\ncompetencies:\n  - technical-initiative # first\n  - m|\nstatus: draft\n---\n',
			'---\ncompetencies:\n  - technical-initiative # first\n  - mentorship\nstatus: draft\n---\n',
		],
		['---\r\ncompetencies: [\r\n  m|\r\n]\r\n---\r\n', '---\r\ncompetencies: [\r\n  mentorship\r\n]\r\n---\r\n'],
		['\uFEFF---\ncompetencies: [|]\n---\n', '\uFEFF---\ncompetencies: [mentorship]\n---\n'],
	];
	for (const [before, after] of tagPlaces) {
		it(`offers competencies at ${JSON.stringify(before)}`, () =>
			expect(chosen(before, 'Mentorship & Knowledge Sharing')).to.equal(after));
	}

	it('offers competencies at an indented line under the key, before the dash is there', () => {
		expect(labels('---\ncompetencies:\n  |\n---\n')).to.deep.equal(competencyNames);
	});

	it('writes names in the lines of a bank', () => {
		expect(chosen('## A\n\n**Competencies:** Mentoring; cr|\n', 'Cross-Team Alignment')).to.equal(
			'## A\n\n**Competencies:** Mentoring; Cross-Team Alignment\n',
		);
		expect(chosen('## A\n\n- **Competencies**:|\n', 'Technical Initiative')).to.equal(
			'## A\n\n- **Competencies**: Technical Initiative\n',
		);
		expect(chosen('## A\n\n**Status:** |\n', 'ready')).to.equal('## A\n\n**Status:** ready\n');
		expect(chosen('## A\n\n**Scope:** |\n', 'org')).to.equal('## A\n\n**Scope:** org\n');
		expect(chosen('## A\n\n**Strength:** 2|\n', '4')).to.equal('## A\n\n**Strength:** 4\n');
	});

	it('shows coverage beside each competency, and leaves out those that are tagged', () => {
		expect(offered('---\ncompetencies: [|')[0]).to.include({
			label: 'Technical Initiative',
			detail: '0 ready, 1–2 wanted · gap',
		});
		expect(labels('---\ncompetencies: [Mentoring, |]\n---\n'))
			.to.have.length(3)
			.and.not.include('Mentorship & Knowledge Sharing');
		expect(labels('---\ncompetencies:\n  - mentorship\n  - |\n---\n')).to.have.length(3);
		expect(labels('---\ncompetencies: [ment|orship]\n---\n'), 'but for the one at the caret').to.deep.equal(
			competencyNames,
		);
	});

	it('offers the fields that are not set yet', () => {
		expect(labels('---\n|\n---\n')).to.include.members(['competencies', 'title', 'strength']);
		expect(labels('---\ncompetency: mentorship\nst|\n---\n'))
			.to.include('strength')
			.and.not.include('competencies');
		expect(chosen('---\nst|\n---\n', 'status')).to.equal('---\nstatus: \n---\n');
		expect(chosen('---\nst|: draft\n---\n', 'status')).to.equal('---\nstatus: draft\n---\n');
	});

	it('offers values of enumerations, questions and rules', () => {
		expect(labels('---\nstatus: |\n---\n')).to.deep.equal(['draft', 'ready', 'retired']);
		expect(chosen('---\nstatus:|\n---\n', 'ready')).to.equal('---\nstatus: ready\n---\n');
		expect(labels('---\narchetype: [solver, |]\n---\n')).to.deep.equal(['tech-lead', 'architect', 'right-hand']);
		expect(
			offered('---\nquestions:\n  - |\n---\n').find(({ label }) => label === 'mentorship-grow')?.detail,
		).to.equal(
			staff.competencies.flatMap(({ questions }) => questions).find(({ id }) => id === 'mentorship-grow')?.text,
		);
		expect(labels('---\nquestions: [mentorship-grow, |]\n---\n')).not.to.include('mentorship-grow');
		expect(labels('---\nignore: [pl|]\n---\n')).to.include('placeholder');
		expect(offered('---\nscope: |\n---\n').map(({ label, detail }) => `${label}: ${detail}`)).to.deep.equal([
			'team: within your own team',
			'teams: several teams',
			'org: a whole organization: a division, an area',
			'company: the whole company',
			'industry: beyond the company',
		]);
		expect(labels('---\ntype: |\n---\n')).to.deep.equal(['star-story']);
	});

	it('offers the competencies that have no angle yet in the label of a line', () => {
		const bank = (lines: string) => `# Bank\n\n## One\n\n${lines}\n\n## Two\n\n**Angle (initiative):** No\n`;
		const tags = '**Competencies:** Technical Influence; Mentorship';
		expect(labels(bank(`${tags}\n**Angle (Mentorship):** Yes\n**Angle (|`)).slice(0, 2)).to.deep.equal([
			'Technical Influence',
			'Technical Initiative',
		]);
		expect(labels(bank(`**Angle (|):** Yes`))[0]).to.equal('Technical Initiative');
		for (const [before, after] of [
			['**Angle (|', '**Angle (Technical Influence):** '],
			['- __angle [ infl|', '- __angle [ Technical Influence]:__ '],
			['> **Angle (|infl):** Yes', '> **Angle (Technical Influence):** Yes'],
			['**Angle (tech| infl ) :** Yes', '**Angle (Technical Influence ) :** Yes'],
		] as const)
			expect(chosen(bank(before), 'Technical Influence')).to.equal(bank(after));
		expect(chosen(bank('**Angle (men|'), 'Mentorship & Knowledge Sharing')).to.equal(
			bank('**Angle (Mentorship & Knowledge Sharing):** '),
		);
		for (const silent of [
			'**Angle (Mentorship)|:** Yes',
			'Angle (|',
			'**Triangle (|',
			'**Angle |',
			'**Angle (a (b|',
		])
			expect(labels(bank(silent)), silent).to.deep.equal([]);
	});

	it('offers the competencies that have no angle yet, those of the story first', () => {
		const text = '---\ncompetencies: [mentorship, technical-influence]\nangles:\n  mentorship: One\n  |\n---\n';
		expect(offered(text).map(({ label, detail }) => `${label}: ${detail}`)).to.deep.equal([
			'Technical Influence: tagged',
			'Technical Initiative: not tagged here',
			'Cross-Team Alignment: not tagged here',
		]);
		expect(chosen(text, 'Technical Influence')).to.equal(text.replace('|', 'technical-influence: '));
		expect(
			chosen('---\ncompetencies: mentorship\nangles:\n  men|\n---\n', 'Mentorship & Knowledge Sharing'),
		).to.equal('---\ncompetencies: mentorship\nangles:\n  mentorship: \n---\n');
		expect(
			chosen('---\ncompetencies: mentorship\nangles:\n  "men|": One\n---\n', 'Mentorship & Knowledge Sharing'),
		).to.equal('---\ncompetencies: mentorship\nangles:\n  "mentorship": One\n---\n');
		expect(labels('---\ncompetencies: mentorship\nangles:\n  mentorship: One|\n---\n')).to.deep.equal([]);
		expect(labels('---\ncompetencies: mentorship\nangles: |\n---\n')).to.deep.equal([]);
	});

	it('offers a question once, whatever it asks about', () => {
		const shared = loadFramework(
			'extends: staff\nquestions:\n  - text: Why?\n    id: why\n    competencies: [mentorship, technical-influence]\n',
		).framework;
		if (!shared) throw new Error('no framework');
		const items = complete('---\nquestions: [', '---\nquestions: ['.length, {
			...context,
			questions: knownQuestions([shared, staff]),
		});
		expect(
			items.filter(({ label }) => label === 'why').map(({ detail, documentation }) => [detail, documentation]),
		).to.deep.equal([['Why?', 'Why?\n\nTechnical Influence · Mentorship & Knowledge Sharing']]);
		expect(new Set(items.map(({ label }) => label)).size).to.equal(items.length);
	});

	it('offers rules in the comments that switch them off, and those comments', () => {
		expect(chosen('A <!-- star-stories-disable | -->\n', 'placeholder')).to.equal(
			'A <!-- star-stories-disable placeholder -->\n',
		);
		expect(chosen('<!-- star-stories-disable-next-line length, bal|a', 'balance')).to.equal(
			'<!-- star-stories-disable-next-line length, balance',
		);
		expect(labels('<!-- star-stories-enable length | stale -->\n'))
			.to.include('balance')
			.and.not.include.members(['length', 'stale']);
		expect(chosen('<!-- star-|', 'star-stories-disable-next-line')).to.equal('<!-- star-stories-disable-next-line');
		expect(chosen('<!--st|-->', 'star-stories-enable')).to.equal('<!--star-stories-enable-->');
	});

	const silent = [
		'<!-- |',
		'<!-- a |',
		'<!-- stop here |',
		'<!-- star-stories-disable --> |',
		'<!-- star-stories-off |',
		'star-stories-disable |',
		'# A story\n\ncompetencies: |\n',
		'---\ntitle: A | story\n---\n',
		'---\nother: |\n---\n',
		'---\nother:\n  - |\n---\n',
		'---\ncompetencies: [mentorship] # and |\n---\n',
		'---\ncompetencies: [mentorship]|\n---\n',
		'---\ncompetencies: mentorship\n---\n\n|\n',
		'---\ncompetencies: mentorship\n---|',
		'Text **Competencies:** |\n',
		'**Note:** |\n',
	];
	for (const marked of silent)
		it(`is silent at ${JSON.stringify(marked)}`, () => expect(labels(marked)).to.deep.equal([]));

	it('never throws and stays in the text, at any offset of any fixture, whole, cut or shuffled', () => {
		const folder = join(import.meta.dirname, '../fixtures/sample-bank');
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
		const fixtures = files.map((file) => readFileSync(join(folder, file), 'utf8').slice(0, 1500));
		for (const text of fixtures) for (let offset = 0; offset <= 400; offset++) inText(text, offset);
		fc.assert(
			fc.property(
				fc.constantFrom(...fixtures),
				fc.nat(1500),
				fc.nat(1500),
				fc.nat(1500),
				(text, cut, turn, offset) => {
					const lines = text.slice(0, cut).split('\n');
					const shuffled = [...lines.slice(turn % lines.length), ...lines.slice(0, turn % lines.length)].join(
						'\n',
					);
					inText(shuffled, Math.min(offset, shuffled.length));
					inText(text.slice(cut), 0);
				},
			),
			{ numRuns: propertyRuns(500) },
		);

		function inText(text: string, offset: number): void {
			for (const { span } of complete(text, offset, context)) {
				expect(span.start).to.be.at.least(0).and.at.most(span.end);
				expect(span.end).to.be.at.most(text.length);
			}
		}
	});

	it('writes a tag that the parser finds, at the end of any front matter', () => {
		for (const before of [
			'---\ncompetencies: [|]\n---\n\n## Situation\n',
			'---\ncompetencies:\n  - |\n---\n',
			'---\ncompetencies: |\n---\n',
		]) {
			for (const { label } of offered(before)) {
				const tags = analyse(chosen(before, label), defaultContext).stories[0]?.tags.map(
					({ competency }) => competency,
				);
				expect(tags).to.deep.equal([staff.competencies.find(({ name }) => name === label)?.id]);
			}
		}
	});
});

describe('completion in documents of others', () => {
	const scopes = ['story', 'library', 'elsewhere'] as const;

	/** The scopes in which anything is offered. */
	const offering = (marked: string) => scopes.filter((scope) => offered(marked, scope).length > 0);

	const theirs: readonly string[] = [
		'---\ntitle: A page\n|\n---\n\nText.\n',
		'---\ntitle: A page\nstatus: |\n---\n\nText.\n',
		'---\nlayout: post\ntype: |\n---\n\nText.\n',
		'# Minutes\n\n**Status:** |\n',
		'# Minutes\n\n**Tags:** a\n**Strength:** |\n',
	];
	for (const marked of theirs) {
		it(`is none, as in ${JSON.stringify(marked)}`, () => expect(offering(marked)).to.deep.equal(['story']));
	}

	const beginnings: readonly string[] = [
		'---\n|\n---\n',
		'# Notes\n\n## A story\n\n**Competencies:** |\n',
		'<!-- star-stories-dis| -->\n',
	];
	for (const marked of beginnings) {
		it(`begins a story only where there are some, as in ${JSON.stringify(marked)}`, () =>
			expect(offering(marked)).to.deep.equal(['story', 'library']));
	}

	for (const marked of [
		'---\ncompetencies: [|',
		'---\ncompetency: |\n---\n',
		'---\ncompetencies: []\nstatus: |\n---\n',
	]) {
		it(`is everywhere where competencies are named, as in ${JSON.stringify(marked)}`, () =>
			expect(offering(marked)).to.deep.equal(scopes));
	}

	it('is known by what a document holds, and by where it stands', async () => {
		const folder = 'file:///work';
		const story = '---\ncompetencies: [mentorship]\n---\n# A\n\n## Situation\n\nText.\n';
		const names = ['notes/a.md', 'notes/b.md', 'stories/c.md', 'd.md', 'stories.md'];
		const scopesIn = async (texts: Readonly<Record<string, string>>) => {
			const files = Object.fromEntries(
				names.map((name) => [`${folder}/${name}`, texts[name] ?? '# A page\n\nText.\n']),
			);
			const workspace = new InMemoryWorkspace([folder], files);
			const followed = new FollowedStories(workspace, diskOf(workspace));
			await followed.scan();
			return names.map((name) => completionScopeOf(`${folder}/${name}`, followed.files, workspace));
		};
		expect(await scopesIn({})).to.deep.equal(names.map(() => 'elsewhere'));
		expect(await scopesIn({ 'notes/a.md': story })).to.deep.equal([
			'story',
			'story',
			'story',
			'library',
			'library',
		]);
	});
});
