import { sectionKinds, sectionTitles } from '../../story/sectionKind.ts';
import type { Report, ReportStory } from '../report.ts';
import { redactionLine } from '../wording.ts';

/** A column of the table: its heading and what it says of a story. */
type Column = readonly [heading: string, cell: (story: ReportStory, index: number, report: Report) => string | number | undefined];

const columns: readonly Column[] = [
	['Title', ({ title }) => title],
	['Competencies', ({ competencies, unknownTags }) => [...competencies, ...unknownTags].join('; ')],
	['Best for', (_story, index, { competencies }) => competencies.filter(({ best }) => best.some(({ story }) => story === index)).map(({ name }) => name).join('; ')],
	['Status', ({ status }) => status],
	['Strength', ({ strength }) => strength],
	['Date', ({ date }) => date],
	['Company', ({ company }) => company],
	['Project', ({ project }) => project],
	['Team', ({ team }) => team],
	['Role', ({ role }) => role],
	['Archetypes', ({ archetypes }) => archetypes?.join('; ')],
	['Opening', ({ opening }) => opening],
	...sectionKinds.map((kind): Column => [sectionTitles[kind], ({ lines }) => lines.filter((line) => line.kind === kind).map(({ text }) => text).join(' ')]),
	['Metrics', ({ metrics }) => metrics.join('; ')],
	['Words', ({ words }) => words],
	['Spoken', ({ spoken }) => spoken],
	['Problems', ({ problems }) => problems],
	['File', ({ path }) => path],
	['Line', ({ line }) => line],
];

/**
 * The stories as a table, a row each, by RFC 4180: lines end in CRLF, quotes are doubled. It begins with a byte order mark,
 * without which spreadsheets on Windows take it for another encoding. A redacted one ends with a row that says what was
 * hidden.
 */
export function csvFormat(report: Report): string {
	const rows = report.stories.map((story, index) => columns.map(([, cell]) => cell(story, index, report)));
	const note = report.redaction ? [[redactionLine(report.redaction), ...columns.slice(1).map(() => undefined)]] : [];
	return `\uFEFF${[columns.map(([heading]) => heading), ...rows, ...note].map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

/** An apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection"), wide forms of the marks included. */
function written(cell: string | number | undefined): string {
	if (typeof cell !== 'string') return String(cell ?? '');
	const harmless = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]|^\s|\s$|^'/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
