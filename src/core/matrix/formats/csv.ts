import { csvText } from '../../report/csvText.ts';
import type { Matrix } from '../matrix.ts';
import { matrixTable } from './matrixTable.ts';

/** The stories of a matrix, a row each; totals are left to the spreadsheet. */
export function matrixCsv(matrix: Matrix): string {
	const { headings, rows } = matrixTable(matrix);
	return csvText([headings, ...rows]);
}
