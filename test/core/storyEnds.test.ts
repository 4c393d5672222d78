import { expect } from 'chai';
import fc from 'fast-check';
import { analyse } from '../../src/core/rules/analyse.ts';
import { DocumentMemory } from '../../src/core/rules/documentMemory.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { sampleFiles, storyDocument } from './generated.ts';
import { lineSoup } from './markdownLines.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, read, tagged } from './reading.ts';

/** What is told of each section of the first story. */
function told(text: string): readonly string[] {
	return (analysed(text).stories[0]?.sections ?? []).map(({ kind, spoken }) => `${kind}: ${spoken}`);
}

const labels = '**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n**Result:** d\n\n';
const headings = '## Situation\n\na\n\n## Task\n\nb\n\n## Action\n\nc\n\n## Result\n\nd\n\n';
const all = ['situation: a', 'task: b', 'action: c', 'result: d'];

describe('where a story ends', () => {
	for (const [what, text] of [
		['a rule', `${labels}---\n\nAfterwards\n`],
		['a rule below headings', `${headings}***\n\nAfterwards\n`],
		['a label that names no section', `${labels}**Interview tip:** smile\n\nAnd more\n`],
		[
			'a label in a list like the others',
			'- **Situation:** a\n- **Task:** b\n- **Action:** c\n- **Result:** d\n- **Key beats:** e\n',
		],
		[
			'a label alone on its line',
			'**Situation**\na\n\n**Task**\nb\n\n**Action**\nc\n\n**Result**\nd\n\n**If they ask**\ne\n',
		],
		[
			'a line of tags, however it is written',
			'- **Situation:** a\n- **Task:** b\n- **Action:** c\n- **Result:** d\n\n**Tags:** Mentorship\n',
		],
		['any heading below labels', `### Story\n\n${labels}#### Probes to have ready\n\nWhy?\n`],
		['a heading of the same level', `${headings}## Numbers\n\n40 %\n`],
		['a heading of a higher level', `${headings.replaceAll('##', '###')}## Numbers\n\n40 %\n`],
	] as const) {
		it(`ends at ${what}`, () => {
			expect(told(`${tagged}# T\n\n${text}`)).to.deep.equal(all);
		});
	}

	it('goes on past a rule between sections, a label within Action and a deeper heading', () => {
		expect(told(`${tagged}# T\n\n${headings.replaceAll('\n\n##', '\n\n---\n\n##')}`)).to.deep.equal(all);
		expect(told(`${tagged}# T\n\n${labels.replace('c\n', 'c\n\n**First:** x\n')}`)[2]).to.equal(
			'action: c\nFirst: x',
		);
		expect(told(`${tagged}# T\n\n${headings}### In numbers\n\n40 %\n`)[3]).to.equal('result: d\n40 %');
	});
});

describe('a gap in a story', () => {
	const gaps = (text: string) =>
		analysed(`${tagged}# T\n\n${text}`)
			.problems.filter(({ rule }) => rule === 'placeholder')
			.map(({ message }) => message);

	const wanted = [
		['above the sections', `TODO when?\n\n${headings}`],
		['in a story without sections', 'TODO write it\n\n---\n'],
		['in a section', headings.replace('\n\nc\n', '\n\nTODO\n')],
		['in the name of a section', labels.replace('**Action:**', '**Action** (TODO):')],
		['in the last section', `${headings}### In numbers\n\nTODO\n`],
		['in short', `${headings}## In short\n\nTODO\n`],
		['in a table', '| Situation | Task | Action | Result |\n|---|---|---|---|\n| a | b | TODO | d |\n'],
	] as const;
	for (const [what, text] of wanted)
		it(`is found ${what}`, () => {
			expect(gaps(text)).to.deep.equal(['TODO is still to be filled in.']);
		});

	const gap = 'TODO ask Ines, 40 XX %, [team name], <metric>\n';
	for (const [what, text] of [
		['behind a rule', `${headings}---\n\n${gap}`],
		['behind a rule below labels', `${labels}---\n\n${gap}`],
		['below a heading of its own', `${headings}## Notes\n\n${gap}`],
		['below a heading of its own between sections', headings.replace('## Action', `## Notes\n\n${gap}\n## Action`)],
		['below a heading behind labels', `${labels}## Notes\n\n${gap}`],
		['behind a label that names no section', `${labels}**Interview tip:** ${gap}`],
		['behind the block quote that the story stands in', `> ${labels.trim().replaceAll('\n', '\n> ')}\n\n${gap}`],
	] as const)
		it(`is none ${what}`, () => {
			expect(gaps(text)).to.deep.equal([]);
		});

	it('is none behind the telling of each story of a bank', () => {
		const bank = `## One\n\n${labels}---\n\n${gap}\n## Two\n\n${labels.replace('d', 'TODO')}#### Notes\n\n${gap}`;
		expect(gaps(bank)).to.deep.equal(['TODO is still to be filled in. (Story 2)']);
	});
});

