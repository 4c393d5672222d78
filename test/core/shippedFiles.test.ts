import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { PackageManager, listFiles } from '@vscode/vsce';
import { expect } from 'chai';
import { forContributors } from '../forContributors.ts';

const root = join(import.meta.dirname, '../..');

/** README links here for those who have the repository; a package has no source to contribute to. */
const onlyInRepository: ReadonlySet<string> = new Set(['CONTRIBUTING.md']);

describe('what the VSIX holds', () => {
	let files: readonly string[];
	before(async () => {
		files = await listFiles({ cwd: root, packageManager: PackageManager.None });
	});

	it('is nothing that is for contributors', () => {
		expect(files).to.include('README.md');
		expect(files.filter((file) => forContributors.test(file))).to.deep.equal([]);
	});

	it('is every file that its pages link to', async () => {
		const pages = files.filter((file) => file.endsWith('.md'));
		const linked = (await Promise.all(pages.map(linksOf))).flat();
		expect(linked).to.include('docs/api.md').and.include('docs/rules/length.md');
		expect(linked.filter((file) => !files.includes(file) && !onlyInRepository.has(file))).to.deep.equal([]);
	});
});

/** The files of the repository that a page links to, by their paths from its root. */
async function linksOf(page: string): Promise<readonly string[]> {
	const text = (await readFile(join(root, page), 'utf8')).replaceAll(/^```.*?^```/gmsu, '');
	const links = [...text.matchAll(/\]\((?<target>[^\s)#]+)[^)]*\)/gu)].map(({ groups }) => groups?.['target'] ?? '');
	return links.filter((target) => !/^[a-z]+:/u.test(target)).map((target) => posix.join(posix.dirname(page), target));
}
