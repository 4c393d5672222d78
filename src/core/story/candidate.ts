import { starKinds } from '../framework/sectionKind.ts';
import { isOfKind, type ParsedStory, type Section } from './model.ts';
import type { Scope } from './scopes.ts';
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
	if (
		!scope ||
		starKinds.filter((kind) => sections.some((section) => isOfKind(section, kind))).length < minStarSections
	)
		return false;
	const places = new Set(sections.map(({ name }) => name.start));
	const own = new Set(
		scope.sections
			.filter(({ isOwn, name }) => isOwn && places.has(name.start))
			.flatMap(({ kind, also }) => [kind, ...also]),
	);
	if (starKinds.filter((kind) => own.has(kind)).length < minOwnNames || isScattered(sections, scope)) return false;
	const isCell = sections.some(({ form }) => form === 'cell');
	return isToldByItsAuthor(
		sections.map(({ body }, index) => {
			const told = text.slice(body.start, body.end).trim();
			// What stands below the last section may be about anything.
			return index === sections.length - 1
				? (told.split(/(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|\n|\r(?!\n))/u)[0] ?? '')
				: told;
		}),
		isCell ? minSignsInTable : 1,
	);
}

/** A heading that asks or tells what the method is. */
const aboutMethod =
	/^(?:what|how|why|when|about|using|understanding|introduction|overview|the|was|wie|qu|comment|pourquoi|qué|cómo|che|cosa|come|wat|hoe|co|jak|o que|como)(?![\p{L}]).*(?:\b(?:STAR|STARL|CAR|PAR|SOAR)\b|method|méthode|método|metodo|methode|metoda|technique|framework|format)/iu;

/** Whether a part of a bank explains the method: its heading says so, and it is not told by its author. */
export function explainsMethod({ heading, lines }: Scope, sections: readonly Section[], text: string): boolean {
	if (!heading || lines.length > 0 || !aboutMethod.test(heading.text)) return false;
	const told = sections.filter(({ empty }) => !empty).map(({ body }) => text.slice(body.start, body.end));
	return told.length > 0 && !isToldByItsAuthor(told, 1);
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
