import { walk } from '../story/markdown.ts';
import type { Document } from '../story/document.ts';
import { lineEnd, nextLineStart } from '../text/lines.ts';
import type { Located, Span } from '../text/span.ts';

/** Where the author has switched rules off. */
export interface Suppressions {
	/**
	 * Whether the author does not want to hear of a finding.
	 *
	 * @param offset at which the finding starts
	 */
	covers(rule: string, offset: number): boolean;
	/** The rules that `ignore` names, as written; there may be no such rule. */
	readonly ignored: readonly Located<string>[];
	/** Those that each comment names, with the words of its reason. */
	readonly inComments: readonly (readonly Located<string>[])[];
}

/** Which rules a comment names: these ones, or all but these. */
interface RuleSelection {
	readonly but: boolean;
	readonly names: ReadonlySet<string>;
}

interface SilentStretch extends Span {
	readonly rules: RuleSelection;
}

/**
 * Reads `ignore` in front matter and the comments `<!-- star-stories-disable RULE… -->`, `<!-- star-stories-enable
 * RULE… -->` and `<!-- star-stories-disable-next-line RULE… -->`; without a rule they mean all.
 */
export function findSuppressions(document: Document): Suppressions {
	const ignored = ignoredRules(document);
	const inComments: (readonly Located<string>[])[] = [];
	const names = new Set(ignored.map(({ value }) => value));
	const stretches = document.text.includes('star-stories-') ? stretchesIn(document, inComments) : [];
	return {
		ignored,
		inComments,
		covers: (rule, offset) =>
			names.has(rule) ||
			stretches.some(
				({ start, end, rules }) => start <= offset && offset < end && rules.names.has(rule) !== rules.but,
			),
	};
}

function ignoredRules({ frontMatter }: Document): readonly Located<string>[] {
	const value = frontMatter?.entries.find(({ key }) => key.value === 'ignore')?.value;
	const scalars = value?.kind === 'list' ? value.items : value ? [value] : [];
	return scalars.flatMap((scalar) =>
		scalar.kind === 'scalar' ? [{ value: scalar.text.trim(), span: scalar.span }] : [],
	);
}

const directive = /<!--\s*star-stories-(disable-next-line|disable|enable)(?=[\s-])([\w\s,-]*?)-->/gu;

/** @param named to which the names of each comment are added */
function stretchesIn({ text, tree }: Document, named: (readonly Located<string>[])[]): readonly SilentStretch[] {
	const stretches: SilentStretch[] = [];
	let open: { start: number; rules: RuleSelection }[] = [];
	for (const node of walk(tree.root)) {
		if (node.type !== 'html') continue;
		const { start, end } = tree.spanOf(node);
		for (const match of text.slice(start, end).matchAll(directive)) {
			const at = start + match.index;
			const listed = namesIn(match[2] ?? '', at + match[0].length - '-->'.length - (match[2]?.length ?? 0));
			named.push(listed);
			const names = new Set(listed.map(({ value }) => value));
			const rules = { but: names.size === 0, names };
			if (match[1] === 'disable-next-line') {
				const next = nextLineStart(text, at + match[0].length);
				stretches.push({ start: next, end: lineEnd(text, next) + 1, rules });
			} else if (match[1] === 'disable') {
				open.push({ start: at, rules });
			} else {
				stretches.push(...open.map((stretch) => ({ ...stretch, end: at })));
				open =
					names.size === 0
						? []
						: open.map((stretch) => ({ start: at, rules: without(stretch.rules, names) }));
			}
		}
	}
	return [...stretches, ...open.map((stretch) => ({ ...stretch, end: text.length + 1 }))];
}

/** @param start of the list in the document */
function namesIn(list: string, start: number): readonly Located<string>[] {
	return [...list.matchAll(/[^\s,]+/gu)].map(({ 0: value, index }) => ({
		value,
		span: { start: start + index, end: start + index + value.length },
	}));
}

/** What stays off after some rules are switched on again. */
function without({ but, names }: RuleSelection, on: ReadonlySet<string>): RuleSelection {
	return { but, names: but ? new Set([...names, ...on]) : new Set([...names].filter((name) => !on.has(name))) };
}
