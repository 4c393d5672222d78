import { expect } from 'chai';
import fc from 'fast-check';
import type { FieldValue } from '../../src/core/story/fields.ts';
import { readFrontMatter } from '../../src/core/story/frontMatter.ts';
import { findFrontMatter } from '../../src/core/story/frontMatterPlace.ts';
import { parseMarkdown } from '../../src/core/story/markdown.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, at, problemsIn, read } from './reading.ts';

/** Each tag as written and the source text it stands for. */
function tagsIn(text: string): [string, string][] {
	return analysed(text).stories.flatMap(({ tags }) =>
		tags.map((tag): [string, string] => [tag.text, at(text, tag.span)]),
	);
}

const story = '# T\n\n## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\n5%\n\n## Learnings\n\nd\n';

describe('front matter', () => {
	it('stands on the first line, between fences, and ends where its fence ends', () => {
		const blocks: readonly (string | undefined)[][] = [
			['---\na: 1\n---\n', '---\na: 1\n---', 'a: 1\n'],
			['---\n---\n', '---\n---', ''],
			['---\n\n---\n', '---\n\n---', '\n'],
			['---\na: 1\n---', '---\na: 1\n---', 'a: 1\n'],
			['--- \t\na: 1\n--- \n', '--- \t\na: 1\n--- ', 'a: 1\n'],
			['\uFEFF---\na: 1\n---\n', '---\na: 1\n---', 'a: 1\n'],
			['\uFEFF\uFEFF---\na: 1\n---\n', '---\na: 1\n---', 'a: 1\n'],
			['---\r\na: 1\r\n---\r\n', '---\r\na: 1\r\n---', 'a: 1\r\n'],
			['---\ra: 1\r---\r', '---\ra: 1\r---', 'a: 1\r'],
			['---\na: "\n  ---\n"\n---\n', '---\na: "\n  ---\n"\n---', 'a: "\n  ---\n"\n'],
			['\n---\na: 1\n---\n'],
			[' ---\na: 1\n---\n'],
			['----\na: 1\n----\n'],
			['# T\n\n---\ncompetencies: x\n---\n'],
			['---\na: 1\n'],
			['---'],
			[''],
		];
		for (const [text = '', span, content] of blocks) {
			const { frontMatter } = read(text);
			expect(
				frontMatter && [at(text, frontMatter.span), at(text, frontMatter.content)],
				JSON.stringify(text),
			).to.deep.equal(span === undefined ? undefined : [span, content]);
		}
	});

	it('is found where the parser of Markdown finds it', () => {
		const lines = fc.constantFrom(
			'---',
			'---',
			'+++',
			'--- ',
			'---\t',
			'----',
			' ---',
			'--',
			'# T',
			'',
			' ',
			'a: 1',
			'...',
			'é\u2028',
			'\u0085---',
			'---\u00a0',
		);
		const document = fc
			.tuple(
				fc.constantFrom('', '', '\uFEFF', '\uFEFF\uFEFF'),
				fc.array(fc.tuple(lines, fc.constantFrom('\n', '\n', '\r\n', '\r', '')), { maxLength: 8 }),
			)
			.map(([mark, parts]) => mark + parts.flat().join(''));
		const seen = new Set<string>();
		fc.assert(
			fc.property(document, (text) => {
				const tree = parseMarkdown(text);
				const first = tree.root.children.find(({ type }) => type === 'yaml' || (type as string) === 'toml');
				const place = findFrontMatter(text);
				seen.add(first ? first.type : 'none');
				expect(place?.isClosed ? [place.format, place.span] : undefined, JSON.stringify(text)).to.deep.equal(
					first && [first.type, tree.spanOf(first)],
				);
			}),
			{ numRuns: propertyRuns(5000) },
		);
		expect([...seen].toSorted()).to.deep.equal(['none', 'toml', 'yaml']);
	});

	it('has the keys that YAML reads: one that means true, false or null is the same in every case', () => {
		const keysIn = (block: string) => readFrontMatter(`---\n${block}\n---\n`)?.entries.map(({ key }) => key.value);
		for (const [key, ...spellings] of [
			['true', 'true', 'True', 'TRUE'],
			['false', 'false', 'False', 'FALSE'],
			['null', 'null', 'Null', 'NULL', '~'],
		]) {
			for (const spelling of spellings) expect(keysIn(`${spelling}: a`), spelling).to.deep.equal([key]);
		}
		expect(keysIn('y: a\nYes: b\nNo: c\nNaN: d\ninf: e')).to.deep.equal(['y', 'Yes', 'No', 'NaN', 'inf']);
		expect(problemsIn(`---\ncompetencies: mentorship\nTrue: a\ntrue: b\n---\n${story}`)).to.deep.equal([
			'front-matter-syntax "true"',
		]);
	});

	const values: readonly [yaml: string, tags: readonly [string, string][]][] = [
		['competencies: mentorship', [['mentorship', 'mentorship']]],
		['competency: mentorship', [['mentorship', 'mentorship']]],
		['"competencies": mentorship', [['mentorship', 'mentorship']]],
		["'competencies' : mentorship", [['mentorship', 'mentorship']]],
		['? competencies\n: mentorship', [['mentorship', 'mentorship']]],
		['{competencies: mentorship}', [['mentorship', 'mentorship']]],
		['competencies: "mentorship"', [['mentorship', 'mentorship']]],
		["competencies: 'it''s'", [["it's", "it''s"]]],
		['competencies: "a\\u0062c"', [['abc', 'a\\u0062c']]],
		[
			'competencies: Mentorship & Knowledge Sharing',
			[['Mentorship & Knowledge Sharing', 'Mentorship & Knowledge Sharing']],
		],
		['competencies: Are Right, A Lot; and more', [['Are Right, A Lot; and more', 'Are Right, A Lot; and more']]],
		['competencies: mentorship # first', [['mentorship', 'mentorship']]],
		[
			'competencies: [a, "b", \'c\']',
			[
				['a', 'a'],
				['b', 'b'],
				['c', 'c'],
			],
		],
		[
			'competencies: [\n  a,\n  b, # second\n]',
			[
				['a', 'a'],
				['b', 'b'],
			],
		],
		[
			'competencies:\n- a\n- "b"',
			[
				['a', 'a'],
				['b', 'b'],
			],
		],
		[
			'competencies:\n  # both\n  - a # first\n\n  - b',
			[
				['a', 'a'],
				['b', 'b'],
			],
		],
		['competencies:\n  -\n  - a', [['a', 'a']]],
		['competencies: a\n  b', [['a b', 'a\n  b']]],
		['competencies: |\n  a\nstrength: 4', [['a', '|\n  a']]],
		['competencies: >-\n  a\n  b\n\nstrength: 4', [['a b', '>-\n  a\n  b']]],
		[
			'competencies:\n  - |-\n    a\n  - b',
			[
				['a', '|-\n    a'],
				['b', 'b'],
			],
		],
		['competencies: 7', [['7', '7']]],
		['competencies: 0x1F', [['0x1F', '0x1F']]],
		[
			'competencies: [1.0, true, False, 2024-06-30]',
			[
				['1.0', '1.0'],
				['true', 'true'],
				['False', 'False'],
				['2024-06-30', '2024-06-30'],
			],
		],
		['competencies: [null, ~, "", a]', [['a', 'a']]],
		['competencies:', []],
		['competencies: null', []],
		['competencies: {a: b}', []],
		['competencies: [[a], {b: c}, d]', [['d', 'd']]],
		[
			'competencies: [__proto__, constructor, toString]',
			[
				['__proto__', '__proto__'],
				['constructor', 'constructor'],
				['toString', 'toString'],
			],
		],
		['x: &a mentorship\ncompetencies: *a', [['mentorship', '*a']]],
		[
			'x: &a mentorship\ncompetencies: [*a, b]',
			[
				['mentorship', '*a'],
				['b', 'b'],
			],
		],
		[
			'x: &a [b, c]\ncompetencies: *a',
			[
				['b', 'b'],
				['c', 'c'],
			],
		],
		['competencies: &a [b, *a]', [['b', 'b']]],
		['competencies: *nobody', []],
		['competencies: 🎯 שלום', [['🎯 שלום', '🎯 שלום']]],
		['x: &base {competencies: [a]}\n<<: *base\ntype: star-story', []],
	];
	for (const [yaml, tags] of values) {
		it(`reads ${JSON.stringify(yaml)}`, () => {
			expect(tagsIn(`---\n${yaml}\n---\n${story}`)).to.deep.equal(tags);
			expect(tagsIn(`\uFEFF---\n${yaml}\n---\n${story}`)).to.deep.equal(tags);
			const crlf = tags.map(([text, source]) => [text, source.replaceAll('\n', '\r\n')]);
			expect(tagsIn(`---\n${yaml}\n---\n${story}`.replaceAll('\n', '\r\n'))).to.deep.equal(crlf);
		});
	}

	it('knows fields by their own names only', () => {
		const keys = [
			'__proto__',
			'constructor',
			'toString',
			'valueOf',
			'hasOwnProperty',
			'prototype',
			'<<',
			'1',
			'null',
		];
		const yaml = keys.map((key) => `${key}: {strength: 9}`).join('\n');
		expect(problemsIn(`---\ncompetencies: mentorship\n${yaml}\n---\n${story}`)).to.deep.equal([]);
		expect(analysed(`---\n${yaml}\n---\n`).kind).to.equal('other');
		expect(Object.getPrototypeOf({})).to.not.have.property('strength');
	});

	it('leaves the fields of other tools alone', () => {
		expect(
			problemsIn(
				`---\ncompetencies: mentorship\ntags: [a]\nlayout: {x: [y]}\nDifficulty: 9\ntype: post\n---\n${story}`,
			),
		).to.deep.equal([]);
	});

	it('says what it knows of a story, valid values only', () => {
		const detailed = (yaml: string) => analysed(`---\ntype: star-story\n${yaml}\n---\n`).stories[0]?.details;
		expect(
			detailed('strength: "4"\nstatus: ready\ndate: 2024-02-29\narchetype: [solver, x, architect]\nscope: org'),
		).to.deep.equal({
			status: 'ready',
			strength: 4,
			date: '2024-02-29',
			archetypes: ['solver', 'architect'],
			scope: 'org',
		});
		expect(
			detailed('strength: 6\nstatus: Ready\ndate: 2023-02-29\narchetype: x\nscope: Org\ncompany: [a]'),
		).to.deep.equal({
			status: 'draft',
		});
		expect(detailed('strength:\nstatus:\nscope:\ndate:\ncompany:\nmetrics:\nquestions: []')).to.deep.equal({
			status: 'draft',
		});
	});

	it('with a metrics list keeps each with its place', () => {
		const text = '---\ntype: star-story\nmetrics: ["5%", 3 days]\ncompany: Acme\n---\n';
		const { metrics = [], company } = analysed(text).stories[0]?.details ?? {};
		expect(metrics.map(({ value, span }) => [value, at(text, span)])).to.deep.equal([
			['5%', '5%'],
			['3 days', '3 days'],
		]);
		expect(company && [company.value, at(text, company.span)]).to.deep.equal(['Acme', 'Acme']);
	});
});

