import { builtInFrameworks } from '../built-in/index.ts';
import type { Competency } from '../model.ts';
import { nearestName, normaliseName } from '../nearness.ts';
import type { CheckedRecord } from './checkedRecord.ts';
import { changeTo, type TextPlace } from './places.ts';
import { type Problems, quoted } from './problems.ts';

/**
 * The competencies of the built-in frameworks that a file extends, each once. Built-in frameworks extend nothing, so
 * the only circle there can be is a file that names itself.
 *
 * @param ownId the file's own id
 * @param named to which the places are added that name one
 */
export function presetCompetencies(
	file: CheckedRecord,
	ownId: string,
	named: TextPlace[],
	problems: Problems,
): ReadonlyMap<string, Competency> {
	const id = file.text('id');
	if (id && builtInFrameworks.has(id.value)) {
		problems.error(
			'framework-preset',
			id.span,
			`${quoted(id.value)} is a built-in framework: give yours an id of its own.`,
		);
	}
	const competencies = new Map<string, Competency>();
	for (const place of file.texts('extends') ?? []) {
		const { value, span } = place;
		const preset = builtInFrameworks.get(value);
		for (const competency of preset?.competencies ?? []) {
			if (!competencies.has(competency.id)) competencies.set(competency.id, competency);
		}
		if (preset) {
			named.push(place);
			continue;
		}
		if (normaliseName(value) === normaliseName(ownId)) {
			problems.error('framework-preset', span, 'A framework cannot extend itself: name a built-in one.');
			continue;
		}
		const near = nearestName(value, builtInFrameworks.keys());
		const hint =
			near === undefined ? `there are ${[...builtInFrameworks.keys()].join(', ')}.` : `did you mean \`${near}\`?`;
		problems.error('framework-preset', span, `No built-in framework is called ${quoted(value)}: ${hint}`, () =>
			near === undefined ? [] : [changeTo(place, near)],
		);
	}
	return competencies;
}
