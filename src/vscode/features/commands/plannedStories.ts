import type * as vscode from 'vscode';
import { createLookup, Lookups } from '../../../core/framework/lookups.ts';
import type { Framework } from '../../../core/framework/model.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { planInterview, type PlannedCompetency } from '../../../core/questions/plan/interviewPlan.ts';
import type { PlanHeader } from '../../../core/questions/plan/planDocument.ts';
import { type Spoken, withTries } from '../../../core/questions/plan/tries.ts';
import type { LanguageClient } from '../../../worker/client.ts';

/** What the stories of a plan are chosen with. */
export interface PlannedStoriesServices {
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

/** Stories whose words are read in one call: a call of the worker may take 0.7 s of its processor time. */
const storiesACall = 20;

/** The stories to tell for each competency of a framework, active or not, and those to try where none is tagged. */
export async function plannedStories(
	framework: Framework,
	{ language, frameworks, storyFiles, allKnown }: PlannedStoriesServices,
): Promise<readonly PlannedCompetency[]> {
	await allKnown();
	const stories = storyFiles.index.stories();
	const planned = planInterview(framework, stories, frameworks.lookupsFor(undefined).level);
	if (planned.every(({ primary }) => primary)) return planned;
	const current = stories.filter(({ story }) => story.details.status !== 'retired');
	const words = await storyFiles.withWords(current);
	const lookups = new Lookups([framework]);
	const spoken = new Map<LibraryStory, ReadonlyMap<string, Spoken>>();
	const entries = [...words.keys()];
	for (let next = 0; next < entries.length; next += storiesACall) {
		const batch = entries.slice(next, next + storiesACall);
		const told = batch.map((entry) => ({
			title: entry.story.title,
			spoken: (words.get(entry)?.sections ?? []).map((section) => section.spoken),
		}));
		const found = await language.call('spokenOfStories', [told, { lookups }], { urgent: true });
		for (const [index, entry] of batch.entries()) spoken.set(entry, new Map(found[index]));
	}
	return withTries(planned, stories, {
		names: createLookup([...frameworks.for(undefined), ...(await frameworks.builtIn()).values()]),
		spokenOf: (entry) => spoken.get(entry),
	});
}

/**
 * The framework that a plan is made for, with the competencies that are asked for alone where the plan names them.
 *
 * @returns undefined where it is neither active at the document nor built in
 */
export async function frameworkOf(
	{ framework: id, asks }: PlanHeader,
	document: vscode.Uri,
	frameworks: Frameworks,
): Promise<Framework | undefined> {
	const active = frameworks.for(document.toString());
	const builtIn = await frameworks.builtIn();
	const framework = active.find((each) => each.id === id) ?? builtIn.get(id);
	if (!framework || !asks) return framework;
	const names = createLookup([framework, ...active, ...builtIn.values()]);
	const competencies = new Set(asks.flatMap((name) => names.find(name) ?? []));
	return { ...framework, competencies: [...competencies] };
}
