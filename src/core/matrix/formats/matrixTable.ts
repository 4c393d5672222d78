import { coverageSummary } from '../../bank/coverage.ts';
import { cellTag, columnTotal } from '../cell.ts';
import type { Matrix } from '../matrix.ts';

/** The matrix as words in rows and columns, for formats that are tables; stories are the rows. */
export interface MatrixTable {
	readonly headings: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly footer: readonly string[];
}

export function matrixTable({ stories, coverage, totals }: Matrix): MatrixTable {
	return {
		headings: ['Story', 'Strength', 'Status', 'Date', 'Problems', ...coverage.map((each) => `${each.competency.name} (${coverageSummary(each)})`)],
		rows: stories.map((entry) => {
			const { title, details } = entry.story;
			const cells = coverage.map(({ competency }) => cellTag(entry, competency.id) ?? '');
			return [title, String(details.strength ?? ''), details.status, details.date ?? '', String(entry.openProblems), ...cells];
		}),
		footer: ['Total', totals.strength === undefined ? '' : `mean ${totals.strength}`, `${totals.ready} ready`, '', String(totals.problems), ...coverage.map(columnTotal)],
	};
}
