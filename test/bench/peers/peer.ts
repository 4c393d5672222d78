import type { Command } from '../measure/processRun.ts';
import type { Corpus } from '../corpus/corpus.ts';

/** Another program that looks at every note of a folder. */
export interface Peer {
	readonly name: string;
	/** What it is made of, with versions, as npm knows it. */
	readonly packages: readonly string[];
	/** Whether it is tried on a thousand files only. */
	readonly isSlow: boolean;
	/** @param peers the folder that they are installed in */
	command(peers: string, corpus: Corpus): Command | Promise<Command>;
}
