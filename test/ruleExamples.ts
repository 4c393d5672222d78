import { rules } from '../src/core/rules/index.ts';

/** The examples of every rule as files of their own: their names, and their texts without the marks of what is found. */
export function ruleExamples(): ReadonlyMap<string, string> {
	return new Map(
		rules.flatMap(({ id, bad, good }) => [
			...bad.map((example, index) => [`${id} bad ${index}.md`, example.replace(/[«»]/gu, '')] as const),
			...good.map((example, index) => [`${id} good ${index}.md`, example] as const),
		]),
	);
}
