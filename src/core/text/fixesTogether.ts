import { applyEdits, type TextEdit } from './edit.ts';
import type { Fix, Problem } from './problem.ts';

/** Which fixes are made unasked: the safe ones, or of each problem the one that most people want. */
export type FixChoice = 'safe' | 'preferred';

/** Fixes that are made at once. */
export interface FixesTogether {
	/** They don't overlap. */
	readonly edits: readonly TextEdit[];
	readonly fixed: readonly MadeFix[];
}

/** A problem with the fix that mends it. */
export interface MadeFix {
	readonly problem: Problem;
	readonly fix: Fix;
}

/** Chooses fixes of problems that can be made at once; those that would touch the same text are left for the next time. */
export function fixesTogether(problems: readonly Problem[], choice: FixChoice = 'safe'): FixesTogether {
	const edits: TextEdit[] = [];
	const fixed: MadeFix[] = [];
	for (const problem of problems) {
		for (const fix of fixesOf(problem, choice)) {
			const overlaps = fix.edits.some(({ span }) =>
				edits.some((taken) => span.start <= taken.span.end && taken.span.start <= span.end),
			);
			if (overlaps) continue;
			edits.push(...fix.edits);
			fixed.push({ problem, fix });
		}
	}
	return { edits, fixed };
}

function fixesOf({ fixes = [] }: Problem, choice: FixChoice): readonly Fix[] {
	const safe = fixes.filter((fix) => fix.safe);
	if (choice === 'safe' || safe.length > 0) return safe;
	return fixes.filter(({ preferred }) => preferred).slice(0, 1);
}

/** A text in which problems were mended. */
export interface FixedText {
	readonly text: string;
	/** In the order in which they were made. */
	readonly fixed: readonly MadeFix[];
}

/** Each time some are left for the next; more than this is a fix that undoes another. */
const maxRounds = 10;

/**
 * Mends what can be mended, again and again until nothing is left.
 *
 * @param problemsIn finds the problems of a text, with their fixes
 */
export function fixedText(
	text: string,
	problemsIn: (text: string) => readonly Problem[],
	choice: FixChoice = 'safe',
): FixedText {
	let now = text;
	const fixed: MadeFix[] = [];
	for (let round = 0; round < maxRounds; round++) {
		const together = fixesTogether(problemsIn(now), choice);
		const next = applyEdits(now, together.edits);
		if (next === now) break;
		now = next;
		fixed.push(...together.fixed);
	}
	return { text: now, fixed };
}
