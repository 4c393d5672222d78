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
	/** Writes the report; the same report gives the same bytes. */
	readonly write: (report: Report) => string;
}

/** Every form of the report, in the order in which they are offered. */
export const reportFormats = [
	{ id: 'markdown', name: 'Markdown', purpose: 'a document with links to the stories', extension: 'md', write: markdownFormat },
	{ id: 'json', name: 'JSON', purpose: 'for other programs, and for the next report to compare with', extension: 'json', write: jsonFormat },
] as const satisfies readonly ReportFormat[];

export type ReportFormatId = (typeof reportFormats)[number]['id'];
