import fs from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import { forContributors } from '../forContributors.ts';
import { eventually } from '../host/eventually.ts';
import { linksIn } from '../markdownLinks.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { showSampleCompetencies, tree } from './competencies.ts';
import { showMatrix } from './matrixPage.ts';
import { workbenchForFile } from './workbenchForFile.ts';

const vsix = path.join(projectFolder, 'star-stories.vsix');

/**
 * What the package may weigh at most, in bytes. It is to be 450,000 without what agents and interviewers ask for, and
 * was 508,318; since then came the server of the Model Context Protocol (86,000), interviews, probes, scopes and the
 * portfolio, chat, models of questions that read better (36,000), the words of `concepts.ts` (10,000), and those by
 * which follow-ups see what a story passes over and what it has answered (14,000). It was 745,512 with stories in
 * tables of HTML and cue cards as rich text, before the styles that all pages share came to ship once; more of such
 * words, and more ways to write a story, took 2,500 again, and 5,500 those within one paragraph (2,100) and in blocks
 * of code (3,400). Phrases of a fourth hand made the models of questions 12,000 larger, and elements, explanations and
 * more names took 3,000.
 */
const maxBytes = 765_000;

describe('the packaged extension', () => {
	const shared = workbenchForFile({ vsix });

	it('works in a clean VS Code: activates, coverage, the matrix, problems with their pages, new stories', async () => {
		const workbench = await shared.open({ development: false });
		await workbench.runCommand('Extensions: Show Installed Extensions');
		const row = workbench.page.locator('.extensions-list .monaco-list-row', { hasText: 'STAR Stories' });
		// How long its activation took: an extension that is not active shows nothing here.
		await row.locator('.activation-status', { hasText: /\d ?ms/ }).waitFor();
		await workbench.screenshot('installed');

		await showSampleCompetencies(workbench);
		const matrix = await showMatrix(workbench);
		await matrix.columnHeader(/^Cross-Team Alignment: 0 ready, 1–2 wanted, gap/u).waitFor();
		await workbench.screenshot('installed-matrix');

		await workbench.openFile('tomasz-reads-the-query-plan.md');
		await eventually(
			() => workbench.editor.squiggledTexts('error'),
			(texts) => texts.join() === 'Mentorshp,2024-13',
		);
		await workbench.screenshot('installed-sample-bank');
		await workbench.problems();
		// More may still be listed above it.
		const codes = workbench.page.locator('.markers-panel-container a.monaco-link');
		const rule = await codes.first().innerText();
		await codes
			.filter({ hasText: new RegExp(`^${rule}$`, 'u') })
			.first()
			.click({ modifiers: ['Control'] });
		await workbench.tab(`${rule}.md`).waitFor();
		await eventually(
			() => workbench.visibleText(),
			(text) => text.startsWith(`# ${rule}\n`),
		);
		await workbench.screenshot('installed-rule-page');

		await workbench.runCommand('STAR Stories: New Story…');
		await workbench.quickInput.pick('Cross-Team Alignment');
		await workbench.quickInput.title.getByText('New Story: Cross-Team Alignment').waitFor();
		await workbench.quickInput.answer('Out of the box');
		await workbench.tab('out-of-the-box.md').waitFor();
		await workbench.treeRow(tree, /^Cross-Team Alignment, 0 ready, 1–2 wanted, weak/).waitFor();
	});

	it('holds what its manifest names, and no source', async () => {
		const name = (await fs.readdir(shared.server.extensionsFolder)).find((entry) =>
			entry.startsWith('star-stories.'),
		);
		const folder = path.join(shared.server.extensionsFolder, name ?? '');
		const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
		const files = entries
			.filter((entry) => entry.isFile())
			.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
		const manifest = JSON.parse(await fs.readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;
		const wanted = [
			'package.json',
			'package.nls.json',
			'readme.md',
			'changelog.md',
			'LICENSE.txt',
			'dist/ThirdPartyNotices.txt',
			'media/icon.png',
			'dist/mcp/server.mjs',
			'skills/star-stories/SKILL.md',
			...filesNamedIn(manifest),
		];
		expect(
			wanted.filter((file) => !files.includes(file)),
			'missing',
		).to.deep.equal([]);
		const kinds =
			/^(?:package(?:\.nls)?\.json|(?:readme|changelog)\.md|LICENSE\.txt|\.vsixmanifest|dist\/extension\.js|dist\/worker\/[\w-]+\.js|dist\/pages\/[\w-]+\.(?:js|css)|dist\/mcp\/server\.mjs|dist\/sampleStories\.json|skills\/star-stories\/SKILL\.md|dist\/ThirdPartyNotices\.txt|(?:media|schemas|snippets|syntaxes)\/.*\.(?:md|png|svg|json))$/;
		expect(
			files.filter((file) => !kinds.test(file) || (forContributors.test(file) && file !== '.vsixmanifest')),
			'not wanted',
		).to.deep.equal([]);
		const { size } = await fs.stat(vsix);
		process.stdout.write(`    star-stories.vsix: ${files.length} files, ${Math.round(size / 1000)} kB\n`);
		expect(size).to.be.at.most(maxBytes);
		const forAgents = await Promise.all(
			files
				.filter((file) => /^(?:dist\/mcp|skills)\//u.test(file))
				.map((file) => fs.readFile(path.join(folder, file))),
		);
		expect(forAgents.reduce((sum, bytes) => sum + deflateRawSync(bytes).length, 0)).to.be.at.most(150_000);
	});

	it('links from its pages to files of the repository, and shows none that the package would lack', async () => {
		const name = (await fs.readdir(shared.server.extensionsFolder)).find((entry) =>
			entry.startsWith('star-stories.'),
		);
		const folder = path.join(shared.server.extensionsFolder, name ?? '');
		const manifest = JSON.parse(await fs.readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;
		const repository = manifest.repository.url.replace(/\.git$/u, '');
		for (const page of ['readme.md', 'changelog.md']) {
			const links = linksIn(await fs.readFile(path.join(folder, page), 'utf8'));
			expect(
				links.filter((link) => !/^(?:https:|#)/u.test(link)),
				page,
			).to.deep.equal([]);
			const own = links.filter((link) => link.startsWith(repository));
			const files = own.map((link) => /^\/(?:blob|raw)\/HEAD\/([^#]+)/u.exec(link.slice(repository.length))?.[1]);
			const isThere = await Promise.all(files.map((file) => isFile(path.join(projectFolder, file ?? ''))));
			expect(
				own.filter((_, index) => !isThere[index]),
				page,
			).to.deep.equal([]);
		}
	});
});

async function isFile(file: string): Promise<boolean> {
	return fs.stat(file).then(
		(found) => found.isFile(),
		() => false,
	);
}

interface Manifest {
	readonly repository: { readonly url: string };
}

/** Every file that some value of the manifest names, such as `./dist/extension.js`. */
function filesNamedIn(value: unknown): string[] {
	if (typeof value === 'string') {
		return /^(?:\.\/)?[\w-]+\/[\w./-]+\.(?:c?js|json|svg|png|md)$/.test(value) ? [value.replace(/^\.\//, '')] : [];
	}
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filesNamedIn) : [];
}
