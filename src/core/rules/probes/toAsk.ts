import type { Lookups } from '../../framework/lookups.ts';
import type { CompetencyProbe } from '../../framework/model.ts';
import { escapeRegExp } from '../../text/escape.ts';

/** What is said aloud of a story, ready for words to be looked for. */
export function spokenForm(text: string): string {
	return text.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ');
}

/**
 * Tells of each follow-up question of the active competencies whether it is to be asked: it fits what a story is about,
 * and the story has not answered it.
 *
 * @returns takes the story in its {@link spokenForm}
 */
export function askedProbes({ competencies }: Lookups): (probe: CompetencyProbe, told: string) => boolean {
	const patterns = new Map(
		competencies.all.flatMap(({ probes = [] }) =>
			probes.map((probe) => [probe, { when: patternOf(probe.when), unless: patternOf(probe.unless) }] as const),
		),
	);
	return (probe, told) => {
		const { when, unless } = patterns.get(probe) ?? {};
		return (!when || when.test(told)) && !unless?.test(told);
	};
}

/** Any of several words and phrases; a `*` at the end of a word stands for any ending. */
function patternOf(phrases: readonly string[] = []): RegExp | undefined {
	const filled = phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
	if (filled.length === 0) return undefined;
	const sources = filled.map((phrase) => {
		const words = spokenForm(phrase).trim().split(' ');
		return words
			.map(
				(word) =>
					escapeRegExp(word.replace(/\*+$/u, '')) + (word.endsWith('*') ? "[\\p{L}\\p{M}\\p{N}'-]*" : ''),
			)
			.join(' ');
	});
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}
