import type { Analysis } from '../../core/analysis.ts';
import { type SectionKind, sectionKinds } from '../../core/story/sectionKind.ts';

/** Properties whose values are few, and the same in thousands of stories. */
const shared: ReadonlySet<string> = new Set(['kind', 'form', 'rule', 'severity', 'message', 'competency', 'status']);

/** More different values than this are no longer few; then it begins anew. */
const mostWords = 5000;

const words = new Map<string, string>();

const kindSets: (readonly SectionKind[])[] = [];

/**
 * Makes the analyses that come from a worker use the same strings for the same words: each message between threads brings
 * copies of its own, which take a tenth of the memory of a story.
 * @param analysis is changed, and must be nobody else's
 */
export function shareWords(analysis: Analysis): Analysis {
	share(analysis as unknown as Record<string, unknown>);
	return analysis;
}

function share(record: Record<string, unknown>): void {
	for (const key in record) {
		const value = record[key];
		if (typeof value === 'string') {
			if (shared.has(key)) record[key] = wordFor(value);
		} else if (key === 'named' || key === 'told') record[key] = kindsFor(value as readonly SectionKind[]);
		else if (typeof value === 'object' && value !== null) share(value as Record<string, unknown>);
	}
}

/** One array for each of the few sets of sections that there are. */
function kindsFor(named: readonly SectionKind[]): readonly SectionKind[] {
	const key = named.reduce((sum, kind) => sum + 2 ** sectionKinds.indexOf(kind), 0);
	return (kindSets[key] ??= sectionKinds.filter((kind) => named.includes(kind)));
}

function wordFor(text: string): string {
	const known = words.get(text);
	if (known !== undefined) return known;
	if (words.size >= mostWords) words.clear();
	words.set(text, text);
	return text;
}
