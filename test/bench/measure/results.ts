/** The value below which a share of the values lies; NaN where there are none. @param share from 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
	return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

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
