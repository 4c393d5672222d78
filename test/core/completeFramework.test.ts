import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { frameworkTemplate } from '../../src/core/framework/file/template.ts';
import { completeFramework } from '../../src/core/library/languageFeatures/frameworkCompletion.ts';
import { frameworkFieldAt } from '../../src/core/library/languageFeatures/frameworkPlace.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { propertyRuns } from './propertyRuns.ts';

function offered(marked: string) {
	return completeFramework(marked.replace('|', ''), marked.indexOf('|'), staff.competencies);
}

const labels = (marked: string): readonly string[] => offered(marked).map(({ label }) => label);

function chosen(marked: string, label: string): string {
	const item = offered(marked).find((each) => each.label === label);
	if (!item) throw new Error(`${label} is not offered, but ${labels(marked).join(', ')}`);
	return applyEdits(marked.replace('|', ''), [{ span: item.span, newText: item.insertText }]);
}

describe('completion in a framework file', () => {
	const cases: readonly [marked: string, label: string, result: string][] = [
		['|', 'extends', 'extends: '],
		['name: A\next|', 'extends', 'name: A\nextends: '],
		['extends: |', 'staff', 'extends: staff'],
		['extends:|', 'staff', 'extends: staff'],
		['extends: [staff, a|]', 'amazon-lp', 'extends: [staff, amazon-lp]'],
		['extends:\n  - |', 'meta', 'extends:\n  - meta'],
		['extends:\n- g|\nname: A', 'google', 'extends:\n- google\nname: A'],
		['remove: [|]', 'mentorship', 'remove: [mentorship]'],
		['targets:\n  |', 'mentorship', 'targets:\n  mentorship: '],
		[
			'targets:\n  mentorship: 2\n  te|',
			'technical-initiative',
			'targets:\n  mentorship: 2\n  technical-initiative: ',
		],
		['competencies:\n  - |', 'id', 'competencies:\n  - id: '],
		['competencies:\n  - id: x\n    |', 'name', 'competencies:\n  - id: x\n    name: '],
		[
			'competencies:\n  - id: x\n    prompts:\n      si|',
			'situation',
			'competencies:\n  - id: x\n    prompts:\n      situation: ',
		],
		[
			'competencies:\n  - id: x\n    questions:\n      - |',
			'text',
			'competencies:\n  - id: x\n    questions:\n      - text: ',
		],
		[
			'questions:\n  - text: Why?\n    competencies: [|]',
			'mentorship',
			'questions:\n  - text: Why?\n    competencies: [mentorship]',
		],
		[
			'competencies:\n  - id: x\n    probes:\n      - text: Why?\n        |',
			'unless',
			'competencies:\n  - id: x\n    probes:\n      - text: Why?\n        unless: ',
		],
		['sections:\r\n  |\r\n', 'action', 'sections:\r\n  action: \r\n'],
	];
	for (const [marked, label, result] of cases)
		it(`offers ${label} at ${JSON.stringify(marked)}`, () => expect(chosen(marked, label)).to.equal(result));

	it('leaves out what is there already, in the same mapping only', () => {
		expect(labels('competencies:\n  - id: x\n    name: X\n    |\n    target: 2\n  - id: y\n'))
			.to.include('aliases')
			.and.not.include.members(['id', 'name', 'target']);
		expect(labels('competencies:\n  - id: x\n  - |\n')).to.include('id');
		expect(labels('name: A\n|\nextends: staff\n'))
			.to.include('targets')
			.and.not.include.members(['name', 'extends']);
	});

	for (const marked of ['name: |', '# |', 'targets:\n  mentorship: |', 'unknown:\n  |', 'extends: [staff]|']) {
		it(`is silent at ${JSON.stringify(marked)}`, () => expect(labels(marked)).to.deep.equal([]));
	}

	it('knows the field under a hover', () => {
		const text = 'competencies:\n  - id: x\n    description: y\n';
		expect(frameworkFieldAt(text, text.indexOf('description') + 3)?.field.documentation).to.contain('One line');
		expect(frameworkFieldAt(text, text.indexOf('y\n'))).to.equal(undefined);
	});

	it('never throws and stays in the text, at any offset of any fixture, whole or shuffled', () => {
		const folder = join(import.meta.dirname, '../fixtures/frameworks');
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
			file.endsWith('.yaml'),
		);
		const fixtures = [
			frameworkTemplate,
			...files.map((file) => readFileSync(join(folder, file), 'utf8').slice(0, 2000)),
		];
		expect(files).not.to.have.length(0);
		for (const text of fixtures) for (let offset = 0; offset <= text.length; offset += 3) inText(text, offset);
		const shuffled = fc.property(fc.constantFrom(...fixtures), fc.nat(2000), fc.nat(2000), (text, turn, offset) => {
			const lines = text.split('\n');
			const turned = [...lines.slice(turn % lines.length), ...lines.slice(0, turn % lines.length)].join('\n');
			inText(turned, Math.min(offset, turned.length));
		});
		fc.assert(shuffled, { numRuns: propertyRuns(500) });

		function inText(text: string, offset: number): void {
			frameworkFieldAt(text, offset);
			for (const { span } of completeFramework(text, offset, staff.competencies)) {
				expect(span.start).to.be.at.least(0).and.at.most(span.end);
				expect(span.end).to.be.at.most(text.length);
			}
		}
	});
});
