import { sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import type { ParsedStory, Section } from '../story/model.ts';
import type { Document } from '../story/document.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';
import { duplicates } from './sectionDuplicate.ts';

export const sectionOrder: Rule = {
	id: 'section-order',
	severity: 'information',
	summary: 'Sections out of STAR order.',
	explanation:
		'Listeners expect Situation, Task, Action, Result and then what you learned, and lose the thread ' +
		'where a part comes late. ' +
		'The fix moves whole sections, with everything in them, and leaves what stands between them in its ' +
		'place. Where another heading stands between two of them there is none.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## «Result»\n\n' +
			'She shipped in week two.\n\n## Situation\n\nInes joined in May.\n\n## Task\n\n' +
			'I was to get her started.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n' +
			'- **Situation:** Ines joined in May.\n- **Action:** I paired with her daily.\n- **«Task»:** I was ' +
			'to get her started.\n- **Result:** She shipped.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\nInes joined in May.\n\n' +
			'## Result\n\nShe shipped in week two.\n\n### Situation of the team\n\n' +
			'Nobody else had the time.\n\n## Learnings\n\nAsk first.\n',
	],
	on: 'story',
	*check(story, document) {
		// Of what is told twice one is too much, wherever it stands.
		if (!duplicates(story.sections, document.text).next().done) return;
		const misplaced = firstMisplaced(story.sections);
		if (misplaced === undefined) return;
		const section = story.sections[misplaced];
		// Of a section that is still to be written only `prompt-open` speaks.
		if (!section || (section.empty && section.openPrompts)) return;
		const fixes = () => {
			const edits = reordering(story, document);
			return edits ? [{ title: 'Put the sections in STAR order', edits, preferred: true }] : [];
		};
		const title = sectionTitles[section.kind];
		const earlier = story.sections.slice(0, misplaced).find((other) => rank(other) > rank(section));
		const later = story.sections.slice(misplaced + 1).find((other) => rank(other) < rank(section));
		const message = earlier
			? `${title} comes late: STAR tells it before ${sectionTitles[earlier.kind]}.`
			: later
				? `${title} comes early: STAR tells it after ${sectionTitles[later.kind]}.`
				: `${title} stands out of STAR order.`;
		yield { message, span: section.name, fixes };
	},
};

function rank({ kind }: Section): number {
	return sectionKinds.indexOf(kind);
}

/**
 * The index of the first section outside a longest run in order: the one that has to move, rather than all the others.
 */
function firstMisplaced(sections: readonly Section[]): number | undefined {
	if (sections.every((section, index) => index === 0 || rank(section) >= rank(sections[index - 1] ?? section)))
		return undefined;
	// The best run that ends in each kind; there are five of them, so this is linear.
	const best: (readonly number[])[] = sectionKinds.map(() => []);
	for (const [index, section] of sections.entries()) {
		let longest: readonly number[] = [];
		// Of two runs of one length the one that came first in the text is kept, so that the one that comes late is
		// reported.
		for (let kind = rank(section); kind >= 0; kind--)
			if ((best[kind]?.length ?? 0) > longest.length) longest = best[kind] ?? [];
		best[rank(section)] = [...longest, index];
	}
	const kept = new Set(best.reduce((longest, run) => (run.length >= longest.length ? run : longest), []));
	const misplaced = sections.findIndex((_section, index) => !kept.has(index));
	return misplaced < 0 ? undefined : misplaced;
}

/**
 * Puts the text of each section, without the blank lines after it, into the place of the one that belongs there.
 * Undefined where that would change what a section says, as where a list number or a missing blank line ties two
 * together.
 */
function reordering(story: ParsedStory, document: Document): readonly TextEdit[] | undefined {
	const { text, markers } = document;
	const [first, last] = [story.sections[0], story.sections.at(-1)];
	// What stands under another heading is about something else: no text moves across it.
	const isBetween = ({ start }: Span) =>
		(first?.span.start ?? 0) < start &&
		start < (last?.span.start ?? 0) &&
		!story.sections.some(({ span }) => span.start <= start && start < span.end);
	if (markers.some(({ form, kind, span }) => form === 'heading' && !kind && isBetween(span))) return undefined;
	const places = story.sections.map(({ span }) => ({
		start: span.start,
		end: endOfText(text, span.start, span.end),
	}));
	const order = story.sections
		.map((_section, index) => index)
		.toSorted((a, b) => rank(story.sections[a] as Section) - rank(story.sections[b] as Section) || a - b);
	const edits = places.flatMap((span, index) => {
		const from = places[order[index] ?? index];
		return from && from !== span ? [{ span, newText: text.slice(from.start, from.end) }] : [];
	});
	const after = document.reread(applyEdits(text, edits));
	const moved = after.stories[document.stories.indexOf(story)];
	const wanted = order.map((index) => textOf(story.sections[index], text));
	const got = moved?.sections.map((section) => textOf(section, after.text));
	return after.stories.length === document.stories.length && JSON.stringify(got) === JSON.stringify(wanted)
		? edits
		: undefined;
}

function textOf(section: Section | undefined, text: string): string {
	if (!section) return '';
	const end = endOfText(text, section.span.start, section.span.end);
	return `${section.kind} ${section.form} ${text.slice(section.name.start, Math.max(section.name.end, end))}`;
}

/** The end of the last line in the stretch with more on it than spaces and the marks of a block quote. */
function endOfText(text: string, start: number, end: number): number {
	let last = end;
	while (last > start) {
		const from = Math.max(start, lineStart(text, last));
		if (/[^\s>]/u.test(text.slice(from, last))) break;
		// Over the line break before this line, which may be of two characters.
		last = from > start ? from - (text.startsWith('\r\n', from - 2) ? 2 : 1) : start;
	}
	while (last > start && /\s/u.test(text.charAt(last - 1))) last--;
	// A backslash that breaks the line belongs to the place, not to the section.
	return text.charAt(last - 1) === '\\' && /[\r\n]/u.test(text.charAt(last)) ? last - 1 : last;
}
