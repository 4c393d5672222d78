import type { SectionKind } from '../../framework/sectionKind.ts';

/** A first sentence shorter than this, in words, leads up to something ("I started by counting."). */
const leadingUp = 7;

const saysGoal =
	/\b(?:want(?:ed)?|goal|aim(?:ed)?|decided|set out|set myself|gave myself|proposed|took on|promised|my (?:part|job|role|task))\b/iu;

/** The sentence of a section that brings the rest of it back; undefined where there is none. */
export function leadSentence(kind: SectionKind, sentences: readonly string[]): string | undefined {
	if (kind === 'task') return sentences.find((sentence) => saysGoal.test(sentence)) ?? sentences[0];
	if (kind === 'result') return sentences.find(hasNumber) ?? sentences[0];
	if (kind === 'action') return sentences.find((sentence) => sentence.split(' ').length >= leadingUp) ?? sentences[0];
	return sentences[0];
}

/** Whether a sentence tells a number to remember. */
export function hasNumber(sentence: string): boolean {
	return /\p{N}/u.test(sentence);
}
