import type { Competency } from '../core/framework/model.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Refusal } from './terminal.ts';

/**
 * The active competency of an id, a name or an alias.
 *
 * @throws Refusal where there is none: it names those that may be meant
 */
export function competencyNamed({ lookups: { competencies } }: StoryFolder, wanted: string): Competency {
	const found = competencies.find(wanted);
	if (found) return found;
	const near = competencies.nearest(wanted, 3);
	if (near.length > 0)
		throw new Refusal(`There is no competency “${wanted}”. Do you mean one of these?\n${listed(near)}`);
	throw new Refusal(`There is no competency “${wanted}”. There are:\n${listed(competencies.all)}`);
}

/** Competencies one a line, with their ids in front. */
export function listed(competencies: readonly Competency[]): string {
	const widest = Math.max(...competencies.map(({ id }) => id.length));
	return competencies.map(({ id, name }) => `  ${id.padEnd(widest)}  ${name}`).join('\n');
}
