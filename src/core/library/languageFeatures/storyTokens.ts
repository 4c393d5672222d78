import type { Analysis } from '../../rules/analysis.ts';
import type { Span } from '../../text/span.ts';

/** The kinds of what is coloured in a story; the manifest says which scopes' colours they take. */
export const storyTokenKinds = ['storyTag', 'storyPlaceholder'] as const;

export interface StoryToken {
	readonly kind: (typeof storyTokenKinds)[number];
	readonly span: Span;
}

/** What is coloured in a document, in its order and without overlaps: nothing where it holds no tagged stories. */
export function storyTokens({
	kind,
	stories,
	problems,
}: Pick<Analysis, 'kind' | 'stories' | 'problems'>): readonly StoryToken[] {
	if (kind !== 'story' && kind !== 'bank') return [];
	const found: readonly StoryToken[] = [
		...stories.flatMap(({ tags }) =>
			tags.flatMap(({ span, competency }) =>
				competency === undefined ? [] : [{ kind: 'storyTag' as const, span }],
			),
		),
		...problems.flatMap(({ rule, span }) =>
			rule === 'placeholder' ? [{ kind: 'storyPlaceholder' as const, span }] : [],
		),
	];
	let end = 0;
	return found
		.toSorted((a, b) => a.span.start - b.span.start)
		.filter(({ span }) => {
			if (span.start < end) return false;
			end = span.end;
			return true;
		});
}
