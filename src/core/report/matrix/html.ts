import { coverageAdvice, coverageSummary } from '../../library/coverage.ts';
import { cellTag, columnTotals, type Matrix } from '../../library/matrix/matrix.ts';
import type { MatrixStory } from '../../library/matrix/matrixStory.ts';
import { type Markup, htmlPage, lines, markup } from '../../text/html.ts';

/** What is left of a sheet of A4 or US Letter on its side, below the title, in millimetres. */
const sheetHeight = 150;

/** Sizes of letters in millimetres: smaller ones cannot be read, and larger ones waste paper. */
const fontSize = { min: 1.7, max: 3.2 };

/** Lines take this much of the size of their letters, with the space around them. */
const lineHeight = 1.9;

/** A matrix as one page without scripts, which prints on one sheet as long as it can be read there. */
export function matrixHtml(matrix: Matrix): string {
	const { stories, coverage, totals, isScoped } = matrix;
	const size = Math.min(fontSize.max, Math.max(fontSize.min, sheetHeight / ((stories.length + 5) * lineHeight)));
	const head = coverage.map((each) => {
		const summary = markup`<span class="facts">${coverageSummary(each)}</span>`;
		const { name } = each.competency;
		return markup`<th scope="col" class="${each.state}" title="${coverageAdvice(each)}">${name}<br>${summary}</th>`;
	});
	const foot = columnTotals(matrix).map((total) => markup`<td>${total}</td>`);
	const mean = totals.strength === undefined ? '' : `mean ${totals.strength}`;
	const fields = ['Story', 'Strength', 'Status', ...(isScoped ? ['Scope'] : []), 'Date'].map(
		(name) => markup`<th scope="col">${name}</th>`,
	);
	return htmlPage('STAR Stories matrix', style(size), [
		markup`<h1>STAR Stories matrix</h1>`,
		markup`<table>
<thead><tr>${fields}${head}</tr></thead>
<tbody>
${lines(stories.map((entry) => row(entry, matrix)))}
</tbody>
<tfoot><tr><th scope="row">Total</th><td>${mean}</td><td>${totals.ready} ready</td>${isScoped ? markup`<td></td>` : undefined}<td></td>${foot}</tr></tfoot>
</table>`,
	]);
}

function row(entry: MatrixStory, { coverage, isScoped }: Matrix): Markup {
	const { title, details } = entry.story;
	const { strength = '–', status, scope = '–', date = '–' } = details;
	const reached = isScoped ? markup`<td>${scope}</td>` : undefined;
	const cells = coverage.map(({ competency, state }) => {
		const tag = cellTag(entry, competency.id);
		const mark = tag && markup`<span class="mark ${tag}">${strength}</span> ${tag}`;
		return markup`<td class="${state}">${mark}</td>`;
	});
	const head = markup`<tr class="${status}"><th scope="row" dir="auto">${title}</th>`;
	return markup`${head}<td>${strength}</td><td>${status}</td>${reached}<td class="date">${date}</td>${cells}</tr>`;
}

function style(size: number): Markup {
	return markup`:root { color-scheme: light dark; --ink: #1f2328; --faint: #5a6472; --line: #d0d7de; --paper: #ffffff; --gap: #a3262d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e2e6ea; --faint: #9aa4b0; --line: #3a424b; --paper: #16191d; --gap: #f0868c; } }
@media print { :root { color-scheme: light; --ink: #000000; --faint: #444444; --line: #999999; --paper: #ffffff; --gap: #a3262d; } }
body { margin: 1.5rem; background: var(--paper); color: var(--ink); font: 0.9rem/1.35 system-ui, sans-serif; }
h1 { margin: 0 0 1rem; font-size: 1.4em; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.25em 0.5em; border: 1px solid var(--line); text-align: start; vertical-align: middle; }
tbody th { font-weight: normal; max-width: 26em; overflow-wrap: anywhere; }
.date { white-space: nowrap; }
.facts { color: var(--faint); font-weight: normal; }
th.gap { color: var(--gap); }
td.gap { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--line) 5px 6px); }
.mark { display: inline-block; min-width: 1.5em; border: 1.5px solid currentColor; text-align: center; font-weight: 600; }
.mark.primary { border-radius: 0.25em; border-width: 2.5px; }
.mark.secondary { border-radius: 1em; border-style: dashed; }
.retired th { font-style: italic; color: var(--faint); }
@page { size: landscape; margin: 10mm; }
@media print { body { margin: 0; font-size: ${size.toFixed(2)}mm; } td, th { padding: 0.12em 0.4em; line-height: 1.3; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;
}
