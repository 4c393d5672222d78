import { isTransposed, isSlip } from '../framework/nearness.ts';

/** How far a story reached, the narrowest first. */
export const storyScopes = ['team', 'teams', 'org', 'company', 'industry'] as const;
export type StoryScope = (typeof storyScopes)[number];

/** What each scope means, in a few words. */
export const scopeMeanings: Readonly<Record<StoryScope, string>> = {
	team: 'within your own team',
	teams: 'several teams',
	org: 'a whole organization: a division, an area',
	company: 'the whole company',
	industry: 'beyond the company',
};

/** A scope among other facts of a story, such as `scope org`. */
export function scopeText(scope: StoryScope): string {
	return `scope ${scope}`;
}

/** Other names of a scope, as `scopeKey` writes them. */
const otherNames: Readonly<Record<StoryScope, readonly string[]>> = {
	team: ['my team', 'our team', 'own team', 'one team', 'single team', 'within team', 'within my team', 'squad'],
	teams: [
		'multi team',
		'multiteam',
		'multi teams',
		'multiple teams',
		'cross team',
		'crossteam',
		'cross teams',
	].concat(['several teams', 'across teams', 'two teams', 'many teams', 'other teams']),
	org: ['organization', 'organisation', 'whole org', 'department', 'division', 'business unit', 'org wide'],
	company: ['whole company', 'entire company', 'enterprise', 'companywide', 'firm', 'across company'],
	industry: ['whole industry', 'across industry', 'industrywide'],
};

const scopesByName = new Map<string, StoryScope>(
	storyScopes.flatMap((scope) => [scope, ...otherNames[scope]].map((name) => [name, scope] as const)),
);

/** Brings spellings together: case, hyphens, an article, `-wide` and `-level` at the end. */
function scopeKey(text: string): string {
	return text
		.toLowerCase()
		.replaceAll(/[\s_\-–]+/gu, ' ')
		.replace(/^(?:the|an?) /u, '')
		.replace(/ (?:wide|level|scope)$/u, '')
		.trim();
}

/** Whether a text is a scope as the field takes it. */
export function isStoryScope(text: string): text is StoryScope {
	return storyScopes.some((scope) => scope === text);
}

/**
 * The scope that a text was meant for, where nothing else can be meant: another case or name, or a slip of the
 * keyboard.
 *
 * @param text trimmed
 */
export function meantScope(text: string): StoryScope | undefined {
	if (text.length > maxNameLength) return undefined;
	const key = scopeKey(text);
	const named = scopesByName.get(key);
	if (named || key === orgs) return named;
	const turned = storyScopes.filter((scope) => isTransposed(scope, key));
	const near = turned.length > 0 ? turned : storyScopes.filter((scope) => isSlip(scope, key, 1));
	return near.length === 1 ? near[0] : undefined;
}

/** Longer than any name of a scope, in UTF-16 code units. */
const maxNameLength = 40;

/** Several organizations are more than one and less than the company: no slip. */
const orgs = 'orgs';
