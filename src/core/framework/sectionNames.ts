import type { Framework } from './model.ts';
import { type SectionKind, sectionKinds, starKinds } from './sectionKind.ts';

/** Finds out which section a heading or label names. */
export interface SectionNames {
	/** The section that `heading` names in any of the accepted forms, such as `2. Action:` or `🎯 Result (20%)`. */
	find(heading: string): SectionKind | undefined;
	/** The names of each of the four STAR sections, in lower case. */
	readonly starNames: ReadonlyMap<SectionKind, readonly string[]>;
}

/** The names from the product's definition of a story; singular and plural are both understood. */
const builtInNames: Readonly<Record<SectionKind, readonly string[]>> = {
	situation: ['situation', 'context', 'background', 'setting'],
	task: ['task', 'goal', 'objective', 'target', 'challenge'],
	action: ['action', 'approach', 'what i did'],
	result: ['result', 'outcome', 'impact'],
	learnings: [
		'learnings',
		'learning',
		'lessons',
		'lessons learned',
		'lesson learned',
		'reflection',
		'takeaways',
		'what i learned',
		'plus',
	],
};

/** No name of a section comes near this; it keeps a hostile heading from costing anything. */
const maxHeadingLength = 80;

const trailingParenthesis = /\s?[([（][^()[\]（）]*[)\]）][\s:：]*$/u;
const initialAndSeparator = /^(\p{L})\s?[-–—:.)|]\s?(?=\p{L})/u;

/**
 * Collects the names of sections from the product and the active frameworks.
 *
 * @param frameworks their section aliases come on top of the built-in names
 */
export function createSectionNames(frameworks: readonly Framework[]): SectionNames {
	const byName = new Map<string, SectionKind>();
	for (const kind of sectionKinds) {
		const aliases = frameworks.flatMap((framework) => framework.sectionAliases?.[kind] ?? []);
		for (const name of [...builtInNames[kind], ...aliases].map(tidy)) if (name !== '') byName.set(name, kind);
	}
	const lookUp = (name: string) =>
		byName.get(name) ??
		byName.get(name.replace(/s$/u, '')) ??
		byName.get(name.replace(/es$/u, '')) ??
		byName.get(`${name}s`);
	return {
		starNames: new Map(
			starKinds.map((kind) => [kind, [...byName].filter(([, of]) => of === kind).map(([name]) => name)]),
		),
		find(heading) {
			if (heading.length > maxHeadingLength) return undefined;
			const name = tidy(heading.replace(trailingParenthesis, ''));
			const kind = lookUp(name);
			if (kind) return kind;
			const initial = initialAndSeparator.exec(name);
			const spelled = initial && lookUp(name.slice(initial[0].length));
			return spelled && initial[1] === spelled[0] ? spelled : undefined;
		},
	};
}

/** Takes away what stands around a name: numbers, emoji and bullets before it, punctuation after it. */
function tidy(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/^(?:[^\p{L}]|\p{Extended_Pictographic})+/u, '')
		.replace(/[^\p{L}\p{N}]+$/u, '')
		.replace(/\s+/gu, ' ');
}
