import type { SectionKind } from '../../framework/sectionKind.ts';
import { type FullSection, type FullStory, isOfKind } from '../../story/model.ts';
import { sentencesOf } from '../../text/words.ts';

/** A section as far as it is told. Plain data, in which names can be hidden before sentences are chosen. */
export type ToldSection = Pick<FullSection, 'kind' | 'also' | 'spoken'>;

/** A sentence of a story, as its author wrote it, with its place. */
export interface ToldSentence {
	readonly text: string;
	/** The section, and the paragraph or item within it, counted from 0. */
	readonly section: number;
	readonly paragraph: number;
}

/** What a story tells, in the order of its text. */
export function toldSections({ sections }: Pick<FullStory, 'sections'>): readonly ToldSection[] {
	return sections.map(({ kind, also, spoken }) => ({ kind, ...(also && { also }), spoken }));
}

/** All sentences of some sections, in the order of the text. */
export function toldSentences(sections: readonly ToldSection[]): readonly ToldSentence[] {
	return sections.flatMap(({ spoken }, section) =>
		spoken
			.split('\n')
			.flatMap((line, paragraph) => sentencesOf(line).map((text) => ({ text, section, paragraph }))),
	);
}

/** Those of the sentences that tell a part of the story. */
export function sentencesOfKind(
	sentences: readonly ToldSentence[],
	sections: readonly ToldSection[],
	kind: SectionKind,
): readonly ToldSentence[] {
	return sentences.filter(({ section }) => {
		const told = sections[section];
		return told !== undefined && isOfKind(told, kind);
	});
}

/** What stands between two sentences of a text: nothing behind a Chinese or Japanese full stop. */
export function between(before: ToldSentence, after: ToldSentence, betweenSections: string): string {
	if (before.section !== after.section) return betweenSections;
	if (before.paragraph !== after.paragraph) return '\n';
	return /[\u3000-\u303f\uff00-\uff60]$/u.test(before.text) ? '' : ' ';
}

/**
 * Puts sentences together to a text.
 *
 * @param sentences in the order of their text
 * @param betweenSections such as a blank line
 */
export function joined(sentences: readonly ToldSentence[], betweenSections: string): string {
	return sentences
		.map((sentence, index) => {
			const before = sentences[index - 1];
			return (before ? between(before, sentence, betweenSections) : '') + sentence.text;
		})
		.join('');
}
