import { expect } from 'chai';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { type LoadedFramework, loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkTemplate } from '../../src/core/framework/file/template.ts';
import { createLookup } from '../../src/core/framework/lookups.ts';
import type { Competency, Framework } from '../../src/core/framework/model.ts';
import { createSectionNames } from '../../src/core/framework/sectionNames.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { frameworkFixtures } from './frameworkFixtures.ts';
import { at } from './reading.ts';

/** The framework of a file without problems. */
function loaded(text: string): Framework {
	const { framework, problems } = loadFramework(text);
	expect(problems).to.deep.equal([]);
	if (!framework) throw new Error('no framework');
	return framework;
}

function competency(text: string, id: string): Competency {
	const found = loaded(text).competencies.find((one) => one.id === id);
	if (!found) throw new Error(`no competency ${id}`);
	return found;
}

const mentorship = staff.competencies.find(({ id }) => id === 'mentorship') as Competency;
const entry = (fields: string): string => `extends: staff\ncompetencies:\n  - id: mentorship\n    ${fields}\n`;

describe('a framework file', () => {
	for (const { name, text } of frameworkFixtures('good')) {
		it(`${name} has no problem, with any line ending and a byte order mark`, () => {
			const framework = loaded(text);
			expect(loaded(text.replaceAll('\n', '\r\n'))).to.deep.equal(framework);
			expect(loaded(`\uFEFF${text}`)).to.deep.equal(framework);
			expect(structuredClone(framework)).to.deep.equal(framework);
		});
	}

	it('that only extends has the competencies of the presets, each once', () => {
		for (const { id, competencies } of builtInFrameworks.values())
			expect(loaded(`extends: ${id}`).competencies).to.deep.equal(competencies);
		const ids = loaded('extends: [staff-extended, staff, google]').competencies.map(({ id }) => id);
		expect(ids).to.have.length(13 + 4);
		expect(ids.slice(0, 4)).to.deep.equal(staff.competencies.map(({ id }) => id));
	});

	it('that does not name itself takes the names it is given', () => {
		expect(loaded('extends: staff')).to.include({ id: 'workspace', name: 'This workspace' });
		expect(loadFramework('extends: staff', { id: 'stories', name: 'stories' }).framework).to.include({
			id: 'stories',
			name: 'stories',
		});
		expect(loaded('id: acme\nname: Acme\nversion: 2.10\nextends: staff')).to.include({
			id: 'acme',
			name: 'Acme',
			version: '2.10',
		});
	});

	it('leaves the built-in frameworks as they are', () => {
		const before = structuredClone([...builtInFrameworks.values()]);
		for (const { text } of [...frameworkFixtures('good'), ...frameworkFixtures('bad')]) loadFramework(text);
		expect([...builtInFrameworks.values()]).to.deep.equal(before);
	});

	it('company.yaml means what it says', () => {
		const company = frameworkFixtures('good').find(({ name }) => name === 'company.yaml');
		const framework = loaded(company?.text ?? '');
		expect(framework).to.include({ id: 'acme', name: 'Acme Engineering', version: '2.1' });
		expect(framework.competencies.map(({ id }) => id))
			.to.not.include('frugality')
			.and.to.not.include('have-backbone-disagree-and-commit');
		const { names } = loadFramework(company?.text ?? '').names;
		expect(names.map(({ name }) => name)).to.deep.equal(['Acme', 'Project Falcon', '007']);
		expect(framework.sectionAliases).to.deep.equal({
			situation: ['Ausgangslage'],
			learnings: ['Was ich daraus gelernt habe', 'Erkenntnisse'],
		});
		const find = createLookup([framework]).find;
		expect(find('Growing Others')).to.equal(find('mentorship'));
		expect(find('Mentorship & Knowledge Sharing')).to.equal(find('mentorship'));
		expect(find('buddy programme')).to.equal(find('mentorship'));
		expect(find('mentoring')).to.equal(find('mentorship'));
		expect(find('technical-influence')?.target).to.deep.equal({ min: 2, max: 2 });
		expect(find('cross-team-alignment')?.target).to.deep.equal({ min: 1, max: 3 });
		expect(find('crisis leadership')).to.deep.equal({
			id: 'incident-command',
			name: 'Incident Command',
			aliases: ['crisis leadership'],
			description: 'Leads people through an outage, calmly and in the open.',
			target: { min: 2, max: 4 },
			prompts: {
				situation: ['What broke?', 'Who felt it?'],
				task: [],
				action: ['Which decisions did you make?'],
				result: [],
				learnings: [],
			},
			questions: [
				{
					id: 'when-did-you-teach-somebody-during-an-outage',
					text: 'When did you teach somebody during an outage?',
				},
			],
		});
		expect(find('mentorship')?.questions.map(({ text }) => text)).to.deep.equal([
			'Whom have you helped to grow?',
			...mentorship.questions.slice(1).map(({ text }) => text),
			'When did you last change your mind about a person?',
			'When did you teach somebody during an outage?',
		]);
		expect(find('dive-deep')?.questions.at(-1)).to.deep.equal({
			id: 'acme-values',
			text: 'What would you never do for a deadline?',
		});
		expect(createSectionNames([framework]).read('Ausgangslage')?.kinds[0]).to.equal('situation');
	});
});

