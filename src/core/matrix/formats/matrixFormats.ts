import type { Matrix } from '../matrix.ts';
import { matrixCsv } from './csv.ts';
import { matrixHtml } from './html.ts';
import { matrixMarkdown } from './markdown.ts';
import { matrixSvg } from './svg.ts';

/** The forms in which the matrix leaves the editor. */
export const matrixFormats = {
	html: { write: matrixHtml },
	csv: { write: matrixCsv },
	markdown: { write: matrixMarkdown },
	svg: { write: matrixSvg },
} as const satisfies Readonly<Record<string, { write(matrix: Matrix): string }>>;

export type MatrixFormat = keyof typeof matrixFormats;