describe('several competencies in one text', () => {
	const cases: readonly [yaml: string, after: string | undefined][] = [
		['competencies: mentorship, initiative', 'competencies: [mentorship, initiative]'],
		['competencies: mentorship; initiative # both', 'competencies: [mentorship, initiative] # both'],
		['competencies: mentorship initiative', 'competencies: [mentorship, initiative]'],
		['competency: "mentorship,initiative"', 'competency: [mentorship, initiative]'],
		[
			'competencies: Cross-Team Alignment Technical Influence',
			'competencies: [Cross-Team Alignment, Technical Influence]',
		],
		[
			'competencies:\n  - initiative\n  - mentorship, influence # both',
			'competencies:\n  - initiative\n  - mentorship # both\n  - influence',
		],
		['competencies: mentorship, courage', undefined],
		['competencies: mentorship courage', undefined],
	];
	for (const [yaml, after] of cases) {
		it(`${JSON.stringify(yaml)} ${after === undefined ? 'are not told apart' : `becomes ${JSON.stringify(after)}`}`, () => {
			const text = `---\n${yaml}\n---\n${story}`;
			const [problem, ...more] = analysed(text).problems.filter(({ rule }) => rule === 'competency-unknown');
			expect(more).to.deep.equal([]);
			const fixes = (problem?.fixes ?? []).filter(({ title }) => title.startsWith('Make it'));
			const mended = fixes.map(({ edits }) => applyEdits(text, edits));
			expect(mended).to.deep.equal(after === undefined ? [] : [`---\n${after}\n---\n${story}`]);
			for (const fixed of mended) expect(problemsIn(fixed).join()).to.not.include('competency-unknown');
		});
	}

	it('in a line of a bank are told apart by the fix', () => {
		const entry = (tags: string) => `## One\n\n**Competencies:** ${tags}\n\n**Situation:** a\n\n**Task:** b\n\n`;
		const text = entry('mentorship initiative') + entry('influence');
		const [fix] = analysed(text).problems.find(({ rule }) => rule === 'competency-unknown')?.fixes ?? [];
		expect(applyEdits(text, fix?.edits ?? [])).to.equal(
			text.replace('mentorship initiative', 'mentorship; initiative'),
		);
	});
});

