import { sectionTitles } from '../../framework/sectionKind.ts';
import { type Markup, markup } from '../../text/html.ts';
import type { Report, ReportStory } from '../report.ts';
import { redactionLine } from '../wording.ts';

/**
 * Notes to import into Anki: on the front a question, on the back the cue of the story to tell, the competencies as
 * tags. Lines at the top tell Anki how to read it (Anki manual, "Importing: Text Files", 2025); questions without an
 * answer have no note.
 */
export function ankiFormat(report: Report): string {
	const { questions, stories, redaction } = report;
	const notes = questions.flatMap(({ text, competencies, stories: [first] }) => {
		const story = stories[first ?? -1];
		return story ? [[front(text), cue(story), competencies.map(tag).join(' ')].join('\t')] : [];
	});
	const head = [
		'#separator:tab',
		'#html:true',
		'#notetype:Basic',
		'#deck:STAR Stories',
		'#columns:Front\tBack\tTags',
		'#tags column:3',
	];
	// Anki skips lines that begin like this.
	const note = redaction ? [`# ${redactionLine(redaction)}`] : [];
	return `${[...head, ...note, ...notes].join('\n')}\n`;
}

/** A line that begins with `#` is one of Anki's own. */
function front(question: string): string {
	return inert(markup`${question}`).replace(/^#/u, '&#35;');
}

function cue({ title, opening, metrics, lines, spoken }: ReportStory): string {
	const parts = [
		markup`<b>${title}</b>${spoken === undefined ? undefined : ` · ${spoken}`}`,
		...(opening === undefined ? [] : [markup`<i>“${opening}”</i>`]),
		...metrics.map((metric) => markup`<b>${metric}</b>`),
		...lines.map(({ kind, text }) => markup`${sectionTitles[kind]}: ${text}`),
	];
	return parts.map(inert).join('<br>');
}

/**
 * Markup on one line in which Anki runs nothing: `[sound:…]`, `[latex]…`, `{{c1::…}}` and MathJax's `\\(…\\)` are words
 * (Anki manual, "Field Replacements", "Math & Symbols", 2025).
 */
function inert(piece: Markup): string {
	return piece
		.toString()
		.replace(/\s+/gu, ' ')
		.replace(/[[\]{}\\]/gu, (mark) => (mark === '\\' ? '\\\u2060' : `&#${mark.charCodeAt(0)};`));
}

/** Anki's tags have no spaces; `::` would make a tree of them. */
function tag(competency: string): string {
	return competency.replace(/::+/gu, ':').replace(/\s+/gu, '-').replaceAll('"', '');
}
