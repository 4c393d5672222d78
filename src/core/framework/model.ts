import type { SectionKind } from './sectionKind.ts';

/** A named, versioned list of competencies. Plain data: it is sent between threads. */
export interface Framework {
	/** Stable identifier, such as `staff`. */
	readonly id: string;
	readonly name: string;
	/** Version of this list, as semantic versioning; a workspace's own file need not say. */
	readonly version?: string;
	/** The day on which the list was last known to be what its source says, `YYYY-MM-DD`; a file has no other source. */
	readonly asOf?: string;
	readonly competencies: readonly Competency[];
	/** More names for sections, in other languages too. */
	readonly sectionAliases?: Readonly<Partial<Record<SectionKind, readonly string[]>>>;
}

/** A quality that interviewers probe. */
export interface Competency {
	/** Stable identifier in lower case, words joined by hyphens. */
	readonly id: string;
	/** The id as files write it, where the files of two folders mean different competencies by it. */
	readonly writtenId?: string;
	readonly name: string;
	/** Stands for a long name where there is little room; its id or an alias, so that a tag can be called so. */
	readonly shortName?: string;
	/** Other names under which a tag is understood. */
	readonly aliases: readonly string[];
	/** One line: what the interviewer wants to see. */
	readonly description: string;
	readonly target: Target;
	/** What a story for this competency should answer, per section. */
	readonly prompts: Readonly<Record<SectionKind, readonly string[]>>;
	readonly questions: readonly Question[];
	/** What an interviewer asks about a story for it once it is told, the most telling first. */
	readonly probes?: readonly CompetencyProbe[];
	/** Whether the author of a framework file wrote the probes, who then means each of them. */
	readonly ownProbes?: true;
}

/** A follow-up question about a competency's stories, with the words that tell which of them it is asked about. */
export interface CompetencyProbe {
	readonly text: string;
	/** Words and phrases, of which a story needs one for the question to fit it. A `*` stands for any ending of a word. */
	readonly when?: readonly string[];
	/** Words and phrases of stories that have answered it already, or that it does not fit. */
	readonly unless?: readonly string[];
}

/** How many ready stories a competency wants, both ends included. */
export interface Target {
	readonly min: number;
	readonly max: number;
}

/** A question that an interviewer asks. */
export interface Question {
	readonly id: string;
	readonly text: string;
	/** What an interviewer listens for. */
	readonly signal?: string;
	/** Id of the other competency that it probes, besides the one that lists it. */
	readonly also?: string;
}
