import { expect } from 'chai';
import fc from 'fast-check';
import ignore from 'ignore';
import picomatch from 'picomatch';
import { fileFilter, matcher, wellFormed } from '../../src/core/library/files/fileFilter.ts';
import { globBase, globMatcher, isGlob } from '../../src/core/library/files/glob.ts';
import { IgnoreRules } from '../../src/core/library/files/ignoreRules.ts';
import { finish } from '../../src/core/text/steps.ts';
import { propertyRuns } from './propertyRuns.ts';

const segment = fc
	.array(fc.constantFrom('a', 'b', 'A', '.', 'é'), { minLength: 1, maxLength: 4 })
	.map((parts) => parts.join(''));
const path = fc
	.array(
		segment.filter((each) => !/^\.+$/u.test(each)),
		{ minLength: 1, maxLength: 4 },
	)
	.map((segments) => segments.join('/'));

const patternSegment = fc.oneof(
	{ weight: 2, arbitrary: fc.constant('**') },
	{
		weight: 5,
		arbitrary: fc
			.array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[!a]', '[a-b]'), { minLength: 1, maxLength: 5 })
			.map((parts) => parts.join(''))
			.filter((text) => !text.includes('**') && !/^\.+$/u.test(text)),
	},
);
const pattern = fc.array(patternSegment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
/** A pattern with the plain ones that its braces stand for, as other libraries have faults of their own with braces. */
const withBraces: fc.Arbitrary<readonly [string, readonly string[]]> = fc.oneof(
	{ weight: 2, arbitrary: pattern.map((each) => [each, [each]] as const) },
	fc.tuple(pattern, pattern).map(([one, other]) => [`{${one},${other}}`, [one, other]] as const),
	fc
		.tuple(pattern, segment)
		.map(([one, other]) => [`${one}/a{b,${other}}`, [`${one}/ab`, `${one}/a${other}`]] as const),
);

/** Segments in which a star begins and another matches in several ways what is between. */
const hostile = `**/${'*a'.repeat(60)}*b`;
const long = 'a'.repeat(240);

describe('patterns of files', () => {
	const options: picomatch.PicomatchOptions = { dot: true, posix: true, noextglob: true, nonegate: true };

	it('match what picomatch matches, through braces, classes and any number of folders', () => {
		fc.assert(
			fc.property(withBraces, path, ([each, plain], file) => {
				// In VS Code `a/**` is what lies in `a`, and `a` too; here picomatch says so of some patterns alone.
				const folders = plain.map((other) => other.replace(/(?:\/\*\*)+$/u, ''));
				expect(matcher([each])(file), each).to.equal(picomatch([...plain, ...folders], options)(file));
			}),
			{ numRuns: propertyRuns(5000) },
		);
	});

	const cases: readonly [pattern: string, path: string, matches: boolean][] = [
		['Stories (old)/**', 'Stories (old)/a.md', true],
		['**/*.{md,markdown}', '.md', true],
		['{a,{b,c/d}}/e', 'c/d/e', true],
		['{a}', 'a', true],
		['a,b', 'a,b', true],
		['\\*.md', '*.md', true],
		['\\*.md', 'a.md', false],
		['[]a]', ']', true],
		['[a-]', '-', true],
		['a**b', 'axb', true],
		['a**b', 'a/b', false],
		['a/**', 'a', true],
		['é?', 'éa', true],
		['Readme.md', 'README.md', false],
		['', '', true],
	];
	for (const [each, file, matches] of cases)
		it(`${JSON.stringify(each)} ${matches ? 'matches' : 'does not match'} ${JSON.stringify(file)}`, () =>
			expect(matcher([each])(file)).to.equal(matches));

	it('that are malformed, or longer than patterns are, are left out', () => {
		const malformed = ['[', '[z-a]', '{', '}', '{a,b', 'a}', '{'.repeat(500), '{a,b}'.repeat(12), 'a'.repeat(3000)];
		for (const each of malformed) expect(globMatcher(each), each.slice(0, 20)).to.equal(undefined);
		expect(
			finish(wellFormed({ include: [...malformed, 'a'], exclude: malformed, markdown: malformed })),
		).to.deep.equal({
			include: ['a'],
			exclude: [],
			markdown: [],
		});
	});

	it('are never the cause of an exception, nor of one that is well formed and has no end', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'ab*?[]{},/\\!-^é\u{1F600}') }),
				fc.string(),
				(each, file) => {
					globMatcher(each)?.(file.split('/'));
					globMatcher(each, 'git')?.(file.split('/'));
				},
			),
			{ numRuns: propertyRuns(5000) },
		);
	});

	it('take no longer for a pattern that many ways lead through: settings and ignore files of anybody’s', () => {
		expect(matcher([hostile])(`x/${long}`)).to.equal(false);
		expect(matcher([hostile])(`x/${long}b`)).to.equal(true);
		expect(matcher([`${'**/'.repeat(60)}*b`])('a/'.repeat(200) + 'a')).to.equal(false);
		expect(matcher([`${'**/a/'.repeat(60)}b`])('a/'.repeat(200) + 'a')).to.equal(false);
		const filter = finish(
			fileFilter(finish(wellFormed({ include: ['**/*.md'], exclude: [hostile], markdown: [] })), undefined),
		);
		expect(filter.accepts(`${long}.md`)).to.equal(true);
		const rules = new IgnoreRules();
		rules.add('', `${'*a'.repeat(60)}*b\n/${'*a'.repeat(60)}*c\n`);
		expect([rules.ignores(long), rules.ignores(`x/${long}b/`), rules.ignores(`${long}c`)]).to.deep.equal([
			false,
			true,
			true,
		]);
	});

	it('are told from paths, and taken apart from the folder they begin in', () => {
		expect(['a.md', 'a (b).md', 'a{b', 'a['].some(isGlob)).to.equal(false);
		expect(['*.md', 'a?', '[ab]', '{a,b}'].every(isGlob)).to.equal(true);
		for (const [each, base, glob] of [
			['./a/*.md', './a', '*.md'],
			['/abs/*.md', '/abs', '*.md'],
			['/*.md', '/', '*.md'],
			['../x/**', '../x', '**'],
			['a/b{1,2}/c', 'a', 'b{1,2}/c'],
			['*.md', '', '*.md'],
		] as const)
			expect(globBase(each), each).to.deep.equal({ base, glob });
	});
});

