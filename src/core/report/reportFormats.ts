import { ankiFormat } from './formats/anki.ts';
import { csvFormat } from './formats/csv.ts';
import { htmlFormat } from './formats/html.ts';
import { jsonFormat } from './formats/json.ts';
import { markdownFormat } from './formats/markdown.ts';
import type { Report } from './report.ts';

/** A form in which a report is written. */
export interface ReportFormat {
	readonly id: string;
	readonly name: string;
	/** What it is good for, in a few words. */
	readonly purpose: string;
	/** Of the files that hold it, without the dot. */
	readonly extension: string;
	/** Writes the report, to be encoded in UTF-8; the same report gives the same bytes. */
	readonly write: (report: Report) => string;
}

/** Every form of the report, in the order in which they are offered. */
export const reportFormats = [
	{ id: 'markdown', name: 'Markdown', purpose: 'a document that follows the stories and leads to them', extension: 'md', write: markdownFormat },
	{ id: 'html', name: 'HTML', purpose: 'a page to print, cards two to a sheet', extension: 'html', write: htmlFormat },
	{ id: 'csv', name: 'CSV', purpose: 'a table of the stories', extension: 'csv', write: csvFormat },
	{ id: 'json', name: 'JSON', purpose: 'for other programs, and for the next report to compare with', extension: 'json', write: jsonFormat },
	{ id: 'anki', name: 'Anki', purpose: 'notes to learn with: question and story', extension: 'tsv', write: ankiFormat },
] as const satisfies readonly ReportFormat[];

export type ReportFormatId = (typeof reportFormats)[number]['id'];
