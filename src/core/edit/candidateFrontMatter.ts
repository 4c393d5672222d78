import { fieldNamed } from '../story/fields.ts';
import type { FrontMatter } from '../story/frontMatter.ts';
import { nearestField } from '../story/nearestField.ts';
import type { Located } from '../text/span.ts';
import type { EditResult } from './editResult.ts';
import { setFrontMatterField } from './frontMatterSet.ts';

/** A key of a candidate's front matter that was meant for its tags. */
export interface MisspeltTagKey {
	readonly key: Located<string>;
	/** The field's name, `competencies` or `competency`. */
	readonly meant: string;
}

/** The key by which a candidate nearly has tags; a candidate has none that is spelt right. */
export function misspeltTagKey(frontMatter: FrontMatter | undefined): MisspeltTagKey | undefined {
	if (!frontMatter?.intact) return undefined;
	for (const { key } of frontMatter.entries) {
		const meant = nearestField(key.value);
		if (meant !== undefined && fieldNamed(meant)?.name === 'competencies') return { key, meant };
	}
	return undefined;
}

/**
 * Makes a story of a candidate. The key of its tags is spelt right where that is all they lack; else it gets an empty
 * list of tags, in the front matter that it has or in a new one.
 *
 * @param document the candidate as parsed
 */
export function frontMatterForCandidate({
	text,
	frontMatter,
}: {
	readonly text: string;
	readonly frontMatter: FrontMatter | undefined;
}): EditResult {
	const misspelt = misspeltTagKey(frontMatter);
	if (misspelt) return { edits: [{ span: misspelt.key.span, newText: misspelt.meant }] };
	return setFrontMatterField(text, frontMatter, 'competencies', []);
}
