import { normaliseName } from '../framework/lookup.ts';

/** A name of a competency, as it is spelled, that is to be spelled otherwise wherever it stands. */
export interface Renaming {
	readonly from: string;
	readonly to: string;
}

/** Whether a name as written is the one to be renamed. */
export function isRenamed(written: string, { from }: Renaming): boolean {
	return normaliseName(written) === normaliseName(from);
}
