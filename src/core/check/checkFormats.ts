import type { CheckResult } from './checkResult.ts';
import { githubFormat } from './githubFormat.ts';
import { jsonFormat } from './jsonFormat.ts';
import { type Paint, textFormat } from './textFormat.ts';

/** The forms in which a check is told, by the name under which each is asked for. */
export const checkFormats: Readonly<Record<CheckFormat, (result: CheckResult, paint: Paint) => string>> = {
	text: textFormat,
	json: jsonFormat,
	github: githubFormat,
};

export type CheckFormat = 'text' | 'json' | 'github';
