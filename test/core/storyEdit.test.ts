import { expect } from 'chai';
import fc from 'fast-check';
import type { EditResult } from '../../src/core/edit/editResult.ts';
import { renameTags } from '../../src/core/edit/rename.ts';
import { splitBank } from '../../src/core/edit/splitBank.ts';
import { removeField, setField } from '../../src/core/edit/storyFields.ts';
import type { StoryPlace } from '../../src/core/edit/storyLine.ts';
import { addTag, removeTag, replaceTag, respellTag } from '../../src/core/edit/storyTags.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { createLookup } from '../../src/core/framework/lookups.ts';
import type { Document } from '../../src/core/story/document.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { jumble, storyDocument, taggedJumble } from './generated.ts';
import { propertyRuns } from './propertyRuns.ts';
import { at, read } from './reading.ts';
import { bankTag, bankText } from './storyEditBanks.ts';

const competencies = createLookup([staff]);

function placeIn(text: string, index = 0): StoryPlace {
	const document = read(text);
	const story = document.stories[index];
	if (!story) throw new Error(`no story ${index} in ${JSON.stringify(text)}`);
	return { document, story, competencies };
}

function applied(text: string, result: EditResult): string {
	expect(result.refusal, JSON.stringify(text)).to.equal(undefined);
	return applyEdits(text, result.edits);
}

const labels = '**Situation:** a\n\n**Task:** b\n\n';

