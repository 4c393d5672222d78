import { escapeMarkdown } from '../../report/escapeMarkdown.ts';
import type { Matrix } from '../matrix.ts';
import { matrixTable } from './matrixTable.ts';

/** A matrix as a Markdown table. */
export function matrixMarkdown(matrix: Matrix): string {
	const { headings, rows, footer } = matrixTable(matrix);
	const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
	return `${[line(headings), `| ${headings.map(() => '---').join(' | ')} |`, ...rows.map(line), line(footer)].join('\n')}\n`;
}
