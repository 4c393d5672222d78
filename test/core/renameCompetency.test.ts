import { expect } from 'chai';
import { renameInFramework, renameInStories, type RenameResult } from '../../src/core/edit/rename.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { planInterview } from '../../src/core/questions/plan/interviewPlan.ts';
import { planDocument } from '../../src/core/questions/plan/planDocument.ts';
import { planRegions } from '../../src/core/questions/plan/planRegions.ts';
import { renameInPlan } from '../../src/core/questions/plan/renameInPlan.ts';
import { renameInOpportunities } from '../../src/core/questions/opportunities/renameInOpportunities.ts';
import { applyEdits } from '../../src/core/text/edit.ts';

const file =
	'extends: [staff] # base\ncompetencies:\n  - id: courage\n    name: "Courage"\n    aliases: [bravery]\ntargets:\n  courage: 2\n';

function after(text: string, result: RenameResult): string {
	if ('refusal' in result) throw new Error(result.refusal);
	return applyEdits(text, result.edits);
}

function inFile(from: string, to: string): RenameResult {
	return renameInFramework({ text: file, loaded: loadFramework(file) }, { from, to });
}

describe('renaming a competency in its framework file', () => {
	it('changes its id where it is defined and referred to, and nothing else', () => {
		expect(after(file, inFile('courage', 'nerve'))).to.equal(file.replaceAll('courage', 'nerve'));
	});

	it('changes its name within the quotes, and an alias in its list', () => {
		expect(after(file, inFile('Courage', 'Nerve "now"'))).to.equal(file.replace('"Courage"', '"Nerve \\"now\\""'));
		expect(after(file, inFile('bravery', 'pluck, and more'))).to.equal(
			file.replace('[bravery]', '["pluck, and more"]'),
		);
	});

	it('is refused where the file would no longer be whole', () => {
		expect(inFile('courage', 'No Id')).to.have.property('refusal');
	});
});

describe('renaming a competency in stories', () => {
	const own = loadFramework(file).framework ?? staff;
	const rename = (text: string, from: string, to: string) => {
		const changed = loadFramework(after(file, inFile(from, to))).framework;
		return after(text, renameInStories(text, 'a.md', new Lookups([own]), changed, { from, to }));
	};

	const cases: readonly [what: string, before: string, expected: string][] = [
		[
			'a flow list',
			'---\r\ncompetencies: [mentorship, courage] # two\r\n---\r\n',
			'---\r\ncompetencies: [mentorship, nerve] # two\r\n---\r\n',
		],
		['a quoted item', "---\ncompetencies:\n  - 'courage'\n---\n", "---\ncompetencies:\n  - 'nerve'\n---\n"],
		[
			'nothing where another case still finds the name',
			'---\ncompetency: COURAGE\n---\n',
			'---\ncompetency: COURAGE\n---\n',
		],
		['nothing where the name is meant', '---\ncompetency: Courage\n---\n', '---\ncompetency: Courage\n---\n'],
		[
			'the names under angles, each in its quotes',
			'---\ncompetencies: [mentorship, courage]\nangles: # mine\n  mentorship: courage is not all\n  "courage" : Say no first # courage\n---\n',
			'---\ncompetencies: [mentorship, nerve]\nangles: # mine\n  mentorship: courage is not all\n  "nerve" : Say no first # courage\n---\n',
		],
		[
			'an angle without a tag, in braces',
			'---\ncompetencies: mentorship\nangles: {courage: "courage, of course", mentorship: a}\n---\n',
			'---\ncompetencies: mentorship\nangles: {nerve: "courage, of course", mentorship: a}\n---\n',
		],
		[
			'the labels of angles in a bank',
			'# B\n\n## One\n\n**Competencies:** courage\n**Angle (courage):** courage!\n\n**Situation:** a\n**Task:** b\n\n## Two\n\n**Tags:** courage\n\n**Situation:** a\n**Task:** b\n',
			'# B\n\n## One\n\n**Competencies:** nerve\n**Angle (nerve):** courage!\n\n**Situation:** a\n**Task:** b\n\n## Two\n\n**Tags:** nerve\n\n**Situation:** a\n**Task:** b\n',
		],
		[
			'the lines of a bank',
			'# B\n\n## One\n\n**Competencies:** courage; Mentoring\n\n**Situation:** a\n**Task:** b\n\n## Two\n\n**Tags:** courage\n\n**Situation:** a\n**Task:** b\n',
			'# B\n\n## One\n\n**Competencies:** nerve; Mentoring\n\n**Situation:** a\n**Task:** b\n\n## Two\n\n**Tags:** nerve\n\n**Situation:** a\n**Task:** b\n',
		],
	];
	for (const [what, before, expected] of cases)
		it(`in ${what}`, () => expect(rename(before, 'courage', 'nerve')).to.equal(expected));
});

