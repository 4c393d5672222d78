import { sectionKinds } from '../story/sectionKind.ts';
import { genericPrompts } from './genericPrompts.ts';
import type { Framework } from './model.ts';

const promptsOf = new WeakMap<readonly Framework[], ReadonlySet<string>>();

/**
 * Every prompt that a snippet or a fix may have put into a story, to find those that nobody answered.
 * @param frameworks the active ones; what is collected is kept with the array
 */
export function untouchedPrompts(frameworks: readonly Framework[]): ReadonlySet<string> {
	let prompts = promptsOf.get(frameworks);
	if (!prompts) {
		const competencies = frameworks.flatMap((framework) => framework.competencies);
		const lists = [genericPrompts, ...competencies.map((competency) => competency.prompts)];
		prompts = new Set(lists.flatMap((list) => sectionKinds.flatMap((kind) => list[kind])));
		promptsOf.set(frameworks, prompts);
	}
	return prompts;
}
