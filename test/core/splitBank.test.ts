import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { splitBank, type StoryPart } from '../../src/core/edit/splitBank.ts';
import { walk } from '../../src/core/story/markdown.ts';
import { propertyRuns } from './propertyRuns.ts';
import { at, read } from './reading.ts';

function partsOf(text: string, kept: readonly number[] = []) {
	const split = splitBank(read(text), kept);
	if ('refusal' in split) throw new Error(split.refusal.message);
	return { ...split, stories: split.parts.filter((part): part is StoryPart => part.form === 'story') };
}

const entry = (title: string, more = '') =>
	`## ${title}\n\n- **S:** We were late.${more}\n- **A:** I cut it.\n- **R:** On time.\n\n`;

describe('a bank without tags', () => {
	it('is split into candidates, in front matter only where they need it for their title', () => {
		const text = `# Mine\n\nAn introduction.\n\n${entry('One')}${entry('Two')}`;
		const { stories, remainder, isRemainderBlank } = partsOf(text);
		expect(stories.map((part) => part.text)).to.deep.equal([
			`---\ntitle: One\n---\n\n${entry('One')}`,
			`---\ntitle: Two\n---\n\n${entry('Two')}`,
		]);
		expect([remainder, isRemainderBlank]).to.deep.equal(['# Mine\n\nAn introduction.\n\n', false]);
		const top = (title: string) => entry(title).replace('##', '#');
		const flat = partsOf(top('One') + top('Two'));
		expect(flat.stories.map((part) => part.text)).to.deep.equal([top('One'), top('Two')]);
		expect(flat.isRemainderBlank).to.equal(true);
	});

	it('is split the same however its lines end', () => {
		const text = `# Mine\n\n${entry('One', ' See [x].')}${entry('Two', ' See[^1].')}[x]: y\n\n[^1]: A note.\n`;
		const texts = partsOf(text).stories.map((part) => part.text);
		expect(texts[0]).to.contain('\n\n[x]: y\n');
		for (const end of ['\r', '\r\n']) {
			const split = partsOf(text.replaceAll('\n', end));
			expect(split.stories.map((part) => part.text)).to.deep.equal(
				texts.map((each) => each.replaceAll('\n', end)),
			);
		}
	});

	it('marks a story that is told only beside the others, so that its file is one', () => {
		const story = (title: string, told: string) =>
			`## ${title}\n\n**Situation:** Builds broke.\n\n**Task:** Mend them.\n\n**Action:** ${told}\n\n**Result:** 9 minutes.\n\n`;
		const { stories } = partsOf(
			`# Mine\n\n${story('One', 'I cut it.')}${story('Two', 'I ran it.')}${story('Three', 'It hung on a lock that nobody held. Dropped that.')}`,
		);
		expect(stories.map(({ text }) => text.includes('competencies: []'))).to.deep.equal([false, false, true]);
		expect(stories.map(({ text }) => read(text).kind)).to.deep.equal(['candidate', 'candidate', 'story']);
	});

	it('marks a story that has tags of another tool too and no sections yet, so that its file is one', () => {
		const begun = '## Begun\n\n**Tags:** Technical Initiative; Courage\n\n';
		const { stories } = partsOf(begun + entry('One') + entry('Two'));
		expect(stories[0]?.text).to.equal(`---\ncompetencies: []\ntitle: Begun\n---\n\n${begun}`);
		expect(read(stories[0]?.text ?? '').stories.map(({ tags }) => tags.map(({ text }) => text))).to.deep.equal([
			['Technical Initiative'],
		]);
	});

	it('of any form is split into files that read the same', () => {
		const folder = join(import.meta.dirname, '../fixtures/forms/development');
		let seen = 0;
		for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
			const text = readFileSync(join(folder, name), 'utf8');
			const bank = read(text);
			if (bank.kind !== 'candidate' || bank.stories.length < 2 || bank.stories.some((each) => each.isInTable))
				continue;
			seen++;
			const { stories, parts } = partsOf(text);
			expect(text.endsWith(parts.map(({ source }) => source).join('')), name).to.equal(true);
			const told = (document: typeof bank) =>
				document.stories.map(({ title, sections }) => ({
					title,
					sections: sections.map(({ kind, body }) => [kind, at(document.text, body).trim()]),
				}));
			expect(
				stories.flatMap((part) => told(read(part.text))),
				name,
			).to.deep.equal(told(bank));
		}
		expect(seen).to.be.above(10);
	});
});

