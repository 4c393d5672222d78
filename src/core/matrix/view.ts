import type { Archetype, Status } from '../story/fields.ts';

export const sortKeys = ['title', 'strength', 'status', 'date', 'problems', 'coverage'] as const;
/** What stories are ordered by; `coverage` is how many competencies of the lens they prove. */
export type SortKey = (typeof sortKeys)[number];

/** What is narrowed down to. An empty text, and a value that is left out, let everything through. */
export interface MatrixFilter {
	/** Words that the title or the company have to contain, in any order. */
	readonly text: string;
	readonly company?: string;
	readonly status?: Status;
	readonly archetype?: Archetype;
	readonly onlyProblems: boolean;
	/** Leaves out the competencies that are covered. */
	readonly onlyGaps: boolean;
}

/** How somebody looks at the matrix; remembered from one time to the next. */
export interface MatrixView {
	/** Id of the framework whose competencies show; all active ones when left out. */
	readonly lens?: string;
	/** Competencies as rows, stories as columns. */
	readonly transposed: boolean;
	readonly sort: SortKey;
	readonly descending: boolean;
	readonly filter: MatrixFilter;
}

export const noFilter: MatrixFilter = { text: '', onlyProblems: false, onlyGaps: false };

/** What it looks like at first: the strongest stories on top. */
export const initialView: MatrixView = { transposed: false, sort: 'strength', descending: true, filter: noFilter };

/** Whether anything may be hidden by a filter. */
export function isNarrowed({ text, company, status, archetype, onlyProblems, onlyGaps }: MatrixFilter): boolean {
	return text.trim() !== '' || company !== undefined || status !== undefined || archetype !== undefined || onlyProblems || onlyGaps;
}
