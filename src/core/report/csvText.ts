/**
 * Writes rows by RFC 4180: lines end in CRLF, quotes are doubled. The text begins with a byte order mark, without which
 * spreadsheets on Windows take it for another encoding.
 */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

/** An apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection"), wide forms of the marks included. */
function written(cell: string | number | undefined): string {
	if (typeof cell !== 'string') return String(cell ?? '');
	const harmless = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]|^\s|\s$|^'/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
