import { sectionKinds, sectionTitles, sideTitles } from '../../framework/sectionKind.ts';
import { csvText } from '../../text/escape.ts';
import type { Report, ReportStory } from '../report.ts';
import { redactionLine } from '../wording.ts';

/** A column of the table: its heading and what it says of a story. */
type Column = readonly [
	heading: string,
	cell: (story: ReportStory, index: number, report: Report) => string | number | undefined,
];

const scopeColumn: Column = ['Scope', ({ scope }) => scope];
const anglesColumn: Column = [
	'Angles',
	({ angles }) => angles?.map(({ competency, text }) => `${competency}: ${text}`).join(' '),
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
	scopeColumn,
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
	anglesColumn,
	['Metrics', ({ metrics }) => metrics.join('; ')],
	['Words', ({ words }) => words],
	['Spoken', ({ spoken }) => spoken],
	[
		'Could retire',
		(_story, index, { portfolio }) => portfolio?.retire.find(({ story }) => story === index)?.reasons.join('; '),
	],
	['Problems', ({ problems }) => problems],
	['File', ({ path }) => path],
	['Line', ({ line }) => line],
];

/** Without the columns of fields that no story has, where older tables had none. */
function columnsOf({ stories }: Report): readonly Column[] {
	const isUsed = (column: Column) =>
		column === scopeColumn
			? stories.some(({ scope }) => scope)
			: column !== anglesColumn || stories.some(({ angles }) => angles);
	return columns.filter(isUsed);
}

/** The stories as a table, a row each. A redacted one ends with a row that says what was hidden. */
export function csvFormat(report: Report): string {
	const shown = columnsOf(report);
	const rows = report.stories.map((story, index) => shown.map(([, cell]) => cell(story, index, report)));
	const note = report.redaction ? [[redactionLine(report.redaction), ...shown.slice(1).map(() => undefined)]] : [];
	return csvText([shown.map(([heading]) => heading), ...rows, ...note]);
}
