import { coverageSummary } from '../../library/coverage.ts';
import { cellTag, columnTotals, type Matrix } from '../../library/matrix/matrix.ts';
import { csvText, escapeMarkdown } from '../../text/escape.ts';
import { matrixHtml } from './html.ts';
import { matrixSvg } from './svg.ts';

/** The matrix as words in rows and columns, for formats that are tables; stories are the rows. */
export interface MatrixTable {
	readonly headings: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly footer: readonly string[];
}

function matrixTable(matrix: Matrix): MatrixTable {
	const { stories, coverage, totals, isScoped } = matrix;
	const ifScoped = (cell: string) => (isScoped ? [cell] : []);
	return {
		headings: [
			'Story',
			'Strength',
			'Status',
			...ifScoped('Scope'),
			'Date',
			'Problems',
			...coverage.map((each) => `${each.competency.name} (${coverageSummary(each)})`),
		],
		rows: stories.map((entry) => {
			const { title, details } = entry.story;
			const cells = coverage.map(({ competency }) => cellTag(entry, competency.id) ?? '');
			return [
				title,
				String(details.strength ?? ''),
				details.status,
				...ifScoped(details.scope ?? ''),
				details.date ?? '',
				String(entry.openProblems),
				...cells,
			];
		}),
		footer: [
			'Total',
			totals.strength === undefined ? '' : `mean ${totals.strength}`,
			`${totals.ready} ready`,
			...ifScoped(''),
			'',
			String(totals.problems),
			...columnTotals(matrix),
		],
	};
}

/** The stories of a matrix, a row each; totals are left to the spreadsheet. */
function matrixCsv(matrix: Matrix): string {
	const { headings, rows } = matrixTable(matrix);
	return csvText([headings, ...rows]);
}

/** A matrix as a Markdown table. */
function matrixMarkdown(matrix: Matrix): string {
	const { headings, rows, footer } = matrixTable(matrix);
	const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
	const rule = `| ${headings.map(() => '---').join(' | ')} |`;
	return `${[line(headings), rule, ...rows.map(line), line(footer)].join('\n')}\n`;
}

/** The forms in which the matrix leaves the editor. */
export const matrixFormats = {
	html: { write: matrixHtml },
	csv: { write: matrixCsv },
	markdown: { write: matrixMarkdown },
	svg: { write: matrixSvg },
} as const satisfies Readonly<Record<string, { write(matrix: Matrix): string }>>;

export type MatrixFormat = keyof typeof matrixFormats;
