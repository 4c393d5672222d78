import { expect } from 'chai';
import fc from 'fast-check';
import { loadFramework, maxFrameworkFileLength } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkTemplate } from '../../src/core/framework/file/template.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import type { Span } from '../../src/core/text/span.ts';
import { frameworkFixtures } from './frameworkFixtures.ts';
import { propertyRuns, stride } from './propertyRuns.ts';

/** Loads a text and holds everything in the answer to the text. */
function expectSound(text: string): ReturnType<typeof loadFramework> {
	const loaded = loadFramework(text);
	const { framework, problems, entries, references } = loaded;
	const spans: Span[] = [
		...problems.flatMap(({ span, fixes = [] }) => [
			span,
			...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
		]),
		...entries.flatMap(({ span, id, name, aliases }) => [
			span,
			id.span,
			...(name ? [name.span] : []),
			...aliases.map((alias) => alias.span),
		]),
		...references.map(({ written }) => written.span),
	];
	for (const { start, end } of spans)
		expect(0 <= start && start <= end && end <= text.length, `${start}-${end} in ${JSON.stringify(text)}`).to.equal(
			true,
		);
	expect(framework === undefined, JSON.stringify(text)).to.equal(
		problems.some(({ severity }) => severity === 'error'),
	);
	if (framework) {
		expect(framework.competencies.length).to.be.above(0);
		expect(new Set(framework.competencies.map(({ id }) => id)).size).to.equal(framework.competencies.length);
		for (const { name, target } of framework.competencies) {
			expect(name.trim()).to.not.equal('');
			expect(target.min).to.be.within(1, target.max);
		}
	}
	for (const { message, fixes = [] } of problems) {
		expect(message).to.match(/^\P{Ll}.{5,300}[.?]$/su);
		for (const { edits } of fixes) loadFramework(applyEdits(text, edits));
	}
	return loaded;
}

const fixtures = [...frameworkFixtures('good'), ...frameworkFixtures('bad')].map(({ text }) =>
	text.replace(/^# .*\n/gmu, ''),
);

describe('any framework file', () => {
	it('cut off at any place is read without an exception', () => {
		const each = stride(9);
		for (const [index, text] of [frameworkTemplate, ...fixtures].entries()) {
			for (let end = index % each; end <= text.length; end += each) expectSound(text.slice(0, end));
		}
	});

	it('with pieces put in, taken out and exchanged is read without an exception', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'\n',
				'\r\n',
				'\r',
				'\t',
				'  ',
				'- ',
				': ',
				'? ',
				'[',
				']',
				'{',
				'}',
				',',
				'"',
				"'",
				'|',
				'>',
				'&a ',
				'*a',
				'!!set ',
				'<<: ',
				'#',
				'---\n',
				'...\n',
				'%YAML 1.1\n',
				'\uFEFF',
				'\0',
				'🎯',
			),
			fc.constantFrom(
				'id: ',
				'name: ',
				'target: ',
				'competencies:',
				'extends: ',
				'staff',
				'targets: ',
				'text: ',
				'__proto__: ',
				'1-2',
				'null',
				'true',
			),
			fc.string({ maxLength: 4, unit: 'binary' }),
		);
		const change = fc.record({ at: fc.nat(), taken: fc.nat({ max: 12 }), put: piece });
		fc.assert(
			fc.property(
				fc.constantFrom(...fixtures, frameworkTemplate),
				fc.array(change, { minLength: 1, maxLength: 5 }),
				(text, changes) => {
					let changed = text;
					for (const { at, taken, put } of changes) {
						const start = at % (changed.length + 1);
						changed = changed.slice(0, start) + put + changed.slice(start + taken);
					}
					expectSound(changed);
				},
			),
			{ numRuns: propertyRuns(800) },
		);
	});

	it('whose rest the parser makes nothing of has no more than a line said of it', () => {
		const { problems } = expectSound(
			`extends: staff\ncompe\n\n  - { id: a, name: >1 }\n${'  - { id: b, name: B }\n'.repeat(40)}`,
		);
		expect(problems.map(({ message }) => message)).to.include('YAML: unexpected scalar token.');
	});

	it('of any text is read without an exception', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => void expectSound(text)),
			{ numRuns: propertyRuns(500) },
		);
	});
});

