import { expect } from 'chai';
import { rules } from '../../src/core/rules/index.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { runRules } from '../../src/core/rules/run.ts';
import { FailureLog } from '../../src/core/library/log.ts';
import { defaultContext } from './context.ts';
import { read } from './reading.ts';

/** A rule that finds something and then has a defect. */
const defective: Rule = {
	id: 'defective',
	severity: 'hint',
	summary: '',
	explanation: '',
	bad: [],
	good: [],
	on: 'story',
	*check(story) {
		yield { span: story.anchor, message: 'Found before.' };
		throw new TypeError('the rule has a defect');
	},
};

const text = '---\ncompetencies: [mentroship]\n---\n\n# T\n\n## Situation\n\n## Result\n\nTODO\n';

describe('a rule that throws', () => {
	it('is named, keeps what it had found, and leaves the other rules alone', () => {
		const failure = { rule: 'defective', message: 'the rule has a defect' };
		const usual = runRules(read(text), defaultContext, {});
		const { problems, failures } = runRules(read(text), defaultContext, {}, [defective, ...rules, defective]);
		expect(failures).to.deep.equal([failure, failure]);
		expect(usual.problems.map(({ rule }) => rule)).to.include.members([
			'competency-unknown',
			'section-empty',
			'placeholder',
		]);
		expect(problems.filter(({ rule }) => rule !== 'defective')).to.deep.equal(usual.problems);
		expect(problems.some(({ rule }) => rule === 'defective')).to.equal(true);
	});

	it('is not run where it is switched off', () => {
		expect(runRules(read(text), defaultContext, { defective: 'off' }, [defective])).to.deep.include({
			problems: [],
			failures: [],
		});
	});
});

describe('the log of failures', () => {
	const failure = (rule: string) => ({ rule, message: 'a defect' });

	function logged(): { lines: string[]; log: FailureLog } {
		const lines: string[] = [];
		return { lines, log: new FailureLog({ error: (line) => void lines.push(String(line)) }) };
	}

	it('names the rule and the file once, however often the file is analysed', () => {
		const { lines, log } = logged();
		for (let times = 0; times < 3; times++) log.report('file:///a.md', [failure('stale')]);
		log.report('file:///a.md', [failure('stale'), failure('length')]);
		log.report('file:///b.md', [failure('stale')]);
		expect(lines).to.deep.equal([
			'Rule stale failed on file:///a.md: a defect',
			'Rule length failed on file:///a.md: a defect',
			'Rule stale failed on file:///b.md: a defect',
		]);
	});

	it('names a failure again that was gone, and all of them after a change of rules', () => {
		const { lines, log } = logged();
		log.report('a', [failure('stale')]);
		log.report('a', []);
		log.report('a', [failure('stale')]);
		expect(lines).to.have.length(2);
		log.forget();
		log.report('a', [failure('stale')]);
		expect(lines).to.have.length(3);
	});
});
