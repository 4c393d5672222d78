import type { Framework } from '../../framework/model.ts';
import { defaultTargetLevel } from '../../framework/targetLevel.ts';
import { coverageThrough } from '../coverage.ts';
import { lensOf } from '../lens.ts';
import { isOpen } from './matrix.ts';
import type { MatrixStory } from './matrixStory.ts';

/** What the library held at the end of a month, a quarter or a year, by what its stories are today. */
export interface ProgressPoint {
	/** Such as `2024`, `2024 Q2` or `2024-06`. */
	readonly period: string;
	readonly stories: number;
	readonly ready: number;
	/** Competencies that were covered. */
	readonly covered: number;
}

export interface Progress {
	/** In order of time; empty where no story has a date. */
	readonly points: readonly ProgressPoint[];
	/** How many competencies there are to cover. */
	readonly competencies: number;
	/** Stories that could not be counted, for want of a date. */
	readonly undated: number;
}

/** As many points as a small chart holds. */
const maxPoints = 24;

type Unit = 'month' | 'quarter' | 'year';

/**
 * Follows stories and coverage through time. Retired stories count for nothing, as everywhere.
 *
 * @param dateOf the day, month or year from which a story counts, as `2024`, `2024-06` or `2024-06-30`
 * @param lens names the framework through which they are seen, as {@link lensOf} wants it
 */
export function progressOf(
	stories: readonly MatrixStory[],
	frameworks: readonly Framework[],
	lens: string | undefined,
	dateOf: (story: MatrixStory) => string | undefined,
): Progress {
	const seen = lensOf(frameworks, lens);
	const competencies = seen.competencies.all;
	const current = stories.filter(({ story }) => story.details.status !== 'retired');
	const dated = current.flatMap((entry) => {
		const month = monthOf(dateOf(entry));
		return month === undefined ? [] : [{ entry, month }];
	});
	const undated = current.length - dated.length;
	if (dated.length === 0) return { points: [], competencies: competencies.length, undated };
	const first = Math.min(...dated.map(({ month }) => month));
	const last = Math.max(...dated.map(({ month }) => month));
	const unit =
		(['month', 'quarter', 'year'] as const).find((each) => periodsBetween(first, last, each) <= maxPoints) ??
		'year';
	const size = monthsIn[unit];
	const points: ProgressPoint[] = [];
	for (let period = Math.floor(first / size); period <= Math.floor(last / size); period++) {
		const then = dated.filter(({ month }) => month < (period + 1) * size).map(({ entry }) => entry);
		points.push({
			period: periodName(period, unit),
			stories: then.length,
			ready: then.filter(({ story }) => story.details.status === 'ready').length,
			// Whatever the level: it changes no state.
			covered: coverageThrough(seen, then, defaultTargetLevel).filter(({ state }) => !isOpen(state)).length,
		});
	}
	return { points, competencies: competencies.length, undated };
}

const monthsIn: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** Months since the year 0. What is known to the year alone was there by its end. */
function monthOf(date: string | undefined): number | undefined {
	const match = date === undefined ? null : /^(\d{4})(?:-(\d{2}))?/u.exec(date);
	return match ? Number(match[1]) * 12 + (match[2] === undefined ? 11 : Number(match[2]) - 1) : undefined;
}

function periodsBetween(first: number, last: number, unit: Unit): number {
	return Math.floor(last / monthsIn[unit]) - Math.floor(first / monthsIn[unit]) + 1;
}

function periodName(period: number, unit: Unit): string {
	switch (unit) {
		case 'year':
			return String(period);
		case 'quarter':
			return `${Math.floor(period / 4)} Q${(period % 4) + 1}`;
		case 'month':
			return `${Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, '0')}`;
	}
}
