import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { appears } from './appears.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** What the model answers, who knows the company by its placeholder. */
function answerWith(company: string): string {
	const propose = (before: string, after: string) => `\`\`\`proposal\n${before}\n=====\n${after}\n\`\`\`\n`;
	return [
		'Words of the model.',
		'![x](https://example.org/x.png)\n',
		propose(`${company} sells used cameras`, 'We sell used cameras'),
		propose('used cameras', '987 used cameras'),
	].join('\n');
}

const story = 'stories/retiring-the-nightly-reindex.md';

/** Where front matter cannot be read, names may be missing, and nothing is shared. */
async function fill(folder: string): Promise<void> {
	await copySampleBank(folder);
	const file = path.join(folder, story);
	await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('strength: 5', 'strength: 9'));
	for (const name of ['broken-front-matter.md', 'tab-indented-tags.md'])
		await fs.rm(path.join(folder, 'later', name));
}

describe('@star in chat', () => {
	const shared = workbenchForFile({
		linkedExtension: path.join(projectFolder, 'test/fixtures/recording-model'),
		settings: { 'chat.disableAIFeatures': false },
	});

	it('shows first what the model would get, sends that alone, and makes no edit', async () => {
		const workbench = await shared.open({ fill });
		const { page, folder = '' } = workbench;
		const chat = page.locator('.interactive-session');
		const finding = 'write a whole number from 1 to 5';
		const sent = async () => (await fs.readdir(folder)).filter((name) => name.startsWith('sent-'));
		await workbench.runCommand('Chat: Open Chat');
		await say(workbench, '@star /review Retiring the nightly reindex');
		const consent = chat.getByText('Send this to Recorder');
		await consent.waitFor();
		// VS Code keeps the spaces of a text.
		const shown = await eventually(
			async () => (await chat.innerText()).replaceAll('\u00A0', ' '),
			(text) => text.includes(finding) && text.includes('word for word') && text.includes('Hidden:'),
		);
		// What the rules find comes before what a model would get.
		expect(shown.indexOf(finding), shown).to.be.within(0, shown.indexOf('word for word'));
		const [, company = ''] = /Hidden: .*Lensgate → (\[Company [A-Z]+\])/u.exec(shown) ?? [];
		expect(company, shown).not.to.equal('');
		const answer = answerWith(company);
		await fs.writeFile(path.join(folder, 'answer.txt'), answer);
		await workbench.screenshot('star-before-sending');
		expect(await sent()).to.deep.equal([]);

		await consent.click();
		await chat.getByText('Words of the model.').waitFor();
		await eventuallyEquals(sent, ['sent-1.json']);
		const messages = JSON.parse(await fs.readFile(path.join(folder, 'sent-1.json'), 'utf8')) as readonly {
			readonly text: string;
		}[];
		expect(messages).to.have.length(1);
		const text = messages[0]?.text ?? '';
		expect(text)
			.to.include('Never invent a number')
			.and.include(`${company} sells used cameras`)
			.and.not.match(/lensgate/iu);
		// What was shown is what was sent, word for word.
		expect(words(await chat.locator('blockquote').first().innerText())).to.equal(words(text));
		await chat.getByText('Not offered as an edit: 987 is not in the story.').waitFor();

		await workbench.screenshot('star-answer');
		// VS Code folds up what it takes for steps on the way to an answer.
		expect(await chat.getByText('Words of the model.').isVisible()).to.equal(true);
		await chat.getByRole('button', { name: 'Preview This Edit' }).click();
		await page.getByText('Refactor Preview').first().waitFor();
		await workbench.screenshot('star-proposal');
		const stored = () => fs.readFile(path.join(folder, story), 'utf8');
		const before = await stored();
		expect(before).to.include('Lensgate sells used cameras');
		await page
			.locator(
				'.bulk-edit-panel .monaco-tl-row input[type="checkbox"], .bulk-edit-panel .monaco-tl-row .monaco-custom-toggle',
			)
			.first()
			.click();
		await page.getByRole('button', { name: 'Apply', exact: true }).click();
		const after = before.replace('Lensgate sells used cameras', 'We sell used cameras');
		await eventuallyEquals(stored, after);
		expect(await chat.locator('img[src*="example.org"]').count()).to.equal(0);
	});
});

/** Says something to a participant in chat, once VS Code knows that one. */
async function say(workbench: WorkbenchPage, text: string): Promise<void> {
	const { page } = workbench;
	const input = page.locator('.interactive-session .chat-input-container .monaco-editor').first();
	await eventually(
		async () => {
			await input.click();
			await page.keyboard.press('Control+A');
			await page.keyboard.press('Delete');
			await page.keyboard.type(text);
			await page.keyboard.press('Escape');
			// A participant that is known is marked as such, a moment later.
			return appears(page.locator('.interactive-session .chat-input-container [class*="ced-"]').first(), 2000);
		},
		(isMarked) => isMarked,
	);
	await page.keyboard.press('Enter');
}

function words(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}
