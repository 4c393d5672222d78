/** A format in which a report is written. */
export interface ReportFormat {
	readonly id: string;
	readonly name: string;
	/** What it is good for, in a few words. */
	readonly purpose: string;
	/** Of the files that hold it, without the dot. */
	readonly extension: string;
}

/**
 * Every format of the report, in the order in which they are offered. The writers stand apart: the extension offers
 * formats without loading them.
 */
export const reportFormats = [
	{
		id: 'markdown',
		name: 'Markdown',
		purpose: 'a document that follows the stories and leads to them',
		extension: 'md',
	},
	{ id: 'html', name: 'HTML', purpose: 'a page to print, cards two to a sheet', extension: 'html' },
	{ id: 'csv', name: 'CSV', purpose: 'a table of the stories', extension: 'csv' },
	{
		id: 'json',
		name: 'JSON',
		purpose: 'for other programs, and for the next report to compare with',
		extension: 'json',
	},
	{ id: 'anki', name: 'Anki', purpose: 'notes to learn with: question and story', extension: 'tsv' },
] as const satisfies readonly ReportFormat[];

export type ReportFormatId = (typeof reportFormats)[number]['id'];
