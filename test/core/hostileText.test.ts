import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { storyText } from '../../src/core/edit/snippets/storySnippets.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { cueCardMarkdown } from '../../src/core/library/cueCard.ts';
import { matrixOf } from '../../src/core/library/matrix/matrix.ts';
import { matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { initialView } from '../../src/core/library/matrix/view.ts';
import { checkFormats } from '../../src/core/report/check/formats.ts';
import { ankiFormat } from '../../src/core/report/formats/anki.ts';
import { csvFormat } from '../../src/core/report/formats/csv.ts';
import { htmlFormat } from '../../src/core/report/formats/html.ts';
import { markdownFormat } from '../../src/core/report/formats/markdown.ts';
import { matrixHtml } from '../../src/core/report/matrix/html.ts';
import { matrixSvg } from '../../src/core/report/matrix/svg.ts';
import type { Report } from '../../src/core/report/report.ts';
import { parseMarkdown, visibleText, walk } from '../../src/core/story/markdown.ts';
import { escapeLabel, escapeMessage, visibleControls } from '../../src/core/text/escape.ts';
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

function matrixWith(text: string) {
	const story = matrixStory(bankStory({ title: text, tags: ['mentorship'] }));
	return matrixOf([story], [staff], initialView);
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
			const card = cueCardMarkdown({
				title: hostile,
				hook: hostile,
				metrics: [hostile],
				probes: [],
				lines: [],
				competencies: [],
			});
			for (const write of [
				() => card,
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
