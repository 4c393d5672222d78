import path from 'node:path';
import { expect } from 'chai';
import { linksIn } from '../markdownLinks.ts';
import { readShippedStories } from '../workbench/sampleBank.ts';

describe('the sample stories that ship', () => {
	it('name no file or folder that does not', async () => {
		const texts = await readShippedStories();
		const files = Object.keys(texts);
		const readme = texts['README.md'] ?? '';
		const folders = [...readme.matchAll(/`(\w+\/)`/gu)].map(([, folder]) => folder ?? '');
		expect(folders).to.deep.equal(['stories/', 'later/']);
		const linked = files.flatMap((file) =>
			linksIn(texts[file] ?? '')
				.filter((link) => !/^(?:\w+:|#)/u.test(link))
				.map((link) => path.posix.join(path.posix.dirname(file), link.replace(/#.*/u, ''))),
		);
		expect(linked.filter((file) => !files.includes(file))).to.deep.equal([]);
	});
});