describe('an edit of a story in a bank', () => {
	const edits: Record<string, (place: StoryPlace) => EditResult> = {
		add: (place) => addTag(place, 'Technical Influence'),
		'remove first': (place) => removeTag(place, 0),
		replace: (place) => replaceTag(place, 0, 'Technical Influence'),
		'strength 5': (place) => setField(place, 'strength', 5),
		'no strength': (place) => removeField(place, 'strength'),
		'status ready': (place) => setField(place, 'status', 'ready'),
	};
	const cases: readonly [lines: string, edit: string, after: string][] = [
		['**Competencies:** mentorship\n', 'add', '**Competencies:** mentorship; Technical Influence\n'],
		[
			'**Competencies:** mentorship, Courage\n',
			'add',
			'**Competencies:** mentorship, Courage, Technical Influence\n',
		],
		['- **Tags:** `mentorship`\n', 'add', '- **Tags:** `mentorship`; `Technical Influence`\n'],
		[
			'**Competencies:** mentorship\\\n**Strength:** 4\n',
			'add',
			'**Competencies:** mentorship; Technical Influence\\\n**Strength:** 4\n',
		],
		['**Competencies:**\n', 'add', '**Competencies:** Technical Influence\n'],
		[
			'**Strength:** 4\n**Status:** draft\n',
			'add',
			'**Competencies:** Technical Influence\n**Strength:** 4\n**Status:** draft\n',
		],
		[
			'**Strength:** 4\\\n**Status:** draft\n',
			'add',
			'**Competencies:** Technical Influence\\\n**Strength:** 4\\\n**Status:** draft\n',
		],
		['- **Competencies:** mentorship; Courage; Grit\n', 'remove first', '- **Competencies:** Courage; Grit\n'],
		['**Competencies:** `mentorship`\n', 'remove first', '**Competencies:** \n'],
		['**Competencies:** mentorship; Courage  \n', 'replace', '**Competencies:** Technical Influence; Courage  \n'],
		[
			'**Competencies:** mentorship\n**Strength:** 4\\\n**Date:** 2023\n',
			'strength 5',
			'**Competencies:** mentorship\n**Strength:** 5\\\n**Date:** 2023\n',
		],
		[
			'**Competencies:** mentorship\\\n**Date:** 2023\n',
			'strength 5',
			'**Competencies:** mentorship\\\n**Strength:** 5\\\n**Date:** 2023\n',
		],
		[
			'**Competencies:** mentorship\\\n**Strength:** 4\n',
			'status ready',
			'**Competencies:** mentorship\\\n**Strength:** 4\\\n**Status:** ready\n',
		],
		[
			'> **Competencies**: mentorship\n>\n> **Strength**: 4\n',
			'status ready',
			'> **Competencies**: mentorship\n>\n> **Strength**: 4\n>\n> **Status**: ready\n',
		],
		['**Competencies:** mentorship\\\n**Strength:** 4\n', 'no strength', '**Competencies:** mentorship\n'],
		[
			'**Competencies:** mentorship\\\n**Strength:** 4\\\n**Strength:** 5\n',
			'no strength',
			'**Competencies:** mentorship\n',
		],
		[
			'**Competencies:** mentorship\\\n**Strength:** 4\\\n**Status:** ready\\\n**Strength:** 5\n',
			'no strength',
			'**Competencies:** mentorship\\\n**Status:** ready\n',
		],
		['**Competencies:** mentorship\n\n**Strength:** 4\n', 'no strength', '**Competencies:** mentorship\n'],
	];
	for (const [before, edit, after] of cases) {
		it(`${edit}: ${JSON.stringify(before)}`, () => {
			for (const eol of ['\n', '\r\n']) {
				const textWith = (lines: string) =>
					`---\ntype: star-story\n---\n# Bank\n\n## One\n\n${lines}\n${labels}## Two\n\n${labels}`.replaceAll(
						'\n',
						eol,
					);
				const text = textWith(before);
				expect(applied(text, edits[edit]?.(placeIn(text)) ?? { edits: [] })).to.equal(textWith(after));
			}
		});
	}

	it('puts a new line where the other stories have theirs', () => {
		const text = `## One\n- **competencies**: mentorship\n\n${labels}## Two\n\n${labels}`;
		expect(applied(text, addTag(placeIn(text, 1), 'initiative'))).to.equal(
			text.replace('## Two\n', '## Two\n- **competencies**: initiative\n'),
		);
		const bare = `---\ntype: star-story\n---\n## One\n${labels}## Two\n\n${labels}`;
		expect(applied(bare, setField(placeIn(bare), 'strength', 3))).to.equal(
			bare.replace('## One\n', '## One\n\n**Strength:** 3\n\n'),
		);
	});

	it('repeats the tags that it took from front matter, and leaves those to the other stories', () => {
		const text = `---\ncompetencies: [mentorship, Courage]\n---\n## One\n\n${labels}## Two\n\n${labels}`;
		const withLine = (line: string) => text.replace('## Two\n', `## Two\n\n**Competencies:**${line}\n`);
		expect(applied(text, addTag(placeIn(text, 1), 'initiative'))).to.equal(
			withLine(' mentorship; Courage; initiative'),
		);
		expect(applied(text, removeTag(placeIn(text, 1), 0))).to.equal(withLine(' Courage'));
		expect(applied(text, respellTag(placeIn(text, 1), 1, 'initiative'))).to.equal(
			text.replace('Courage', 'initiative'),
		);
	});

	it('is refused with a reason', () => {
		const text = `---\ncompetencies: [mentorship]\ncompany: Acme\n---\n## One\n\n**Competencies:** mentorship\n\n${labels}## Two\n\n${labels}`;
		const reasons = (...results: EditResult[]) => results.map(({ refusal }) => refusal?.reason);
		const [one, two] = [placeIn(text), placeIn(text, 1)];
		expect(
			reasons(addTag(one, 'a; b'), addTag(one, 'a `b'), addTag(one, 'a\nb'), addTag(two, 'a, b')),
		).to.deep.equal(['value', 'value', 'value', 'value']);
		expect(
			reasons(setField(one, 'company', 'X'), removeField(one, 'company'), setField(two, 'status', '')),
		).to.deep.equal(['no-line', 'no-line', 'value']);
		expect(reasons(removeTag(one, 3), replaceTag(two, 2, 'x'), respellTag(two, 2, 'x'))).to.deep.equal(
			Array(3).fill('not-found'),
		);
	});
});

