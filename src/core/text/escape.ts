/**
 * Writes text so that HTML shows it as it is, in an element or in a quoted attribute. By numbers, as a name such as
 * `amp` would put a word into the text that is not the author's.
 *
 * @param text anything an author may have written
 */
export function escapeHtml(text: string): string {
	return text
		.replace(/[&<>"'`]/gu, (mark) => `&#${mark.charCodeAt(0)};`)
		.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '\uFFFD');
}

/**
 * Writes text so that Markdown shows it as it is, on one line.
 *
 * @param text anything an author may have used as a title
 */
export function escapeMarkdown(text: string): string {
	return text
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/[\\`*_{}[\]<>()#|~!$]|&(?=#?\w+;)/gu, '\\$&')
		.replace(/^(\d+)([.)])/u, '$1\\$2')
		.replace(/^[-+=]/u, '\\$&');
}

/**
 * Writes rows by RFC 4180: lines end in CRLF, quotes are doubled. The text begins with a byte order mark, without which
 * spreadsheets on Windows take it for another encoding.
 */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

/**
 * An apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection"), wide forms of the marks
 * included.
 */
function written(cell: string | number | undefined): string {
	if (typeof cell !== 'string') return String(cell ?? '');
	const harmless = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]|^\s|\s$|^'/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Writes text on one line without characters that steer a terminal: they come from files and names of files. */
export function visible(text: string): string {
	return text.replace(
		/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
