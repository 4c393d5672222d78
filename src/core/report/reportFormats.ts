import { ankiFormat } from './formats/anki.ts';
import { csvFormat, jsonFormat } from './formats/csv.ts';
import { htmlFormat } from './formats/html.ts';
import { markdownFormat } from './formats/markdown.ts';
import type { Report } from './report.ts';
import { type ReportForm, type ReportFormatId, reportForms } from './reportForms.ts';

/** A form of the report with how it is written. */
export interface ReportFormat extends ReportForm {
	readonly id: ReportFormatId;
	/** Writes the report, to be encoded in UTF-8; the same report gives the same bytes. */
	readonly write: (report: Report) => string;
}

const writers: Readonly<Record<ReportFormatId, ReportFormat['write']>> = {
	markdown: markdownFormat,
	html: htmlFormat,
	csv: csvFormat,
	json: jsonFormat,
	anki: ankiFormat,
};

/** Every form of the report, in the order in which they are offered. */
export const reportFormats: readonly ReportFormat[] = reportForms.map((form) => ({ ...form, write: writers[form.id] }));

/** Writes a report in one of the forms. */
export function writeReport(id: ReportFormatId, report: Report): string {
	return writers[id](report);
}