describe('an edit of a story file', () => {
	it('is refused with a reason where its front matter allows none', () => {
		const reason = (yaml: string) => addTag(placeIn(`${yaml}# T\n\n${labels}`), 'initiative').refusal?.reason;
		expect(reason('+++\ncompetencies = []\n+++\n')).to.equal('toml');
		expect(reason('---\ncompetencies: [\n---\n')).to.equal('unreadable');
		expect(reason('---\ncompetencies: [a]\n\n')).to.equal('unreadable');
		expect(reason('---\nx: &x [a]\ncompetencies: *x\n---\n')).to.equal('alias');
		expect(reason('---\ncompetencies: {a: b}\n---\n')).to.equal('mapping');
		expect(reason('---\ncompetencies: !!seq [a]\n---\n')).to.equal('yaml-tag');
		const anchored = placeIn('---\ncompetencies: [&a mentorship, b]\nx: *a\n---\n# T\n');
		expect(removeTag(anchored, 0).refusal?.reason).to.equal('anchor');
		expect(
			setField(placeIn('---\ntype: star-story\nmetrics: [a]\nmetrics: [b]\n---\n'), 'metrics', ['c']).refusal
				?.reason,
		).to.equal('ambiguous');
	});

	it('goes where the tag stands, or to the key that counts', () => {
		const line = `---\ncompetencies: [a]\n---\n# T\n\n**Competencies:** mentorship\n\n${labels}`;
		expect(applied(line, addTag(placeIn(line), 'initiative'))).to.equal(
			line.replace('mentorship', 'mentorship; initiative'),
		);
		const twice = '---\ncompetency: mentorship\ncompetencies: [b]\n---\n# T\n';
		expect(applied(twice, addTag(placeIn(twice), 'initiative'))).to.equal(
			twice.replace(': mentorship', ': [mentorship, initiative]'),
		);
		const invalid = '---\ntype: star-story\nstrength: 9\nstrength: 4\n---\n';
		expect(applied(invalid, setField(placeIn(invalid), 'strength', 2))).to.equal(invalid.replace('4', '2'));
	});

	it('does not add a competency that the story has under another name', () => {
		const text = '---\ncompetencies: [mentoring, Courage]\n---\n# T\n';
		expect(addTag(placeIn(text), 'Mentorship & Knowledge Sharing')).to.deep.equal({ edits: [] });
		expect(addTag(placeIn(text), 'courage')).to.deep.equal({ edits: [] });
	});
});

/** What the stories of a document say, apart from where. */
function toldIn(document: Document) {
	return document.stories.map(({ title, tags, details, sections }) => ({
		title,
		tags: tags.map((tag) => tag.text),
		details: {
			status: details.status,
			strength: details.strength,
			date: details.date,
			company: details.company?.value,
		},
		sections: sections.map(({ kind, body }) => `${kind} ${at(document.text, body).trim()}`),
	}));
}