describe('an entry with the id of an extended competency', () => {
	const changes: readonly [fields: string, changed: Partial<Competency>][] = [
		['name: Mentorship & Knowledge Sharing', {}],
		[
			'name: Growing Others',
			{
				name: 'Growing Others',
				aliases: [
					...mentorship.aliases.filter((alias) => !alias.includes(' and ')),
					'Mentorship & Knowledge Sharing',
				],
			},
		],
		['description: Grows people.', { description: 'Grows people.' }],
		['target: 4', { target: { min: 4, max: 4 } }],
		['target: "1 - 4"', { target: { min: 1, max: 4 } }],
		['target: 2–5', { target: { min: 2, max: 5 } }],
		['target: 0x2', { target: { min: 2, max: 2 } }],
		['target: { max: 9, min: 3 }', { target: { min: 3, max: 9 } }],
		['aliases: [buddy, Mentoring]', { aliases: ['Mentoring', ...mentorship.aliases.slice(1), 'buddy'] }],
		['prompts: { task: Why?, result: [] }', { prompts: { ...mentorship.prompts, task: ['Why?'], result: [] } }],
		['questions: [Why?]', { questions: [...mentorship.questions, { id: 'why', text: 'Why?' }] }],
		['questions: []', {}],
		['probes: [And then?, Who paid?]', { probes: [{ text: 'And then?' }, { text: 'Who paid?' }], ownProbes: true }],
		['probes: And then?', { probes: [{ text: 'And then?' }], ownProbes: true }],
		['probes: { text: And then? }', { probes: [{ text: 'And then?' }], ownProbes: true }],
		[
			'probes: [{ text: Who paid?, when: [buy*, bought], unless: paid for it }, Why?]',
			{
				probes: [{ text: 'Who paid?', when: ['buy*', 'bought'], unless: ['paid for it'] }, { text: 'Why?' }],
				ownProbes: true,
			},
		],
		['probes: []', { probes: [], ownProbes: true }],
		['probes:', {}],
		['target:', {}],
	];
	for (const [fields, changed] of changes) {
		it(`${fields} changes ${Object.keys(changed).join() || 'nothing'}`, () => {
			// The short name belongs to the long one.
			const { shortName, ...others } = mentorship;
			const kept = changed.name === undefined ? { shortName, ...others } : others;
			expect(competency(entry(fields), 'mentorship')).to.deep.equal({ ...kept, ...changed });
			const rest = loaded(entry(fields)).competencies.filter(({ id }) => id !== 'mentorship');
			expect(rest).to.deep.equal(staff.competencies.filter(({ id }) => id !== 'mentorship'));
		});
	}

	it('keeps its place; new ones follow', () => {
		const text = 'extends: staff\ncompetencies: [{id: new, name: New}, {id: mentorship, target: 1}]';
		expect(loaded(text).competencies.map(({ id }) => id)).to.deep.equal([
			...staff.competencies.map(({ id }) => id),
			'new',
		]);
	});
});

describe('names of a file', () => {
	it('win over the aliases of what it extends', () => {
		const file = frameworkFixtures('good').find(({ name }) => name === 'takes-over.yaml');
		const { find } = createLookup([loaded(file?.text ?? '')]);
		for (const [tag, id] of [
			['ownership', 'ownership'],
			['initiative', 'technical-initiative'],
			['coaching', 'pairing'],
			['mentoring', 'pairing'],
			['mentor', 'mentorship'],
		]) {
			expect(find(tag ?? '')?.id, tag).to.equal(id);
		}
	});

	it('in questions make ids that stay apart', () => {
		const text =
			'extends: staff\nquestions:\n' +
			['Why?', 'Why', 'why?', '为什么？', 'なぜ？', 'Über uns?']
				.map((question) => `  - {text: "${question}", competencies: mentorship}\n`)
				.join('');
		const ids = competency(text, 'mentorship')
			.questions.slice(mentorship.questions.length)
			.map(({ id }) => id);
		expect(ids).to.deep.equal(['why', 'why-2', 'why-3', 'question', 'question-2', 'uber-uns']);
	});
});

