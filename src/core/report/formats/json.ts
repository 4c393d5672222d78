import type { Report } from '../report.ts';

/** The report as it is, for other programs and for later comparisons; its schema is published beside the code. */
export function jsonFormat(report: Report): string {
	return `${JSON.stringify(report, undefined, '\t')}\n`;
}
