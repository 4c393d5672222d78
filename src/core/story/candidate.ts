import { starKinds } from '../framework/sectionKind.ts';
import { longestRun } from './confirmedMarkers.ts';
import { isOfKind, type ParsedStory, type Section } from './model.ts';
import type { Scope } from './scopes.ts';
import { isFormToFill } from './formToFill.ts';
import { isToldByItsAuthor } from './voice.ts';

/** A story without tags needs this many of the four STAR sections to be taken for one. */
export const minStarSections = 3;

/** So many of them have to go by their own names: engineering documents have a context, a goal and an outcome too. */
export const minOwnNames = 2;

/** A heading of any level between labels says that they are of different stories. */
const labelDepth = 6;

/** A table of test cases has the same columns, and a verb in the past tense once in a while. */
const minSignsInTable = 2;

/** Whether a story without tags is told as one: its sections stand in one scope, and its author tells it. */
export function isCandidate({ sections }: ParsedStory, scope: Scope | undefined, text: string): boolean {
	if (!scope) return false;
	const present = starKinds.filter((kind) => sections.some((section) => isOfKind(section, kind))).length;
	if (present < minStarSections || isOwnCard(scope, sections, text)) return false;
	const places = new Set(sections.map(({ name }) => name.start));
	const own = new Set(
		scope.sections
			.filter(({ isOwn, name }) => isOwn && places.has(name.start))
			.flatMap(({ kind, also }) => [kind, ...also]),
	);
	if (starKinds.filter((kind) => own.has(kind)).length < minOwnNames) return false;
	if (longestRun(scope.sections.filter(({ name }) => places.has(name.start))) < minStarSections) return false;
	if (isScattered(sections, scope) || areSpeakers(scope) || areWordsOfSentences(sections, text)) return false;
	const isCell = sections.some(({ form }) => form === 'cell');
	const bodies = sections.map(({ body }, index) => {
		const written = text.slice(body.start, body.end);
		// A page with tables of names or figures tells nothing in them.
		const told = (isCell ? written : written.replaceAll(/^[ \t>]*\|.*$/gmu, '')).trim();
		// What stands below the last section may be about anything.
		return index === sections.length - 1
			? (told.split(/(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|\n|\r(?!\n))/u)[0] ?? '')
			: told;
	});
	return (
		!isFormToFill(bodies) && isToldByItsAuthor(bodies, isCell ? minSignsInTable : 1, present === starKinds.length)
	);
}

/** A heading that asks or tells what the method is. */
const aboutMethod =
	/^(?:what|how|why|when|about|using|understanding|introduction|overview|the|was|wie|qu|comment|pourquoi|qué|cómo|che|cosa|come|wat|hoe|co|jak|o que|como)(?![\p{L}]).*(?:\b(?:STAR|STARL|CAR|PAR|SOAR)\b|method|méthode|método|metodo|methode|metoda|technique|framework|format)/iu;

/** Whether a part of a bank explains the method: its heading says so, and it is not told by its author. */
export function explainsMethod({ heading, lines }: Scope, sections: readonly Section[], text: string): boolean {
	if (!heading || lines.length > 0 || !aboutMethod.test(heading.text)) return false;
	const told = sections.filter(({ empty }) => !empty).map(({ body }) => text.slice(body.start, body.end));
	return told.length > 0 && !isToldByItsAuthor(told, 1, true);
}

/** Whether other headings than those of the sections stand between them. */
function isScattered(sections: readonly Section[], { headings }: Scope): boolean {
	const [first, last] = [sections[0], sections.at(-1)];
	if (!first || !last) return false;
	const depth = first.form === 'label' ? labelDepth : 0;
	return headings.some(
		({ span, depth: level }) => span.start > first.span.start && span.start < last.span.start && level <= depth,
	);
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

/** So many emphasised words that a sentence goes on from ("**Task** batching for people: …") are no labels. */
const minSentences = 2;

function areWordsOfSentences(sections: readonly Section[], text: string): boolean {
	const goingOn = sections.filter(
		({ form, name, body }) => form === 'label' && /^(?:\*\*|__|[*_]) \p{Ll}/u.test(text.slice(name.end, body.end)),
	);
	return goingOn.length >= minSentences;
}
