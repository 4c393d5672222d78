import { expect } from 'chai';
import fc from 'fast-check';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { leftoversIn } from '../../src/core/report/redact/leftovers.ts';
import { listedNames } from '../../src/core/report/redact/listedNames.ts';
import { redactReport, textsOf } from '../../src/core/report/redact/redactReport.ts';
import { Redactor, redactTexts } from '../../src/core/report/redact/redactor.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { readEarlierReport } from '../../src/core/report/changes.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import type { Analysis } from '../../src/core/rules/analysis.ts';
import type { HideableField, NamesRead } from '../../src/core/text/names/hideable.ts';
import { splitNames } from '../../src/core/text/names/splitNames.ts';
import { growthOf, mostGrowth } from './growth.ts';
import { propertyRuns } from './propertyRuns.ts';
import { reportFile, reportWith, sampleReportFiles } from './sampleReport.ts';

function hidden(text: string, ...names: readonly string[]): string {
	return (
		redactTexts(
			[text],
			names.map((name) => ({ name, field: 'company' as HideableField })),
		).texts[0]?.text ?? ''
	);
}

function namesOf(files: readonly { readonly analysis: Pick<Analysis, 'names'> }[]): readonly NamesRead[] {
	return files.flatMap(({ analysis }) => analysis.names ?? []);
}

