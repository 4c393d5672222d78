import type { CompetencyLookup } from '../framework/lookups.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import { spokenTime } from '../rules/english/spokenTime.ts';
import { isOfKind, type FullStory, type Story, taggedCompetencies } from '../story/model.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { sentencesOf } from '../text/words.ts';

/** A story on one screen: what to glance at before telling it. Plain text throughout. */
export interface CueCard {
	readonly title: string;
	/** The sentence to open with; absent where the story does not begin yet. */
	readonly hook?: string;
	/** The numbers to remember: the author's own list, else the sentence of the Result that has one. */
	readonly metrics: readonly string[];
	/** One line per section, in the order in which it is told; a section whose only sentence stands above has none. */
	readonly lines: readonly CueLine[];
	/** Names of the competencies it proves, the primary one first; tags that nobody knows as they are written. */
	readonly competencies: readonly string[];
	/** How long it takes to tell, such as `2 min 10 s`; absent where there is nothing to tell. */
	readonly spoken?: string;
}

export interface CueLine {
	readonly kind: SectionKind;
	readonly text: string;
}

/** What a cue card is made with besides the story. */
export interface CueContext {
	readonly competencies: CompetencyLookup;
	/** How fast the author speaks; the usual speed when left out. */
	readonly wordsPerMinute?: number | undefined;
}

/** Longest line, in UTF-16 code units: what a glance takes in, and two lines on a card. */
const maxLineLength = 180;

/** A first sentence shorter than this, in words, leads up to something ("I started by counting."). */
const leadingUp = 7;

/**
 * Makes the cue card of a story, out of its own sentences and no others.
 *
 * @param story as the analysis hands it out
 */
export function cueCard(story: FullStory, { competencies, wordsPerMinute }: CueContext): CueCard {
	const sentences = new Map(sectionKinds.map((kind) => [kind, sentencesIn(story, kind)] as const));
	const own = story.details.metrics?.map(({ value }) => value) ?? [];
	const hook = sentences.get('situation')?.[0];
	const measured = own.length > 0 ? undefined : sentences.get('result')?.find(hasNumber);
	const said = new Set([hook, measured]);
	const lines = sectionKinds.flatMap((kind): CueLine[] => {
		const rest = (sentences.get(kind) ?? []).filter((sentence) => !said.has(sentence));
		const text = tellingLine(kind, rest);
		return text === undefined ? [] : [{ kind, text: shortened(text) }];
	});
	const { words } = story;
	return {
		title: story.title,
		...(hook !== undefined && { hook: shortened(hook) }),
		metrics: measured === undefined ? own : [shortened(measured)],
		lines,
		competencies: competencyNames(story, competencies),
		...(words > 0 && { spoken: spokenTime(words, wordsPerMinute) }),
	};
}

/** The card as Markdown, for a hover, the clipboard and documents. */
export function cueCardMarkdown(card: CueCard): string {
	const { title, hook, metrics, lines, competencies, spoken } = card;
	const facts = [...competencies, ...(spoken === undefined ? [] : [spoken])].map(escapeMarkdown).join(' · ');
	const sections = lines.map(({ kind, text }) => `- **${sectionTitles[kind]}:** ${escapeMarkdown(text)}`);
	const parts = [
		`**${escapeMarkdown(title)}**`,
		facts,
		hook === undefined ? '' : `“${escapeMarkdown(hook)}”`,
		metrics.length === 0 ? '' : `**${metrics.map(escapeMarkdown).join('** · **')}**`,
		sections.join('\n'),
	];
	return parts.filter((part) => part !== '').join('\n\n');
}

function sentencesIn({ sections }: FullStory, wanted: SectionKind): readonly string[] {
	return sections.filter((section) => isOfKind(section, wanted)).flatMap(({ spoken }) => sentencesOf(spoken));
}

/** The sentence of a section that brings the rest of it back. */
function tellingLine(kind: SectionKind, sentences: readonly string[]): string | undefined {
	if (kind === 'task') return sentences.find((sentence) => saysGoal.test(sentence)) ?? sentences[0];
	if (kind === 'result') return sentences.find(hasNumber) ?? sentences[0];
	if (kind === 'action') return sentences.find((sentence) => sentence.split(' ').length >= leadingUp) ?? sentences[0];
	return sentences[0];
}

const saysGoal =
	/\b(?:want(?:ed)?|goal|aim(?:ed)?|decided|set out|set myself|gave myself|proposed|took on|promised|my (?:part|job|role|task))\b/iu;

function hasNumber(sentence: string): boolean {
	return /\p{N}/u.test(sentence);
}

function competencyNames({ tags }: Story, lookup: CompetencyLookup): readonly string[] {
	const known = taggedCompetencies(tags, lookup).map(({ name }) => name);
	return known.length > 0 ? known : [...new Set(tags.map(({ text }) => text))];
}

/** Cuts a long line between two words. */
function shortened(line: string): string {
	if (line.length <= maxLineLength) return line;
	const cut = line.lastIndexOf(' ', maxLineLength - 1);
	return `${line.slice(0, cut > maxLineLength / 2 ? cut : maxLineLength - 1).replace(/[\s,;:–—-]+$/u, '')}…`;
}
