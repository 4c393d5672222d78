import type { Quote } from '../story/fieldValue.ts';

/**
 * Writes a string as a YAML scalar that reads back as that same string.
 * @param value a single line
 * @returns plain where YAML allows it in flow and block lists alike, else in quotes
 */
export function yamlScalar(value: string): string {
	return isPlain(value) ? value : `"${insideQuotes(value, '"')}"`;
}

/** Writes a string for a place between quotes that are already there. */
export function insideQuotes(value: string, quote: Quote): string {
	return quote === "'" ? value.replaceAll("'", "''") : JSON.stringify(value).slice(1, -1);
}

/** Whether YAML reads the bare text as this string, wherever it stands. */
function isPlain(value: string): boolean {
	if (!/^[\p{L}\p{N}][^\p{Cc}]*$/u.test(value) || value.trim() !== value) return false;
	if (/[,[\]{}]|:(?:\s|$)|\s#/u.test(value)) return false;
	// Words and numbers that YAML 1.1 or 1.2 reads as something other than a string.
	return !/^(?:true|false|yes|no|on|off|y|n|null|[\d.]+(?:e[+-]?\d+)?|0[xo][\da-f]+|\d+[-:][\d:-]*.*)$/iu.test(value);
}
