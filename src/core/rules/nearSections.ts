import { type Misspelling, misspellingIn } from '../framework/nearSectionName.ts';
import { type SectionKind, sectionKinds } from '../framework/sectionKind.ts';
import { type SectionNames, sectionNamesOf } from '../framework/sectionNames.ts';
import type { Document } from '../story/document.ts';
import { isOfKind, type ParsedStory } from '../story/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Finding } from '../text/problem.ts';
import { companyOf, markersOf, type Place, placeAt, placesIn } from './nearPlaces.ts';
import { oncePerStory } from './oncePerStory.ts';
import type { RuleContext } from './rule.ts';
import { tableNames } from './tableNames.ts';

/** A name that was meant for a section which the story lacks. */
export interface NearSection {
	readonly kind: SectionKind;
	/** Absent where another story of the same table has it, or it names another section too. */
	readonly finding?: Finding;
}

/** A story is looked through for no more of them; each is tried out. */
const maxPlaces = 20;

interface Near {
	readonly place: Place;
	/** What is misspelt; only the space behind its marks is wrong where it has no name. */
	readonly meant: Omit<Misspelling, 'name'> & { readonly name?: string };
}

/**
 * Finds misspelt names of sections that a story lacks: in the place where the section belongs, and so that the story
 * has the section once it is spelt right, whatever form the name has.
 */
export const nearSections = oncePerStory(findNearSections);

function findNearSections(story: ParsedStory, document: Document, context: RuleContext): readonly NearSection[] {
	const kinds = sectionKinds.filter((kind) => !story.sections.some((section) => isOfKind(section, kind)));
	if (kinds.length === 0) return [];
	const names = context.lookups.derive(sectionNamesOf);
	const table = tableNames(story, document, names);
	const cells = (table?.cells ?? []).map((name) =>
		placeAt(document.text, name, { form: 'cell', company: 'cell', isAbove: table?.areShared === true }),
	);
	const near: Near[] = [];
	for (const place of [...cells, ...placesIn(story, document, names, kinds)]) {
		const meant = meantAt(place, names, kinds);
		if (meant) near.push({ place, meant });
		if (near.length === maxPlaces) break;
	}
	if (near.length === 0) return [];
	const starts = new Set(story.sections.map(({ name }) => name.start));
	const sections = [...markersOf(story, document)].filter(({ name }) => starts.has(name.start));
	const company = new Set(sections.map(companyOf));
	const found: NearSection[] = [];
	const reported = new Set<Near>();
	for (const kind of kinds) {
		const fitting = near.find(
			(each) =>
				each.meant.kinds.includes(kind) &&
				(each.place.isAbove || isInOrder(kind, each.place.offsets[0] ?? 0, story)) &&
				hasCompany(each, company, near) &&
				brings(kind, editsFor(each), story, document),
		);
		if (!fitting) continue;
		const isReported = reported.has(fitting) || (fitting.place.form === 'cell' && table?.isFirst === false);
		found.push({ kind, ...(!isReported && { finding: findingAt(fitting, document) }) });
		reported.add(fitting);
	}
	return found;
}

function meantAt(place: Place, names: SectionNames, kinds: readonly SectionKind[]): Near['meant'] | undefined {
	const { text, form, marks } = place;
	const read = form === 'heading' ? names.readHeading : names.read;
	const exact = marks && names.readHeading(text);
	if (exact && !exact.isLetter && exact.kinds.some((kind) => kinds.includes(kind)))
		return { kinds: exact.kinds, start: 0, end: text.length };
	return misspellingIn(text, names, kinds, read);
}

/** A line such as `#action` may be a hashtag: it is a heading only beside others of its depth. */
function hasCompany({ place: { marks, company }, meant }: Near, sections: ReadonlySet<string>, near: readonly Near[]) {
	if (!marks || marks.depth > 1 || sections.has(company)) return true;
	return near.some((other) => other.place.company === company && other.meant.kinds[0] !== meant.kinds[0]);
}

/** Whether a section belongs between those that stand around an offset. */
function isInOrder(kind: SectionKind, offset: number, { sections }: ParsedStory): boolean {
	const rank = sectionKinds.indexOf(kind);
	return sections.every(({ kind: other, name }) => name.start < offset === sectionKinds.indexOf(other) < rank);
}

/** The edits that mend a name, of no more bytes than are wrong. */
function editsFor({ place: { text, offsets, marks }, meant }: Near): readonly TextEdit[] {
	const edits: TextEdit[] = marks ? [{ span: marks, newText: `${'#'.repeat(marks.depth)} ` }] : [];
	if (meant.name === undefined) return edits;
	const written = text.slice(meant.start, meant.end);
	let from = 0;
	while (from < written.length && written[from] === meant.name[from]) from++;
	let behind = 0;
	while (
		behind < Math.min(written.length, meant.name.length) - from &&
		written.at(-1 - behind) === meant.name.at(-1 - behind)
	)
		behind++;
	const last = (offsets[meant.end - 1 - behind] ?? 0) + 1;
	const start = from + behind < written.length ? (offsets[meant.start + from] ?? last) : last;
	const newText = meant.name.slice(from, meant.name.length - behind);
	return [...edits, { span: { start, end: Math.max(start, last) }, newText }];
}

function findingAt(near: Near, { text }: Document): Finding {
	const { place, meant } = near;
	const { marks, offsets } = place;
	const edits = editsFor(near);
	const first = offsets[meant.start] ?? 0;
	const end = (offsets[meant.end - 1] ?? first) + 1;
	const written = place.text.slice(meant.start, meant.end);
	const name = meant.name ?? written;
	if (!marks) {
		const message = `“${written}” names no section: did you mean ${name}?`;
		const fixes = () => [{ title: `Change to ${name}`, edits, preferred: true }];
		return { message, span: { start: first, end }, fixes };
	}
	const heading = `${'#'.repeat(marks.depth)} ${name}`;
	const signs = text.slice(marks.start, marks.start + marks.depth);
	const is = marks.end > marks.start + marks.depth ? 'that stands there is none to Markdown' : 'is missing';
	const message = `The space behind ${signs} ${is}: did you mean \`${heading}\`?`;
	const fixes = () => [{ title: `Change to ${heading}`, edits, preferred: true }];
	return { message, span: { start: marks.start, end: (offsets.at(-1) ?? first) + 1 }, fixes };
}

/** Whether the story has a section after edits, and the document as many stories as before. */
function brings(
	kind: SectionKind,
	edits: readonly TextEdit[],
	story: ParsedStory,
	{ text, stories, reread }: Document,
): boolean {
	const after = reread(applyEdits(text, edits)).stories;
	const mended = after[stories.indexOf(story)];
	return after.length === stories.length && mended?.sections.some((section) => isOfKind(section, kind)) === true;
}
