import { expect } from 'chai';
import { mergeFields } from '../../src/core/edit/frontMatterMerge.ts';
import { setField } from '../../src/core/edit/storyFields.ts';
import { addTag, roomForTags } from '../../src/core/edit/storyTags.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { DocumentMemory } from '../../src/core/rules/documentMemory.ts';
import { readDocument } from '../../src/core/story/document.ts';
import { readFrontMatter } from '../../src/core/story/frontMatter.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { analysed, at } from './reading.ts';

const story =
	'# Quiet pagers\n\n## Situation\n\nMy team woke up at night.\n\n## Task\n\nI wanted us to sleep.\n\n' +
	'## Action\n\nI cut 300 alerts.\n\n## Result\n\n9 a week are left.\n\n## Learnings\n\nI ask first now.\n';
const fields = 'competencies: [mentorship]\nstrength: 3\n';
const proper = `---\n${fields}---\n`;

/** What stands at the beginning, at what the problem points, and what the fix makes of it. */
const slips: Readonly<Record<string, readonly [head: string, place: string, after: string]>> = {
	'behind a blank line': [`\n${proper}`, '---', proper],
	'behind several': [`\n \t\n\n${proper}`, '---', proper],
	'behind a comment': [`<!-- mine -->\n${proper}`, '---', `${proper}<!-- mine -->\n`],
	'behind a comment of two lines and a blank one': [
		`<!-- mine\nonly -->\n\n${proper}`,
		'---',
		`${proper}<!-- mine\nonly -->\n`,
	],
	'behind a space': [` ${proper}`, '---', proper],
	'behind a no-break space': [`\u00A0${proper}`, '---', proper],
	'between four dashes': [`----\n${fields}----\n`, '----', proper],
	'between two': [`--\n${fields}--\n`, '--', proper],
	'between dashes that a word processor made': [`—-\n${fields}—-\n`, '—-', proper],
	'closed by four': [`---\n${fields}----\n`, '----', proper],
	'closed behind a space': [`---\n${fields} ---\n`, ' ---', proper],
	'closed by dots, with a comment in it': [
		`---\ncompetencies: [mentorship]\n# mine\nstrength: 3\n...\n`,
		'...',
		`---\ncompetencies: [mentorship]\n# mine\nstrength: 3\n---\n`,
	],
	'closed by dots': [`---\n${fields}...\n`, '...', proper],
	'in a block of code': [`\`\`\`yaml\n${fields}\`\`\`\n`, '```yaml', proper],
	'without fences': [`${fields}\n`, 'competencies: [mentorship]', `${proper}\n`],
	'without fences, behind a blank line': [`\n${fields}`, 'competencies: [mentorship]', proper],
	'without the first fence': [`${fields}---\n`, 'competencies: [mentorship]', proper],
	'below a second fence': [`---\n${proper}`, '---', proper],
	'behind the line that closes other fields': [
		`---\ntitle: Pagers\n---\n${fields}\n`,
		'---',
		`---\ntitle: Pagers\n${fields}---\n\n`,
	],
	'behind the line that closes other fields, right above the title': [
		`---\ntitle: Pagers\n---\nstatus: draft\ncompetencies:\n  - mentorship\n`,
		'---',
		`---\ntitle: Pagers\nstatus: draft\ncompetencies:\n  - mentorship\n---\n`,
	],
	'between a second and a third fence': [
		`---\ntitle: Pagers\n---\n${fields}---\n`,
		'---',
		`---\ntitle: Pagers\n${fields}---\n`,
	],
	'never closed': [`---\n${fields}\n`, '---', `${proper}\n`],
	'never closed, right above the title': [`---\n${fields}`, '---', proper],
	'without a space behind a colon': [
		'---\ncompetencies:[mentorship]\n---\n',
		'competencies:',
		'---\ncompetencies: [mentorship]\n---\n',
	],
};

