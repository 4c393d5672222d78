import type { SectionKind } from '../../framework/sectionKind.ts';
import { leadSentence } from './leadSentence.ts';
import { sentencesOfKind, type ToldSection, type ToldSentence } from './toldSentences.ts';

/** The sections by what a listener or reader asks for first: what was done, what came of it, then why. */
const byWorth = ['action', 'result', 'situation', 'task', 'learnings'] as const satisfies readonly SectionKind[];

/** Those without which a telling is none; the plus is left out first. */
const needed: readonly SectionKind[] = byWorth.filter((kind) => kind !== 'learnings');

/**
 * Chooses the sentences of a story for which there is room, each of them whole. The choice is the same for the same
 * story:
 *
 * 1. All, where there is room for them.
 * 2. Otherwise one of each section first, in the order of {@link byWorth}: the one that the cue card shows, or where it is
 *    too long, the first that fits.
 * 3. Then sections as a whole, in the same order, where there is room for all of their sentences.
 * 4. Then the sentences of those that are not whole yet, from the first on, up to the first for which there is no room.
 *
 * @param hasRoom whether there is room for sentences; true for fewer of them where it is true for more
 * @returns in the order of the text; none where there is room for none
 */
export function chooseSentences(
	sections: readonly ToldSection[],
	sentences: readonly ToldSentence[],
	hasRoom: (sentences: readonly ToldSentence[]) => boolean,
): readonly ToldSentence[] {
	if (hasRoom(sentences)) return sentences;
	let chosen: ReadonlySet<ToldSentence> = new Set();
	/** Takes sentences in, all or none; whether they are in. */
	const takes = (wanted: readonly ToldSentence[]): boolean => {
		const together = new Set([...chosen, ...wanted]);
		if (together.size === chosen.size) return true;
		if (!hasRoom(sentences.filter((each) => together.has(each)))) return false;
		chosen = together;
		return true;
	};
	for (const kind of needed) {
		const own = sentencesOfKind(sentences, sections, kind).filter((each) => !chosen.has(each));
		const lead = leadSentence(
			kind,
			own.map(({ text }) => text),
		);
		const first = own.find(({ text }) => text === lead);
		if (first && !takes([first])) own.slice(0, maxTried).some((each) => takes([each]));
	}
	for (const kind of byWorth) takes(sentencesOfKind(sentences, sections, kind));
	for (const kind of byWorth) sentencesOfKind(sentences, sections, kind).every((each) => takes([each]));
	return sentences.filter((each) => chosen.has(each));
}

/** How many sentences of a section are tried in place of one that is too long. */
const maxTried = 40;