describe('what is told of a section', () => {
	const spoken = (result: string) => told(`${tagged}# T\n\n## Result\n\n${result}`)[0]?.replace('result: ', '');

	for (const [source, wanted] of [
		['<!-- when? -->Time-outs fell fast', 'Time-outs fell fast'],
		['<!-- one\ntwo -->Time-outs fell', 'Time-outs fell'],
		['<div>Time-outs <b>fell</b>&nbsp;fast</div>', 'Time-outs fell fast'],
		['<details><summary>More</summary>\nTime-outs fell\n\nfast\n\n</details>', 'Time-outs fell\nfast'],
		['<p title="a > b">Time-outs fell</p><p>fast</p>', 'Time-outs fell\nfast'],
		['<script>let x = "told";</script>', ''],
		['at  \nHalyard', 'at Halyard'],
		['at\\\nHalyard', 'at Halyard'],
		['at<br>Halyard', 'at Halyard'],
		['<div>at<br/>Halyard</div>', 'at Halyard'],
		['> at\\\n> Halyard', 'at Halyard'],
		['a **b**c <metric> d', 'a bc d'],
		['R&amp;D &eacute;t&#233; &lt;3 \\* x', 'R&D été <3 * x'],
		['40 %[^1] faster\n\n[^1]: Measured\n    in May', '40 % faster'],
		['- [x] done\n- [ ] open\n- [X] also', 'done\nopen\nalso'],
		['| | before | after |\n|-|-|-|\n| p99 | 900 ms | 120 ms |', 'before, after\np99, 900 ms, 120 ms'],
		['### Seen\n\nsaid', 'said'],
	] as const) {
		it(`is ${JSON.stringify(wanted)} for ${JSON.stringify(source)}`, () => {
			expect(spoken(source) ?? '').to.equal(wanted);
		});
	}

	it('counts no task mark as a word', () => {
		const words = (source: string) => analysed(`${tagged}# T\n\n## Result\n\n${source}`).stories[0]?.words;
		expect(words('- [x] done')).to.equal(1);
		expect(words('<div>three more words</div>')).to.equal(3);
	});

	it('keeps a line break in a title apart', () => {
		expect(read(`${tagged}# Moving<br>Halyard\n`).stories[0]?.title).to.equal('Moving Halyard');
	});
});

describe('a rule on the first line', () => {
	const list = '# One\n\n**Competencies:** Mentorship\n\n- **Situation:** a\n- **Task:** b\n\n> **Result:** d\n\n';
	for (const [what, text] of [
		['alone', `---\n\n${list}`],
		['with another one below', `---\n\n${list}---\n\n${list.replace('One', 'Two')}`],
		['right above a list', `---\n${list.slice(list.indexOf('- '))}`],
	] as const) {
		for (const eol of ['\n', '\r\n', '\r']) {
			it(`is no front matter ${what}, with ${JSON.stringify(eol)}`, () => {
				const { frontMatter, stories, markers } = read(text.replaceAll('\n', eol));
				expect(frontMatter).to.equal(undefined);
				const labelled = markers.filter(({ form, kind }) => form === 'label' && kind);
				expect(labelled.map((marker) => marker.form === 'label' && marker.inList)).to.include.members([true]);
				if (text.includes('# One'))
					expect(stories[0]?.sections.map(({ kind }) => kind)).to.deep.equal(['situation', 'task', 'result']);
			});
		}
	}

	it('is front matter where a field stands between', () => {
		expect(read('---\n# mine\ncompetencies: mentorship\n---\n# T\n').frontMatter?.intact).to.equal(true);
	});
});

describe('line ends', () => {
	it('change nothing of what is found, with and without a memory', () => {
		const samples = sampleFiles.map(({ text }) => text);
		const some = fc.oneof(storyDocument, lineSoup, fc.constantFrom(...samples));
		fc.assert(
			fc.property(some, (source) => {
				const text = source.replaceAll(/\r\n?/gu, '\n');
				const windows = text.replaceAll('\n', '\r\n');
				const found = (of: string, memory?: DocumentMemory) =>
					analyse(of, defaultContext, memory).problems.map(
						({ rule, message, span }) =>
							`${rule} ${message.replaceAll('\r\n', '\n')} ${of.slice(0, span.start).replaceAll('\r\n', '\n').length}`,
					);
				expect(found(windows)).to.deep.equal(found(text));
				expect(found(windows, new DocumentMemory())).to.deep.equal(found(text));
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});

describe('the order of sections', () => {
	it('is not mended across a heading that names no section', () => {
		const text = `${tagged}# T\n\n## One\n\n**Result:** r\n\n## Other\n\n**Situation:** s\n`;
		const problem = analysed(text).problems.find(({ rule }) => rule === 'section-order');
		expect(problem?.fixes).to.deep.equal([]);
	});

	it('is mended with the headings within a section', () => {
		const text = `${tagged}# T\n\n## Result\n\nr\n\n### In numbers\n\n3\n\n## Situation\n\ns\n`;
		const fix = analysed(text).problems.find(({ rule }) => rule === 'section-order')?.fixes?.[0];
		expect(fix && applyEdits(text, fix.edits)).to.equal(
			`${tagged}# T\n\n## Situation\n\ns\n\n## Result\n\nr\n\n### In numbers\n\n3\n`,
		);
	});
});
