import { type SectionKind, sectionKinds, starKinds } from '../framework/sectionKind.ts';
import type { Marker } from './markers.ts';

/** So many sections of one story have to be named before letters and plain words count as their names. */
const minNamed = 3;

/**
 * Leaves out what names no section by itself and stands beside too few others: `S:`, `Situation: …` in plain words, a
 * bold `Action` that begins a sentence. Where at least three of a story's sections are named so in the order of STAR,
 * they are names: letters beside letters that are written alike, words beside words.
 *
 * @param markers of a document, in order
 */
export function confirmedMarkers(markers: readonly Marker[]): readonly Marker[] {
	if (!markers.some(({ isWeak }) => isWeak)) return markers;
	const groups: Marker[][] = [[]];
	for (const marker of markers) {
		if (marker.form === 'heading' && !marker.kind) groups.push([]);
		groups.at(-1)?.push(marker);
	}
	return groups.flatMap((group) => {
		const runs = new Map<string, number>();
		const runOf = (marker: Marker) => {
			const key = companyOf(marker);
			const known = runs.get(key);
			if (known !== undefined) return known;
			const run = longestRun(group.filter((other) => companyOf(other) === key));
			runs.set(key, run);
			return run;
		};
		return group.flatMap((marker) => (marker.isWeak && runOf(marker) < minNamed ? withoutName(marker) : [marker]));
	});
}

/** What a name has to stand beside: letters of the same look, or labels in words. */
function companyOf(marker: Marker): string {
	if (marker.form === 'heading') return marker.isLetter ? `letters ${marker.depth}` : 'headings';
	if (marker.form === 'cell') return 'cells';
	return marker.isLetter ? `letters ${marker.style}` : `words ${marker.style}`;
}

/** A heading stays one; a label that names nothing is text. */
function withoutName(marker: Marker): readonly Marker[] {
	if (marker.form === 'label' && marker.style === 'plain') return [];
	return [{ ...marker, kind: undefined, also: [] }];
}

/** How many of the STAR sections follow each other in order, somewhere among some markers. */
export function longestRun(markers: readonly Marker[]): number {
	const star: ReadonlySet<SectionKind> = new Set(starKinds);
	let longest = 0;
	let run = 0;
	let last = -1;
	for (const kind of markers.flatMap(({ kind: first, also }) => (first ? [first, ...also] : []))) {
		const rank = sectionKinds.indexOf(kind);
		if (!star.has(kind) || rank === last) continue;
		run = rank > last ? run + 1 : 1;
		last = rank;
		longest = Math.max(longest, run);
	}
	return longest;
}
