import { landingIn } from './landing.ts';

const asksFirst =
	/^["“„«‘']?\s*(?:tell (?:me|us)|describe|give (?:me|us)|walk (?:me|us)|talk (?:me|us|about)|share|explain|think (?:of|about)|what|why|how|when|who|where|which|have you|did you|do you|are you|can you|could you|would you|were you|name)\b/iu;

/** Whether a line reads like a question of an interview. */
export function isQuestion(words: string): boolean {
	return /[?？]["”“»’')\]]*$/u.test(words) || /^["“„«]/u.test(words) || asksFirst.test(words);
}

/** Between a question and the story that was told. */
const arrow = /\s*(?:→|⇒|=>|->)\s*/u;

/**
 * The arrow between a question and the story that was told. One made of letters may belong to the question, unless that
 * is over.
 */
export function arrowIn(source: string): { readonly index: number; readonly length: number } | undefined {
	const match = arrow.exec(source);
	if (!match || match.index === 0) return undefined;
	const isOver = /[?.!"”’*_]$/u.test(source.slice(0, match.index));
	return isOver || /[→⇒]/u.test(match[0]) ? { index: match.index, length: match[0].length } : undefined;
}

/** How the story landed, in brackets or behind a dash after it. */
export function verdictIn(
	source: string,
): { readonly index: number; readonly lead: number; readonly text: string } | undefined {
	const match =
		/(?<lead>\s*(?:(?<!\])\((?:landed\s+|went\s+)?|(?:[,;]|\s[—–-])\s*(?:landed|went)\s+))(?<text>[^()]{1,30}?)\)?\s*$/iu.exec(
			source,
		);
	const { lead = '', text = '' } = match?.groups ?? {};
	if (!match || match.index === 0 || text.split(/\s+/u).length > 3 || landingIn(text) === undefined) return undefined;
	return { index: match.index, lead: lead.length, text };
}

/** Whether a mark in the place of a story says that none was told. */
export function isNothing(text: string): boolean {
	return /^(?:[-–—?.…]*|none|nothing|no story|n\/a|tbd|todo)$/iu.test(text);
}

/** A question without the quotation marks around it. */
export function unquoted(question: string): string {
	const [, within] = /^["“„«‘'](.*)["”“»’']$/u.exec(question) ?? [];
	return within !== undefined && !/["“”„«»]/u.test(within) ? within.trim() : question;
}
