import leven from 'leven';

/**
 * How much of a name may differ for it to count as a misspelling: a third of its letters, so `Mentroship` but not
 * `Courage`.
 */
export const nearestShare = 1 / 3;

/** A longer name is a sentence, not a slip; it is not compared letter by letter. */
export const maxComparedNameLength = 100;

/**
 * Brings the spellings of a name together: case, `&` and "and", curly apostrophes, hyphens, underscores and runs of
 * spaces.
 */
export function normaliseName(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('&', ' and ')
		.replaceAll('’', "'")
		.replace(/[\s_\-–—]+/gu, ' ')
		.trim();
}

/** The share of letters, 0 to 1, by which two normalised names differ; little where one holds all words of `wanted`. */
export function nameDistance(known: string, wanted: string): number {
	if (wanted.length >= 4 && ` ${known} `.includes(` ${wanted} `)) return nearestShare / 2;
	const longer = Math.max(known.length, wanted.length);
	const limit = Math.ceil(longer * nearestShare) + 1;
	return longer === 0 ? 1 : leven(known, wanted, { maxDistance: limit }) / longer;
}

/** The one of `names` that comes nearest to a misspelt one; undefined where none is near. */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
	const slip = normaliseName(wanted);
	if (slip.length > maxComparedNameLength) return undefined;
	let nearest: string | undefined;
	let least = nearestShare;
	for (const name of names) {
		const distance = nameDistance(normaliseName(name), slip);
		if (nearest === undefined ? distance <= least : distance < least) [nearest, least] = [name, distance];
	}
	return nearest;
}

/**
 * Whether two words differ by a slip of the keyboard: two neighbours changed places, or letters are too much, missing
 * or others. The first letter is the same.
 *
 * @param most how many letters may be wrong
 */
export function isSlip(known: string, written: string, most: number): boolean {
	if (known === written || known[0] !== written[0] || Math.abs(known.length - written.length) > most) return false;
	if (isTransposed(known, written)) return true;
	const distance = leven(known, written, { maxDistance: most + 1 });
	return distance <= Math.min(most, 1) || (distance <= most && known[1] === written[1]);
}

/** Whether two neighbours changed places, and nothing else did. */
export function isTransposed(known: string, written: string): boolean {
	if (known.length !== written.length) return false;
	let at = 0;
	while (at < known.length && known[at] === written[at]) at++;
	return (
		written[at] === known[at + 1] && written[at + 1] === known[at] && written.slice(at + 2) === known.slice(at + 2)
	);
}
