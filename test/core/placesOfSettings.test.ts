import { expect } from 'chai';
import fc from 'fast-check';
import { frameworkFileOf, pathWithin, storiesFolderOf } from '../../src/core/library/placesOfSettings.ts';
import { storyFileName } from '../../src/core/library/storyFileName.ts';
import { isWithin, joinPath, pathIn } from '../../src/core/library/uris.ts';
import { propertyRuns } from './propertyRuns.ts';

const folders = [
	'file:///home/me/stories',
	'file:///',
	'memfs:/',
	'vscode-vfs://github/me/stories',
	'vscode-vfs://host',
];

const piece = fc.constantFrom('..', '.', '', 'a', 'b c', '~', 'C:', 'etc', '%2e%2e', 'file:', '...', 'é', '\u0000');
const path = fc
	.array(fc.tuple(piece, fc.constantFrom('/', '\\', '//')), { maxLength: 8 })
	.map((pieces) => pieces.flat().join(''));

describe('a path from settings', () => {
	it('stays within the folder that it is from, whatever it is', () => {
		fc.assert(
			fc.property(fc.constantFrom(...folders), fc.oneof(path, fc.string()), (folder, text) => {
				const [stories, framework] = [
					storiesFolderOf(folder, { storiesFolder: text }),
					frameworkFileOf(folder, { frameworkFile: text }),
				];
				for (const uri of [stories, framework])
					if (uri !== undefined)
						expect(isWithin(uri, folder) || isWithin(`${uri}/`, folder), uri).to.equal(true);
				expect((pathWithin(text) ?? '').split('/')).not.to.include('..');
			}),
			{ numRuns: propertyRuns(5000) },
		);
	});

	const cases: readonly [path: string, expected: string | undefined][] = [
		['stories', 'stories'],
		[' stories/deep/ ', 'stories/deep'],
		['stories\\deep', 'stories/deep'],
		['a/../b/./c', 'b/c'],
		['', ''],
		['~drafts/a', '~drafts/a'],
		['a:b/c', undefined],
		['ab: c', 'ab: c'],
		['../../../x.yaml', undefined],
		['a/../../x.yaml', undefined],
		['..', undefined],
		['..\\x', undefined],
		['/etc/x.yaml', undefined],
		['\\\\server\\share', undefined],
		['C:\\x.yaml', undefined],
		['c:x', undefined],
		['~', undefined],
		['~/x.yaml', undefined],
		['file:///etc/x', undefined],
		['a\nb', undefined],
	];
	for (const [text, expected] of cases)
		it(`${JSON.stringify(text)} is ${expected === undefined ? 'refused' : JSON.stringify(expected)}`, () =>
			expect(pathWithin(text)).to.equal(expected));
});

describe('a file that is named after a title', () => {
	it('lies in the folder that it is made in', () => {
		fc.assert(
			fc.property(fc.oneof(path, fc.string({ unit: 'binary' })), (title) => {
				expect(storyFileName(title, () => false)).to.match(/^[^/\\:]+\.md$/u);
			}),
			{ numRuns: propertyRuns(2000) },
		);
	});
});

describe('the root of a file system', () => {
	for (const folder of folders) {
		it(`${folder} holds its files, and no others`, () => {
			const file = joinPath(folder, 'deep/a b.md');
			expect(isWithin(file, folder)).to.equal(true);
			expect(isWithin(folder, folder)).to.equal(true);
			expect(pathIn(folder, file)).to.equal('deep/a b.md');
			expect(isWithin(`${folder.replace(/\/$/u, '')}-other/a.md`, folder)).to.equal(false);
		});
	}
});
