import type { CompetencyLookup } from '../framework/lookups.ts';
import { type SectionKind, sectionKinds, sectionTitles, sideTitles } from '../framework/sectionKind.ts';
import type { Competency } from '../framework/model.ts';
import { spokenTime } from '../rules/english/spokenTime.ts';
import { angleFor } from '../story/angles.ts';
import { isOfKind, type FullStory, type Story, taggedCompetencies } from '../story/model.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { sentencesOf } from '../text/words.ts';
import { hasNumber, leadSentence } from './telling/leadSentence.ts';
import { ownInShort, type Telling, tellingText, tellingTime } from './telling/telling.ts';

/** A story on one screen: what to glance at before telling it. Plain text throughout. */
export interface CueCard {
	readonly title: string;
	/** The sentence to open with; absent where the story does not begin yet. */
	readonly hook?: string;
	/** What its author wrote under `In short`, one line a paragraph. */
	readonly inShort?: CueInShort;
	/**
	 * With which sentences the story is turned to competencies: the one that is asked for, else all; absent without
	 * any.
	 */
	readonly angles?: readonly CueAngle[];
	/** The numbers to remember: the author's own list, else the sentence of the Result that has one. */
	readonly metrics: readonly string[];
	/** One line per section, in the order in which it is told; a section whose only sentence stands above has none. */
	readonly lines: readonly CueLine[];
	/** What an interviewer asks next, the most telling first. */
	readonly probes: readonly CueProbe[];
	/** Names of the competencies it proves, the primary one first; tags that nobody knows as they are written. */
	readonly competencies: readonly string[];
	/** How long it takes to tell, such as `2 min 10 s`; absent where there is nothing to tell. */
	readonly spoken?: string;
}

/** The story in a breath, as its author wrote it. */
export interface CueInShort {
	readonly text: string;
	/** How long it takes to tell, such as `25 s`; `45 s, over 30 s` where that is too long. */
	readonly spoken: string;
}

/** The sentence with which the story is turned to a competency. */
export interface CueAngle {
	/** Its name; as it is written where no active framework knows it. */
	readonly competency: string;
	readonly text: string;
}

/** A follow-up question, with the answer that the author has ready. */
export interface CueProbe {
	readonly question: string;
	readonly answer?: string;
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
	/** The competencies that are asked for, the likeliest first; left out where nobody asks. */
	readonly asked?: readonly Competency[] | undefined;
}

/** Longest line, in UTF-16 code units: what a glance takes in, and two lines on a card. */
const maxLineLength = 180;

/**
 * Makes the cue card of a story, out of its own sentences and no others.
 *
 * @param story as the analysis hands it out
 */
export function cueCard(story: FullStory, context: CueContext): CueCard {
	const { competencies, wordsPerMinute } = context;
	const sentences = new Map(sectionKinds.map((kind) => [kind, sentencesIn(story, kind)] as const));
	const own = story.details.metrics?.map(({ value }) => value) ?? [];
	const hook = sentences.get('situation')?.[0];
	const measured = own.length > 0 ? undefined : sentences.get('result')?.find(hasNumber);
	const said = new Set([hook, measured]);
	const lines = sectionKinds.flatMap((kind): CueLine[] => {
		const rest = (sentences.get(kind) ?? []).filter((sentence) => !said.has(sentence));
		const text = leadSentence(kind, rest);
		return text === undefined ? [] : [{ kind, text: shortened(text) }];
	});
	const { words } = story;
	const short = ownInShort(story, wordsPerMinute);
	const angles = cueAngles(story, context);
	return {
		title: story.title,
		...(hook !== undefined && { hook: shortened(hook) }),
		...(short && { inShort: { text: tellingText(short), spoken: tellingTime(short) } }),
		...(angles.length > 0 && { angles }),
		metrics: measured === undefined ? own : [shortened(measured)],
		lines,
		probes: story.probes.map(({ question, answer }) => ({
			question,
			...(answer !== undefined && { answer: shortened(answer) }),
		})),
		competencies: competencyNames(story, competencies),
		...(words > 0 && { spoken: spokenTime(words, wordsPerMinute) }),
	};
}

/** The card with the story as it is told in a length, in place of the lines to glance at. */
export function cueCardTold(
	{ hook: _hook, inShort: _inShort, spoken: _spoken, ...card }: CueCard,
	told: Telling,
): CueCard {
	const spoken = tellingTime(told);
	if (told.isOwn) return { ...card, inShort: { text: tellingText(told), spoken }, lines: [] };
	return { ...card, spoken, lines: told.parts.flatMap(({ kind, text }) => (kind ? [{ kind, text }] : [])) };
}

/** The card as Markdown, for a hover, the clipboard and documents. */
export function cueCardMarkdown(card: CueCard): string {
	const { title, hook, inShort: short, angles = [], metrics, lines, probes, competencies, spoken } = card;
	const facts = [...competencies, ...(spoken === undefined ? [] : [spoken])].map(escapeMarkdown).join(' · ');
	const sections = lines.map(({ kind, text }) => `- **${sectionTitles[kind]}:** ${paragraphsMarkdown(text)}`);
	const parts = [
		`**${escapeMarkdown(title)}**`,
		facts,
		short === undefined ? '' : `**${sideTitles['in-short']}** (${short.spoken}): ${escapeMarkdown(short.text)}`,
		hook === undefined ? '' : `“${escapeMarkdown(hook)}”`,
		...angles.map(angleMarkdown),
		metrics.length === 0 ? '' : `**${metrics.map(escapeMarkdown).join('** · **')}**`,
		sections.join('\n'),
		probesMarkdown(probes),
	];
	return parts.filter((part) => part !== '').join('\n\n');
}

/** Lines of plain text as paragraphs of one item of a list. */
function paragraphsMarkdown(text: string): string {
	return text.split('\n').map(escapeMarkdown).join('\n\n  ');
}

function cueAngles({ details }: Story, { competencies, asked }: CueContext): readonly CueAngle[] {
	const { angles = [] } = details;
	if (asked) {
		const [found] = asked.flatMap((competency) => {
			const text = angleFor(angles, competency);
			return text === undefined ? [] : [{ competency: competency.name, text }];
		});
		return found ? [found] : [];
	}
	return angles.map(({ key, competency, text }) => ({
		competency: (competency === undefined ? undefined : competencies.find(competency)?.name) ?? key.value,
		text: text.value,
	}));
}

/** What stands before the sentence with which a story is turned to a competency, as its author may write it too. */
export function angleLabel({ competency }: CueAngle): string {
	return `Angle (${competency})`;
}

/** The sentence with which a story is turned to a competency, as Markdown. */
export function angleMarkdown(angle: CueAngle): string {
	return `**${escapeMarkdown(angleLabel(angle))}:** ${escapeMarkdown(angle.text)}`;
}

/** What stands above follow-up questions. */
export const probesTitle = 'Be ready for';

/** Follow-up questions as Markdown, with the answers; empty where there are none. */
export function probesMarkdown(probes: readonly CueProbe[]): string {
	if (probes.length === 0) return '';
	const items = probes.map(({ question, answer }) => {
		const asked = escapeMarkdown(question);
		return `- ${answer === undefined ? asked : `${asked} *${escapeMarkdown(answer)}*`}`;
	});
	return `**${probesTitle}:**\n\n${items.join('\n')}`;
}

function sentencesIn({ sections }: FullStory, wanted: SectionKind): readonly string[] {
	return sections.filter((section) => isOfKind(section, wanted)).flatMap(({ spoken }) => sentencesOf(spoken));
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
