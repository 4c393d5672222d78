/** What the extension host took for files of others that came and went, in milliseconds of the processor. */
export interface BurstFigures {
	readonly created: number;
	readonly deleted: number;
}

/** A message of the console with {@link BurstFigures} as JSON. */
export const burstPrefix = 'burst: ';

/** Messages of the console with which the script asks for the files. */
export const createRequest = 'create files';
export const deleteRequest = 'delete files';
