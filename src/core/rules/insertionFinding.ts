import { insertion } from '../edit/editResult.ts';
import { insertionText, insertSection } from '../edit/insertSection.ts';
import { openBlockAt } from '../edit/openBlock.ts';
import { promptsFor } from '../framework/prompts.ts';
import type { SectionKind } from '../framework/sectionKind.ts';
import type { Document } from '../story/document.ts';
import { type ParsedStory, taggedCompetencies } from '../story/model.ts';
import type { Finding, Fix } from '../text/problem.ts';
import type { RuleContext } from './rule.ts';

/** A finding whose fix inserts sections, or which says why it can't. */
export function insertionFinding(
	message: string,
	title: string,
	kinds: readonly SectionKind[],
	story: ParsedStory,
	document: Document,
	context: RuleContext,
): Finding {
	const { text } = document;
	const tagged = taggedCompetencies(story.tags, context.lookups.competencies);
	const parts = kinds.flatMap((kind) => insertSection(text, story, kind, promptsFor(kind, tagged)) ?? []);
	const [first] = parts;
	const obstacle = first && openBlockAt(document, first.offset)?.refusal;
	if (!first || obstacle)
		return { message: obstacle ? `${message} ${obstacle.message}` : message, span: story.anchor };
	const fixes = (): readonly Fix[] => {
		// In a story without sections each part begins with the blank line that parts it from the one above.
		const texts = parts.map((part, index) =>
			insertionText(story.sections.length > 0 || index === parts.length - 1 ? part : { ...part, after: '' }),
		);
		return [{ title, edits: [insertion(first.offset, texts.join(''))], preferred: true }];
	};
	return { message, span: story.anchor, fixes };
}
