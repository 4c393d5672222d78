import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { buildReport, type ReportFile, type ReportInput } from '../../src/core/report/buildReport.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { FullAnalysis } from '../../src/core/rules/analysis.ts';
import { LineMap } from '../../src/core/text/lines.ts';
import { sampleFiles } from './generated.ts';
import { analysed } from './reading.ts';

/** A file of a bank as a report takes it. */
export function reportFile(
	path: string,
	text: string,
	context: Parameters<typeof analysed>[1] = {},
): ReportFile & { readonly analysis: FullAnalysis } {
	return {
		path,
		analysis: analysed(text, { fileName: path.slice(path.lastIndexOf('/') + 1), ...context }),
		lines: LineMap.of(text),
	};
}

/** The sample bank as a report takes it. */
export const sampleReportFiles = sampleFiles.map(({ file, text }) => reportFile(file, text));

/** A report on the framework `staff`, of the sample bank unless other files are given. */
export function reportWith(input: Partial<ReportInput> = {}): Report {
	return buildReport({ files: sampleReportFiles, lookups: new Lookups([staff]), ...input });
}
