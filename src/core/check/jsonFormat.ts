import type { CheckResult } from './checkResult.ts';

/** The result as it is, for other programs; its schema is published beside the code. */
export function jsonFormat(result: CheckResult): string {
	return `${JSON.stringify(result, undefined, '\t')}\n`;
}
