import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../workbench/projectFolders.ts';

/** A question with what it asks for by a framework. */
export interface LabelledQuestion {
	readonly text: string;
	readonly framework: string;
	/** Ids of competencies, the one that is really asked for first; `none:` and a kind where no story answers. */
	readonly labels: readonly string[];
}

/** The labelled questions of a file of test/fixtures/questions. */
export function labelledQuestions(file: 'development' | 'held-out' | 'frameworks'): readonly LabelledQuestion[] {
	return rowsOf(`questions/${file}.tsv`).map(([text = '', second = '', third]) => ({
		text,
		framework: third === undefined ? 'staff-extended' : second,
		labels: (third ?? second).split(',').map((label) => label.trim()),
	}));
}

/** The rows of a table in test/fixtures, without its comments. */
export function rowsOf(path: string): readonly (readonly string[])[] {
	return readFileSync(join(projectFolder, 'test/fixtures', path), 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '' && !line.startsWith('#'))
		.map((line) => line.split('\t'));
}
