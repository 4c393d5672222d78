import type { Matrix } from '../../library/matrix/matrix.ts';
import { matrixHtml } from './html.ts';
import { matrixCsv, matrixMarkdown } from './matrixTable.ts';
import { matrixSvg } from './svg.ts';

/** The forms in which the matrix leaves the editor. */
export const matrixFormats = {
	html: { write: matrixHtml },
	csv: { write: matrixCsv },
	markdown: { write: matrixMarkdown },
	svg: { write: matrixSvg },
} as const satisfies Readonly<Record<string, { write(matrix: Matrix): string }>>;

export type MatrixFormat = keyof typeof matrixFormats;
