import leven from 'leven';
import { foldText } from '../foldedText.ts';
import { wordSet } from '../words.ts';
import { type HideableField, hideableFields } from './hideable.ts';

/** Words beside the field in a key: `company_name`, `Current company`, `confidentialTerms`. */
const qualifiers = wordSet('name names title list term terms word words current former previous old new my the our');

/** A longer key names something else. */
const maxKeyLength = 40;

/** How many slips of the keyboard a field takes; the short ones are too near to other words. */
const maxSlips: Readonly<Record<HideableField, number>> = { company: 1, project: 1, team: 0, role: 0, confidential: 2 };

/**
 * The field that a key or a label lists names for, generously: in any case and number, with a slip of the keyboard,
 * with words such as `name` beside it.
 */
export function hideableField(key: string): HideableField | undefined {
	if (key.length > maxKeyLength) return undefined;
	const words = foldedWords(key.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
	const telling = words.filter((word) => !qualifiers.has(word));
	const written = telling.length > 0 ? telling.join('') : '';
	const singular = written.replace(/ies$/u, 'y').replace(/s$/u, '');
	return hideableFields.find((field) =>
		[written, singular].some((word) => word === field || isTransposed(word, field) || isNear(word, field)),
	);
}

function isNear(word: string, field: HideableField): boolean {
	const most = maxSlips[field];
	return most > 0 && leven(word, field, { maxDistance: most + 1 }) <= most;
}

/** Whether two neighbours changed places, which is the commonest slip. */
function isTransposed(word: string, field: string): boolean {
	if (word.length !== field.length) return false;
	let at = 0;
	while (at < word.length && word[at] === field[at]) at++;
	return word[at] === field[at + 1] && word[at + 1] === field[at] && word.slice(at + 2) === field.slice(at + 2);
}

function foldedWords(text: string): readonly string[] {
	const { units, before } = foldText(text);
	const words: string[] = [];
	for (const [index, unit] of units.entries()) {
		const letter = String.fromCodePoint(unit);
		if (index === 0 || before[index] !== 0) words.push(letter);
		else words[words.length - 1] += letter;
	}
	return words;
}
