import { sideTitles } from '../framework/sectionKind.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import { spokenText } from '../story/spokenText.ts';
import { applyEdits } from '../text/edit.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { type RefusedEdit, refuse } from './editResult.ts';
import { insertionEdits, type SectionInsertion } from './insertSection.ts';
import { openBlockAt } from './openBlock.ts';
import { gapBefore, headingParts, labelParts, type SectionParts } from './sectionParts.ts';

/**
 * Puts a section In short above the first section of a story, in the form of that one. What does not read back as that
 * section, with all else as it was, is not done.
 *
 * @param story a story of the document
 * @param proposal plain text on one line; empty where the author begins from nothing
 */
export function insertInShort(
	document: Document,
	story: ParsedStory,
	proposal: string,
): SectionInsertion | RefusedEdit {
	const { text } = document;
	const [first, second] = story.sections;
	const title = sideTitles['in-short'];
	if (story.sides.some(({ kind }) => kind === 'in-short'))
		return refuse('shape', `“${story.title}” has its ${title} already.`, story.anchor);
	if (!first || first.form === 'cell')
		return refuse(
			'shape',
			`“${story.title}” has no section to put ${title} above: write it by hand.`,
			story.anchor,
		);
	const obstacle = openBlockAt(document, first.span.start);
	if (obstacle) return obstacle;
	const name = { name: title, number: undefined, withoutPicture: true };
	const forms: readonly SectionParts[] = [
		first.form === 'label' ? labelParts(text, first, name) : headingParts(text, first, name),
		{ opening: `**${title}:** `, between: ' ' },
	];
	const drafts = forms.map(({ opening, between, closing = '' }): SectionInsertion => {
		const after = closing + gapBefore(text, second ?? first);
		return {
			offset: first.span.start,
			before: opening,
			prompts: [escapeMarkdown(proposal)],
			between,
			after: /[\r\n]$/u.test(after) ? after : `${after}\n\n`,
			renumbering: [],
		};
	});
	const found = drafts.find((draft) => readsBack(document, story, proposal, draft));
	const message = `${title} can’t be inserted here without changing what stands around it: write it by hand.`;
	return found ?? refuse('shape', message, story.anchor);
}

function readsBack(document: Document, story: ParsedStory, proposal: string, draft: SectionInsertion): boolean {
	const after = document.reread(applyEdits(document.text, insertionEdits(draft)));
	if (after.kind !== document.kind || after.stories.length !== document.stories.length) return false;
	return document.stories.every((each, index) => {
		const now = after.stories[index];
		if (!now || told(now, after) !== told(each, document)) return false;
		const added = now.sides.filter(({ kind }) => kind === 'in-short');
		const others = now.sides.length - each.sides.length;
		if (each !== story) return others === 0;
		return others === 1 && added.length === 1 && added.every((side) => spokenText(after, side) === proposal);
	});
}

/** What a story tells in its sections. */
function told({ sections }: ParsedStory, document: Document): string {
	return JSON.stringify(sections.map((section) => [section.kind, section.form, spokenText(document, section)]));
}