describe('ignore files', () => {
	const line = fc.oneof(
		pattern,
		pattern.map((each) => `/${each}`),
		pattern.map((each) => `!${each}`),
		pattern.map((each) => `${each}/`),
		fc.constantFrom('# a', '', '  ', '\\!a', 'a\\ ', 'a  ', '!a/', '**', 'a{b,c}'),
	);

	it('say what those of the package `ignore` say', () => {
		fc.assert(
			fc.property(fc.array(line, { maxLength: 4 }), path, fc.boolean(), (lines, file, isFolder) => {
				const rules = new IgnoreRules();
				rules.add('', lines.join('\n'));
				const place = isFolder ? `${file}/` : file;
				const expected = ignore({ ignorecase: false }).add(lines.join('\n')).ignores(place);
				expect(rules.ignores(place), JSON.stringify([lines, place])).to.equal(expected);
			}),
			{ numRuns: propertyRuns(5000) },
		);
	});

	it('have the last word in the folder that lies deepest, and none over a folder that is ignored', () => {
		const rules = new IgnoreRules();
		rules.add('', '*.md\n/hidden/\n');
		rules.add('stories/', '!keep.md\r\n!*.txt\r\n');
		rules.add('stories/', 'other.md\n');
		expect(
			['a.md', 'stories/a.md', 'stories/keep.md', 'stories/deep/keep.md', 'stories/other.md', 'hidden/a.txt'].map(
				(each) => rules.ignores(each),
			),
		).to.deep.equal([true, true, false, false, true, true]);
	});
});
