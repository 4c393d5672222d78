import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { storyText } from '../../src/core/edit/snippets/storySnippets.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { sectionKinds } from '../../src/core/framework/sectionKind.ts';
import type { Competency } from '../../src/core/framework/model.ts';
import { competencyText } from '../../src/core/library/competencyText.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import { type CueCard, cueCardMarkdown } from '../../src/core/library/cueCard.ts';
import { matrixOf } from '../../src/core/library/matrix/matrix.ts';
import { matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { initialView } from '../../src/core/library/matrix/view.ts';
import { storyHover } from '../../src/core/library/storyHover.ts';
import { logInterview } from '../../src/core/questions/interviews/logInterview.ts';
import { listInterviews } from '../../src/core/questions/interviews/readInterviews.ts';
import { recordAnswer } from '../../src/core/questions/interviews/recordAnswer.ts';
import { planDocument } from '../../src/core/questions/plan/planDocument.ts';
import { cardText, coverageText, findText, probesText, questionsText } from '../../src/core/report/answers/text.ts';
import { checkFormats } from '../../src/core/report/check/formats.ts';
import { ankiFormat } from '../../src/core/report/formats/anki.ts';
import { csvFormat } from '../../src/core/report/formats/csv.ts';
import { htmlFormat } from '../../src/core/report/formats/html.ts';
import { markdownFormat } from '../../src/core/report/formats/markdown.ts';
import { matrixFormats } from '../../src/core/report/matrix/formats.ts';
import { matrixHtml } from '../../src/core/report/matrix/html.ts';
import { matrixSvg } from '../../src/core/report/matrix/svg.ts';
import type { Report } from '../../src/core/report/report.ts';
import { parseMarkdown, visibleText, walk } from '../../src/core/story/markdown.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { escapeLabel, escapeMessage, escapePath, escapeTerminal, visibleControls } from '../../src/core/text/escape.ts';
import { bankStory } from './bankStories.ts';
import { analysed } from './reading.ts';
import { reportWith } from './sampleReport.ts';

/** What somebody may have written as a title, a question or a company, or what a file may be called. */
const hostileTexts: readonly string[] = [
	'<img src=x onerror=alert(1)>',
	'<script>alert(1)</script>',
	'</style><b>bold</b>',
	'" onmouseover="alert(1)',
	"' autofocus onfocus='alert(1)",
	'`${alert(1)}`',
	'&lt;b&gt; &amp; &#60;',
	'<!-- comment -->',
	']]><x/>',
	'<svg/onload=alert(1)>',
	'List<String> cleanup',
	'Map<string, number> in C++',
	'__init__ and __main__',
	'*star* _under_ ~~gone~~',
	'[link](https://example.com)',
	'[run](command:workbench.action.quit)',
	'![picture](http://example.com/x.png)',
	'<command:workbench.action.quit>',
	'https://example.com/a_b_c',
	'javascript:alert(1)',
	'[x](javascript:alert(1))',
	'[x]: https://example.com',
	'[^1]: note',
	'# heading',
	'- item',
	'1. item',
	'1) item',
	'> quoted',
	'--- rule',
	'| a | b |',
	'$(trash) Cleanup',
	'$(sync~spin) again $(x',
	'\\$(trash) escaped',
	'$1 ${2:stop} $TM_FILENAME',
	'{{c1::gone}} [sound:x.mp3] [latex]x[/latex]',
	'\\(x\\) \\[y\\] [$]z[/$]',
	'=HYPERLINK("http://example.com")',
	'+1-555 @SUM(A1)',
	'-2% of errors',
	'\t=1+1',
	'a,b;"c"',
	'::error file=x::message',
	'##[error]message',
	'%0A::warning::x',
	'\u001B[31mred\u001B[0m',
	'\u001B]8;;http://example.com\u0007link\u001B]8;;\u0007',
	'\u0007bell \u0000nul \u009b31m',
	'\u202Egnp.exe',
	'\u2066isolated\u2069 and \u2067right',
	`lone \uD800 half, and \uDC00`,
	`long ${'word '.repeat(2000)}end`,
];

/** A word that no format changes, and that stands nowhere else. */
const harmless = 'Harmlesstitle';

/** What is left of a text on one line. */
function oneLine(text: string): string {
	return visibleControls(text).replaceAll(/\s+/gu, ' ').trim();
}

function reportOf(text: string): Report {
	const report = reportWith();
	const [story] = report.stories;
	const [competency] = report.competencies;
	if (!story || !competency) throw new Error('The sample has no story.');
	const { link: _, ...unlinked } = story;
	return {
		...report,
		stories: [{ ...unlinked, title: text, opening: text, metrics: [text], company: text }],
		competencies: [{ ...competency, best: [{ story: 0, why: [text] }] }],
		questions: [{ text, competencies: [text], stories: [0] }],
		problems: [],
	};
}

/** A report of all that reports can tell, with one text in the place of each that an author may have written. */
function fullReportOf(text: string): Report {
	const report = reportOf(text);
	const [story] = report.stories;
	const [competency] = report.competencies;
	if (!story || !competency) throw new Error('The sample has no story.');
	const told = {
		...story,
		status: 'ready' as const,
		competencies: [text],
		company: text,
		project: text,
		team: text,
		role: text,
		unknownTags: [text],
		inShort: text,
		angles: [{ competency: text, text }],
		lines: sectionKinds.map((kind) => ({ kind, text })),
		probes: [{ question: text, answer: text }],
	};
	const count = { stories: 1, ready: 1, percent: 100 };
	return {
		...report,
		lens: text,
		scope: text,
		competencies: report.competencies.map((each, index) => ({
			...each,
			name: text,
			...(index > 0 && {
				state: 'gap' as const,
				best: [],
				prompts: [text],
				opportunities: [{ text, when: text }],
			}),
			...(index === 0 && { best: [{ story: 0, why: [text] }] }),
		})),
		questions: [
			{ text, competencies: [text], stories: [0] },
			{ text, competencies: [text], stories: [] },
		],
		stories: [told, { ...told, competencies: [] }],
		problems: [{ rule: 'length', severity: 'error', found: [{ path: text, line: 1, message: text, story: 0 }] }],
		...(report.portfolio && {
			portfolio: {
				...report.portfolio,
				shares: [{ kind: 'company', parts: [{ name: text, ...count }], unsaid: { ...count, stories: 0 } }],
				retire: [{ story: 0, reasons: [text] }],
			},
		}),
		interviews: {
			held: 1,
			asked: 2,
			landing: [{ story: 0, told: 1, well: 1, ok: 0, badly: 0 }],
			often: [{ story: 0, company: text, times: 3 }],
			unforeseen: [{ text, competencies: [text], company: text, why: 'no story' }],
		},
		changes: {
			since: '2026-11-01',
			added: [0],
			removed: [text],
			changed: [{ story: 0, what: [text] }],
			competencies: [{ name: text, from: 'gap', to: 'weak' }],
			problems: { from: 1, to: 0 },
		},
	};
}

function matrixWith(text: string) {
	const story = matrixStory(bankStory({ title: text, tags: ['mentorship'] }));
	return matrixOf([story], [staff], initialView);
}

const mentorship = staff.competencies[2] as Competency;

function cardWith(text: string): CueCard {
	return {
		title: text,
		hook: text,
		inShort: { text, spoken: '9 s' },
		angles: [{ competency: text, text }],
		metrics: [text],
		probes: [{ question: text, answer: text }],
		lines: [{ kind: 'action', text }],
		competencies: [text],
	};
}

function hoverWith(text: string): string {
	const story = bankStory({ title: text, tags: ['mentorship'] });
	const [coverage] = coverageOf([mentorship], [story], 'staff');
	if (!coverage) throw new Error('Nothing is covered.');
	return [storyHover([{ message: text }], cardWith(text)), competencyText(coverage, [text], [text])].join('\n\n');
}

function planWith(text: string): string {
	const primary = bankStory({ title: text, tags: ['mentorship'] });
	const posting = [{ text, competencies: [text] }];
	return planDocument(
		{ company: text, framework: staff, posting },
		[
			{ competency: mentorship, primary, backup: primary },
			{ competency: mentorship, tries: [{ entry: primary, because: text, isLikely: true }] },
			{ competency: mentorship, near: [primary] },
		],
		{ linkTo: () => undefined, cardOf: () => cardWith(text), toldOf: () => text },
	);
}

/** What the command line says where titles, questions, competencies and files are called so. */
function answersOf(text: string): readonly string[] {
	const place = { title: text, file: text, line: 1 };
	const [competency] = reportOf(text).competencies;
	const [content] = reportOf(text).stories;
	const probes = [{ id: 'x', question: text, line: 1, answer: text }];
	if (!competency || !content) throw new Error('The sample has no story.');
	return [
		findText({
			version: 1,
			question: text,
			kind: 'behavioural',
			competencies: [{ id: 'x', name: text, confidence: 'likely' }],
			stories: [{ ...place, fit: 'strong', reasons: [text], angle: text, told: `as ${text}` }],
		}),
		coverageText({
			version: 1,
			lens: text,
			stories: 1,
			competencies: [
				{
					...competency,
					name: text,
					advice: text,
					best: [{ ...place, why: [] }],
					opportunities: [{ text, when: text }],
				},
			],
		}),
		cardText({ version: 1, ...content, ...place, unknownTags: [text], opening: text, inShort: text, probes }),
		questionsText({
			version: 1,
			questions: [{ id: text, text, competencies: [{ id: 'x', name: text }], stories: [place] }],
		}),
		probesText({ version: 1, stories: [{ ...place, probes }] }),
	];
}

/**
 * What a format made of the hostile text, wherever the harmless one stands without it.
 *
 * @throws AssertionError where the hostile text changed something beside itself
 */
function madeOf(write: (text: string) => string, hostile: string): string {
	const [before = '', ...after] = write(harmless).split(harmless);
	const written = write(hostile);
	const start = before.length;
	const end = written.indexOf(after[0] ?? '', start);
	const made = written.slice(start, end);
	expect(written).to.equal([before, ...after].join(made));
	return made;
}

describe('whatever an author writes', () => {
	for (const hostile of hostileTexts) {
		const name = JSON.stringify(hostile).slice(0, 60);

		it(`is text in HTML: ${name}`, () => {
			for (const write of [
				(text: string) => htmlFormat(reportOf(text)),
				(text: string) => matrixHtml(matrixWith(text)),
			]) {
				const made = madeOf(write, hostile);
				expect(made).not.to.match(/[<>"'`]|&(?!#\d+;)/u);
				const read = made.replaceAll(/&#(\d+);/gu, (_, code) => String.fromCharCode(Number(code)));
				expect(read).to.equal(visibleControls(hostile));
			}
		});

		it(`is text in SVG: ${name}`, () => {
			const tagsOf = (text: string) => matrixSvg(matrixWith(text)).match(/<\/?[a-z]+/gu);
			expect(tagsOf(hostile)).to.deep.equal(tagsOf(harmless));
		});

		it(`is text in Anki: ${name}`, () => {
			const write = (text: string) => {
				const report = reportOf(text);
				return ankiFormat({
					...report,
					questions: [{ text: `Q:${text}`, competencies: [], stories: [0] }],
				});
			};
			const made = madeOf(write, hostile);
			expect(made).not.to.match(/[<>"'`[\]{}\t\n]|&(?!#\d+;)|\\(?!\u2060)/u);
			const notes = ankiFormat(reportOf(hostile))
				.split('\n')
				.filter((line) => !line.startsWith('#'));
			expect(notes.length).to.equal(2);
		});

		it(`is text in CSV: ${name}`, () => {
			const [, row = ''] = csvFormat(reportOf(hostile)).split('\r\n');
			const plain = oneLine(hostile).replaceAll('"', '""');
			expect(row.replaceAll(/\s+/gu, ' '))
				.to.match(/^(?![\s\p{Cf}]*[=+\-@]|::)/u)
				.and.contain(plain);
		});

		it(`is text in Markdown: ${name}`, () => {
			for (const write of [
				() => cueCardMarkdown(cardWith(hostile)),
				() => markdownFormat(reportOf(hostile)),
				() => storyText({ choices: [], title: oneLine(hostile) }),
			]) {
				const { root } = parseMarkdown(write());
				const found = [...walk(root)].filter(({ type }) =>
					['html', 'image', 'imageReference', 'definition', 'footnoteDefinition', 'inlineCode'].includes(
						type,
					),
				);
				expect(found).to.deep.equal([]);
				for (const node of walk(root)) if (node.type === 'link') expect(node.url).not.to.contain('example');
				expect(visibleText(root).replaceAll(/\s+/gu, ' ')).to.contain(oneLine(hostile));
			}
		});

		it(`changes nothing but itself in hovers, plans and tables: ${name}`, () => {
			for (const write of [
				hoverWith,
				planWith,
				(text: string) => matrixFormats.markdown.write(matrixWith(text)),
			]) {
				const { root } = parseMarkdown(write(hostile));
				const typesOf = (text: string) => [...walk(parseMarkdown(text).root)].map(({ type }) => type);
				const kept = typesOf(write(harmless));
				expect(typesOf(write(hostile)).filter((type) => type !== 'text')).to.deep.equal(
					kept.filter((type) => type !== 'text'),
				);
				expect(visibleText(root).replaceAll(/\s+/gu, ' ')).to.contain(oneLine(hostile));
			}
		});

		it(`changes nothing but itself in all that reports tell: ${name}`, () => {
			const made = fullReportOf(hostile);
			const plain = fullReportOf(harmless);
			const typesOf = (text: string) =>
				[...walk(parseMarkdown(text).root)].map(({ type }) => type).filter((type) => type !== 'text');
			expect(typesOf(markdownFormat(made))).to.deep.equal(typesOf(markdownFormat(plain)));
			const tagsOf = (text: string) => text.match(/<[^>]*>/gu);
			expect(tagsOf(htmlFormat(made))).to.deep.equal(tagsOf(htmlFormat(plain)));
			const rowsOf = (text: string) => text.split('\r\n').length;
			expect(rowsOf(csvFormat(made).replaceAll(/"[^"]*"/gu, ''))).to.equal(rowsOf(csvFormat(plain)));
			expect(ankiFormat(made).split('\n').length).to.equal(ankiFormat(plain).split('\n').length);
		});

		it(`is read back from the list of interviews, or refused: ${name}`, () => {
			const lookups = new Lookups([staff]);
			const told = { text: hostile, link: 'a.md' };
			const logged = logInterview('', lookups, { company: hostile, date: '2026-11-30', round: hostile });
			const list = '# Interviews\n\n## 2026-11-30, Acme\n';
			const seen = { index: 0, company: 'Acme', date: '2026-11-30' };
			const recorded = recordAnswer(list, lookups, seen, { question: hostile, told, landed: hostile });
			for (const [before, { edits, refusal }] of [['', logged] as const, [list, recorded] as const]) {
				if (refusal) continue;
				const after = applyEdits(before, edits);
				const { interviews } = listInterviews(after, lookups);
				expect(interviews.length, after).to.equal(1);
				expect(analysed(after).kind).to.equal('other');
				expect(
					[...walk(parseMarkdown(after).root)].filter(({ type }) => type === 'html' || type === 'image'),
					after,
				).to.deep.equal([]);
			}
		});

		it(`is the title of a new story: ${name}`, () => {
			const text = storyText({ choices: [], title: oneLine(hostile) });
			expect(analysed(text).stories.map(({ title }) => title)).to.deep.equal([oneLine(hostile)]);
		});

		it(`is text in a terminal and in an annotation: ${name}`, () => {
			const place = { line: 1, column: 1 };
			const problem = { rule: 'x', severity: 'error', message: hostile, start: place, end: place } as const;
			const result = { files: 1, stories: 1, problems: [{ ...problem, file: hostile }] } as never;
			const [text = '', ...rest] = checkFormats.text(result, (piece) => piece).split('\n');
			expect(rest.length).to.equal(3);
			expect(text).not.to.match(/[\p{Cc}\u202A-\u202E\u2066-\u2069]|^\s*::|##\[/u);
			const [annotation = '', ...more] = checkFormats.github(result, (piece) => piece).split('\n');
			expect(more).to.deep.equal(['']);
			expect(annotation).to.match(/^::error file=[^,:]*,line=1,/u);
			expect(annotation).not.to.match(/(?!\t)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
		});

		it(`is text in the answers of the command line: ${name}`, () => {
			for (const [index, answer] of answersOf(hostile).entries()) {
				expect(answer).not.to.match(/(?!\n)[\p{Cc}\p{Surrogate}\u2028-\u202E\u2066-\u2069]|^::|##\[/mu);
				expect(answer.split('\n').length).to.equal(answersOf(harmless)[index]?.split('\n').length);
				expect(answer).to.contain(escapeTerminal(`x${hostile}`).slice(1));
			}
		});

		it(`is a message without links in SARIF: ${name}`, () => {
			const place = { line: 1, column: 1 };
			const problem = { rule: 'x', severity: 'error', message: hostile, file: hostile, start: place, end: place };
			const written = checkFormats.sarif(
				{ files: 1, stories: 1, problems: [problem] } as never,
				(piece) => piece,
			);
			expect(written).not.to.match(/##\[|[\u202A-\u202E\u2066-\u2069]/u);
			const [{ message, locations }] = JSON.parse(written).runs[0].results;
			expect(message.text).not.to.match(/\]\(/u);
			expect(message.text.replaceAll('\u2060', '')).to.equal(visibleControls(hostile));
			expect(locations[0].physicalLocation.artifactLocation.uri).to.match(/^[\w%.~!*'()/:-]+$/u);
		});

		it(`is the path of a link: ${name}`, () => {
			expect(escapePath(hostile)).to.match(/^[\w%.~!*'/-]+$/u);
			expect(decodeURIComponent(escapePath(hostile))).to.equal(hostile.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
		});

		it(`is text in labels and messages: ${name}`, () => {
			const label = escapeLabel(hostile);
			expect(label).not.to.match(/(?<!\\)\$\([\w~-]+\)|[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
			expect(label.replaceAll(/\\(?=\$\([\w~-]+\))/gu, '')).to.equal(oneLine(hostile));
			const message = escapeMessage(hostile);
			expect(message).not.to.contain('](');
			expect(message.replaceAll('\u2060', '')).to.equal(visibleControls(hostile));
		});
	}

	it('reaches the lists and messages of VS Code through dialogs.ts alone', () => {
		const root = fileURLToPath(new URL('../../src/vscode/', import.meta.url));
		const bare =
			/\bwindow\.(?:showQuickPick|show(?:Information|Warning|Error)Message|setStatusBarMessage)\b|\.items = (?!asShown\(|\[\]|shown\b|items;)/u;
		const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && file !== 'dialogs.ts')
			.filter((file) => bare.test(readFileSync(join(root, file), 'utf8')));
		expect(found).to.deep.equal([]);
	});
});
