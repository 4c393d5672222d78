import { starKinds } from '../framework/sectionKind.ts';
import type { Section } from './model.ts';

/** A story in the making needs this many of the four STAR sections to be taken for one. */
export const minSectionsOfCandidate = 3;

const firstPerson =
	/(?<![\p{L}\p{N}'’])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]yself|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|[Oo]urs)(?![\p{L}\p{N}])/gu;
const secondPerson = /(?<![\p{L}\p{N}'’])(?:you|your|yours|yourself|you['’](?:re|ve|d|ll))(?![\p{L}\p{N}])/giu;

/** Fewer mentions than this in a whole story are a slip of a text that is not about its author. */
const minMentions = 3;

/** Code, quotations and comments are other people's words, or nobody's. */
const othersWords = /```[\s\S]*?(?:```|$)|`[^`\n]*`|<!--[\s\S]*?(?:-->|$)|“[^“”\n]*”|"[^"\n]*"/gu;

/** Whether sections that nobody tagged look like a story: most of STAR, told by somebody who was there. */
export function isCandidate(sections: readonly Section[], text: string): boolean {
	const kinds = new Set(sections.map(({ kind }) => kind));
	if (starKinds.filter((kind) => kinds.has(kind)).length < minSectionsOfCandidate) return false;
	return isInFirstPerson(sections.map(({ body }) => text.slice(body.start, body.end)));
}

/**
 * Whether sections are written by somebody who was there (I, my, we, our), rather than addressed to a reader (you,
 * your) as a page that explains the method does. Reads English; says no where it cannot tell.
 *
 * @param bodies the sources of the sections
 */
function isInFirstPerson(bodies: readonly string[]): boolean {
	const own = bodies.map((body) => body.replace(othersWords, ' '));
	const first = own.reduce((sum, body) => sum + count(body, firstPerson), 0);
	const second = own.reduce((sum, body) => sum + count(body, secondPerson), 0);
	return first >= minMentions && first > 2 * second;
}

/** Whether there is any mention at all of somebody who was there, without which {@link isCandidate} is false. */
export function mentionsFirstPerson(text: string): boolean {
	return text.search(firstPerson) >= 0;
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