describe('a value that its field does not take', () => {
	const faults: readonly [yaml: string, faults: readonly string[]][] = [
		['strength: 9', ['9']],
		['strength: 0', ['0']],
		['strength: 4.5', ['4.5']],
		['strength: -1', ['-1']],
		['strength: high', ['high']],
		['strength: "9"', ['9']],
		['strength: true', ['true']],
		['strength: [4]', ['[4]']],
		['strength: {a: 4}', ['{a: 4}']],
		['strength: 1', []],
		['strength: 5', []],
		['strength:', []],
		['strength: ~', []],
		['status: done', ['done']],
		['status: Ready', ['Ready']],
		['status: [ready]', ['[ready]']],
		['status: draft', []],
		['status: retired', []],
		['date: 2024-13', ['2024-13']],
		['date: 2024-02-30', ['2024-02-30']],
		['date: 24', ['24']],
		['date: 2024-6', ['2024-6']],
		['date: June 2024', ['June 2024']],
		['date: 2024-00', ['2024-00']],
		['date: 2024', []],
		['date: 2024-06', []],
		['date: "2024-06-30"', []],
		['date: 2024-06-15T10:20', []],
		['date: 2024-06-15 10:20:07.5 +02:00', []],
		['date: 2024-06-15T10:20:00Z', []],
		['date: 2024/06/15', []],
		['date: 2024/06', []],
		['date: 2024/13/15', ['2024/13/15']],
		['date: 2024-06-31T10:20', ['2024-06-31T10:20']],
		['date: 2024-06-15 or so', ['2024-06-15 or so']],
		['archetype: wizard', ['wizard']],
		['archetype: [solver, wizard]', ['wizard']],
		['archetype: right-hand', []],
		['scope: org', []],
		['scope:', []],
		['scope: huge', ['huge']],
		['scope: {a: b}', ['{a: b}']],
		['title: [a]', ['[a]']],
		['title: {a: b}', ['{a: b}']],
		['title: 7', []],
		['company: [a]', ['[a]']],
		['team: {a: b}', ['{a: b}']],
		['metrics: {a: b}', ['{a: b}']],
		['metrics: [[a]]', ['[a]']],
		['metrics: 5%', []],
		['questions: [a, {b: c}]', ['{b: c}']],
		['ignore: [placeholder]', []],
	];
	for (const [yaml, places] of faults) {
		it(`${yaml}: ${places.length === 0 ? 'none' : places.join()}`, () => {
			const text = `---\ncompetencies: mentorship\n${yaml}\n---\n${story}`;
			expect(problemsIn(text)).to.deep.equal(
				places.map((place) => `front-matter-value ${JSON.stringify(place)}`),
			);
		});
	}
});

