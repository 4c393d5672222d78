import { expect } from 'chai';
import { analyse } from '../../src/core/rules/analyse.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';

/** The rules that find something in a story with this text below its title, and these lines of front matter. */
function found(body: string, ...lines: string[]): readonly string[] {
	const text = ['---', 'competencies: [mentorship]', ...lines, '---', '', '# Ines', '', body, ''].join('\n');
	const { problems, failures } = analyse(text, defaultContext);
	expect(failures).to.deep.equal([]);
	return problems
		.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`)
		.filter((line) => !/^(?:section|plus)-missing /u.test(line));
}

describe('rules are switched off', () => {
	it('for a file by `ignore`', () => {
		expect(found('## Task\n\nTODO\n', 'ignore: [placeholder]')).to.deep.equal([]);
		expect(found('## Task\n\nTODO\n', 'ignore: placeholder')).to.deep.equal([]);
		expect(found('## Task\n\nTODO\n', 'ignore: [section-empty]')).to.deep.equal(['placeholder TODO']);
	});

	const cases: readonly [what: string, body: string, expected: readonly string[]][] = [
		[
			'on the next line',
			'## Task\n\n<!-- star-stories-disable-next-line placeholder -->\nTODO\nTBD\n',
			['placeholder TBD'],
		],
		[
			'on the next line, all of them',
			'<!-- star-stories-disable-next-line -->\n## Task\n\n## Action\n',
			['section-empty Action'],
		],
		[
			'up to where they are switched on again',
			'## Task\n\n<!-- star-stories-disable placeholder -->\n\nTODO\n\n<!-- star-stories-enable -->\n\nTBD\n',
			['placeholder TBD'],
		],
		[
			'to the end where nothing switches them on',
			'## Task\n\nTODO\n\n<!-- star-stories-disable -->\n\nTBD\n\n## Action\n',
			['placeholder TODO'],
		],
		[
			'and on one by one',
			'<!-- star-stories-disable -->\n\n## Task\n\n<!-- star-stories-enable section-empty -->\n\n## Action\n\n## Result\n\nTODO\n',
			['section-empty Action'],
		],
		[
			'several at once',
			'<!-- star-stories-disable placeholder, section-empty -->\n\n## Task\n\n## Action\n\nTODO\n',
			[],
		],
		[
			'only those that are named',
			'<!-- star-stories-disable section-empty -->\n\n## Task\n\nTODO\n',
			['placeholder TODO'],
		],
		[
			'inside a line',
			'## Task\n\nA TODO <!-- star-stories-disable --> TBD <!-- star-stories-enable --> TODO\n',
			['placeholder TODO', 'placeholder TODO'],
		],
		['but not by code', '## Task\n\n`<!-- star-stories-disable -->` TODO\n', ['placeholder TODO']],
		[
			'but not by a word that only begins so',
			'<!-- star-stories-disabled -->\n\n## Task\n\nTODO\n',
			['placeholder TODO'],
		],
	];
	for (const [what, body, expected] of cases) it(what, () => expect(found(body)).to.deep.equal(expected));
});

describe('rules that are named and that there are none of', () => {
	const cases: readonly [body: string, lines: readonly string[], expected: readonly string[]][] = [
		['', ['ignore: [lenght]'], ['rule-unknown lenght → length']],
		['', ['ignore: Length'], ['rule-unknown Length → length']],
		['', ['ignore:', '  - "section missing" # why'], ['rule-unknown section missing → section-missing']],
		['', ['ignore: [xyzzy]'], ['rule-unknown xyzzy']],
		['', ['ignore: length, stale'], ['rule-unknown length, stale → [length, stale]']],
		['', ['ignore: length stale'], ['rule-unknown length stale → [length, stale]']],
		['', ['ignore: [length, document-length]'], []],
		['', ['ignore: []'], []],
		// A switch of a blog or a vault.
		['', ['ignore: true'], []],
		['<!-- star-stories-disable lenght -->\n', [], ['rule-unknown lenght → length']],
		['<!-- star-stories-disable-next-line placehoder, length -->\n', [], ['rule-unknown placehoder → placeholder']],
		['<!-- star-stories-disable length because it is fine so -->\n', [], []],
		['<!-- star-stories-enable -->\n', [], []],
		['<!-- star-stories-disable xyzzy -->\n', [], ['rule-unknown xyzzy']],
		['<!-- star-stories-disable-next-line until the figures are in -->\n', [], ['rule-unknown until']],
		['<!-- star-stories-disable xyzzy, length -->\n', [], []],
		['<!-- star-stories-disable xyzzy, lenght -->\n', [], ['rule-unknown lenght → length']],
	];
	for (const [body, lines, expected] of cases) {
		it(`${JSON.stringify(lines.join('\n') + body)} says ${expected.join()}`, () => {
			const text = ['---', 'competencies: [mentorship]', ...lines, '---', '', '# Ines', '', body, ''].join('\n');
			const said = analyse(text, defaultContext).problems.filter(({ rule }) => rule === 'rule-unknown');
			expect(
				said.map(({ rule, span, fixes = [] }) => {
					const after = fixes.map(({ edits }) => edits[0]?.newText ?? '');
					return [`${rule} ${text.slice(span.start, span.end)}`, ...after].join(' → ');
				}),
			).to.deep.equal(expected);
			for (const { fixes = [] } of said) {
				const mended = applyEdits(text, fixes[0]?.edits ?? []);
				if (fixes.length > 0)
					expect(analyse(mended, defaultContext).problems.map(({ rule }) => rule)).to.not.include(
						'rule-unknown',
					);
			}
		});
	}
});
