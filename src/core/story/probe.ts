import type { Span } from '../text/span.ts';

/** A follow-up question that an interviewer asks about one story. Plain data. */
export interface Probe {
	/** What raises it; the same while the story is being written, and unlike that of every other probe of the story. */
	readonly id: string;
	readonly question: string;
	/** The words of the story that raise it; the story's anchor where none do. */
	readonly span: Span;
	/** Id of the competency whose own question it is. */
	readonly competency?: string;
	/** What stands under Follow-ups for it. */
	readonly answer?: string;
}

/** The probes that nothing answers yet. */
export function openProbes(probes: readonly Probe[]): readonly Probe[] {
	return probes.filter(({ answer }) => answer === undefined);
}
