import { starKinds } from '../framework/sectionKind.ts';
import { longestRun } from './confirmedMarkers.ts';
import { isOfKind, type ParsedStory, type Section } from './model.ts';
import { genericTitle, methodTitle, type Scope } from './scopes.ts';
import { isFormToFill } from './formToFill.ts';
import { isToldByItsAuthor, isToldOfPast } from './voice.ts';
import { minOwnNames, minStarSections } from './wholeStory.ts';
import { blankBelow } from '../text/lines.ts';

/** A heading of any level between labels says that they are of different stories. */
const labelDepth = 6;

/** A table of test cases has the same columns, and a verb in the past tense once in a while. */
const minSignsInTable = 2;

/** Notes for Anki that were saved as Markdown hold copies of stories (Anki manual, "Importing: Text Files", 2025). */
const ankiNotes = /^\uFEFF?(?:[ \t]*>[ \t]?)*#separator:/iu;

/**
 * The stories without tags that are told as stories: each has its sections in one scope, and its author tells it. In a
 * bank those count too that are written as their neighbours are and tell of the past.
 *
 * @param scopes of the stories, in the same order
 */
export function candidatesAmong(
	stories: readonly ParsedStory[],
	scopes: readonly Scope[],
	text: string,
): readonly ParsedStory[] {
	if (ankiNotes.test(text)) return [];
	const whole = stories.flatMap((story, index) => {
		const scope = scopes[index]?.within ?? scopes[index];
		const bodies = scope && bodiesOfStory(story, scope, text);
		return bodies ? [{ story, bodies, isTold: isToldAlone(story, bodies) }] : [];
	});
	// Beside one that its author tells, the others need fewer signs of it.
	const forms = new Set(whole.filter(({ isTold }) => isTold).map(({ story }) => formOf(story)));
	return whole
		.filter(({ story, bodies, isTold }) => isTold || (forms.has(formOf(story)) && isToldOfPast(bodies)))
		.map(({ story, isTold }) => (isTold ? story : { ...story, isToldBeside: true }));
}

function formOf({ sections }: ParsedStory): string | undefined {
	return sections[0]?.form;
}

/** Whether the author of a story is heard in it, without regard to its neighbours. */
export function isToldAlone({ sections }: Pick<ParsedStory, 'sections'>, bodies: readonly string[]): boolean {
	const isCell = sections.some(({ form }) => form === 'cell');
	return isToldByItsAuthor(bodies, isCell ? minSignsInTable : 1, presentKinds(sections) === starKinds.length);
}

function presentKinds(sections: readonly Section[]): number {
	return starKinds.filter((kind) => sections.some((section) => isOfKind(section, kind))).length;
}

/** In fewer sections with any text nothing is told yet. */
const minWritten = 2;

const blankLine = new RegExp(blankBelow(String.raw` \t>`), 'u');

/** What the sections of a story hold, where they stand together as those of a story; else undefined. */
export function bodiesOfStory(
	{ sections }: Pick<ParsedStory, 'sections'>,
	scope: Scope,
	text: string,
): readonly string[] | undefined {
	if (presentKinds(sections) < minStarSections || isOwnCard(scope, sections, text)) return undefined;
	const places = new Set(sections.map(({ name }) => name.start));
	const own = new Set(
		scope.sections
			.filter(({ isOwn, name }) => isOwn && places.has(name.start))
			.flatMap(({ kind, also }) => [kind, ...also]),
	);
	if (starKinds.filter((kind) => own.has(kind)).length < minOwnNames) return undefined;
	if (longestRun(scope.sections.filter(({ name }) => places.has(name.start))) < minStarSections) return undefined;
	if (
		isScattered(sections, scope) ||
		areSpeakers(scope) ||
		isGoal(scope, text) ||
		areWordsOfSentences(sections, text)
	)
		return undefined;
	const isCell = sections.some(({ form }) => form === 'cell');
	const bodies = sections.map(({ body }, index) => {
		const written = text.slice(body.start, body.end);
		// A page with tables of names or figures tells nothing in them.
		const told = (isCell ? written : written.replaceAll(/^[ \t>]*\|.*$/gmu, '')).trim();
		// What stands below the last section may be about anything.
		return index === sections.length - 1 ? (told.split(blankLine)[0] ?? '') : told;
	});
	const written = bodies.filter((body) => body !== '').length;
	return written < minWritten || isFormToFill(bodies) ? undefined : bodies;
}

/**
 * Whether a part of a bank explains the method: its heading says so or names no story, and it is not told by its
 * author.
 */
export function explainsMethod({ heading, lines }: Scope, sections: readonly Section[], text: string): boolean {
	if (!heading || lines.length > 0) return false;
	if (!methodTitle.test(heading.text) && !genericTitle.test(heading.text)) return false;
	const told = sections.filter(({ empty }) => !empty).map(({ body }) => text.slice(body.start, body.end));
	return told.length > 0 && !isToldByItsAuthor(told, 1, true);
}

/** Whether other headings than those of the sections, and of parts of them, stand between them. */
function isScattered(sections: readonly Section[], { headings, sections: markers }: Scope): boolean {
	const [first, last] = [sections[0], sections.at(-1)];
	if (!first || !last) return false;
	const depth = first.form === 'label' ? labelDepth : 0;
	return headings.some(({ span, depth: level }) => {
		if (span.start <= first.span.start || span.start >= last.span.start || level > depth) return false;
		const around = markers.findLast((marker) => marker.span.start < span.start);
		return around?.form !== 'heading' || level <= around.depth;
	});
}

/** The line of facts that our reports and cue cards put below the title of a story: status, then strength or time. */
const ownCard =
	/(?:^| · )(?:draft|ready|retired) · (?:[^\r\n]* · )?(?:strength [1-5]|not rated|\d+ (?:min|s))(?![\p{L}\p{N}])/mu;

/** Whether it is a copy that this product has made of a story. */
function isOwnCard({ span }: Scope, [first]: readonly Section[], text: string): boolean {
	return first !== undefined && ownCard.test(text.slice(span.start, first.span.start));
}

/** Letters of a transcript stand for the people who speak, each of whom does so again. */
const minTurns = 2;

function areSpeakers({ sections }: Scope): boolean {
	const letters = sections.filter(({ isLetter }) => isLetter).map(({ kind }) => kind);
	return letters.length - new Set(letters).size >= minTurns;
}

/** The letter that the goals of SMART (specific, measurable, achievable, relevant, time-bound) have beside four of ours. */
const measurable = /^[ \t>#]*(?:(?:[-*+•]|\d+[.)])[ \t]+)?(?:\*\*|__)?[([]?M[)\]]?(?![\p{L}\p{N}])/mu;

function isGoal({ sections }: Scope, text: string): boolean {
	const letters = sections.filter(({ isLetter }) => isLetter);
	const [first, last] = [letters[0], letters.at(-1)];
	return first !== undefined && last !== undefined && measurable.test(text.slice(first.span.end, last.span.start));
}

/** So many emphasised words that a sentence goes on from ("**Task** batching for people: …") are no labels. */
const minSentences = 2;

function areWordsOfSentences(sections: readonly Section[], text: string): boolean {
	const goingOn = sections.filter(
		({ form, name, body }) => form === 'label' && /^(?:\*\*|__|[*_]) \p{Ll}/u.test(text.slice(name.end, body.end)),
	);
	return goingOn.length >= minSentences;
}