describe('a value that its field does not take', () => {
	const cases: readonly [yaml: string, after: string | undefined][] = [
		['strength: 4.0', 'strength: 4'],
		['strength: "4.0" # mine', 'strength: "4" # mine'],
		['strength: 4/5', 'strength: 4'],
		['strength: ★★★☆☆', 'strength: 3'],
		['strength: 4.5', undefined],
		['strength: 6.0', undefined],
		['strength: [4]', 'strength: 4'],
		['status: Ready', 'status: ready'],
		["status: 'READY'", "status: 'ready'"],
		['status: redy', 'status: ready'],
		['status: done', undefined],
		['status:\n  - Ready', 'status: ready'],
		['archetype: Tech Lead', 'archetype: tech-lead'],
		['archetype: right_hand', 'archetype: right-hand'],
		['archetype: [solver, "Tech Lead"] # both', 'archetype: [solver, "tech-lead"] # both'],
		['archetype:\n  - solver\n  - Architekt', 'archetype:\n  - solver\n  - architect'],
		['archetype: Tech Lead, Solver', 'archetype: [tech-lead, solver]'],
		['archetype: Tech Lead, Wizard', undefined],
		['scope: Team', 'scope: team'],
		['scope: "Multi-team" # two', 'scope: "teams" # two'],
		['scope: cross team', 'scope: teams'],
		['scope: Organisation', 'scope: org'],
		['scope: org-wide', 'scope: org'],
		['scope: the whole company', 'scope: company'],
		['scope: Company-wide', 'scope: company'],
		['scope: idnustry', 'scope: industry'],
		['scope: [Org]', 'scope: org'],
		['scope: teamm', undefined],
		['scope: orgs', undefined],
		['scope: [team, org]', undefined],
		['scope: huge', undefined],
		['company: [One]', 'company: One'],
		['company:\n  - "One, Inc." # then', 'company: "One, Inc."\n  # then'],
		['company: [One, Two]', undefined],
		['title: [7]', 'title: 7'],
		['date: 2024-6', 'date: 2024-06'],
		['date: 2024.6.5', 'date: 2024-06-05'],
		['date: June 2024', 'date: 2024-06'],
		['date: Sept. 2024', 'date: 2024-09'],
		['date: 6/2024', 'date: 2024-06'],
		['date: 5/6/2024', undefined],
		['date: 2024-13', undefined],
		['status: Ready\nstatus: draft', undefined],
	];
	for (const [yaml, after] of cases) {
		it(`${JSON.stringify(yaml)} ${after === undefined ? 'has no fix' : `becomes ${JSON.stringify(after)}`}`, () => {
			const text = `---\ncompetencies: mentorship\n${yaml}\n---\n${story}`;
			const problem = analysed(text).problems.find(({ rule }) => rule === 'front-matter-value');
			const [fix] = problem?.fixes ?? [];
			expect(problem).to.not.equal(undefined);
			const mended = fix && applyEdits(text, fix.edits);
			expect(mended).to.equal(after && `---\ncompetencies: mentorship\n${after}\n---\n${story}`);
			if (mended !== undefined) expect(problemsIn(mended)).to.deep.equal([]);
		});
	}

	it('is mended in a line of a bank', () => {
		const entry = (lines: string) => `## One\n\n${lines}\n**Situation:** a\n\n**Task:** b\n\n`;
		const text = `${entry('**Competencies:** mentorship\\\n**Status:** Ready\\\n**Strength:** 4.0\n')}${entry('')}`;
		const fixes = analysed(text).problems.flatMap(({ rule, fixes: offered = [] }) =>
			rule === 'front-matter-value' ? offered : [],
		);
		expect(
			applyEdits(
				text,
				fixes.flatMap(({ edits }) => edits),
			),
		).to.equal(text.replace('Ready', 'ready').replace('4.0', '4'));
	});

	it('is no date that is read as its day', () => {
		const dated = (date: string) =>
			analysed(`---\ncompetencies: mentorship\ndate: ${date}\n---\n${story}`).stories[0]?.details.date;
		expect(['2024-06-15T10:20', '2024/06/15', '2024/06', '"2024-06-15 10:20:07"', '2024'].map(dated)).to.deep.equal(
			['2024-06-15', '2024-06-15', '2024-06', '2024-06-15', '2024'],
		);
	});
});

