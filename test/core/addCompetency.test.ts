import { expect } from 'chai';
import fc from 'fast-check';
import { addCompetency, frameworkWithCompetency } from '../../src/core/edit/addCompetency.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkTemplate } from '../../src/core/framework/file/template.ts';
import { createLookup } from '../../src/core/framework/lookups.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { propertyRuns } from './propertyRuns.ts';

const entry = '  - id: crisis-leadership\n    name: Crisis Leadership';

describe('a competency added to a framework file', () => {
	const forms: Readonly<Record<string, readonly [before: string, after: string]>> = {
		'that has none': ['extends: [staff]\n', `extends: [staff]\n\ncompetencies:\n${entry}\n`],
		'with others, comments and fields after them': [
			'extends: [staff]\ncompetencies:\n- id: courage # kept\n  name: Courage\n\n# The end\nname: Ours\n',
			`extends: [staff]\ncompetencies:\n- id: courage # kept\n  name: Courage\n${entry.replaceAll(/^ {2}/gmu, '')}\n\n# The end\nname: Ours\n`,
		],
		'with an empty list': ['competencies: []\nextends: [staff]\n', `competencies:\n${entry}\nextends: [staff]\n`],
	};
	for (const [name, [before, after]] of Object.entries(forms)) {
		it(`${name}: nothing but the new lines changes`, () => {
			expect(applyEdits(before, addCompetency(before, 'Crisis  Leadership').edits)).to.equal(after);
			const windows = `\uFEFF${before.replaceAll('\n', '\r\n')}`;
			expect(applyEdits(windows, addCompetency(windows, 'Crisis Leadership').edits)).to.equal(
				`\uFEFF${after.replaceAll('\n', '\r\n')}`,
			);
		});
	}

	it('is not added twice, under any of its names', () => {
		for (const tag of ['mentorship', 'Mentorship & Knowledge Sharing', 'Incident Command', 'crisis leadership'])
			expect(addCompetency(frameworkTemplate, tag)).to.deep.equal({ edits: [] });
	});

	it('says what a built-in framework says of it', () => {
		const { framework } = loadFramework(frameworkWithCompetency(['staff'], 'dive deep'));
		const added = framework?.competencies.find(({ id }) => id === 'dive-deep');
		expect(added?.name).to.equal('Dive Deep');
		expect(added?.description).to.match(/\w/u);
	});

	for (const [name, text] of [
		['has errors', 'extends: [stuff]\n'],
		['is in flow form', '{ extends: [staff] }\n'],
		['has an entry of that id with another name', 'competencies:\n  - id: courage\n    name: Bravery\n'],
	] as const) {
		it(`is refused by a file that ${name}`, () =>
			expect(addCompetency(text, 'Courage!').refusal?.message).to.match(/\.$/u));
	}

	it('is found by the tag, whatever that is, or refused', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.lorem({ maxCount: 4 })), (tag) => {
				const { edits, refusal } = addCompetency(frameworkTemplate, tag);
				if (refusal) return;
				const { framework } = loadFramework(applyEdits(frameworkTemplate, edits));
				expect(framework && createLookup([framework]).find(tag)).to.not.equal(undefined);
			}),
			{ numRuns: propertyRuns(30) },
		);
	});
});
