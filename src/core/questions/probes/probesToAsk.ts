import type { Probe } from '../../story/probe.ts';
import { type Telling, wentBadly } from '../practice/history.ts';

/** As many follow-ups as are asked after a telling. */
export const maxAsked = 2;

/** What an answer to a follow-up is remembered as in place of a question: older versions read it as one. */
export function probeKey(title: string, probe: Pick<Probe, 'id'>): string {
	return `probe: ${title}: ${probe.id}`;
}

/**
 * Chooses what is asked after a story was told: what went badly the last time, then what was never asked, the most
 * telling first, then what was asked longest ago.
 *
 * @param tellings of the story, the earliest first
 */
export function probesToAsk(
	probes: readonly Probe[],
	tellings: readonly Telling[],
): readonly Pick<Probe, 'id' | 'question' | 'answer'>[] {
	const last = new Map(tellings.map((telling) => [telling.probe, telling]));
	const rank = ({ id }: Probe) => {
		const telling = last.get(id);
		if (!telling) return { turn: 1, at: 0 };
		return { turn: wentBadly(telling.rating) ? 0 : 2, at: telling.at };
	};
	return probes
		.map((probe) => ({ probe, ...rank(probe) }))
		.toSorted((a, b) => a.turn - b.turn || a.at - b.at)
		.slice(0, maxAsked)
		.map(({ probe: { id, question, answer } }) => ({ id, question, ...(answer !== undefined && { answer }) }));
}