describe('the lines of a bank that is split', () => {
	it('stay in their story where they hold more than what front matter takes', () => {
		const lines = [
			'**Tags:** mentorship, payments',
			'**Competencies:** [mentorship](https://wiki.example/mentorship)',
			'- **Competencies:** mentorship <!-- why? -->',
		];
		for (const line of lines) {
			const bank = ['One', 'Two'].map((title) => entry(title, '').replace('\n\n', `\n\n${line}\n\n`)).join('');
			const { stories } = partsOf(bank);
			for (const { text } of stories) {
				expect(text).to.contain(line);
				expect(read(text).stories.map(({ tags }) => tags.map((tag) => tag.text))).to.deep.equal([
					['mentorship'],
				]);
			}
		}
		const plain = partsOf(entry('One').replace('\n\n', '\n\n**Tags:** *mentorship*, Mentoring\n\n') + entry('Two'));
		expect(plain.stories[0]?.text).to.contain('competencies: [mentorship, Mentoring]').and.not.contain('Tags');
	});
});

describe('definitions of a bank that is split', () => {
	const line = '**Competencies:** mentorship\n\n';
	const tagged = (title: string, more: string) => entry(title, more).replace('\n\n', `\n\n${line}`);

	it('go with each story that refers to them, footnotes with what they refer to', () => {
		const notes =
			'[wiki]: https://example.com/wiki\n[^a]: Counted by [hand].\n\n[hand]: https://example.com/hand\n';
		const text = `# Mine\n\nSee the [wiki].\n\n${tagged('One', ' See the [wiki].')}${tagged('Two', ' Twelve.[^a]')}${tagged('Three', '')}${notes}`;
		const { stories, remainder } = partsOf(text);
		expect(stories.map(({ carried }) => carried)).to.deep.equal([
			'[wiki]: https://example.com/wiki\n',
			'[^a]: Counted by [hand].\n\n[hand]: https://example.com/hand\n',
			'',
		]);
		expect(stories[2]?.text.endsWith(notes)).to.equal(true);
		expect(remainder).to.equal('# Mine\n\nSee the [wiki].\n\n[wiki]: https://example.com/wiki\n');
	});

	it('stay in one place at least, and mean the same in every file, wherever they stood', () => {
		const reference = fc.constantFrom('', ' a [link][x]', ' [x]', ' ![p][y]', ' n[^1]', ' n[^note]', ' [X] [y][]');
		const definition = fc.constantFrom(
			'[x]: https://example.com/x "X"\n\n',
			'[y]: /y.png\n\n',
			'[^1]: One, see [x].\n\n',
			'[^note]: A note\n\n    in two paragraphs, see [y].\n\n',
		);
		const story = fc.record({ reference, more: reference, defined: fc.array(definition, { maxLength: 2 }) });
		const bank = fc.record({
			intro: reference,
			stories: fc.array(story, { minLength: 2, maxLength: 4 }),
			last: fc.array(definition, { maxLength: 3 }),
			isTagged: fc.boolean(),
			eol: fc.constantFrom('\n', '\r\n'),
			kept: fc.option(fc.nat(1)),
		});
		/** What each reference of a text leads to, by the words between its brackets. */
		const meanings = (text: string, { start, end } = { start: 0, end: text.length }): readonly string[] => {
			const { tree } = read(text);
			const urls = new Map<string, string>();
			const found: string[] = [];
			for (const node of walk(tree.root)) {
				if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url);
			}
			for (const node of walk(tree.root)) {
				const span = tree.spanOf(node);
				if (span.start < start || span.end > end) continue;
				if (node.type === 'linkReference' || node.type === 'imageReference')
					found.push(`${node.identifier} ${urls.get(node.identifier) ?? ''}`);
				if (node.type === 'footnoteReference') found.push(at(text, span));
			}
			return [...new Set(found)];
		};
		fc.assert(
			fc.property(bank, ({ intro, stories, last, isTagged, eol, kept }) => {
				const make = isTagged ? tagged : entry;
				const bodies = stories.map(
					(each, index) => make(`S${index}`, each.reference + each.more) + each.defined.join(''),
				);
				const text = `# Mine\n\nWords.${intro}\n\n${bodies.join('')}${last.join('')}`.replaceAll('\n', eol);
				const document = read(text);
				const { stories: parts, remainder } = partsOf(text, kept === null ? [] : [kept]);
				const going = document.stories.filter((_, index) => index !== kept);
				for (const [index, part] of parts.entries()) {
					const { span } = going[index] ?? { span: { start: 0, end: 0 } };
					expect(meanings(part.text), part.text).to.include.members([...meanings(text, span)]);
					expect(/(?<!\r)\n/u.test(part.text)).to.equal(eol === '\n');
				}
				const intact = { start: 0, end: document.stories[0]?.span.start ?? 0 };
				expect(meanings(remainder), remainder).to.include.members([...meanings(text, intact)]);
				const files = [...parts.map((part) => part.text), remainder].join('\n');
				for (const source of [...stories.flatMap(({ defined }) => defined), ...last])
					expect(files.replaceAll('\r\n', '\n')).to.contain(source.trim());
			}),
			{ numRuns: propertyRuns(150) },
		);
	});
});