describe('front matter that cannot be read', () => {
	const broken: readonly [what: string, text: string, problems: readonly string[]][] = [
		['a list that nothing closes', '---\ncompetencies: [a\nstrength: 4\n---\n', ['front-matter-syntax "s"']],
		['a quote that nothing closes', '---\ncompetencies: "a\nstrength: 4\n---\n', ['front-matter-syntax ""']],
		['a tab', '---\ncompetencies:\n\t- a\n---\n', ['front-matter-syntax "\\t"']],
		['a reserved character', '---\ncompetencies: a\nteam: @x\n---\n', ['front-matter-syntax "@"']],
		[
			'a key twice',
			'---\ncompetencies: mentorship\nstatus: draft\nstatus: ready\n---\n',
			['front-matter-syntax "status"'],
		],
		[
			'a tag twice',
			'---\ncompetencies: mentorship\ncompetencies: x\n---\n',
			['front-matter-syntax "competencies"'],
		],
		['TOML', '+++\ncompetencies = ["a"]\n+++\n', ['front-matter-syntax "+++"']],
		['TOML with a type', '+++\ntype = "star-story"\n+++\n', ['front-matter-syntax "+++"']],
		['no end', '---\ncompetencies: [a]\n\n', ['front-matter-syntax "---"']],
		['no end, after a byte order mark', '\uFEFF---\r\ncompetencies: [a]\r\n\r\n', ['front-matter-syntax "---"']],
		['another document below', '---\ncompetencies: a\n...\nx: y\n---\n', ['front-matter-syntax "x: y"']],
	];
	for (const [what, text, problems] of broken) {
		it(`${what} is said once, at its place`, () => {
			const body = text.includes('\r\n') ? story.replaceAll('\n', '\r\n') : story;
			const syntax = analysed(text + body).problems.filter(({ rule }) => rule.startsWith('front-matter'));
			expect(syntax.map(({ rule, span }) => `${rule} ${JSON.stringify(at(text + body, span))}`)).to.deep.equal(
				problems,
			);
			expect(syntax.map(({ severity }) => severity)).to.deep.equal(['error']);
		});
	}

	it('is not taken for a story without tags, or for unknown ones', () => {
		for (const [, text] of broken) {
			const rules = analysed(text + story).problems.map(({ rule }) => rule);
			expect(rules).to.not.include('competency-missing');
			expect(rules).to.not.include('title-missing');
		}
	});

	const silent: readonly string[] = [
		'---\nlayout: [a\n---\n',
		'---\nlayout:\n\t- a\n---\n',
		'+++\nlayout = "x"\n+++\n',
		'---\n- a\n- b\n---\n',
		'---\nwords\n---\n',
		'---\nlayout: x\n',
		'---\nlayout: x\nlayout: y\n---\n',
		'---\n\ncompetencies: below a blank line under a rule\n',
	];
	for (const text of silent) {
		it(`${JSON.stringify(text)} of another tool is left alone`, () => {
			expect(analysed(text)).to.deep.equal({ kind: 'other', stories: [], problems: [], failures: [] });
		});
	}
});