describe('edits of stories in banks', () => {
	const scenario = fc.record({
		text: bankText.filter((text) => read(text).kind === 'bank'),
		story: fc.nat(3),
		index: fc.nat(9),
		tag: bankTag,
	});

	it('change one thing of one story', () => {
		fc.assert(
			fc.property(scenario, ({ text, story, index, tag }) => {
				const document = read(text);
				const which = story % document.stories.length;
				const place = placeIn(text, which);
				const told = toldIn(document);
				const mine = told[which];
				if (!mine) return;
				const { tags } = mine;
				const from = index % (tags.length || 1);
				const expectChange = (result: EditResult, change: Partial<typeof mine>): string | undefined => {
					const about = `${JSON.stringify(change)} in ${JSON.stringify(text)}`;
					if (result.refusal) {
						expect(['value', 'not-found', 'no-line'], about).to.include(result.refusal.reason);
						return undefined;
					}
					const after = applyEdits(text, result.edits);
					expect(toldIn(read(after)), `${about} gives ${JSON.stringify(after)}`).to.deep.equal(
						told.with(which, { ...mine, ...change }),
					);
					for (const { span } of result.edits) {
						expect(span.start).to.be.at.least(place.story.span.start);
						expect(span.end).to.be.at.most(place.story.span.end);
						expect(at(text, span)).to.not.match(/#|Situation|kept|Told/u);
					}
					expect(/(?<!\r)\n/u.test(after)).to.equal(/(?<!\r)\n/u.test(text));
					expect(after.lastIndexOf('\uFEFF')).to.equal(text.lastIndexOf('\uFEFF'));
					return after;
				};
				const isNew = !tags.some(
					(other) =>
						other === tag ||
						(competencies.find(tag) && competencies.find(other) === competencies.find(tag)),
				);
				const added = expectChange(addTag(place, tag), isNew ? { tags: [...tags, tag] } : {});
				if (added !== undefined && isNew && tags.length > 0 && place.story.tagSource?.form === 'line') {
					const now = placeIn(added, which);
					// Behind `Tags` an unknown tag would be another tool's: such a line gets the other label, and keeps it.
					const label = now.story.tagSource ? at(added, now.story.tagSource.key) : '';
					const relabelled = applyEdits(text, [{ span: place.story.tagSource.key, newText: label }]);
					expect(applied(added, removeTag(now, tags.length))).to.equal(relabelled);
				}
				expectChange(removeTag(place, from), { tags: tags.toSpliced(from, 1) });
				expectChange(replaceTag(place, from, tag), {
					tags: tags.map((other, at_) => (at_ === from ? tag : other)),
				});
				const set = expectChange(setField(place, 'strength', 2), { details: { ...mine.details, strength: 2 } });
				// A line below a heading without space gets blank lines around it, and only those stay.
				const unspaced = (spaced: string) => spaced.replaceAll(/(?:\r?\n[ \t>]*)+(?=\r?\n)/gu, '');
				if (set !== undefined && mine.details.strength === undefined) {
					expect(
						unspaced(applied(set, removeField(placeIn(set, which), 'strength'))),
						JSON.stringify(text),
					).to.equal(unspaced(text));
				}
				expectChange(setField(place, 'date', '2019'), { details: { ...mine.details, date: '2019' } });
				expectChange(removeField(place, 'date'), { details: { ...mine.details, date: undefined } });
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('rename a competency under all its names', () => {
		const renamed = {
			...staff,
			competencies: staff.competencies.map((known) =>
				known.id === 'mentorship'
					? { ...known, id: 'growing', name: 'Growing, and Being Grown', aliases: [] }
					: known,
			),
		};
		const names = ['mentorship', 'Mentorship & Knowledge Sharing', 'mentoring'];
		const spelling = (written: string) => (/^[a-z-]+$/u.test(written) ? 'growing' : 'Growing, and Being Grown');
		const after = createLookup([renamed]);
		fc.assert(
			fc.property(scenario, ({ text }) => {
				const document = read(text);
				const { edits, refusals } = renameTags(document, { names, spelling, competencies: after });
				expect(refusals).to.deep.equal([]);
				const expected = toldIn(document).map((story) => ({
					...story,
					tags: story.tags.map((tag) => (names.includes(tag) ? spelling(tag) : tag)),
				}));
				expect(toldIn(read(applyEdits(text, edits), [renamed]))).to.deep.equal(expected);
				for (const { span } of edits) expect(names).to.include(at(text, span));
			}),
			{ numRuns: propertyRuns(100) },
		);
		const mixed =
			'---\ncompetencies:\n  - "Mentoring" # a\n  - \'mentorship\'\n  - x\ncompetency: Mentorship & knowledge sharing\n---\n# T\n';
		const { edits } = renameTags(read(mixed), { names, spelling, competencies: after });
		expect(applyEdits(mixed, edits)).to.equal(
			'---\ncompetencies:\n  - "Growing, and Being Grown" # a\n  - \'growing\'\n  - x\ncompetency: "Growing, and Being Grown"\n---\n# T\n',
		);
	});

	it('leave the last field of front matter where others stand below its end, which would then have slipped', () => {
		const text = '---\ncompetencies: [mentorship]\n---\ncompetency: influence\n\n# T\n';
		const document = read(text);
		for (const story of document.stories) {
			const place = { document, story, competencies };
			for (const { edits } of [removeField(place, 'competencies'), removeTag(place, 0)]) {
				const after = read(applyEdits(text, edits));
				expect(after.frontMatter?.errors ?? []).to.deep.equal([]);
			}
		}
		expect(document.stories).to.have.length(1);
	});

	it('never throw, whatever the text', () => {
		fc.assert(
			fc.property(fc.oneof(jumble, taggedJumble, storyDocument), bankTag, fc.nat(2), (text, tag, index) => {
				const document = read(text);
				for (const story of document.stories) {
					const place = { document, story, competencies };
					const results = [
						addTag(place, tag),
						removeTag(place, index),
						replaceTag(place, index, tag),
						respellTag(place, index, tag),
						setField(place, 'strength', 3),
						setField(place, 'competencies', [tag]),
						setField(place, 'title', tag),
						removeField(place, 'competencies'),
						removeField(place, 'date'),
					];
					for (const { edits } of results) {
						expect(read(applyEdits(text, edits)).frontMatter?.errors.length ?? 0).to.be.at.most(
							document.frontMatter?.errors.length ?? 0,
						);
					}
				}
				splitBank(document);
				renameTags(document, { names: ['mentorship'], spelling: () => tag, competencies });
			}),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('split a bank into files that lose nothing and read the same', () => {
		fc.assert(
			fc.property(scenario, ({ text }) => {
				const document = read(text);
				const split = splitBank(document);
				if ('refusal' in split) throw new Error(split.refusal.message);
				const { parts } = split;
				const head = document.frontMatter
					? text.slice(0, document.frontMatter.span.end) + (text.includes('\r\n') ? '\r\n' : '\n')
					: text.startsWith('\uFEFF')
						? '\uFEFF'
						: '';
				expect(head + parts.map(({ source }) => source).join(''), 'the parts together').to.equal(text);
				const stories = parts.filter((part) => part.form === 'story');
				expect(stories).to.have.length(document.stories.length);
				for (const [index, part] of stories.entries()) {
					const about = `${JSON.stringify(text)} gives ${JSON.stringify(part.text)}`;
					const body = applyEdits(
						part.source,
						part.moved.map((span) => ({ span, newText: '' })),
					);
					expect(part.text.endsWith(body + part.carried), about).to.equal(true);
					for (const span of part.moved)
						expect(at(part.source, span).replaceAll(/\r?\n|\\/gu, ''), about).to.match(
							/^$|^(?:[-*>] )?[*_]{2}(?:competenc|tags|strength|status|date)[^\n]*$/iu,
						);
					expect(part.source.startsWith('#') || /^[^\n]+\n-----/u.test(part.source), about).to.equal(true);
					expect(part.source.endsWith('\n') || text.endsWith(part.source), about).to.equal(true);
					const file = read(part.text);
					expect(file.frontMatter?.errors ?? [], about).to.deep.equal([]);
					expect(toldIn(file), about).to.deep.equal([toldIn(document)[index]]);
					expect(/(?<!\r)\n/u.test(part.text)).to.equal(/(?<!\r)\n/u.test(text));
				}
				const left = parts.flatMap((part) => (part.form === 'between' ? [part.source] : [])).join('');
				expect(split.remainder.endsWith(left)).to.equal(true);
				// What stands between the stories may look like one itself; it is tagged by nothing that is left.
				expect(read(split.remainder).kind).to.be.oneOf(['other', 'candidate']);
				expect(split.isRemainderBlank).to.equal(left.trim() === '');
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('leave stories of a bank that are to stay where they are, with all that makes stories of them', () => {
		fc.assert(
			fc.property(scenario, fc.nat(3), ({ text }, nth) => {
				const document = read(text);
				const kept = nth % document.stories.length;
				const [all, most] = [splitBank(document), splitBank(document, [kept])];
				if ('refusal' in all || 'refusal' in most) throw new Error('refused');
				const storiesOf = ({ parts }: typeof all) => parts.filter((part) => part.form === 'story');
				const stays = storiesOf(all)[kept];
				expect(storiesOf(most)).to.deep.equal(storiesOf(all).filter((part) => part !== stays));
				const left = all.parts
					.filter((part) => part.form === 'between' || part === stays)
					.map(({ source }) => source);
				const head = text.slice(0, text.length - all.parts.map(({ source }) => source).join('').length);
				expect(most.remainder).to.equal(head + left.join(''));
				expect(most.isRemainderBlank).to.equal(false);
			}),
			{ numRuns: propertyRuns(100) },
		);
	});
});
