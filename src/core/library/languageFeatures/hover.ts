import type { CompetencyLookup } from '../../framework/lookups.ts';
import { promptsFor } from '../../framework/prompts.ts';
import { sectionTitles, type SideKind, sideTitles, starKinds } from '../../framework/sectionKind.ts';
import { shareOf, spokenTime, wordsOf } from '../../rules/english/spokenTime.ts';
import { fieldNamed } from '../../story/fields.ts';
import { type FullSection, type FullStory, type Story, type Tag, taggedCompetencies } from '../../story/model.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { plural } from '../../text/words.ts';
import { type Span, touches } from '../../text/span.ts';
import { competencyText } from '../competencyText.ts';
import type { Coverage } from '../coverage.ts';
import { kinStories } from '../kinStories.ts';
import { cueCard, cueCardMarkdown, probesMarkdown } from '../cueCard.ts';
import { openProbes } from '../../story/probe.ts';
import { maxSecondsOf, ownInShort, tellingTime } from '../telling/telling.ts';
import { caretPlaceAt } from './caretPlace.ts';

function titlesOf(stories: readonly { readonly story: Story }[]): readonly string[] {
	return stories.map(({ story }) => story.title);
}

/** The tag at an offset, with its story. */
export function tagAt(
	stories: readonly Story[],
	offset: number,
): { readonly tag: Tag; readonly story: Story } | undefined {
	for (const story of stories) {
		const tag = story.tags.find(({ span }) => touches(span, offset));
		if (tag) return { tag, story };
	}
	return undefined;
}

/** What a hover shows, as Markdown, and the words it is about. */
export interface HoverText {
	readonly span: Span;
	readonly markdown: string;
}

/** What a hover knows besides the document. */
export interface HoverContext {
	readonly competencies: CompetencyLookup;
	readonly coverage: readonly Coverage[];
	readonly wordsPerMinute: number;
}

/**
 * Explains what stands at an offset: a tag, the name of a section, the title of a story, or the name of a field.
 *
 * @param text the whole document
 * @param stories of that text
 */
export function hoverAt(
	text: string,
	stories: readonly FullStory[],
	offset: number,
	context: HoverContext,
): HoverText | undefined {
	const tag = tagAt(stories, offset)?.tag;
	if (tag) {
		const coverage = context.coverage.find(({ competency }) => competency.id === tag.competency);
		return (
			coverage && {
				span: tag.span,
				markdown: competencyText(coverage, [], titlesOf(kinStories(coverage, context.coverage))),
			}
		);
	}
	for (const story of stories) {
		const section = story.sections.find(({ name }) => touches(name, offset));
		if (section) return { span: section.name, markdown: sectionText(section, story, context) };
	}
	for (const story of stories) {
		const side = story.sides.find(({ name }) => touches(name, offset));
		if (side) return { span: side.name, markdown: sideText(side.kind, story, context) };
	}
	for (const story of stories) {
		const title = [story.anchor, story.titleSpan].find((span) => span && touches(span, offset));
		if (title) return { span: title, markdown: cueCardMarkdown(cueCard(story, context)) };
	}
	return fieldHover(text, stories, offset);
}

function sectionText(section: FullSection, story: FullStory, { competencies, wordsPerMinute }: HoverContext): string {
	const { kind } = section;
	const open = section.openPrompts ? ` · ${plural(section.openPrompts.length, 'question')} open` : '';
	const share = starKinds.some((each) => each === kind)
		? ` · ${shareOf(wordsOf(story.sections), [kind])}% of the story`
		: '';
	const told = section.words > 0 ? `${share} · ${spokenTime(section.words, wordsPerMinute)}` : '';
	const measure = `${told}${open}` || ' · empty';
	const prompts = promptsFor(kind, taggedCompetencies(story.tags, competencies)).map(
		(prompt) => `- ${escapeMarkdown(prompt)}`,
	);
	return [`**${sectionTitles[kind]}**${measure}`, prompts.join('\n')].join('\n\n');
}

/** What stands beside the telling: how long the short form takes, or what an interviewer asks next. */
function sideText(kind: SideKind, story: FullStory, context: HoverContext): string {
	return kind === 'in-short' ? inShortText(story, context) : followUpsText(story);
}

function followUpsText({ probes }: FullStory): string {
	const open = openProbes(probes).length;
	const title = `**${sideTitles['follow-ups']}**`;
	if (probes.length === 0) return `${title} · what an interviewer may ask next, with your answers`;
	const count = open === 0 ? 'all answered' : `${open} of ${plural(probes.length, 'question')} open`;
	return [`${title} · ${count}`, probesMarkdown(probes)].join('\n\n');
}

/** How long the short form takes. */
function inShortText(story: FullStory, { wordsPerMinute }: HoverContext): string {
	const short = ownInShort(story, wordsPerMinute);
	return `**${sideTitles['in-short']}** · ${short ? tellingTime(short) : `empty, ${maxSecondsOf['30']} s at most`}`;
}

/** The documentation of a field, at its name in the front matter of a story. */
function fieldHover(text: string, stories: readonly Story[], offset: number): HoverText | undefined {
	if (stories.length === 0) return undefined;
	const place = caretPlaceAt(text, offset);
	if (place?.kind !== 'fieldName' || !place.hasColon) return undefined;
	const field = fieldNamed(text.slice(place.span.start, place.span.end));
	return field && { span: place.span, markdown: `**${field.name}**\n\n${field.documentation}` };
}
