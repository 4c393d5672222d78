import path from 'node:path';
import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { readInterviews } from '../../src/core/questions/interviews/readInterviews.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { linksIn } from '../markdownLinks.ts';
import { readShippedStories } from '../workbench/sampleBank.ts';
import { defaultContext } from './context.ts';

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

	it('show in half of them how far they reached, an angle, a short form or follow-ups, and each kind once', async () => {
		const stories = Object.entries(await readShippedStories()).flatMap(([file, text]) =>
			analyse(text, { ...defaultContext, fileName: path.posix.basename(file) }).stories.filter(
				({ tags }) => tags.length > 0,
			),
		);
		const shown = stories.map(({ details, sides }) => [
			...(details.scope ? ['scope'] : []),
			...(details.angles ? ['angles'] : []),
			...sides.map(({ kind }) => kind),
		]);
		expect(shown.filter((each) => each.length > 0).length / stories.length).to.be.at.least(0.5);
		expect(new Set(shown.flat())).to.include.keys('scope', 'angles', 'in-short', 'follow-ups');
	});

	it('come with a list of interviews that is read to its last word', async () => {
		const texts = await readShippedStories();
		const list = readInterviews(texts['stories/interviews.md'] ?? '', new Lookups([staff]));
		expect(list.map(({ company, date, round, asked }) => [company, date, round, asked.length])).to.deep.equal([
			['Harrow Lane', '2024-03-12', 'round 1', 2],
			['Harrow Lane', '2024-03-19', 'round 2', 2],
		]);
		expect(list.flatMap(({ asked }) => asked).map(({ landed }) => landed?.how)).to.deep.equal([
			'well',
			'ok',
			'well',
			undefined,
		]);
	});
});
