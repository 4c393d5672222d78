import { type SectionKind, sectionKinds, starKinds } from '../framework/sectionKind.ts';
import type { Marker } from './markers.ts';

/** So many sections of one story have to be named before letters and plain words count as their names. */
const minNamed = 3;

/**
 * Leaves out what names no section by itself and stands beside too few others: `S:`, `Situation: …` in plain words, a
 * bold `Action` that begins a sentence. Where at least three of a story's sections are named so in the order of STAR,
 * they are names: letters beside letters that are written alike, words beside words. Where two stories of a bank are
 * named so, one that has only begun is too.
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
	const named = groups.map(namedCompanies);
	const alike = new Map<string, number>();
	for (const [index, companies] of named.entries())
		for (const company of companies) {
			const key = `${company} ${depthOf(groups[index])}`;
			alike.set(key, (alike.get(key) ?? 0) + 1);
		}
	return groups.flatMap((group, index) => {
		const isBegunLikeOthers = (company: string) => {
			const depth = depthOf(group);
			const others = alike.get(`${company} ${depth}`) ?? 0;
			return depth !== undefined && others >= minAlike && isBegun(group, company);
		};
		const begun = new Map<string, boolean>();
		return group.flatMap((marker, place) => {
			if (isAnswer(marker, group[place - 1])) return withoutName(marker);
			const company = companyOf(marker);
			const isBesideNames = marker.side !== undefined && (named[index]?.size ?? 0) > 0;
			if (!marker.isWeak || isBesideNames || named[index]?.has(company) || isAmongWords(marker, group))
				return [marker];
			if (isPlus(marker, group.slice(0, place), named[index])) return [marker];
			if (!begun.has(company)) begun.set(company, isBegunLikeOthers(company));
			return begun.get(company) ? [marker] : withoutName(marker);
		});
	});
}

/** The A of a question and its answer (`Q: …`, `A: …`) is no Action. */
function isAnswer(marker: Marker, before: Marker | undefined): boolean {
	return marker.isLetter && marker.kind === 'action' && before?.form === 'label' && /^q\d*$/iu.test(before.text);
}

/**
 * Whether `Learnings` stands below the sections of a story: alone on its line, in whatever manner they are named, or
 * behind letters that are written alike (`R: …`, `Learned: …`).
 */
function isPlus(marker: Marker, above: readonly Marker[], named: ReadonlySet<string> | undefined): boolean {
	if (marker.form !== 'label' || marker.kind !== 'learnings' || !marker.isOwn) return false;
	const last = above.findLast(({ kind }) => kind);
	if (last?.kind !== 'result' || !named?.has(companyOf(last))) return false;
	return marker.isAlone || (last.form === 'label' && last.isLetter && last.style === marker.style);
}

/** In which manners at least three sections of a group are named in order. */
function namedCompanies(group: readonly Marker[]): ReadonlySet<string> {
	const companies = new Set(group.filter(({ isWeak }) => isWeak).map(companyOf));
	return new Set(
		[...companies].filter(
			(company) => longestRun(group.filter((marker) => companyOf(marker) === company)) >= minNamed,
		),
	);
}

/** Whether two letters (`S/T`) stand for two sections of a story whose others go by their whole names. */
function isAmongWords(marker: Marker, group: readonly Marker[]): boolean {
	if (!marker.isLetter || marker.also.length === 0) return false;
	const named = group.filter((each) => each === marker || (each.form === marker.form && !each.isWeak));
	return longestRun(named) >= minNamed;
}

/** So many stories of a bank are named alike where one that has only begun is another. */
const minAlike = 2;

/** How deep the heading stands that a group begins with; undefined above the first one. */
function depthOf(group: readonly Marker[] | undefined): number | undefined {
	const first = group?.[0];
	return first?.form === 'heading' && !first.kind ? first.depth : undefined;
}

/** Whether the names of a group are the first ones of a story, each once. */
function isBegun(group: readonly Marker[], company: string): boolean {
	const kinds = group.flatMap((marker) => (companyOf(marker) === company ? (marker.kind ?? []) : []));
	return kinds.length > 0 && kinds.every((kind, index) => kind === starKinds[index]);
}

/** What a name has to stand beside: letters of the same look, or labels in words. */
export function companyOf(marker: Marker): string {
	if (marker.form === 'heading') return marker.isLetter ? `letters ${marker.depth}` : 'headings';
	if (marker.form === 'cell') return 'cells';
	return marker.isLetter ? `letters ${marker.style}` : `words ${marker.style}`;
}

/** A heading stays one; a label that names nothing is text. */
function withoutName(marker: Marker): readonly Marker[] {
	if (marker.form === 'label' && (marker.style !== 'emphasis' || marker.isInline)) return [];
	const { side: _side, ...unnamed } = marker;
	return [{ ...unnamed, kind: undefined, also: [] }];
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
