import type { ListedName } from '../core/report/redact/listedNames.ts';
import { type RedactedReport, textsOf, withTexts } from '../core/report/redact/redactReport.ts';
import type { RedactedText } from '../core/report/redact/redactor.ts';
import type { Report } from '../core/report/report.ts';
import type { LanguageClient } from '../worker/client.ts';
import { Slices } from './slices.ts';

/** How much text the worker looks at in one call, in characters, where there are up to {@link usualNames}: each is looked for at every place. */
const textATurn = 100_000;

const usualNames = 100;

/** A bank may list any number of names, and looking for them takes as long; in milliseconds. */
const options = { urgent: true, within: 20_000 } as const;

/** The report without the names, which the worker hides part by part: other calls are answered in between. */
export async function hideNames(report: Report, names: readonly ListedName[], language: LanguageClient): Promise<RedactedReport> {
	const slices = new Slices();
	const texts = await slices.run(textsOf(report));
	const redacted: RedactedText[] = [];
	let placeholders: readonly string[] = [];
	for (const part of inParts(texts, names.length)) {
		const answer = await language.call('redactTexts', [part, names], options);
		({ placeholders } = answer);
		redacted.push(...answer.texts);
	}
	return slices.run(withTexts(report, names, texts, { placeholders, texts: redacted }));
}

/** Words that are left in a report and come near a name, in the order of their letters. */
export async function leftoversIn(report: Report, names: readonly ListedName[], language: LanguageClient): Promise<readonly string[]> {
	const leftovers = new Set<string>();
	for (const part of inParts(await new Slices().run(textsOf(report)), names.length)) {
		for (const word of await language.call('leftoversIn', [part, names], options)) leftovers.add(word);
	}
	return [...leftovers].toSorted();
}

/** Texts in parts that take a call of some length; at least one part. */
function inParts(texts: readonly string[], names: number): readonly (readonly string[])[] {
	const most = textATurn / Math.max(1, names / usualNames);
	const parts: string[][] = [[]];
	let length = 0;
	for (const text of texts) {
		if (length > most) {
			parts.push([]);
			length = 0;
		}
		parts.at(-1)?.push(text);
		length += text.length;
	}
	return parts;
}
