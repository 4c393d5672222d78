import type { KnownPrompts } from '../framework/prompts.ts';
import { starKinds } from '../framework/sectionKind.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { longestRun } from './confirmedMarkers.ts';
import { isFormToFill } from './formToFill.ts';
import type { Marker } from './markers.ts';
import { findOpenPrompts } from './openPrompts.ts';
import { asksForContent, isToldByItsAuthor } from './voice.ts';
import { minStarSections } from './wholeStory.ts';

/** Sections that follow each other below one heading, with what each holds. */
interface Run {
	readonly markers: Marker[];
	readonly bodies: Span[];
}

/**
 * Leaves out the names of sections on a page that explains the method, or has a form to fill in, and tells a story by
 * it further on: what the explanation says of each section is no story.
 *
 * @param markers of a document, in order
 * @param prompts of snippets and fixes: where they stand a story is begun
 */
export function withoutExplained(markers: readonly Marker[], text: string, prompts: KnownPrompts): readonly Marker[] {
	const isWhole = (run: Run) => longestRun(run.markers.filter(({ isOwn }) => isOwn)) >= minStarSections;
	const runs = runsOf(markers, text).filter(isWhole);
	if (runs.length < 2) return markers;
	const explained = runs.filter((run) => {
		const bodies = run.bodies.filter((_body, index) => run.markers[index]?.isOwn);
		const isBegun = () => bodies.some((body) => findOpenPrompts(text, body, prompts).length > 0);
		return explains(bodies.map(({ start, end }) => text.slice(start, end))) && !isBegun();
	});
	if (explained.length === 0 || explained.length === runs.length) return markers;
	const left = new Set(explained.flatMap((run) => run.markers));
	return markers.flatMap((marker): readonly Marker[] => {
		if (!left.has(marker)) return [marker];
		if (marker.form === 'cell') return [];
		const { side: _side, ...unnamed } = marker;
		return [{ ...unnamed, kind: undefined, also: [] }];
	});
}

function runsOf(markers: readonly Marker[], text: string): readonly Run[] {
	const runs: Run[] = [];
	let open: Run | undefined;
	for (const [index, marker] of markers.entries()) {
		if (marker.form === 'heading' && !marker.kind) open = undefined;
		if (!marker.kind || marker.form === 'cell') continue;
		const { kind } = marker;
		// A `Problem` within the Action begins nothing.
		const isAgain =
			marker.isOwn && kind === starKinds[0] && open?.markers.some((other) => other.isOwn && other.kind === kind);
		if (!open || isAgain) runs.push((open = { markers: [], bodies: [] }));
		const start = marker.form === 'label' ? marker.value.start : marker.span.end;
		const next = markers
			.slice(index + 1, index + 1 + maxBetween)
			.find((other) => other.kind || other.form === 'heading');
		open.markers.push(marker);
		open.bodies.push(trimSpan(text, { start, end: next?.span.start ?? Math.min(start + maxLength, text.length) }));
	}
	return runs;
}

/** Labels of its own that a section may hold, and how much of the last one is looked at, in UTF-16 code units. */
const maxBetween = 40;
const maxLength = 400;

/** Whether sections say what belongs in them, each of them, and nobody tells anything. */
function explains(bodies: readonly string[]): boolean {
	if (isFormToFill(bodies)) return true;
	const asking = bodies.filter((body) => asksForContent(body.replace(/^[\s>*_-]+/u, '')));
	return asking.length >= minStarSections && !isToldByItsAuthor(bodies, 1, true);
}
