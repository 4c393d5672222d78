import { sectionTitles } from '../../framework/sectionKind.ts';
import { escapeHtml } from '../../text/escape.ts';
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
	return escapeHtml(question).replace(/\s+/gu, ' ').replace(/^#/u, '&#35;');
}

function cue({ title, opening, metrics, lines, spoken }: ReportStory): string {
	const parts = [
		`<b>${escapeHtml(title)}</b>${spoken === undefined ? '' : ` · ${spoken}`}`,
		...(opening === undefined ? [] : [`<i>“${escapeHtml(opening)}”</i>`]),
		...metrics.map((metric) => `<b>${escapeHtml(metric)}</b>`),
		...lines.map(({ kind, text }) => `${sectionTitles[kind]}: ${escapeHtml(text)}`),
	];
	return parts.map((part) => part.replace(/\s+/gu, ' ')).join('<br>');
}

/** Anki's tags have no spaces; `::` would make a tree of them. */
function tag(competency: string): string {
	return competency.replace(/::+/gu, ':').replace(/\s+/gu, '-').replaceAll('"', '');
}
