import { Ajv } from 'ajv';
import { expect } from 'chai';
import { parse } from 'yaml';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkSchema } from '../../src/core/framework/file/schema.ts';
import { frameworkTemplate } from '../../src/core/framework/file/template.ts';
import { type FrameworkFixture, frameworkFixtures } from './frameworkFixtures.ts';

const ajv = new Ajv({
	strict: true,
	allowUnionTypes: true,
	strictTypes: false,
	strictRequired: false,
	allErrors: true,
});
const validate = ajv.compile(frameworkSchema());

/** Whether the schema accepts a YAML file, which other tools turn into JSON values first. */
function accepts(text: string): boolean {
	return validate(parse(text, { uniqueKeys: false, logLevel: 'silent' }));
}

function hasProblems(text: string): boolean {
	return loadFramework(text).problems.length > 0;
}

describe('the JSON Schema of framework files', () => {
	it('is a schema of draft-07', () => {
		expect(ajv.validateSchema(frameworkSchema())).to.equal(true);
	});

	it('accepts the starting file', () => expect(accepts(frameworkTemplate)).to.equal(true));

	for (const { name, text } of frameworkFixtures('good')) {
		it(`accepts ${name}`, () => expect(accepts(text), JSON.stringify(validate.errors)).to.equal(true));
	}

	const seen = ({ beyondSchema }: FrameworkFixture) => !beyondSchema;
	for (const { name, text } of frameworkFixtures('bad').filter(seen)) {
		it(`rejects ${name}`, () => expect(accepts(text)).to.equal(false));
	}

	it('has a value for each field and agrees with the validator on it', () => {
		const values = [
			'a',
			'A b',
			'7',
			'1-2',
			'"7"',
			'1.5',
			'0',
			'100',
			'-1',
			'true',
			'null',
			'',
			'""',
			'"  "',
			'[]',
			'[a]',
			'[a, a]',
			'[null]',
			'[[a]]',
			'[7]',
			'[true]',
			'[{}]',
			'{}',
			'{a: 1}',
			'{mentorship: 1}',
			'{mentorship: 1-2}',
			'{mentorship: []}',
			'{mentorship: true}',
			'{min: 1, max: 2}',
			'{min: 1}',
			'{min: 1, max: 2, x: 3}',
			'{min: 1.5, max: 2}',
			'{situation: a}',
			'{situation: [a, b]}',
			'{situation: {a: b}}',
			'{situation: }',
			'{Situation: a}',
			'staff',
			'[staff]',
			'[{text: a}]',
			'[{id: a}]',
			'[{id: a, text: b}]',
			'{text: a, when: b}',
			'[{text: a, unless: [b, c*]}]',
			'[{text: a, competencies: mentorship}]',
			'[{text: 7, competencies: [mentorship]}]',
			'[{text: a, competencies: }]',
			'[{id: x, name: y}]',
			'[{id: x, name: y, weight: 1}]',
		];
		const places = ['id', 'name', 'version', 'remove', 'targets', 'sections', 'questions', 'confidential', 'x'].map(
			(field) => `extends: [staff]\n${field}: VALUE\n`,
		);
		places.push(
			'extends: VALUE\n',
			'extends: VALUE\ncompetencies: [{id: x, name: y}]',
			'competencies: VALUE\n',
			'extends: staff\ncompetencies: VALUE\n',
		);
		for (const field of ['name', 'aliases', 'description', 'target', 'prompts', 'questions', 'probes', 'x']) {
			places.push(`extends: staff\ncompetencies:\n  - id: mentorship\n    ${field}: VALUE\n`);
		}
		places.push(
			'extends: staff\nquestions:\n  - text: VALUE\n    competencies: mentorship\n',
			'extends: staff\nquestions:\n  - {id: VALUE, text: a, competencies: mentorship}\n',
		);
		places.push(
			'extends: staff\nquestions:\n  - {text: a, competencies: VALUE}\n',
			'extends: staff\ncompetencies: [{id: VALUE, name: a}]\n',
			'extends: staff\ncompetencies: [{id: mentorship, probes: [{text: a, unless: VALUE}]}]\n',
		);
		let compared = 0;
		const apart: string[] = [];
		for (const text of places.flatMap((place) => values.map((value) => place.replace('VALUE', value)))) {
			const { problems } = loadFramework(text);
			// Which competencies there are, and that YAML itself can be read, is beyond a schema.
			if (
				problems.some(
					({ message, rule }) =>
						rule === 'framework-syntax' ||
						/known competency|already|needs a `name`|is a built-in framework/u.test(message),
				)
			)
				continue;
			compared++;
			if (accepts(text) !== (problems.length === 0))
				apart.push(`${text}\n${problems.map(({ message }) => message).join('\n')}`);
		}
		expect(apart).to.deep.equal([]);
		expect(compared).to.be.above(500);
	});

	it('rejects nothing that the validator lets pass', () => {
		for (const { name, text } of [...frameworkFixtures('good'), ...frameworkFixtures('bad').filter(seen)]) {
			if (!accepts(text)) expect(hasProblems(text), name).to.equal(true);
		}
	});
});