describe('front matter that slipped', () => {
	for (const [where, [head, place, after]] of Object.entries(slips)) {
		for (const [ends, eol] of [
			['LF', '\n'],
			['CRLF', '\r\n'],
		] as const) {
			for (const [marked, mark] of [
				['', ''],
				[' after a byte order mark', '\uFEFF'],
			] as const) {
				it(`${where}, ${ends}${marked} is said once, where it stands, and mended`, () => {
					const text = mark + `${head}${story}`.replaceAll('\n', eol);
					const { kind, problems } = analysed(text);
					expect(kind).to.equal('candidate');
					expect(problems.map(({ rule, span }) => [rule, at(text, span)])).to.deep.equal([
						['front-matter-syntax', place],
					]);
					const [fix] = problems[0]?.fixes ?? [];
					const mended = applyEdits(text, fix?.edits ?? []);
					expect(mended).to.equal(mark + `${after}${story}`.replaceAll('\n', eol));
					expect(analysed(mended).kind).to.equal('story');
				});
			}
		}

		it(`${where} gets no second block above it`, () => {
			const text = head + story;
			const document = readDocument(text, defaultContext);
			const { competencies } = defaultContext.lookups;
			const results = document.stories.flatMap((told) => {
				const seen = { document, story: told, competencies };
				return [addTag(seen, 'mentorship'), setField(seen, 'status', 'ready')];
			});
			expect(results).to.have.length(2);
			for (const result of results) {
				expect(result.edits).to.deep.equal([]);
				expect(result.refusal?.reason).to.equal('unreadable');
				expect(result.refusal?.message).to.match(/Mend that first|mend it first/u);
			}
		});
	}

	it('is no tag that lacks a space behind its colon, which then gets no second key', () => {
		const document = readDocument(`---\ncompetencies:[mentorship]:\n---\n${story}`, defaultContext);
		const [told] = document.stories;
		if (!told) throw new Error('No story.');
		const { competencies } = defaultContext.lookups;
		const { refusal } = addTag({ document, story: told, competencies }, 'mentorship');
		expect(refusal?.message).to.match(/^A space belongs behind `competencies:`/u);
	});

	it('is mended by what the fix says', () => {
		for (const [closing, title] of [
			['----\n', 'Write ---'],
			['...\n', 'Write ---'],
			['\n', 'Close the front matter'],
		]) {
			const [problem] = analysed(`---\n${fields}${closing}${story}`).problems;
			expect(problem?.fixes?.[0]?.title, closing).to.equal(title);
		}
	});

	it('below front matter keeps its tags from being written twice, and no other field', () => {
		for (const below of ['---\ncompetencies: [mentorship]\n', '\ncompetencies: what I can do\n\n']) {
			const text = `---\ntitle: Pagers\n---\n${below}${story}`;
			const document = readDocument(text, defaultContext);
			const [told] = document.stories;
			if (!told) throw new Error(`No story in ${text}`);
			const place = { document, story: told, competencies: defaultContext.lookups.competencies };
			expect(addTag(place, 'mentorship').refusal?.reason).to.equal('unreadable');
			const after = applyEdits(text, setField(place, 'status', 'ready').edits);
			expect(after).to.equal(text.replace('title: Pagers\n', 'title: Pagers\nstatus: ready\n'));
		}
	});

	it('is said of a bank once too', () => {
		const entry = (title: string) => `## ${title}\n\n**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n`;
		const text = `\n${proper}# Stories\n\n${entry('One')}${entry('Two')}`;
		const { kind, stories, problems } = analysed(text);
		expect([kind, stories.length, problems.map(({ rule }) => rule)]).to.deep.equal([
			'candidate',
			2,
			['front-matter-syntax'],
		]);
	});

	it('of any tool is mended when a candidate gets its tags', () => {
		for (const head of ['\n---\ntitle: Pagers\n---\n', '----\ntitle: Pagers\n----\n', '---\ntitle: Pagers\n\n']) {
			const text = head + story;
			expect(analysed(text).problems.map(({ rule }) => rule)).to.deep.equal(['candidate']);
			const after = applyEdits(
				text,
				roomForTags(readDocument(text, defaultContext), defaultContext.lookups).edits,
			);
			expect(readFrontMatter(after)?.entries.map(({ key }) => key.value)).to.deep.equal([
				'competencies',
				'title',
			]);
			expect(after.match(/title: Pagers/gu)).to.have.length(1);
		}
	});

	const others: readonly string[] = [
		`\n---\n\n${story}`,
		`----\nNote: I wrote this in May.\n----\n${story}`,
		`---\nWe begin with a rule: always.\n\n${story}`,
		`\`\`\`yaml\nreplicas: 3\n\`\`\`\n${story}`,
		`---\nTo: Ines\nFrom: me\n\n${story}`,
	];
	const proseBehind: readonly string[] = [
		`---\ntitle: Pagers\n---\n\ncompetencies: what I can do\n\n${story}`,
		`---\ntitle: Pagers\n---\nCompetencies: what I can do\n\n${story}`,
		`---\ntitle: Pagers\n---\nWhat I can do:\ncompetencies, and so on.\n\n${story}`,
	];
	for (const text of proseBehind) {
		it(`is not seen behind front matter in ${JSON.stringify(text.slice(0, 40))}`, () => {
			expect(readFrontMatter(text)?.intact).to.equal(true);
			expect(analysed(text).problems.map(({ rule }) => rule)).to.deep.equal(['candidate']);
		});
	}

	it('is seen while it is written', () => {
		const memory = new DocumentMemory();
		const [fine, slip] = [story, `competencies: [mentorship]\n\n${story}`].map(
			(body) => `---\ntitle: P\n---\n${body}`,
		);
		for (const text of [fine, slip, fine, slip])
			expect(analyse(text ?? '', defaultContext, memory).problems.map(({ rule }) => rule)).to.deep.equal([
				text === fine ? 'candidate' : 'front-matter-syntax',
			]);
	});
	for (const text of others) {
		it(`is not seen in ${JSON.stringify(text.slice(0, 40))}`, () => {
			expect(readFrontMatter(text)).to.equal(undefined);
			expect(analysed(text).problems.map(({ rule }) => rule)).to.deep.equal(['candidate']);
		});
	}

	it('is not looked for below a heading', () => {
		expect(analysed(`# Title\n\n---\ncompetencies: x\n---\n`).kind).to.equal('other');
	});
});

