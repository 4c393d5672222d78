import { starKinds } from '../framework/sectionKind.ts';
import { minOwnNames, minStarSections } from './wholeStory.ts';
import type { Marker } from './markers.ts';

/**
 * Corrects the markers that mean something else above the sections of a story than elsewhere: a line of tags in plain
 * type (`Tags: Mentorship`) is one only there, as such lines are frequent in other people's notes, and a heading such
 * as `Elevator version: two calendars` is the title there and no section beside the telling.
 *
 * @param markers of a document, in order
 */
export function withStoriesBelow(markers: readonly Marker[]): readonly Marker[] {
	if (!markers.some((marker) => isPlainTags(marker) || isTitledSide(marker))) return markers;
	return markers.flatMap((marker, index) => {
		if (isPlainTags(marker)) return isStory(below(markers, index)) ? [marker] : [];
		if (!isTitledSide(marker) || !isStory(below(markers, index))) return [marker];
		const { side: _side, ...heading } = marker;
		return [heading];
	});
}

function isPlainTags(marker: Marker): boolean {
	return marker.form === 'label' && marker.style === 'plain' && !marker.kind && !marker.side;
}

function isTitledSide(marker: Marker): boolean {
	return marker.form === 'heading' && marker.side !== undefined && /[:：]\s*\S|\s[-–—]\s/u.test(marker.text);
}

/** What stands below a marker: up to the next heading that names no section, or that is not deeper than it. */
function below(markers: readonly Marker[], index: number): readonly Marker[] {
	const above = markers[index];
	const depth = above?.form === 'heading' ? above.depth : 0;
	const behind = markers.slice(index + 1);
	const end = behind.findIndex((marker) => marker.form === 'heading' && (!marker.kind || marker.depth <= depth));
	return end < 0 ? behind : behind.slice(0, end);
}

/** Whether sections stand together as those of a story without tags do. */
function isStory(markers: readonly Marker[]): boolean {
	const count = (those: readonly Marker[]) =>
		starKinds.filter((kind) => those.some((marker) => marker.kind === kind || marker.also.includes(kind))).length;
	return count(markers) >= minStarSections && count(markers.filter(({ isOwn }) => isOwn)) >= minOwnNames;
}
