import { expect } from 'chai';
import { analyse } from '../../src/core/rules/analyse.ts';
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
