import leven from 'leven';
import { wordSet } from '../text/wordSet.ts';
import { fieldNamed, fields } from './fields.ts';

const names = fields.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));

/** Fields of Jekyll, Hugo, Obsidian, Docusaurus, Zettlr, Pandoc and the like that come near one of ours. */
const othersFields = wordSet(
	'stats stat state states stage types typed tipe dates data updated created modified titles subtitle tile tier term terms theme ' +
		'themes item items teams roles rule rules projects product products companies campaign tags tag aliases alias cssclass ' +
		'cssclasses category categories author authors layout draft permalink description id slug lang language weight matrix style ' +
		'index rate gate late file time tame mate tea teamid typeid ignored confidence confident confidentiality rank',
);

/**
 * The name of the field that a key was meant for, where all but a slip of the keyboard agrees.
 *
 * @returns undefined for the name of a field itself, and for a key that may well be another tool's
 */
export function nearestField(key: string): string | undefined {
	if (fieldNamed(key) || othersFields.has(key.toLowerCase()) || key.length > maxKeyLength) return undefined;
	const written = key.toLowerCase().replaceAll(/[\s_-]+/gu, '');
	if (othersFields.has(written)) return undefined;
	let nearest: string | undefined;
	let least = Infinity;
	for (const name of names) {
		const distance = slips(written, name);
		if (distance <= mostSlips(name) && distance < least) [nearest, least] = [name, distance];
	}
	return nearest;
}

/** A longer key is no misspelling of any of ours. */
const maxKeyLength = 24;

/** How many slips a name takes before it is another word: `date` is near to `data`, `rate` and `gate`. */
function mostSlips(name: string): number {
	if (name.length < 5) return 0.5;
	return name.length < 8 ? 1 : name.length < 11 ? 2 : 3;
}

/** Letters to change, where two neighbours that changed places are half a slip: the commonest, and never another word. */
function slips(written: string, name: string): number {
	const distance = leven(written, name, { maxDistance: 4 });
	return distance === 2 && isTransposed(written, name) ? 0.5 : distance;
}

function isTransposed(written: string, name: string): boolean {
	if (written.length !== name.length) return false;
	let at = 0;
	while (written[at] === name[at]) at++;
	return written[at] === name[at + 1] && written[at + 1] === name[at] && written.slice(at + 2) === name.slice(at + 2);
}
