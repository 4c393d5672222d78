import { expect } from 'chai';
import fc from 'fast-check';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { listedNames } from '../../src/core/report/redact/listedNames.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { rules } from '../../src/core/rules/index.ts';
import { intricateDocument } from '../../src/core/rules/unreadDocument.ts';
import { hideableFields } from '../../src/core/text/names/hideable.ts';
import { hideableField } from '../../src/core/text/names/hideableKey.ts';
import { splitNames } from '../../src/core/text/names/splitNames.ts';
import { defaultContext } from './context.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed } from './reading.ts';

const body =
	'\n# One thing\n\n## Situation\n\nWe met.\n\n## Task\n\nI joined.\n\n## Action\n\nI left.\n\n## Result\n\n3.\n';

/** Every name that a story with some lines of front matter lists. */
function listed(yaml: string, text = body): readonly string[] {
	const { names } = analysed(`---\ncompetencies: [mentorship]\n${yaml}\n---\n${text}`);
	return names ? listedNames([names], hideableFields).map(({ name }) => name) : [];
}

describe('the names that a story lists', () => {
	const cases: readonly (readonly [yaml: string, ...names: readonly string[]])[] = [
		['company: Brindle', 'Brindle'],
		['company: [Brindle Freight, Oakline]', 'Brindle Freight', 'Oakline'],
		['company:\n  name: Brindle\n  former: [Oakline, { name: Ashgrove }]', 'Brindle', 'Oakline', 'Ashgrove'],
		['company:\n  Brindle: 2023\n  Oakline:', 'Brindle', 'Oakline', '2023'],
		['Company: Brindle', 'Brindle'],
		['COMPANIES: [Brindle]', 'Brindle'],
		['company_name: Brindle\nprojectName: Oak\nCurrent Team: Ash', 'Brindle', 'Oak', 'Ash'],
		['comapny: Brindle\nporject: Oak\nconfidental: Ash', 'Brindle', 'Oak', 'Ash'],
		['company: Brindle\ncompany: Oakline', 'Brindle', 'Oakline'],
		['base: &base { company: Brindle }\n<<: *base', 'Brindle'],
		['base: &base [Brindle, Oakline]\nteam: *base', 'Brindle', 'Oakline'],
		['one: &one Brindle\nteam: *one', 'Brindle'],
		['jobs:\n  - { company: Brindle, role: Smith }', 'Brindle', 'Smith'],
		['confidential: Brindle, Oakline', 'Brindle', 'Oakline'],
		['confidential: |\n  Brindle\n  - Oakline; Ashgrove', 'Brindle', 'Oakline', 'Ashgrove'],
		['company: Kestrel & Sons, Inc.', 'Kestrel & Sons, Inc.', 'Kestrel & Sons'],
		['team: 42', '42'],
		['confidential: [".*", "—", "  ", x]', 'x'],
		['team_size: 8\nteam-lead: Jo\nproduct: Oak\nrule: x\nmaterial: y\ncomparison: z'],
		['# company: Brindle'],
	];
	for (const [yaml, ...names] of cases)
		it(`are those of ${JSON.stringify(yaml)}`, () => expect(listed(yaml)).to.have.members(names));

	it('are also those of its lines and headings', () => {
		const lines = [
			'**Company:** Brindle, 2023',
			'- **Team**: *Oakline*',
			'**Project**: [Ash](https://x.example) / Elm',
			'## Confidential: Birch; Fir',
			'**Role:** I was asked to lead the long and winding move of all our orders to another place',
			'**Confidential names:**\n\n- Larch\n- Yew',
		];
		expect(listed('', body.replace('## Situation', `${lines.join('\n\n')}\n\n## Situation`))).to.have.members([
			'Brindle',
			'Oakline',
			'Ash',
			'Elm',
			'Birch',
			'Fir',
			'Larch',
			'Yew',
		]);
	});

	it('are also those of lines without emphasis, unless they are prose', () => {
		const lines = [
			'Company: Brindle Freight\nTeam : eBay Oak, *Oakline*\nMy project: Ash',
			'- Confidential: Birch',
			'> Company: Elm (Leeds) Ltd.',
			'Team: we were six, and nobody had an idea.\nProject: Moving the pager to another team.\nRole: I led',
			'Question: Yew\n\n    Company: Larch',
		];
		expect(listed('', body.replace('## Situation', `${lines.join('\n\n')}\n\n## Situation`))).to.have.members([
			'Brindle Freight',
			'eBay Oak',
			'Oakline',
			'Ash',
			'Birch',
			'Elm (Leeds) Ltd.',
			'I led',
		]);
	});

	const tables: readonly (readonly [table: string, ...names: readonly string[]])[] = [
		[
			'| Story | Company | Team |\n|---|---|---|\n| One | Brindle | Oak, Ash |\n| Two | **Elm** |',
			'Brindle',
			'Elm',
			'Oak',
			'Ash',
		],
		['| | |\n|---|---|\n| Company | Brindle |\n| When | 2024 |\n| Team | Oak |', 'Brindle', 'Oak'],
		['| Company | Brindle |\n|---|---|\n| Team | Oak |\n| Status | ready |', 'Brindle', 'Oak'],
		['| Company | Years |\n|---|---|\n| Brindle | 2 |\n| 2024 | 2 |', 'Brindle'],
		['| | One | Two |\n|---|---|---|\n| Company | Brindle | Oak |', 'Brindle', 'Oak'],
		['| Competency | Stories |\n|---|---|\n| Mentorship | Brindle |'],
	];
	for (const [table, ...names] of tables)
		it(`are also those of the table ${JSON.stringify(table)}`, () =>
			expect(listed('', body.replace('## Situation', `${table}\n\n## Situation`))).to.have.members(names));

	it('are found under the names of their fields, and no others', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...hideableFields),
				fc.constantFrom('', '_name', ' names', ' List', '-terms'),
				fc.constantFrom('', 's'),
				fc.constantFrom(
					(key: string) => key,
					(key: string) => key.toUpperCase(),
					(key: string) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
				),
				(field, beside, plural, spelled) => {
					const key = `${spelled(`${field}${plural}`)}${beside}`;
					expect(hideableField(key), key).to.equal(field);
				},
			),
			{ numRuns: propertyRuns(300) },
		);
		for (const key of [
			'title',
			'date',
			'status',
			'tags',
			'author',
			'competencies',
			'metrics',
			'questions',
			'type',
			'',
		])
			expect(hideableField(key), key).to.equal(undefined);
	});

	it('are split where one text lists several', () => {
		expect(splitNames('Acme → Globex / Initech')).to.deep.equal(['Acme', 'Globex', 'Initech']);
		expect(splitNames('TCP/IP')).to.deep.equal(['TCP/IP']);
		expect(splitNames('Route 66, !')).to.deep.equal(['Route 66, !', 'Route 66']);
		expect(splitNames(' — ')).to.deep.equal([]);
	});

	const off = Object.fromEntries(
		[...rules.map(({ id }) => id), 'document-length', 'document-intricate'].map((id) => [id, 'off' as const]),
	);
	const unread: readonly (readonly [text: string, reason: RegExp, ...names: readonly string[]])[] = [
		[`---\ncompetencies: [mentorship]\ncompany: Brindle\nteam: @x\n---\n${body}`, /front matter/u, 'Brindle'],
		[`---\ncompetencies: [mentorship]\nteam: [Brindle\n---\n${body}`, /front matter/u, 'Brindle'],
		[`---\ntitle: One\ncompany:Brindle\ncompetencies: [mentorship]\n---\n${body}`, /front matter/u],
		[`+++\ncompetencies = ["mentorship"]\ncompany = "Brindle"\n+++\n${body}`, /TOML/u],
		[`---\ncompetencies: [mentorship]\ncompany: ${'['.repeat(1000)}\n---\n${body}`, /front matter/u],
		[
			`---\ncompetencies: [mentorship]\ncompany: Brindle\n---\n${body}${'x '.repeat(300_000)}`,
			/too long/u,
			'Brindle',
		],
	];
	for (const [text, reason, ...names] of unread) {
		it(`may be missing from ${JSON.stringify(text.slice(0, 60))}, whatever is switched off`, () => {
			for (const each of [
				text,
				text.replace('\n---\n\n', '\nignore: [front-matter-syntax, front-matter-value]\n---\n\n'),
			]) {
				const { names: read } = analyse(each, { ...defaultContext, severities: off });
				expect(read?.unread).to.match(reason);
				expect(read?.names.map(({ name }) => name)).to.include.members(names);
			}
		});
	}

	it('may be missing from a story that takes too long, whatever is switched off', () => {
		expect(intricateDocument('---\ncompetencies: x\n---\n', off).names?.unread).to.match(/intricate/u);
	});

	it('are all known where front matter is only told of', () => {
		for (const yaml of ['company: [Brindle]', 'strength: 99', 'status: done', 'company: Brindle\ncompany: Oakline'])
			expect(analysed(`---\ncompetencies: [mentorship]\n${yaml}\n---\n${body}`).names?.unread).to.equal(
				undefined,
			);
		// A block between other fences is no front matter, and lists names all the same.
		const unclosed = body.replace('# One thing', '# One thing\n\n**Competencies:** Mentorship');
		expect(analysed(`---\ncompany: Brindle\n\n${unclosed}`).names?.names).to.have.length(1);
		const { names } = analysed(`—\ncompetencies: [mentorship]\ncompany: Brindle\n—\n${body}`);
		expect(names).to.deep.equal({ names: [{ name: 'Brindle', field: 'company' }] });
		for (const end of ['\n', '\r\n', '\r']) {
			const text = `---\nOne thing\ncompany: Brindle\n\n${unclosed}`.replaceAll('\n', end);
			expect(analysed(text).names?.unread, JSON.stringify(end)).to.match(/never closed/u);
		}
	});
});

describe('the names that a framework file lists', () => {
	const namesIn = (text: string) => {
		const { names } = loadFramework(text);
		return [names.names.map(({ name }) => name), names.unread] as const;
	};

	it('count where the file has errors of another kind', () => {
		for (const fault of [
			'extends: nobody',
			'questions: 5',
			'colour: red',
			'targets: { x: 1 }',
			'confidential: [Ash]',
		])
			expect(namesIn(`confidential: [Brindle, 42]\n${fault}\n`)[0]).to.include.members(['Brindle', '42']);
		expect(namesIn('extends: staff\nConfidental: { a: Brindle, b: [Oak, Ash] }\n')).to.deep.equal([
			['a', 'b', 'Brindle', 'Oak', 'Ash'],
			undefined,
		]);
	});

	it('may be missing where YAML cannot read the file', () => {
		const [names, unread] = namesIn('confidential: [Brindle]\nname: @x\n');
		expect(names).to.deep.equal(['Brindle']);
		expect(unread).to.match(/cannot be read/u);
		expect(namesIn(`extends: ${'['.repeat(1000)}`)[1]).to.match(/cannot be read/u);
		expect(namesIn(`# ${'x'.repeat(600_000)}`)[1]).to.match(/too long/u);
	});
});
