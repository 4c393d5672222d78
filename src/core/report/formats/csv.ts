import { sectionKinds, sectionTitles, sideTitles } from '../../framework/sectionKind.ts';
import { csvText } from '../../text/escape.ts';
import type { Report, ReportStory } from '../report.ts';
import { redactionLine } from '../wording.ts';

/** A column of the table: its heading and what it says of a story. */
type Column = readonly [
	heading: string,
	cell: (story: ReportStory, index: number, report: Report) => string | number | undefined,
];

const columns: readonly Column[] = [
	['Title', ({ title }) => title],
	['Competencies', ({ competencies, unknownTags }) => [...competencies, ...unknownTags].join('; ')],
	[
		'Best for',
		(_story, index, { competencies }) =>
			competencies
				.filter(({ best }) => best.some(({ story }) => story === index))
				.map(({ name }) => name)
				.join('; '),
	],
	['Status', ({ status }) => status],
	['Strength', ({ strength }) => strength],
	['Date', ({ date }) => date],
	['Company', ({ company }) => company],
	['Project', ({ project }) => project],
	['Team', ({ team }) => team],
	['Role', ({ role }) => role],
	['Archetypes', ({ archetypes }) => archetypes?.join('; ')],
	['Opening', ({ opening }) => opening],
	[sideTitles['in-short'], ({ inShort }) => inShort],
	...sectionKinds.map((kind): Column => [
		sectionTitles[kind],
		({ lines }) =>
			lines
				.filter((line) => line.kind === kind)
				.map(({ text }) => text)
				.join(' '),
	]),
	[sideTitles['follow-ups'], ({ probes }) => probes.map(({ question }) => question).join(' ')],
	['Metrics', ({ metrics }) => metrics.join('; ')],
	['Words', ({ words }) => words],
	['Spoken', ({ spoken }) => spoken],
	['Problems', ({ problems }) => problems],
	['File', ({ path }) => path],
	['Line', ({ line }) => line],
];

/** The stories as a table, a row each. A redacted one ends with a row that says what was hidden. */
export function csvFormat(report: Report): string {
	const rows = report.stories.map((story, index) => columns.map(([, cell]) => cell(story, index, report)));
	const note = report.redaction ? [[redactionLine(report.redaction), ...columns.slice(1).map(() => undefined)]] : [];
	return csvText([columns.map(([heading]) => heading), ...rows, ...note]);
}
