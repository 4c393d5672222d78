/**
 * A word with the hyphens, apostrophes, points and slashes inside it, an entity such as `&amp;`, or one other
 * character. Separators and letters share no character, so the search is linear.
 */
export const tokenPattern =
	/&#?[a-z0-9]{2,8};|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|(?:['’./_-]|(?<=\p{N})[,:])(?=[\p{L}\p{N}]))*|\S/iuy;

const wordlike = /[\p{L}\p{N}]/uy;

const space = 1;
const letter = 2;
const digit = 3;

/** What the characters of ASCII are; 0 for marks. */
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
	const character = String.fromCharCode(code);
	return /\s/u.test(character) ? space : /[a-z]/iu.test(character) ? letter : /\d/u.test(character) ? digit : 0;
});

const joiners = new Set([..."'./_-"].map((character) => character.charCodeAt(0)));
const numberJoiners = new Set([...',:'].map((character) => character.charCodeAt(0)));
const ampersand = '&'.charCodeAt(0);

/** Where the next token begins, from `start` on; `end` where there is none before it. */
export function tokenStart(text: string, start: number, end: number): number {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code < 128 ? classes[code] !== space : !/\s/u.test(text.charAt(at))) return at;
	}
	return end;
}

/**
 * Where the token ends that begins at `start`: what {@link tokenPattern} finds, without it for words of ASCII.
 *
 * @param start as of {@link tokenStart}
 */
export function tokenEnd(text: string, start: number): number {
	const first = text.charCodeAt(start);
	if (first >= 128 || first === ampersand) return patternEnd(text, start);
	if ((classes[first] ?? 0) < letter) return start + 1;
	for (let at = start + 1; ; at++) {
		const code = text.charCodeAt(at);
		if (code >= 128) return patternEnd(text, start);
		if ((classes[code] ?? 0) >= letter) continue;
		if (!joiners.has(code) && !(numberJoiners.has(code) && classes[text.charCodeAt(at - 1)] === digit)) return at;
		const next = text.charCodeAt(at + 1);
		if (next >= 128) return patternEnd(text, start);
		if (!((classes[next] ?? 0) >= letter)) return at;
	}
}

function patternEnd(text: string, start: number): number {
	tokenPattern.lastIndex = start;
	return tokenPattern.test(text) ? tokenPattern.lastIndex : start + 1;
}

/** Whether the token at `start` is a word or a number. */
export function isWordAt(text: string, start: number): boolean {
	const code = text.charCodeAt(start);
	if (code < 128) return (classes[code] ?? 0) >= letter;
	wordlike.lastIndex = start;
	return wordlike.test(text);
}