describe('renaming a competency in the list of opportunities', () => {
	const own = loadFramework(file).framework ?? staff;
	const rename = (text: string, from: string, to: string) => {
		const changed = loadFramework(after(file, inFile(from, to))).framework;
		return renameInOpportunities(text, new Lookups([own]), changed, { from, to });
	};

	const cases: readonly [what: string, before: string, expected: string][] = [
		['behind an item', '- [ ] Say no — Courage\n', '- [ ] Say no — Nerve & all\n'],
		[
			'before the brackets, after a hyphen, in a quotation and over lines, with every byte around it',
			'> * [x] Speak up -\r\n>   Courage  (by 2026, with Ana)\r\n\r\nCourage is mine.\r\n',
			'> * [x] Speak up -\r\n>   Nerve & all  (by 2026, with Ana)\r\n\r\nCourage is mine.\r\n',
		],
		['behind another dash', '- [ ] Say — really — no — Courage\n', '- [ ] Say — really — no — Nerve & all\n'],
		[
			'in a heading',
			'# Plans\n\n## Courage\n\n- [ ] Say no\n- [ ] Ask — mentorship\n',
			'# Plans\n\n## Nerve & all\n\n- [ ] Say no\n- [ ] Ask — mentorship\n',
		],
		['in an underlined heading', 'Courage\n---\n\n- [ ] No\n', 'Nerve & all\n---\n\n- [ ] No\n'],
		['nothing where an alias stands', '- [ ] Say no — bravery\n', '- [ ] Say no — bravery\n'],
		['nothing where another case is still understood', '- [ ] No — courage\n', '- [ ] No — courage\n'],
		['nothing where nothing is planned for it', '# Courage is a word\n', '# Courage is a word\n'],
	];
	for (const [what, before, expected] of cases)
		it(what, () => expect(after(before, rename(before, 'Courage', 'Nerve & all'))).to.equal(expected));

	it('escapes what a heading would read otherwise', () => {
		const before = '## Courage\n\n- [ ] Say no\n';
		expect(after(before, rename(before, 'Courage', '*Nerve*'))).to.equal('## \\*Nerve\\*\n\n- [ ] Say no\n');
	});

	it('is refused where the list would read otherwise', () => {
		expect(rename('- [ ] Say no — Courage\n', 'Courage', 'Nerve (by 2026)')).to.have.property('refusal');
	});
});

describe('renaming a competency in the plan of an interview', () => {
	const own = loadFramework(file, { id: 'workspace', name: 'Ours' }).framework ?? staff;
	const rename = (text: string, from: string, to: string, framework = own) => {
		const changed = loadFramework(after(file, inFile(from, to)), { id: framework.id, name: 'Ours' }).framework;
		return after(text, renameInPlan(text, changed, { from, to }));
	};
	const context = {
		linkTo: () => undefined,
		nearest: () => [],
		cardOf: () => ({ title: '', metrics: [], lines: [], probes: [], competencies: [] }),
	};
	const plan = (framework: typeof own) =>
		planDocument({ company: 'Courage', framework }, planInterview(framework, []), context);

	it('gives the plan that the renamed framework would, in every line of it', () => {
		for (const [from, to] of [
			['Courage', '*Nerve* & all'],
			['courage', 'nerve'],
		] as const) {
			const changed = loadFramework(after(file, inFile(from, to)), { id: 'workspace', name: 'Ours' }).framework;
			expect(rename(plan(own), from, to)).to.equal(plan(changed ?? staff));
			expect(rename(plan(own).replaceAll('\n', '\r\n'), from, to)).to.equal(
				plan(changed ?? staff).replaceAll('\n', '\r\n'),
			);
		}
	});

	it('leaves every other word alone, and what was edited is still known to be', () => {
		const edited = plan(own)
			.replace('## Courage\n', 'Courage is mine.\n\n## Courage\n\nCourage, I said.\n')
			.replace('# Interview', 'Courage before.\n\n# Interview');
		const renamed = rename(edited, 'Courage', 'Nerve');
		expect(renamed).to.equal(
			edited
				.replace('\n## Courage\n', '\n## Nerve\n')
				.replace('| Courage |', '| Nerve |')
				.replace(/(?<=plan overview )\w+/u, /plan overview (\w+)/u.exec(renamed)?.[1] ?? ''),
		);
		const states = (text: string) => planRegions(text).map(({ id, isAsWritten }) => `${id} ${isAsWritten}`);
		expect(states(renamed)).to.deep.equal(states(edited)).and.include('courage false').and.include('overview true');
	});

	it('leaves plans for other frameworks alone, and other documents', () => {
		for (const text of [plan({ ...own, id: 'meta' }), '# Plan\n\n## Courage\n'])
			expect(rename(text, 'Courage', 'Nerve')).to.equal(text);
	});
});
