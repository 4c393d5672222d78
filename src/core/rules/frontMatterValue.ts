import { setFrontMatterField } from '../edit/frontMatterSet.ts';
import { respellItems } from '../edit/frontMatterSpelling.ts';
import type { Document } from '../story/document.ts';
import { checkField } from '../story/fieldCheck.ts';
import { fieldNamed, type StoryField } from '../story/fields.ts';
import type { FrontMatterEntry } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Fix } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { shorten } from '../text/words.ts';
import type { Rule } from './rule.ts';

export const frontMatterValue: Rule = {
	id: 'front-matter-value',
	severity: 'error',
	summary: 'A known field with a value it does not take.',
	explanation:
		'A value that does not fit its field is left out: a story with `strength: ' +
		'9` counts as unrated, one with `status: done` as a draft. ' +
		'The same holds for the lines under the heading of a story in a bank. ' +
		'Where it is certain what was meant, as by `Ready` or `4.0`, the fix writes that. ' +
		'Of a date with a time behind it, or with slashes, the day is read.',
	bad: [
		'---\ncompetencies: mentorship\nstrength: «9»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\nstatus: «done»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\nstatus: «Ready»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ndate: «2024-13»\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ntitle: «[Onboarding, Ines]»\n---\n# Onboarding Ines\n',
	],
	good: ['---\ncompetencies: mentorship\nstrength: 4\nstatus: ready\ndate: 2024-03\n---\n# Onboarding Ines\n'],
	on: 'document',
	*check(document) {
		const { frontMatter, stories } = document;
		if (frontMatter && !frontMatter.intact) return;
		// Every story of a bank carries the fields of the front matter: each is judged once.
		const judged = new Set<StoryField['value']>();
		for (const { field, key, value } of stories.flatMap((story) => story.fields)) {
			if (judged.has(value)) continue;
			judged.add(value);
			for (const { message, span, meant } of checkField(field, value).faults) {
				const place = span.end > span.start ? span : key.span;
				const fixes = () => (meant === undefined ? [] : fixesFor(document, { field, key, value }, span, meant));
				yield { message, span: place, fixes };
			}
		}
	},
};

/** @param span of the part of the value that is wrong */
function fixesFor(
	{ text, frontMatter }: Document,
	{ field, key, value }: StoryField,
	span: Span,
	meant: string | readonly string[],
): readonly Fix[] {
	const title = typeof meant === 'string' ? `Change to ${shorten(meant)}` : 'Make it a list';
	const fix = (edits: readonly TextEdit[]) => (edits.length > 0 ? [{ title, edits, preferred: true }] : []);
	const isOwn = (entry: FrontMatterEntry) => entry.key.span.start === key.span.start;
	const entry = frontMatter?.entries.find(isOwn);
	if (!frontMatter || !entry) {
		const newText = typeof meant === 'string' ? meant : meant.join('; ');
		return fix([{ span, newText }]);
	}
	if (value.kind === 'list' && typeof meant === 'string' && value.span !== span) {
		const spelling = (at: number) => (value.items[at]?.span === span ? meant : undefined);
		return fix(respellItems(text, frontMatter, entry, spelling).edits);
	}
	// Of two keys that set a field the other one may be the one that counts.
	const isOnly = frontMatter.entries.every((other) => other === entry || fieldNamed(other.key.value) !== field);
	return isOnly ? fix(setFrontMatterField(text, frontMatter, field.name, meant).edits) : [];
}
