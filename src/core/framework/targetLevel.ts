/** The levels that an author can prepare for, the lowest first. */
export const targetLevels = ['senior', 'staff', 'principal'] as const;
export type TargetLevel = (typeof targetLevels)[number];

export const defaultTargetLevel: TargetLevel = 'staff';

/** A level as a setting holds it; the default where it holds anything else. */
export function targetLevelOf(value: unknown): TargetLevel {
	return targetLevels.find((level) => level === value) ?? defaultTargetLevel;
}
