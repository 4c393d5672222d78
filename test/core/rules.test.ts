import { expect } from 'chai';
import { analyse } from '../../src/core/rules/analyse.ts';
import { rules } from '../../src/core/rules/index.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { severityOf } from '../../src/core/text/problem.ts';
import { defaultContext as usualContext } from './context.ts';
import { unmark } from './unmark.ts';

/** The default installation, with the rules switched on that are off. */
const defaultContext = {
	...usualContext,
	severities: Object.fromEntries(
		rules.filter((rule) => severityOf(rule, {}) === 'off').map(({ id }) => [id, 'hint' as const]),
	),
};

describe('rules', () => {
	it('have ids of their own, in kebab case', () => {
		const ids = rules.map(({ id }) => id);
		expect(ids).to.deep.equal([...new Set(ids)]);
		for (const id of ids) expect(id).to.match(/^[a-z]+(-[a-z]+)*$/u);
	});

	for (const rule of rules) {
		describe(rule.id, () => {
			for (const [index, example] of rule.bad.entries()) {
				it(`finds bad example ${index + 1} at its exact range`, () => {
					const { text, spans } = unmark(example);
					const { problems, failures } = analyse(text, defaultContext);
					expect(failures).to.deep.equal([]);
					expect(
						problems.filter((problem) => problem.rule === rule.id).map(({ span }) => span),
					).to.deep.equal(spans);
				});

				it(`says of bad example ${index + 1} first what is wrong, and asks after that`, () => {
					const found = analyse(unmark(example).text, defaultContext).problems;
					for (const { message } of found.filter((problem) => problem.rule === rule.id)) {
						const [complaint = ''] = message.split(/[.:](?= |$)/u);
						expect(complaint, message).not.to.match(
							/\?|^(?:wh|how|do|did|is|are|could|would|add|write|use)\b/iu,
						);
						expect(message.slice(0, -1), message).not.to.include('?');
					}
				});

				it(`mends bad example ${index + 1} with its preferred fixes`, () => {
					const { text } = unmark(example);
					for (const problem of analyse(text, defaultContext).problems.filter(
						({ rule: id }) => id === rule.id,
					)) {
						const fix = problem.fixes?.find(({ preferred }) => preferred);
						if (!fix) continue;
						const before = analyse(text, defaultContext).problems.filter(
							({ rule: id }) => id === rule.id,
						).length;
						const after = analyse(applyEdits(text, fix.edits), defaultContext);
						expect(after.problems.filter(({ rule: id }) => id === rule.id)).to.have.length(before - 1);
					}
				});
			}
			for (const [index, example] of rule.good.entries()) {
				it(`is content with good example ${index + 1}`, () => {
					const { problems, failures } = analyse(example, defaultContext);
					expect(failures).to.deep.equal([]);
					expect(problems.filter((problem) => problem.rule === rule.id)).to.deep.equal([]);
				});
			}
		});
	}
});
