import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PackageManager, listFiles } from '@vscode/vsce';
import { expect } from 'chai';
import { forContributors } from '../forContributors.ts';
import { linksIn } from '../markdownLinks.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('what the VSIX holds', () => {
	let files: readonly string[];
	before(async () => {
		files = await listFiles({ cwd: root, packageManager: PackageManager.None });
	});

	it('is nothing that is for contributors', () => {
		expect(files).to.include('README.md');
		expect(files.filter((file) => forContributors.test(file))).to.deep.equal([]);
	});

	it('is no picture and no page that is read in the repository', () => {
		expect(files.filter((file) => /^(?:media\/readme\/|docs\/|api\.d\.ts)/u.test(file))).to.deep.equal([]);
	});
});

describe('the pages for readers', () => {
	const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', ...markdownIn('docs')];

	it('link only to what is there', () => {
		const broken = pages.flatMap((page) =>
			linksIn(read(page))
				.filter((link) => !/^(?:https?|mailto|command):/u.test(link) && !resolves(page, link))
				.map((link) => `${page}: ${link}`),
		);
		expect(broken).to.deep.equal([]);
	});
});

describe('the changelog', () => {
	it('tells of each version in at most ten points', () => {
		const versions = read('CHANGELOG.md').split(/^## /mu).slice(1);
		expect(versions).not.to.deep.equal([]);
		for (const version of versions) {
			const points = version.match(/^- /gmu) ?? [];
			expect(points.length, version.slice(0, version.indexOf('\n'))).to.be.at.most(10);
		}
	});
});

describe('the page in the shop', () => {
	const readme = read('README.md');

	it('can be read in three minutes', () => {
		const words =
			readme.replaceAll(/!?\[(?<text>[^\]]*)\]\([^)]*\)/gu, '$<text>').match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
		expect(words.length).to.be.at.most(700);
	});

	it('says in its first screen how to try it and how to check it', () => {
		const firstScreen = readme.split('\n').slice(0, 25).join('\n');
		expect(firstScreen).to.include('\n    npm ci && npm start\n').and.include('\n    npm ci && npm test\n');
	});
});

/** The Markdown files of a folder of the repository, and of the folders in it. */
function markdownIn(folder: string): readonly string[] {
	const files = readdirSync(join(root, folder), { recursive: true }) as string[];
	return files.filter((file) => file.endsWith('.md')).map((file) => posix.join(folder, file.replaceAll('\\', '/')));
}

/** Whether a link of a page leads to a file or folder of the repository, and to a heading of it where it names one. */
function resolves(page: string, link: string): boolean {
	const [path = '', fragment] = link.split('#');
	const file = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path));
	if (!existsSync(join(root, file))) return false;
	return fragment === undefined || headingIds(read(file)).includes(fragment);
}

/** The names by which GitHub links to the headings of a page. */
function headingIds(text: string): readonly string[] {
	const headings = [...text.matchAll(/^#{1,6} (?<title>.+)$/gmu)].map(({ groups }) => groups?.['title'] ?? '');
	return headings.map((title) =>
		title
			.trim()
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(/\s/gu, '-'),
	);
}
