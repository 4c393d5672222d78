/** What stands between names that are written as one text. */
const separators = /\s*(?:[,;|·•،，、；\r\n]|\s[/→]\s)\s*/u;

/** Behind a comma they belong to the name before it, and name nobody. */
const legalForm =
	/^(?:inc|incorporated|ltd|limited|llc|llp|lp|corp|corporation|co|company|plc|gmbh|ag|kg|ohg|se|sa|sas|sarl|s\.?r\.?l|spa|bv|nv|oy|ab|asa?|aps|pty|pte|kk)\.?$/iu;

/**
 * The names in a text that may list several: `A, B`, one a line, with bullets. The text as a whole is one too where a
 * part of it is none.
 */
export function splitNames(text: string): readonly string[] {
	const whole = tidied(text);
	if (!isName(whole)) return [];
	const lines = /[\r\n]/u.test(text) ? text.replaceAll(bullet, '') : text;
	const parts = lines.split(separators).map(tidied).filter(Boolean);
	const names = parts.filter((part) => isName(part) && !legalForm.test(part) && [...part].length > 1);
	if (names.length === 0) return [whole];
	return names.length === parts.length ? names : [whole, ...names];
}

/** Before an item of a list. */
const bullet = /^[ \t]*[-*+•–—][ \t]+/gmu;

function tidied(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Marks alone name nobody. */
function isName(text: string): boolean {
	return /[\p{L}\p{N}]/u.test(text);
}
