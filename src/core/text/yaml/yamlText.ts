import type { Quote } from './yamlValue.ts';

/**
 * Writes a string as a YAML scalar that reads back as that same string.
 *
 * @param value any string; line breaks are escaped
 * @returns plain where YAML allows it in flow and block lists alike, else in quotes
 */
export function yamlScalar(value: string): string {
	return isPlain(value) ? value : `"${insideQuotes(value, '"')}"`;
}

/** Writes a list of strings in flow form. */
export function yamlFlowList(values: readonly string[]): string {
	return `[${values.map(yamlScalar).join(', ')}]`;
}

/**
 * Writes a string as an item among others: in quotes where all of them stand in such quotes.
 *
 * @param quotes of the other items; undefined for one without
 */
export function yamlScalarLike(value: string, quotes: readonly (Quote | undefined)[]): string {
	const [quote] = quotes;
	const isCustom = quote !== undefined && quotes.every((other) => other === quote) && canQuote(value, quote);
	return isCustom ? quote + insideQuotes(value, quote) + quote : yamlScalar(value);
}

/** Writes a string for a place between quotes that are already there and that {@link canQuote} it. */
export function insideQuotes(value: string, quote: Quote): string {
	if (quote === "'") return value.replaceAll("'", "''");
	return JSON.stringify(value)
		.slice(1, -1)
		.replaceAll(/[\u007F-\u009F\u2028\u2029\uFEFF]/gu, escaped);
}

/** Whether a string can stand between such quotes: single ones know no escapes, and fold line breaks. */
export function canQuote(value: string, quote: Quote): boolean {
	return quote === '"' || !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(value);
}

function escaped(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether YAML reads the bare text as this string, wherever it stands. */
function isPlain(value: string): boolean {
	if (!/^[\p{L}\p{N}][^\p{Cc}\p{Cs}\u2028\u2029\uFEFF]*$/u.test(value) || value.trim() !== value) return false;
	if (/[,[\]{}]|:(?:\s|$)|\s#/u.test(value)) return false;
	// Words and numbers that YAML 1.1 or 1.2 reads as something other than a string.
	return !/^(?:true|false|yes|no|on|off|y|n|null|[\d._]+(?:e[+-]?\d+)?|0[box][\da-f_]+|\d+[-:][\d:-]*.*)$/iu.test(
		value,
	);
}