describe('redaction', () => {
	const cases: readonly (readonly [name: string, before: string, after: string])[] = [
		['Acme', 'At Acme, ACME and acme.', 'At [Company A], [Company A] and [Company A].'],
		[
			'Acme',
			"Acme’s and Acme's plan, and the Acmes.",
			"[Company A]’s and [Company A]'s plan, and the [Company A]s.",
		],
		['Acme', 'Acmeous Macme AcmeCloud', 'Acmeous Macme AcmeCloud'],
		['Corvid', 'db-corvid01.internal', 'db-[Company A]01.internal'],
		[
			'Acme Labs',
			'**Acme** Labs, Acme\nLabs, *Ac*me_Labs, acme-labs.md, acmelabs.com, Acme%20Labs',
			'**[Company A], [Company A], *[Company A], [Company A].md, [Company A].com, [Company A]',
		],
		['Zoë', 'Zoe\u0308 and ZOË', '[Company A] and [Company A]'],
		['Groß', 'GROSS und groß', '[Company A] und [Company A]'],
		['Ångström', 'Ångström, ÅNGSTRÖM', '[Company A], [Company A]'],
		['C++ (core)', 'the C++ (core) team', 'the [Company A] team'],
		['a|b', 'a|b, not a or b', '[Company A], not a or b'],
		['$1', '$1 and $10', '[Company A] and $10'],
		['AT&T', 'AT&T, AT&amp;T', '[Company A], [Company A]'],
		["O'Brien", 'O’Brien', '[Company A]'],
		['アクメ', 'これはアクメです', 'これは[Company A]です'],
		['Acme', 'Ac\u00ADme and Ac\u200Bme', '[Company A] and [Company A]'],
		['A', 'A week with a plan', '[Company B] week with a plan'],
		['Company', 'The Company', 'The [Hidden A]'],
		['Café Zürich', 'Cafe Zurich, CAFÉ  ZÜRICH, Cafe Zuerich', '[Company A], [Company A], [Company A]'],
		['Cafe Zurich', 'Café Zürich', '[Company A]'],
		['Izmir', 'İZMİR, ızmır', '[Company A], [Company A]'],
		['İzmir', 'IZMIR', '[Company A]'],
		['ΣΊΣΥΦΟΣ', 'Σίσυφος και σισυφοσ', '[Company A] και [Company A]'],
		['Sedgewell', 'Ｓｅｄｇｅｗｅｌｌ', '[Company A]'],
		['Profinity', 'Proﬁnity', '[Company A]'],
		['Halyard Freight', 'Halyard\\\nFreight, Halyard  \nFreight', '[Company A], [Company A]'],
		['Halyard', '<b>Hal</b>yard, Hal<!-- x -->yard, Ha**ly**ard', '<b>[Company A], [Company A], [Company A]'],
		['Halyard Freight', '[Halyard](https://x.example) Freight', '[[Company A]'],
		['Zoë', 'Zo&euml;, Zo&#235;, Zo&#xEB;', '[Company A], [Company A], [Company A]'],
		['Zoë', 'Zo%C3%AB.md', '[Company A].md'],
		[
			'Halyard',
			'Team%20halyard, H\u2066aly\u2069ard, Halyard\u200E',
			'Team%20[Company A], [Company A], [Company A]\u200E',
		],
		['Halyard', 'Halyard에서, Halyardは', '[Company A]에서, [Company A]は'],
		['하야드', '하야드에서', '[Company A]에서'],
		['AT&T', 'AT & T, AT and T, at-t.md', '[Company A], [Company A], [Company A].md'],
		['Kestrel and Sons', 'Kestrel & Sons, kestrel-and-sons', '[Company A], [Company A]'],
		['Yahoo!', 'Yahoo, Yahoo! and yahoo', '[Company A], [Company A] and [Company A]'],
		['C++', 'C, c++ and C ++', 'C, [Company A] and [Company A]'],
		['R&D', 'R D, R & D', 'R D, [Company A]'],
		["O'Brien", "obrien.md, O'Brien's", "[Company A].md, [Company A]'s"],
		['Ørsted', 'Orsted, Oersted', '[Company A], [Company A]'],
		['Prof', 'Proﬁnity', 'Proﬁnity'],
		['b', 'a <b>b</b>', 'a <[Company A]>[Company A]</[Company A]>'],
	];
	for (const [name, before, after] of cases) {
		it(`of ${name} in ${JSON.stringify(before)}`, () => expect(hidden(before, name)).to.equal(after));
	}

	it('takes marks alone for no name', () => {
		const files = [
			reportFile('a.md', '---\ncompetencies: [mentorship]\nconfidential: [".*", "—", "  ", "x"]\n---\n# A\n'),
		];
		expect(listedNames(namesOf(files)).map(({ name }) => name)).to.deep.equal(['x']);
	});

	it('prefers the longer of two names', () => {
		expect(hidden('Halyard Freight and Halyard', 'Halyard', 'Halyard Freight')).to.equal(
			'[Company B] and [Company A]',
		);
	});

	it('hides what a name has beyond another that it overlaps', () => {
		expect(hidden('Halyard Freight Lines', 'Halyard Freight', 'Freight Lines')).to.equal('[Company A][Company B]');
	});

	it('keeps to the borders of words, whether all names have them or some', () => {
		for (const others of [[], ['C++'], ['東京'], ['C++', '東京']]) {
			const names = ['Acme', 'Globex', ...others];
			expect(hidden('Acme’s Globex, acmes; Acmeish, Aglobex', ...names)).to.match(
				/^\[Company \w\]’s \[Company \w\], \[Company \w\]s; Acmeish, Aglobex$/u,
			);
			expect(hidden('C++y 新東京都', ...names)).to.equal(
				others.reduce((text, name) => text.replace(name, hidden(name, ...names)), 'C++y 新東京都'),
			);
		}
	});

	it('gives a name the same placeholder everywhere and each kind its own letters', () => {
		const text =
			'---\ncompetencies: [mentorship]\ncompany: Acme\nteam: Search\nproject: Hydra\nrole: Wizard\nconfidential: [Bolt, acme]\n---\n\n# Hydra at Acme\n\n## Situation\n\nBolt paid Acme for Search, said the Wizard.\n';
		const files = [reportFile('acme/hydra.md', text)];
		const { names: ofFramework } = loadFramework('extends: staff\nconfidential: [Mentorship, Dynamo]\n');
		const names = listedNames([...namesOf(files), ofFramework]);
		const { report, replaced } = redactReport(reportWith({ files, linkTo: (path) => path }), names);
		expect(replaced.map(({ name, placeholder }) => `${name} ${placeholder}`)).to.deep.equal([
			'Acme [Company A]',
			'Hydra [Project A]',
			'Search [Team A]',
			'Bolt [Name A]',
			'Mentorship [Name B]',
			'Dynamo [Name C]',
		]);
		expect(report.stories[0]).to.deep.include({
			title: '[Project A] at [Company A]',
			path: '[Company A]/[Project A].md',
			opening: '[Name A] paid [Company A] for [Team A], said the Wizard.',
			role: 'Wizard',
			company: '[Company A]',
		});
		expect(report.stories[0]).not.to.have.property('link');
		expect(report.competencies.map(({ name }) => name)).to.include('[Name B] & Knowledge Sharing');
		expect(listedNames(namesOf(files), ['role']).map(({ name }) => name)).to.deep.equal(['Wizard']);
	});

	it('tells of what is left that comes near a name', () => {
		const names = listedNames(namesOf(sampleReportFiles));
		const { report } = redactReport(reportWith(), names);
		expect(leftoversIn(textsOf(report), names))
			.to.include('Halyard')
			.and.include('Cobalt')
			.and.not.include('Lensgate');
		expect(report.redaction?.listed).to.equal(names.length);
	});

	const near: readonly (readonly [name: string, text: string, ...found: readonly string[]])[] = [
		['Halyard Freight', 'stories/halyard-rollout.md', 'halyard'],
		['Velmar Bikes', "Velmar's and Velmar’s plan", "Velmar's", 'Velmar’s'],
		['eBay Europe', 'ebay-search.md, eBay', 'eBay', 'ebay'],
		['Halyard Freight', 'at HF, at H.F., half', 'H.F', 'HF'],
		['Acme', 'AcmeCloud and myacme, acmeish', 'AcmeCloud', 'acmeish', 'myacme'],
		['Corvid Team', 'db-corvid01.internal', 'corvid01'],
		['Ada Lovelace', 'Ada said, adamant', 'Ada'],
		['Project Zürich', 'The project in zurich', 'zurich'],
		['AcmeCloud', 'at Acme', 'Acme'],
		['Halyard Freight', 'a line that ends in Hal…', 'Hal'],
		['アクメ 商事', '商事で', '商事'],
		['The Team', 'the team did'],
	];
	for (const [name, text, ...found] of near) {
		it(`lists what comes near ${name} in ${JSON.stringify(text)}`, () => {
			expect(leftoversIn([text], [{ name, field: 'company' }])).to.deep.equal(found);
		});
	}

	it('says that nothing was hidden where nothing is listed', () => {
		expect(redactReport(reportWith(), []).report).to.deep.equal({
			...reportWith(),
			redaction: { listed: 0, replaced: [] },
		});
	});

	it('repeats no word of an earlier report, which may name what no file lists any more', () => {
		const story = (title: string, more: string) => `---\ncompetencies: [mentorship]\n${more}---\n\n# ${title}\n`;
		const before = [
			reportFile('gone.md', story('Moving Halyard', 'confidential: [Halyard]\n')),
			reportFile('anew.md', story('At Corvid', 'company: Corvid\nstatus: draft\n')),
			reportFile('retagged.md', story('Retagged', '').replace('mentorship', 'influence')),
		];
		const now = [
			reportFile('anew.md', story('At a start-up', 'company: Acme\nstatus: ready\n')),
			reportFile('retagged.md', story('Retagged', '').replace('mentorship', 'alignment')),
		];
		const earlier = readEarlierReport(writeReport('json', reportWith({ files: before })));
		const { report } = redactReport(reportWith({ files: now, earlier }), listedNames(namesOf(now)));
		expect(report.changes).to.deep.include({
			removed: ['[Title]'],
			changed: [
				{ story: 0, what: ['another title', 'draft → ready'] },
				{ story: 1, what: ['other competencies'] },
			],
		});
		for (const { id } of reportFormats) expect(writeReport(id, report), id).not.to.match(/halyard|corvid/iu);
	});

	it('takes time in proportion to a text that is made to slow it down', () => {
		const names = Array.from({ length: 200 }, (_, index) => `${'a b '.repeat(10)}${index}`);
		const growth = growthOf(4800, (size) => hidden(`${'a * '.repeat(size)}${'*_~'.repeat(size)}`, ...names));
		expect(growth).to.be.lessThan(mostGrowth);
	});

	it('takes time in proportion to what markup, one word, or a name within names is repeated', () => {
		const names = ['Halyard Freight', ...Array.from({ length: 6 }, (_, index) => 'ab'.repeat(index + 1))].map(
			(name) => ({ name, field: 'company' as HideableField }),
		);
		for (const piece of ['<a <!-- ', '&#x48;&', '](', '%48%', 'halyard', 'ab', 'h…', '\u00AD', '!'])
			expect(
				growthOf(24_000, (size) => {
					const text = piece.repeat(size / piece.length);
					redactTexts([text], names);
					leftoversIn([text], names);
				}),
				piece,
			).to.be.lessThan(mostGrowth);
	});
});

