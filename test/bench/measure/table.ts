/** A table in Markdown; all columns but the first are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}

export function seconds(value: number): string {
	return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

/** How many times as much. */
export function ratio(value: number): string {
	return `${value.toFixed(value < 10 ? 2 : 0)} ×`;
}