describe('the places in a framework file', () => {
	const text = [
		'extends: staff',
		'remove: [Cross-Team Alignment]',
		'targets: { "mentoring": 2 }',
		'competencies:',
		'  - { id: \'courage\', name: "Courage", aliases: [nerve] }',
		'  - id: mentorship',
		'    description: "Grows people."',
		'',
		'# Comments below an entry are not its own.',
		'',
		'questions:',
		'  - { text: Why?, competencies: [nerve, technical-influence] }',
		'',
	].join('\n');
	const { entries, references } = loadFramework(text);

	it('of entries are those of their ids, names and aliases', () => {
		const names = entries.map(({ competency: id, span, id: idPlace, name, aliases }) => {
			return [
				id,
				at(text, span),
				[idPlace, ...(name ? [name] : []), ...aliases].map((place) => [
					at(text, place.span),
					place.value,
					place.quote ?? '',
				]),
			];
		});
		expect(names).to.deep.equal([
			[
				'courage',
				'{ id: \'courage\', name: "Courage", aliases: [nerve] }',
				[
					['courage', 'courage', "'"],
					['Courage', 'Courage', '"'],
					['nerve', 'nerve', ''],
				],
			],
			['mentorship', 'id: mentorship\n    description: "Grows people."', [['mentorship', 'mentorship', '']]],
		]);
	});

	it('of references carry the competency they name', () => {
		expect(
			references.map(({ competency: id, written }) => [id, at(text, written.span), written.quote ?? '']),
		).to.deep.equal([
			['cross-team-alignment', 'Cross-Team Alignment', ''],
			['courage', 'nerve', ''],
			['technical-influence', 'technical-influence', ''],
			['mentorship', 'mentoring', '"'],
		]);
	});

	it('are those of as much as could be read where the syntax is broken', () => {
		const broken = loadFramework('competencies:\n  - id: courage\n    name: Courage\nextends: [staff\n');
		expect(broken.framework).to.equal(undefined);
		expect(broken.entries.map(({ competency: id }) => id)).to.deep.equal(['courage']);
		expect(broken.problems.map(({ rule }) => rule)).to.deep.equal(['framework-syntax']);
	});
});

describe('a fix', () => {
	const fixes: readonly [before: string, after: string][] = [
		['extends: staff\ncompetences: []\n', 'extends: staff\ncompetencies: []\n'],
		['extends: staff\n"Confidental": [x]\n', 'extends: staff\n"confidential": [x]\n'],
		["extends: ['amazon']\n", "extends: ['amazon-lp']\n"],
		['extends: [meta, staf]\n', 'extends: [meta, staff]\n'],
		['extends: staff\ntargets:\n  mentroship: 2\n', 'extends: staff\ntargets:\n  mentorship: 2\n'],
		['extends: staff\ntargets: {mentorship: 3-1}\n', 'extends: staff\ntargets: {mentorship: 1-3}\n'],
		[
			'competencies:\n  - id: Incident Command\n    name: x\n',
			'competencies:\n  - id: incident-command\n    name: x\n',
		],
		['competencies:\n  - id: "Überblick!"\n    name: x\n', 'competencies:\n  - id: "uberblick"\n    name: x\n'],
		['extends: staff\nname: true\n', 'extends: staff\nname: "true"\n'],
		['extends:\n\t- staff\n', 'extends:\n  - staff\n'],
		['extends: staff\nremove: [technical-inititive]\n', 'extends: staff\nremove: [technical-initiative]\n'],
	];
	for (const [before, after] of fixes) {
		it(`mends ${JSON.stringify(before)}`, () => {
			const { problems } = loadFramework(before);
			expect(problems).to.have.length(1);
			expect(applyEdits(before, problems[0]?.fixes?.[0]?.edits ?? [])).to.equal(after);
			expect(loadFramework(after).problems).to.deep.equal([]);
		});
	}

	it('is offered only where something is near', () => {
		for (const text of [
			'extends: workday',
			'extends: staff\nfrobnicate: 1',
			'extends: staff\nremove: courage',
			'extends: staff\nid: "!"',
		]) {
			expect(
				loadFramework(text).problems.map(({ fixes: offered }) => offered),
				text,
			).to.deep.equal([undefined]);
		}
	});
});

describe('the starting file', () => {
	it('is valid, and says something of every field', () => {
		const { problems, framework, entries }: LoadedFramework = loadFramework(frameworkTemplate);
		expect(problems).to.deep.equal([]);
		expect(framework?.competencies).to.have.length(5);
		expect(entries.map(({ competency: id }) => id)).to.deep.equal(['incident-command']);
	});

	it('is valid with each of its examples switched on', () => {
		const on = frameworkTemplate.replace(/^# (remove|sections|questions|confidential|  )/gmu, '$1');
		const { problems, framework, names, references } = loadFramework(
			on.replace('remove: [cross-team-alignment]', 'remove: [cross-team-alignment] #'),
		);
		expect(problems).to.deep.equal([]);
		expect(framework?.sectionAliases).to.have.keys('situation', 'learnings');
		expect(names.names.map(({ name }) => name)).to.deep.equal(['Acme', 'Project Falcon']);
		expect(references).to.have.length(4);
	});
});
