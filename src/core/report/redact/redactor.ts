import type { HideableField, ListedName } from './listedNames.ts';
import { namesPattern } from './namePattern.ts';

/** A name with what stands in its place. */
export interface Replacement extends ListedName {
	/** Such as `[Company A]`: the same one for the same lists of names. */
	readonly placeholder: string;
}

const labels: Readonly<Record<HideableField, string>> = { company: 'Company', project: 'Project', team: 'Team', role: 'Role', confidential: 'Name' };

/** Puts placeholders in the place of names. */
export class Redactor {
	readonly replacements: readonly Replacement[];
	readonly #pattern: RegExp | undefined;
	/** In the order of the pattern's groups. */
	readonly #byGroup: readonly Replacement[];
	readonly #counts = new Map<Replacement, number>();

	constructor(names: readonly ListedName[]) {
		// Of two names that begin at one place, the longer one is meant.
		const order = names.toSorted((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
		this.#pattern = order.length > 0 ? new RegExp(namesPattern(order.map(({ name }) => name)), 'giu') : undefined;
		const placeholders = this.#placeholdersFor(names);
		this.replacements = names.map((name, index) => ({ ...name, placeholder: placeholders[index] ?? '' }));
		this.#byGroup = order.map((name) => this.replacements[names.indexOf(name)] as Replacement);
	}

	/** How often a name has been replaced so far. */
	countOf(replacement: Replacement): number {
		return this.#counts.get(replacement) ?? 0;
	}

	/** Whether a text holds a name that is to be hidden. */
	finds(text: string): boolean {
		return this.redact(text, false) !== text.normalize('NFC');
	}

	/** The text in normal form C, without the names. */
	redact(text: string, counting = true): string {
		const normal = text.normalize('NFC');
		if (!this.#pattern) return normal;
		return normal.replace(this.#pattern, (found: string, ...groups: readonly (string | undefined)[]) => {
			const replacement = this.#byGroup[groups.findIndex((group, index) => group !== undefined && index < this.#byGroup.length)];
			if (!replacement || (isOneCharacter(replacement.name) && found !== replacement.name)) return found;
			if (counting) this.#counts.set(replacement, this.countOf(replacement) + 1);
			return replacement.placeholder;
		});
	}

	/** Letters count up in each kind; one that would itself tell a listed name is left out. */
	#placeholdersFor(names: readonly ListedName[]): readonly string[] {
		const next = new Map<string, number>();
		return names.map(({ field }) => {
			for (const label of [labels[field], 'Hidden', 'Redacted', '']) {
				const from = next.get(label) ?? 0;
				for (let number = from; number < from + names.length + 1; number++) {
					const placeholder = `[${label === '' ? '' : `${label} `}${letters(number)}]`;
					if (this.#tells(placeholder)) continue;
					next.set(label, number + 1);
					return placeholder;
				}
			}
			return '[…]';
		});
	}

	#tells(placeholder: string): boolean {
		return placeholder.search(this.#pattern ?? /$^/u) >= 0;
	}
}

/** A single letter is hidden only as it is written: `team: A` is no reason to hide every article. */
function isOneCharacter(name: string): boolean {
	return [...name].length === 1;
}

/** A, B, … Z, AA, AB, … */
function letters(number: number): string {
	const letter = String.fromCharCode(65 + (number % 26));
	return number < 26 ? letter : letters(Math.floor(number / 26) - 1) + letter;
}
