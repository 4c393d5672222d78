import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { bankOf } from './bankOf.ts';
import { showCompetencies, tree } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';

/** Takes a matcher that tries every way longer than anybody waits: 120 letters, and no b. */
const slowPattern = `**/${'*a'.repeat(11)}*b`;

describe('a folder that nobody trusts', () => {
	const shared = workbenchForFile({
		workspaceTrust: true,
		settings: {
			'security.workspace.trust.enabled': true,
			'security.workspace.trust.startupPrompt': 'never',
			'security.workspace.trust.banner': 'never',
		},
	});

	it('is read, and neither holds the editor up nor leads out of itself', async () => {
		const workbench = await shared.open({ fill: hostileFolder });
		await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).first().waitFor();
		await showCompetencies(workbench);
		await workbench.treeRow(tree, /^Technical Initiative, [1-9] ready/).waitFor();
		await workbench.screenshot('restricted-mode');
		const folder = workbench.folder ?? '';
		const before = await fs.readdir(path.dirname(folder));
		await workbench.runCommand('STAR Stories: Create Framework File');
		await (await workbench.notification(/starStories\.frameworkFile/)).waitFor();
		expect(await fs.readdir(path.dirname(folder))).to.deep.equal(before);
		expect((await fs.readdir(folder)).toSorted()).to.deep.equal(['.gitignore', '.vscode', 'stories']);
	});
});

async function hostileFolder(folder: string): Promise<void> {
	await bankOf(folder, ['One', 'Two']);
	await fs.writeFile(path.join(folder, 'stories', `${'a'.repeat(120)}.md`), '# A\n');
	await fs.writeFile(path.join(folder, '.gitignore'), `${slowPattern}\n`);
	await fs.mkdir(path.join(folder, '.vscode'));
	await fs.writeFile(
		path.join(folder, '.vscode/settings.json'),
		JSON.stringify({
			'starStories.frameworkFile': '../outside.yaml',
			'starStories.exclude': [slowPattern],
			'starStories.include': ['**/*.md', slowPattern],
		}),
	);
}