describe('no listed name', () => {
	/** A report of nothing holds only this product's words; a name among them is no secret. */
	const vocabulary = reportFormats
		.map(({ id }) => writeReport(id, redactReport(reportWith({ date: '2026-11-25' }), []).report))
		.join('\n');
	const part = fc.string({
		unit: fc.constantFrom(...'kqxzKQZéßñÅж株🎯7.*+?()[]|^$\\{}&\'"<>#-_@/'),
		minLength: 1,
		maxLength: 6,
	});
	const name = fc
		.array(part, { minLength: 1, maxLength: 3 })
		.map((parts) => parts.join(' ').trim())
		// A text may list several, each of which is hidden.
		.filter((text) =>
			[text, ...splitNames(text)].every(
				(each) =>
					[...each].length > 1 &&
					/\p{L}/u.test(each) &&
					!vocabulary.toLowerCase().includes(each.toLowerCase()),
			),
		);
	const quoted = (text: string): string => JSON.stringify(text);

	/** A story that tells its names wherever a story can, in several spellings. */
	function storyWith(names: readonly string[]): string {
		const [company = '', team = company, secret = company] = names;
		const spelt = [
			company,
			company.toUpperCase(),
			team.toLowerCase(),
			`${secret}'s`,
			`${company}s`,
			`**${team}**`,
			secret.replaceAll(' ', '\n'),
		].map((each) => each.replace(/[<#]/gu, '\\$&'));
		const yaml = [
			`title: ${quoted(`On ${company} and ${team}`)}`,
			`company: ${quoted(company)}`,
			`team: ${quoted(team)}`,
			`metrics: [${quoted(`7 ${secret}`)}]`,
			`questions: [${quoted(`Why ${company}?`)}]`,
			`confidential: [${quoted(secret)}]`,
		];
		return `---\ncompetencies: [mentorship, ${quoted(`${team} skill`)}]\n${yaml.join('\n')}\n---\n\n## Situation\n\nAt ${spelt.join(' and ')} we met.\n\n## Task\n\nI joined ${spelt[0]}.\n\n## Action\n\nI left ${spelt[1]}.\n\n## Result\n\n3 for ${spelt[2]}.\n`;
	}

	function decoded(html: string): string {
		return html.replace(/&#(\d+);/gu, (_whole, code: string) => String.fromCharCode(Number(code)));
	}

	it('survives in any format, in any case', function () {
		fc.assert(
			fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
				const path = `${(names[0] ?? '').replaceAll('/', '-')}/story.md`;
				const files = [
					reportFile(path, storyWith(names)),
					reportFile(
						'other.md',
						`---\ncompetencies: [mentorship]\n---\n\n# ${names.at(-1)}\n\n## Situation\n\nThe ${names.at(-1)} story.\n`,
					),
				];
				const listed = listedNames(namesOf(files));
				const full = reportWith({ files, linkTo: (file, line) => `${encodeURI(file)}#L${line}` });
				const { report } = redactReport(full, listed);
				const finder = new Redactor(listed);
				for (const { id } of reportFormats) {
					const written = writeReport(id, report).normalize('NFC');
					// What a reader sees: a `<` of the markup is no part of a name.
					const text = id === 'html' || id === 'anki' ? decoded(written.replace(/<[^>]*>/gu, '\n')) : written;
					for (const { name: each } of listed) {
						for (const spelling of new Set([each, each.toLowerCase(), each.toUpperCase()])) {
							const at = new RegExp(
								`(?<![\\p{L}\\p{N}\\p{M}])${spelling.replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&')}(?![\\p{L}\\p{N}\\p{M}])`,
								'u',
							);
							expect(text, `${id}: ${each}`).not.to.match(at);
						}
					}
				}
				const texts = report.stories.flatMap(({ title, opening = '', lines, metrics, path: file }) => [
					title,
					opening,
					file,
					...metrics,
					...lines.map(({ text }) => text),
				]);
				expect(
					texts.filter((text) => finder.redact(text).found.length > 0),
					'by the redactor itself',
				).to.deep.equal([]);
			}),
			{ numRuns: propertyRuns(200) },
		);
	});
});