describe('a framework file of a size and shape that nobody writes', () => {
	const lines = (count: number, line: (index: number) => string) =>
		Array.from({ length: count }, (_, index) => line(index)).join('\n');
	const shapes: readonly [what: string, text: string][] = [
		['25,000 unknown fields', lines(25_000, (index) => `key${index}: v`)],
		[
			'25,000 targets of unknown competencies',
			`extends: staff\ntargets:\n${lines(20_000, (index) => `  mentroship${index}: 1`)}`,
		],
		[
			'8,000 competencies',
			`competencies:\n${lines(8000, (index) => `  - {id: c${index}, name: Name ${index}, aliases: [a${index}]}`)}`,
		],
		[
			'6,000 competencies and 10,000 names of none',
			`competencies:\n${lines(6000, (index) => `  - {id: c${index}, name: Name ${index}}`)}\ntargets:\n${lines(10_000, (index) => `  Nmae${index}: 1`)}`,
		],
		['8,000 competencies of one id', `competencies:\n${lines(8000, () => '  - {id: c, name: Name}')}`],
		[
			'10,000 same questions',
			`extends: staff\nquestions:\n${lines(10_000, () => '  - {text: Why?, competencies: mentorship}')}`,
		],
		[
			'20,000 aliases of sections',
			`extends: staff\nsections:\n  task:\n${lines(20_000, (index) => `    - alias ${index}`)}`,
		],
		['lists 5,000 deep', `extends: ${'['.repeat(5000)}${']'.repeat(5000)}`],
		['lists that nothing closes', `extends: ${'['.repeat(5000)}`],
		['mappings 5,000 deep', `targets: ${'{a: '.repeat(5000)}b${'}'.repeat(5000)}`],
		['block lists 5,000 deep', `extends:\n  ${'- '.repeat(5000)}a`],
		[
			'an alias bomb',
			`a0: &a0 [x]\n${lines(30, (index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}x]`)}\ncompetencies: *a30\nremove: [${'*a30, '.repeat(100)}]`,
		],
		['an alias that holds itself', 'extends: &a [staff, *a]\ncompetencies: &b [*b]\ntargets: &c {x: *c}\n'],
		['one line as long as may be', `name: ${'x'.repeat(maxFrameworkFileLength - 6)}`],
		['more than may be', 'x'.repeat(maxFrameworkFileLength + 1)],
	];
	// Mocha keeps whole stack traces, and the parser makes an error at each of thousands of levels; no host does that.
	const { stackTraceLimit } = Error;
	before(() => void (Error.stackTraceLimit = 10));
	after(() => void (Error.stackTraceLimit = stackTraceLimit));

	for (const [what, text] of shapes) {
		it(`${what}: is read in time`, () => {
			// Processor time, as the machine may be busy with other tests.
			const started = process.cpuUsage();
			const { problems } = loadFramework(text);
			expect(process.cpuUsage(started).user / 1000, 'milliseconds').to.be.below(5000);
			expect(problems.length).to.be.at.most(100);
			for (const { span } of problems) expect(span.start <= span.end && span.end <= text.length).to.equal(true);
		});
	}

	it('leaves the prototypes alone', () => {
		loadFramework(
			'__proto__: {polluted: 1}\nextends: staff\ntargets: {__proto__: 1, constructor: 1}\nsections: {__proto__: [a]}\ncompetencies: [{__proto__: x, id: a, name: a}]',
		);
		expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
		expect(Object.keys(Object.prototype)).to.deep.equal([]);
	});
});
