import type { reportFormats } from '../../../core/report/reportFormats.ts';
import { back } from '../../steps.ts';
import type { ReportChoice } from './reports.ts';

/** What the author answered so far. */
export interface ReportAnswers {
	readonly choice: ReportChoice;
	readonly format?: (typeof reportFormats)[number];
	/** Whether names are hidden. */
	readonly redact?: boolean;
}

/** What becomes of the answers with the row that was chosen. */
export function chosen<T>(
	picked: readonly T[] | typeof back | undefined,
	answersWith: (row: T) => ReportAnswers,
): ReportAnswers | typeof back | undefined {
	if (picked === back || picked === undefined) return picked;
	return picked[0] && answersWith(picked[0]);
}

export function titleFor(step: string): string {
	return `Export Report: ${step}`;
}
