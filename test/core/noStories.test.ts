import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { markdownFormat } from '../../src/core/report/formats/markdown.ts';
import type { ReportStory } from '../../src/core/report/report.ts';
import { formsPage } from '../../src/core/story/formsPage.ts';
import { analysed } from './reading.ts';
import { reportWith } from './sampleReport.ts';

const folder = join(import.meta.dirname, '../fixtures/no-stories');

/** Silence, as for every other Markdown file. */
const nothing = { kind: 'other', stories: [], problems: [], failures: [] };

describe('a file that is no story', () => {
	for (const name of readdirSync(folder)) {
		if (name === 'README.md') continue;
		it(`stays silent: ${name.replace('.md', '')}`, () => {
			const text = readFileSync(join(folder, name), 'utf8');
			for (const form of [text, text.replaceAll('\n', '\r\n'), `> ${text.trimEnd().replaceAll('\n', '\n> ')}\n`])
				expect(analysed(form)).to.deep.equal(nothing);
		});
	}
});

describe('what this product writes', () => {
	const { stories, ...report } = reportWith();
	const values: readonly (readonly [lacking: readonly string[], more: Partial<ReportStory>])[] = [
		[[], {}],
		[[], { scope: 'org' }],
		[['strength'], {}],
		[['strength', 'date'], { scope: 'industry' }],
		[['spoken', 'date'], {}],
		[[], { competencies: [], unknownTags: ['Courage · and so on'] }],
		[[], { competencies: [], unknownTags: [], status: 'draft' }],
		[['role', 'team', 'project', 'company'], {}],
	];
	for (const [lacking, more] of values)
		it(`is no story in a report, with ${JSON.stringify(more)} and without ${lacking.join()}`, () => {
			const changed = stories.map((story): ReportStory => {
				const kept = Object.entries({ ...story, ...more }).filter(([key]) => !lacking.includes(key));
				return Object.fromEntries(kept) as unknown as ReportStory;
			});
			const text = markdownFormat({ ...report, stories: changed });
			expect(text).to.contain('- **Situation:** ');
			for (const form of [text, text.replaceAll('\n', '\r\n')]) expect(analysed(form)).to.deep.equal(nothing);
		});

	it('is no story in a page on the forms of stories', () => {
		expect(analysed(formsPage())).to.deep.equal(nothing);
	});
});

describe('a story without tags', () => {
	const story = (s: string, t: string, a: string, r: string) =>
		`# One\n\n**Situation:** ${s}\n\n**Task:** ${t}\n\n**Action:** ${a}\n\n**Result:** ${r}\n`;
	const told: Readonly<Record<string, string>> = {
		'in the first person': story('Builds broke.', 'Mine.', 'I rewrote the cache.', '9 minutes.'),
		'with contractions': story('Builds broke.', 'Mine.', "I've rewritten the cache.", '9 minutes.'),
		'in small letters': story('builds broke.', 'mine.', 'then i rewrote the cache.', '9 minutes.'),
		'with the subject left out': story('Builds broke.', 'Mine.', 'Drew the graph, cut three edges.', '9 minutes.'),
		'with a gap left in it': story('[Which team?] had slow builds.', 'Mine.', 'I rewrote the cache.', 'XX %.'),
		'with a question in it': story('Why was it slow?', 'Nobody knew.', 'I measured every step.', '9 minutes.'),
		'with emphasised words alone': story('Late.', 'Mine.', 'I cut it.', 'Done.').replaceAll(':**', '**'),
	};
	for (const [how, text] of Object.entries(told))
		it(`is one when it is told ${how}`, () => expect(analysed(text).kind).to.equal('candidate'));
});
