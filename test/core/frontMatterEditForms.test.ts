import { expect } from 'chai';
import { addListItem, removeListItem } from '../../src/core/edit/frontMatterList.ts';
import { removeFrontMatterField, setFrontMatterField } from '../../src/core/edit/frontMatterSet.ts';
import type { EditResult } from '../../src/core/edit/editResult.ts';
import type { FrontMatter } from '../../src/core/story/frontMatter.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { read } from './reading.ts';

type Edit = (text: string, frontMatter: FrontMatter | undefined) => EditResult;

const edits: Record<string, Edit> = {
	add: (text, at) => addListItem(text, at, 'competencies', 'new'),
	'remove 1': (text, at) => removeListItem(text, at, 'competencies', 0),
	'remove 2': (text, at) => removeListItem(text, at, 'competencies', 1),
	'set strength': (text, at) => setFrontMatterField(text, at, 'strength', 4),
	'set tags': (text, at) => setFrontMatterField(text, at, 'competencies', ['p', 'q', 'r: s']),
	'no tags': (text, at) => removeFrontMatterField(text, at, 'competencies'),
};

const forms: readonly [before: string, edit: string, after: string][] = [
	['competencies: a', 'add', 'competencies: [a, new]'],
	['competencies: "a" # c', 'add', 'competencies: ["a", "new"] # c'],
	['competencies: Are Right, A Lot', 'add', 'competencies: ["Are Right, A Lot", new]'],
	['competencies: > # c\n  a\n  b', 'add', 'competencies: [a b, new] # c'],
	['competency : a', 'add', 'competency : [a, new]'],
	["'competencies': &x a", 'add', "'competencies': &x [a, new]"],
	['competencies: # c', 'add', 'competencies: [new] # c'],
	['competencies: [ ]', 'add', 'competencies: [ new ]'],
	['competencies: [\n  # none yet\n]', 'add', 'competencies: [new\n  # none yet\n]'],
	["competencies: ['a', 'b',]", 'add', "competencies: ['a', 'b', 'new',]"],
	[
		'competencies: [\n  a, # 1\n  b # 2\n  # tail\n]',
		'add',
		'competencies: [\n  a, # 1\n  b, # 2\n  new\n  # tail\n]',
	],
	['competencies: [\n  a,\n  b, # 2\n]', 'add', 'competencies: [\n  a,\n  b, # 2\n  new,\n]'],
	['competencies: [a,\n  b]', 'add', 'competencies: [a,\n  b,\n  new]'],
	['competencies:\n-   a # 1\n# tail\nx: y', 'add', 'competencies:\n-   a # 1\n-   new\n# tail\nx: y'],
	['competencies:\n  - |-\n    a', 'add', 'competencies:\n  - |-\n    a\n  - new'],
	['competencies:\n  -', 'add', 'competencies:\n  - new'],
	['competencies:\n  - # c\nx: y', 'add', 'competencies:\n  - new # c\nx: y'],
	['? competencies\n: - a', 'add', '? competencies\n: - a\n  - new'],
	['{x: [y], competencies: a}', 'add', '{x: [y], competencies: [a, new]}'],
	['{competencies}', 'add', '{competencies: [new]}'],
	['{}', 'add', '{competencies: [new]}'],
	['# c\n  layout: x', 'add', '  competencies: [new]\n# c\n  layout: x'],
	['x: y\n...', 'add', 'competencies: [new]\nx: y\n...'],
	['competencies: &x [a]\ntags: *x', 'add', 'competencies: &x [a, new]\ntags: *x'],
	['competencies: [a]', 'remove 1', 'competencies: []'],
	['competencies: a # c', 'remove 1', 'competencies: [] # c'],
	['competencies: # c\n  # d\n  - a # 1\n  # tail', 'remove 1', 'competencies: [] # c\n  # d\n  # 1\n  # tail'],
	['competencies: &x\n- a\nx: *x', 'remove 1', 'competencies: &x []\nx: *x'],
	['competencies: [a, b, c]', 'remove 2', 'competencies: [a, c]'],
	['competencies: [a, b,]', 'remove 2', 'competencies: [a,]'],
	['competencies: [\n  a, # 1\n  b # 2\n]', 'remove 2', 'competencies: [\n  a # 1\n  # 2\n]'],
	['competencies:\n  - a\n  # about b\n  - b\n  - c', 'remove 2', 'competencies:\n  - a\n  # about b\n  - c'],
	['competencies: a\nstatus: draft', 'set strength', 'competencies: a\nstrength: 4\nstatus: draft'],
	['strength: "3" # c', 'set strength', 'strength: "4" # c'],
	['strength:\nx: y', 'set strength', 'strength: 4\nx: y'],
	['strength:\n  - 1 # c', 'set strength', 'strength: 4\n  # c'],
	[
		'competencies:\n  - a # 1\n  # deeper\n# theirs\nx: y',
		'set strength',
		'competencies:\n  - a # 1\n  # deeper\nstrength: 4\n# theirs\nx: y',
	],
	['competencies:\n  - a # 1\n  - "b"', 'set tags', 'competencies:\n  - p # 1\n  - "q"\n  - "r: s"'],
	['competencies: [a, b, c, d]', 'set tags', 'competencies: [p, q, "r: s"]'],
	['x: y\ncompetencies:\n  - a # 1\nz: 0', 'no tags', 'x: y\n# 1\nz: 0'],
	['competency: a\ncompetencies: b\nx: y', 'no tags', 'x: y'],
	['{competencies: [a], x: y}', 'no tags', '{x: y}'],
];

describe('front matter of every form', () => {
	for (const [before, edit, after] of forms) {
		it(`${edit}: ${JSON.stringify(before)}`, () => {
			for (const eol of ['\n', '\r\n']) {
				const textWith = (yaml: string) => `\uFEFF---\n${yaml}\n---\n# T\n`.replaceAll('\n', eol);
				const text = textWith(before);
				const result = edits[edit]?.(text, read(text).frontMatter);
				expect(result?.refusal).to.equal(undefined);
				expect(applyEdits(text, result?.edits ?? [])).to.equal(textWith(after));
			}
		});
	}

	it('is created where there is none, and filled where it is empty', () => {
		const cases: readonly [before: string, after: string][] = [
			['', '---\ncompetencies: [new]\n---\n'],
			['# T\n', '---\ncompetencies: [new]\n---\n\n# T\n'],
			['\uFEFF\r\n# T\r\n', '\uFEFF---\r\ncompetencies: [new]\r\n---\r\n\r\n# T\r\n'],
			['---\n---\n', '---\ncompetencies: [new]\n---\n'],
			['---\n---', '---\ncompetencies: [new]\n---'],
			['---\n# c\n---\n', '---\ncompetencies: [new]\n# c\n---\n'],
		];
		for (const [before, after] of cases) {
			expect(
				applyEdits(before, addListItem(before, read(before).frontMatter, 'competencies', 'new').edits),
			).to.equal(after);
		}
	});
});
