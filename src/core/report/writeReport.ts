import { ankiFormat } from './formats/anki.ts';
import { csvFormat } from './formats/csv.ts';
import { htmlFormat } from './formats/html.ts';
import { markdownFormat } from './formats/markdown.ts';
import { jsonText } from '../text/escape.ts';
import type { Report } from './report.ts';
import type { ReportFormatId } from './reportFormats.ts';

const writers: Readonly<Record<ReportFormatId, (report: Report) => string>> = {
	markdown: markdownFormat,
	html: htmlFormat,
	csv: csvFormat,
	// For other programs and for later comparisons; its schema is published beside the code.
	json: jsonText,
	anki: ankiFormat,
};

/** Writes a report, to be encoded in UTF-8; the same report gives the same bytes. */
export function writeReport(format: ReportFormatId, report: Report): string {
	return writers[format](report);
}