describe('front matter of a size and shape that nobody writes', function () {
	// mocha collects whole stacks for each of the YAML parser's errors, which takes seconds where nesting is deep.
	const { stackTraceLimit } = Error;
	before(() => void (Error.stackTraceLimit = 10));
	after(() => void (Error.stackTraceLimit = stackTraceLimit));

	const tagged = (yaml: string) => analysed(`---\ncompetencies: [mentorship]\n${yaml}\n---\n${story}`);

	it('with 25,000 keys is read', () => {
		const { stories, problems } = tagged(Array.from({ length: 25_000 }, (_, index) => `key${index}: v`).join('\n'));
		expect(stories[0]?.tags).to.have.length(1);
		expect(problems).to.deep.equal([]);
	});

	it('with 5,000 tags is read, each once', () => {
		const tags = Array.from({ length: 5000 }, (_, index) => `"tag ${index}"`).join(', ');
		expect(analysed(`---\ncompetencies: [${tags}]\n---\n${story}`).problems).to.have.length(5000);
	});

	for (const [what, yaml] of [
		['lists', `x: ${'['.repeat(5000)}${']'.repeat(5000)}`],
		['mappings', `x: ${'{a: '.repeat(5000)}b${'}'.repeat(5000)}`],
		['lists that nothing closes', `x: ${'['.repeat(5000)}`],
		['block lists', `x:\n  ${'- '.repeat(5000)}a`],
	] as const) {
		it(`with ${what} 5,000 deep says at most that it is too deep, and nothing is thrown`, () => {
			const { kind, failures, problems } = tagged(yaml);
			expect(kind).to.equal('story');
			expect(failures).to.deep.equal([]);
			expect(problems.map(({ rule }) => rule)).to.satisfy((rules: string[]) =>
				rules.every((rule) => rule === 'front-matter-syntax'),
			);
			expect(problems.length).to.be.at.most(10);
			for (const { message } of problems) expect(message).to.not.match(/stack|recursion/iu);
		});
	}

	it('with a fault on each of hundreds of places names the first ones', () => {
		expect(tagged(Array.from({ length: 300 }, (_, index) => `key${index}: @x`).join('\n')).problems).to.have.length(
			10,
		);
	});

	it('with an alias bomb stays small', () => {
		const levels = Array.from(
			{ length: 20 },
			(_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}x]`,
		).join('\n');
		const { stories, problems } = analysed(`---\na0: &a0 [x]\n${levels}\ncompetencies: *a20\n---\n${story}`);
		expect(stories[0]?.tags.map(({ text }) => text)).to.deep.equal(['x']);
		expect(problems.length).to.be.below(30);
	});

	it('with an alias that holds itself ends', () => {
		expect(
			analysed(`---\ncompetencies: &a [mentorship, *a]\nmetrics: &b {c: *b}\n---\n${story}`).failures,
		).to.deep.equal([]);
	});
});

describe('the names of JavaScript', () => {
	it('are tags like any other', () => {
		const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
		const problems = problemsIn(`---\ncompetencies: [${names.join(', ')}]\n---\n${story}`);
		expect(problems).to.deep.equal(names.map((name) => `competency-unknown "${name}"`));
		expect(problemsIn(`---\ncompetencies: [__proto__, __proto__]\n---\n${story}`)).to.deep.equal([
			'competency-unknown "__proto__"',
			'competency-unknown "__proto__"',
			'competency-duplicate "__proto__"',
		]);
	});

	it('are no severities', () => {
		const context = {
			severities: JSON.parse('{"__proto__": {"section-missing": "off"}, "toString": "error"}') as Record<
				string,
				'off'
			>,
		};
		expect(problemsIn('---\ncompetencies: mentorship\n---\n# T\n', context)).to.deep.equal(['section-missing "T"']);
	});
});

describe('the value of a field', () => {
	it('carries the place of every part', () => {
		const text = '---\ncompetencies: [a, "b", {c: d}, ]\nstrength: 4\ntitle:\n---\n';
		const places = (value: FieldValue): unknown =>
			value.kind === 'list' ? value.items.map(places) : [value.kind, at(text, value.span)];
		expect(
			read(text).frontMatter?.entries.map(({ key, value }) => [at(text, key.span), places(value)]),
		).to.deep.equal([
			[
				'competencies',
				[
					['scalar', 'a'],
					['scalar', 'b'],
					['mapping', '{c: d}'],
				],
			],
			['strength', ['scalar', '4']],
			['title', ['scalar', '']],
		]);
	});
});