describe('a field that is set twice', () => {
	/** What is made of the two, or nothing. */
	const merged = (yaml: string) => {
		const text = `---\n${yaml}\n---\n${story}`;
		const frontMatter = readFrontMatter(text);
		const twice = frontMatter?.errors.find((error) => error.twice)?.twice;
		if (!frontMatter || !twice) return 'no such fault';
		const { edits, refusal } = mergeFields(text, frontMatter, twice);
		return refusal ? refusal.reason : applyEdits(text, edits).slice(4, -(story.length + 5));
	};
	const cases: readonly [yaml: string, after: string][] = [
		['competencies: mentorship\nstatus: ready\nstatus: ready', 'competencies: mentorship\nstatus: ready'],
		['competencies: mentorship\nstatus: ready\nstatus: draft', 'ambiguous'],
		['competencies: mentorship\nstatus:\nstatus: draft', 'competencies: mentorship\nstatus: draft'],
		['competencies: [a, b]\ncompetencies: [b, c]', 'competencies: [a, b, c]'],
		['competencies: [a]\ncompetency: b', 'competencies: [a, b]'],
		['competency: a\ncompetencies:\n  - b # why', 'competency: [a, b]\n# why'],
		['competencies: a\nmetrics: [1]\nmetrics:\n  - 2', 'competencies: a\nmetrics: [1, "2"]'],
		['competencies: a\ntitle: {x: y}\ntitle: z', 'ambiguous'],
		['competencies: a\nlayout: x\nlayout: x', 'competencies: a\nlayout: x'],
		['competencies: a\nlayout: x\nlayout: y', 'ambiguous'],
	];
	for (const [yaml, after] of cases) {
		it(`${JSON.stringify(yaml)} becomes ${JSON.stringify(after)}`, () => expect(merged(yaml)).to.equal(after));
	}

	it('is said with the place of the other', () => {
		const text = `---\ncompetencies: [mentorship]\nstatus: ready\ncompetency: initiative\nstatus: draft\n---\n${story}`;
		const found = analysed(text).problems.filter(({ rule }) => rule === 'front-matter-syntax');
		expect(found.map(({ message }) => message)).to.deep.equal([
			'`competency` means the same as `competencies` in line 2, and only that one counts: keep one.',
			'`status` is set twice, here and in line 3: keep one.',
		]);
	});
});

describe('a line of YAML that cannot be read', () => {
	const cases: readonly (readonly [yaml: string, places: readonly string[]])[] = [
		['competencies: [mentorship]\n- [x] **Situation:** A', ['-']],
		['competencies: mentorship\ntitle: a: b: c', ['a']],
		['- competencies: mentorship\ncompetencies: y', ['competencies']],
		['competencies: mentorship\nfoo bar', ['foo bar']],
		['competencies: @x\ntitle: a: b', ['@', 'a']],
	];
	for (const [yaml, places] of cases)
		it(`is said once: ${JSON.stringify(yaml)}`, () => {
			const text = `---\n${yaml}\n---\n\n${story}`;
			const found = analysed(text).problems.filter(({ rule }) => rule === 'front-matter-syntax');
			expect(found.map(({ span }) => at(text, span))).to.deep.equal(places);
		});
});
