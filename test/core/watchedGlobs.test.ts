import { expect } from 'chai';
import { matcher } from '../../src/core/library/files/fileFilter.ts';
import { watchedFiles, watchedFolders } from '../../src/core/library/files/watchedGlobs.ts';

describe('what is watched where there are no stories', () => {
	for (const [storiesFolder, watched, unwatched] of [
		['stories', ['src', 'stories', 'docs/stories'], ['src/part', 'stories/one', 'stories/one/file.ts']],
		['career/my/stories', ['career', 'career/my', 'career/my/stories', 'docs/stories'], ['docs/my', 'a/career/my']],
		['', ['src', 'docs/stories'], ['src/part']],
		['../out', ['src', 'docs/stories'], ['src/part', '../out']],
		['a/{b, c} [1]*', ['a', 'a/{b, c} [1]*', 'docs/{b, c} [1]*'], ['a/b', 'a/c', 'src/part']],
	] as const)
		it(`is a folder at the top, that of the stories and those above it: “${storiesFolder}”`, () => {
			const glob = watchedFolders({ storiesFolder });
			for (const path of watched) expect(matcher([glob])(path), path).to.equal(true);
			for (const path of unwatched) expect(matcher([glob])(path), path).to.equal(false);
			// VS Code reads no braces in braces, and hands a pattern without a slash to another kind of watcher.
			expect(glob).to.match(/^\{[^{}]*\/[^{}]*\}$/u);
		});

	it('is each file that may hold stories, ignore files and the framework file', () => {
		const files = watchedFiles({ include: ['**/*.md', 'notes/*.txt'], frameworkFile: './team/our, own.yaml' }, [
			'**/*.star',
		]);
		for (const path of ['a/b.MD', 'c/d.txt', 'e.star', 'f/.gitignore', '.ignore', 'team/our, own.yaml'])
			expect(matcher(files)(path), path).to.equal(true);
		for (const path of ['a/b.ts', 'our, own.yaml', 'a/star-framework.yaml'])
			expect(matcher(files)(path), path).to.equal(false);
	});
});
