import { oneLine } from './words.ts';

/**
 * Shows what steers a terminal or turns the direction of the text around it, as a title such as `\u202Egpj.exe` does
 * (Unicode Technical Report 36, "Bidirectional Text Spoofing"), and half a pair of surrogates as U+FFFD.
 * Tabs and line breaks stay.
 *
 * @param text anything an author may have written, or the name of a file
 */
export function visibleControls(text: string): string {
	return text
		.replace(/\p{Surrogate}/gu, '\uFFFD')
		.replace(/(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, codePointName);
}

function codePointName(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Writes text so that Markdown shows it as it is, on one line.
 *
 * @param text anything an author may have used as a title
 */
export function escapeMarkdown(text: string): string {
	return visibleControls(oneLine(text))
		.replace(/[\\`*_{}[\]<>()#|~!$]|&(?=#?\w+;)/gu, '\\$&')
		.replace(/^(\d+)([.)])/u, '$1\\$2')
		.replace(/^[-+=:]/u, '\\$&');
}

/**
 * Writes rows by RFC 4180: lines end in CRLF, quotes are doubled. The text begins with a byte order mark, without which
 * spreadsheets on Windows take it for another encoding.
 */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/**
 * An apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection"), wide forms of the marks
 * included, and before `::`, which GitHub Actions would take for a command.
 */
function csvCell(cell: string | number | undefined): string {
	if (typeof cell !== 'string') return String(cell ?? '');
	const shown = visibleControls(cell);
	const harmless = /^[\s\p{Cf}]*(?:[=+\-@＝＋－＠]|::)/u.test(shown) ? `'${shown}` : shown;
	return /[",\r\n]|^\s|\s$|^'/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * A value as JSON, with tabs, and without `##[`, which GitHub Actions takes for a command in what a step prints.
 *
 * @param value plain data
 */
export function jsonText(value: unknown): string {
	return `${JSON.stringify(value, undefined, '\t').replaceAll('##[', '##\\u005b')}\n`;
}

/**
 * Writes text on one line of a terminal: no control characters, which would steer it, and nothing that GitHub Actions
 * takes for a command in what a step prints (`::error`, `##[error]`).
 *
 * @param text from a file, or the name of one
 */
export function escapeTerminal(text: string): string {
	return visibleControls(text).replace(/[\t\n\r\u2028\u2029]|^:(?=:)|(?<=##)\[/gu, codePointName);
}

/**
 * Writes text for a label of VS Code, on one line: its lists, code lenses and status bar make an icon of `$(trash)`.
 *
 * @param text anything an author may have written
 */
export function escapeLabel(text: string): string {
	return visibleControls(oneLine(text)).replace(/\$(?=\([\w-]+(?:~\w+)?\))/gu, '\\$&');
}

/**
 * Writes text for a message of VS Code or of code scanning, which make links of `[text](address)`, some of which run
 * commands. A word joiner keeps the two halves apart and shows nothing.
 *
 * @param text anything an author may have written, on any number of lines
 */
export function escapeMessage(text: string): string {
	return visibleControls(text).replaceAll('](', ']\u2060(');
}

/**
 * The message of a workflow command of GitHub Actions ("Workflow commands for GitHub Actions", 2025).
 *
 * @param text of any number of lines
 */
export function escapeWorkflowMessage(text: string): string {
	return visibleControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a workflow command of GitHub Actions. */
export function escapeWorkflowProperty(text: string): string {
	return escapeWorkflowMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text of a snippet in VS Code's syntax that is inserted as it is. */
export function escapeSnippet(text: string): string {
	return text.replace(/[\\$}]/gu, '\\$&');
}

/** One of the choices of a tab stop in a snippet. */
export function escapeSnippetChoice(text: string): string {
	return text.replace(/[\\,|]/gu, '\\$&');
}

/** Text that a regular expression matches as it is, outside of character classes and with any flags. */
export function escapeRegExp(text: string): string {
	return text.replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&');
}

/**
 * A path as the target of a link in Markdown.
 *
 * @param path with `/`
 */
export function escapePath(path: string): string {
	return escapeParentheses(encodePath(path));
}

/**
 * A path as a part of a URI. Half a pair of surrogates, which a file may be called on Windows, has no escape.
 *
 * @param path with `/`
 */
export function encodePath(path: string): string {
	return path
		.replace(/\p{Surrogate}/gu, '\uFFFD')
		.split('/')
		.map(encodeURIComponent)
		.join('/');
}

/** An encoded URI as the target of a link in Markdown, which ends at the first closing parenthesis. */
export function escapeParentheses(uri: string): string {
	return uri.replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'));
}
