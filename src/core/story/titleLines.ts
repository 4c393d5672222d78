import { starKinds } from '../framework/sectionKind.ts';
import type { LabelMarker, Marker } from './markers.ts';
import { genericTitle, type Scope } from './scopes.ts';

/** A story is over where it has so many of the STAR sections, and another is begun by two. */
const minKinds = 3;
const minKindsOfNext = 2;

/** Above a scope without a heading stands the title of the document. */
const topLevel = 1;

/** Stories of a scope with the title lines they begin with. */
interface Run {
	/** Absent of a first story that the heading itself gives its title. */
	readonly title: LabelMarker | undefined;
	readonly sections: Marker[];
}

/**
 * Cuts a scope in which whole stories follow each other, each below a line of bold words, such as `**Q2: “When did you
 * …?”**`, or a `<summary>`. Where no line stands between them they are one story that has its sections twice.
 */
export function cutAtTitleLines(scope: Scope): readonly Scope[] {
	const runs = runsOf(scope);
	if (runs.filter(({ sections }) => kindsIn(sections) >= minKindsOfNext).length < 2) return [scope];
	const isTitled = runs[0]?.title !== undefined;
	return runs.map(({ title, sections }, index) => {
		const start = title?.span.start ?? scope.span.start;
		const end = runs[index + 1]?.title?.span.start ?? scope.span.end;
		const isWithin = ({ span }: Marker) => span.start >= start && span.start < end;
		const first = sections[0]?.span.start ?? end;
		const labels = scope.labels.filter((label) => isWithin(label) && label !== title);
		const headings = scope.headings.filter(isWithin);
		const sides = scope.sides.filter(isWithin);
		const shared = { span: { start, end }, sections, sides, headings, labels };
		if (!title) return { ...scope, ...shared };
		return {
			...shared,
			heading: undefined,
			titleLine: { label: title, level: (scope.heading?.depth ?? topLevel) + 1 },
			lines: labels.filter((label) => label.span.start < first && label.field),
			// What stands above the first story speaks for all of them.
			...(isTitled && {
				sharedLines: scope.lines.filter((line) => line.span.start < (runs[0]?.title?.span.start ?? 0)),
			}),
		};
	});
}

function runsOf(scope: Scope): readonly Run[] {
	const [first] = scope.sections;
	if (!first || scope.sections.some(({ form }) => form !== 'label')) return [];
	const runs: Run[] = [{ title: titleBetween(scope, scope.span.start - 1, first), sections: [] }];
	for (const marker of scope.sections) {
		const sections = runs.at(-1)?.sections ?? [];
		const isNext = marker.kind === first.kind && kindsIn(sections) >= minKinds;
		const title = isNext && titleBetween(scope, sections.at(-1)?.span.start ?? 0, marker);
		if (title) runs.push({ title, sections: [marker] });
		else sections.push(marker);
	}
	return runs;
}

function kindsIn(sections: readonly Marker[]): number {
	return starKinds.filter((kind) => sections.some((marker) => marker.kind === kind || marker.also.includes(kind)))
		.length;
}

/** The nearest line of bold words above a section that may be the title of its story. */
function titleBetween({ labels, headings }: Scope, after: number, { span }: Marker): LabelMarker | undefined {
	const heading = headings.findLast((each) => each.span.start > after && each.span.start < span.start);
	const from = heading?.span.start ?? after;
	return labels.findLast(
		(label) =>
			label.span.start > from &&
			label.span.start < span.start &&
			label.isAlone &&
			(label.style === 'emphasis' || label.style === 'heading') &&
			!label.field &&
			!genericTitle.test(label.text.replace(/[\s:.]+$/u, '')),
	);
}
