import { kinOf } from '../framework/built-in/crosswalk.ts';
import { builtInIds } from '../framework/built-in/ids.ts';
import type { TargetLevel } from '../framework/targetLevel.ts';
import { type StoryScope, storyScopes } from '../story/storyScope.ts';

/** The scope that each level wants of a story. */
export type ScopeByLevel = Readonly<Record<TargetLevel, StoryScope>>;

/** What a level wants where the table below has no word of its own. */
export const usualScopes: ScopeByLevel = { senior: 'team', staff: 'teams', principal: 'org' };

/**
 * The scope that a level wants, by competency of `staff-extended`. It is this project's own judgement, made from public
 * ladders: Dropbox (https://dropbox.github.io/dbx-career-framework/) has IC4 own the goals of a team and IC5, staff,
 * those of several teams, with roadmaps of others influenced; GitLab
 * (https://handbook.gitlab.com/handbook/engineering/careers/matrix/development) goes from the team over the
 * sub-department to the department; StaffEng (https://staffeng.com/guides/staff-archetypes/) describes staff roles by
 * the area they answer for. The reason of each row stands in docs/scope.md, which a test holds against this table.
 */
export const scopesByCompetency: Readonly<Record<string, ScopeByLevel>> = {
	'technical-initiative': usualScopes,
	'technical-influence': { senior: 'team', staff: 'teams', principal: 'company' },
	mentorship: usualScopes,
	'cross-team-alignment': { senior: 'teams', staff: 'org', principal: 'company' },
	conflict: { senior: 'team', staff: 'teams', principal: 'teams' },
	'failure-learning': { senior: 'team', staff: 'team', principal: 'teams' },
	ambiguity: usualScopes,
	delivery: usualScopes,
	'technical-judgement': usualScopes,
	operations: usualScopes,
	'customer-focus': { senior: 'team', staff: 'teams', principal: 'company' },
	communication: { senior: 'team', staff: 'org', principal: 'company' },
	'people-culture': usualScopes,
};

const scopes: ReadonlyMap<string, ScopeByLevel> = new Map(Object.entries(scopesByCompetency));

/**
 * The scope that a level wants of a story for a competency: for one of another built-in framework as for that of
 * `staff-extended` to which it is closest kin, for an author's own the usual one.
 *
 * @param competency its id
 */
export function wantedScope(level: TargetLevel, competency: string): StoryScope {
	const [kin = ''] = builtInIds.flatMap((framework) => kinOf(framework, competency));
	return (scopes.get(competency) ?? scopes.get(kin) ?? usualScopes)[level];
}

/** Whether a story that reached so far reaches what is wanted; one that does not say does not. */
export function reaches(scope: StoryScope | undefined, wanted: StoryScope): boolean {
	return scope !== undefined && storyScopes.indexOf(scope) >= storyScopes.indexOf(wanted);
}

/** The widest of the scopes that stories reached; undefined of none. */
export function widest(reached: readonly StoryScope[]): StoryScope | undefined {
	return storyScopes.findLast((scope) => reached.includes(scope));
}
