import { expect } from 'chai';
import fc from 'fast-check';
import { addQuestions, frameworkWithQuestions, type NewQuestion } from '../../src/core/edit/addQuestions.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkTemplate } from '../../src/core/framework/file/template.ts';
import { pastedQuestions } from '../../src/core/questions/recall/pastedQuestions.ts';
import { applyEdits } from '../../src/core/text/edit.ts';

const lookups = new Lookups([staff]);

const asked: readonly NewQuestion[] = [
	{ text: 'Who: "taught" you # most?', competencies: ['mentorship'] },
	{ text: 'When did teams agree?', competencies: ['cross-team-alignment', 'technical-influence'] },
];

const items = `- text: "Who: \\"taught\\" you # most?"
  competencies: [mentorship]
- text: When did teams agree?
  competencies: [cross-team-alignment, technical-influence]`;

const indented = items.replaceAll(/^/gmu, '  ');

describe('questions added to a framework file', () => {
	const forms: Readonly<Record<string, readonly [before: string, after: string]>> = {
		'that has none': ['extends: [staff]\n', `extends: [staff]\n\nquestions:\n${indented}\n`],
		'that ends without a line break': ['extends: [staff]', `extends: [staff]\n\nquestions:\n${indented}\n`],
		'with a field that is still empty': [
			'questions: # soon\nextends: [staff]\n',
			`questions: # soon\n${indented}\nextends: [staff]\n`,
		],
		'with an empty list': ['questions: []\nextends: [staff]\n', `questions:\n${indented}\nextends: [staff]\n`],
		'with a list at the margin, comments and fields after it': [
			"extends: [staff]\nquestions:\n- text: 'Old?'   # kept\n  competencies: mentorship # too\n\n# The end\nname: Ours\n",
			`extends: [staff]\nquestions:\n- text: 'Old?'   # kept\n  competencies: mentorship # too\n${items}\n\n# The end\nname: Ours\n`,
		],
		'with a list indented by four': [
			'extends: [staff]\nquestions:\n    - { text: Old?, competencies: mentorship }\n',
			`extends: [staff]\nquestions:\n    - { text: Old?, competencies: mentorship }\n${items.replaceAll(/^/gmu, '    ')}\n`,
		],
	};
	for (const [name, [before, after]] of Object.entries(forms)) {
		it(`${name}: nothing but the new lines changes`, () => {
			expect(applyEdits(before, addQuestions(before, asked).edits)).to.equal(after);
			const windows = `\uFEFF${before.replaceAll('\n', '\r\n')}`;
			const ending = before.includes('\n') ? '\r\n' : '\n';
			expect(applyEdits(windows, addQuestions(windows, asked).edits)).to.equal(
				`\uFEFF${after.replaceAll('\n', ending)}`,
			);
		});
	}

	it('are not asked twice', () => {
		const before = `extends: [staff]\nquestions:\n${items}\n`;
		expect(addQuestions(before, asked).edits).to.deep.equal([]);
		expect(
			addQuestions('extends: [staff]\n', [
				asked[1] as NewQuestion,
				asked[1] as NewQuestion,
			]).edits[0]?.newText.match(/When/gu),
		).to.have.length(1);
	});

	for (const [name, text] of [
		['has errors', 'extends: [stuff]\n'],
		['is in flow form', '{ extends: [staff] }\n'],
		[
			'lists its questions in flow form',
			'extends: [staff]\nquestions: [{ text: Old?, competencies: mentorship }]\n',
		],
	] as const) {
		it(`are refused by a file that ${name}`, () =>
			expect(addQuestions(text, asked).refusal?.message).to.match(/\.$/u));
	}

	it('fit into the starting file, and make a file that is whole', () => {
		const after = applyEdits(frameworkTemplate, addQuestions(frameworkTemplate, asked.slice(0, 1)).edits);
		for (const text of [after, frameworkWithQuestions(['staff'], asked)]) {
			const { framework, problems } = loadFramework(text);
			expect(problems).to.deep.equal([]);
			expect(framework?.competencies.find(({ id }) => id === 'mentorship')?.questions.at(-1)?.text).to.equal(
				asked[0]?.text,
			);
		}
	});

	it('keep their words, whatever these are', () => {
		const words = fc
			.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
			.map((text) => text.replace(/\s+/gu, ' ').trim())
			.filter((text) => text !== '');
		fc.assert(
			fc.property(words, (text) => {
				const result = addQuestions('extends: [staff]\n', [{ text, competencies: ['mentorship'] }]);
				if (result.refusal) return;
				const { framework } = loadFramework(applyEdits('extends: [staff]\n', result.edits));
				expect(framework?.competencies.find(({ id }) => id === 'mentorship')?.questions.at(-1)?.text).to.equal(
					text,
				);
			}),
		);
	});
});

describe('a pasted list', () => {
	it('becomes questions without bullets, each with what it seems to probe', () => {
		const list =
			'Engineering\n\n1. Tell me about someone you mentored.\n • How do you get several teams to agree on a standard?\r\n- [ ] "When did you persuade an architect?"\n3) Tell me about someone you mentored.\nWhat is your favourite colour?\n';
		expect(pastedQuestions(list, lookups).map(({ text, competencies }) => [text, competencies[0]])).to.deep.equal([
			['Engineering', undefined],
			['Tell me about someone you mentored.', 'mentorship'],
			['How do you get several teams to agree on a standard?', 'cross-team-alignment'],
			['When did you persuade an architect?', 'technical-influence'],
			['What is your favourite colour?', undefined],
		]);
	});

	it('of anything at all is read at once', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void pastedQuestions(text, lookups)),
		);
		expect(pastedQuestions(`${'- '.repeat(50_000)}x`, lookups)).to.deep.equal([]);
		expect(pastedQuestions('Whom did you mentor?\n'.repeat(10_000), lookups)).to.have.length(1);
	});
});
