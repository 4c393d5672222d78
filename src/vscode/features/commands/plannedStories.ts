import type * as vscode from 'vscode';
import { createLookup, Lookups } from '../../../core/framework/lookups.ts';
import type { Framework } from '../../../core/framework/model.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { planInterview, type PlannedCompetency } from '../../../core/questions/plan/interviewPlan.ts';
import type { PlanHeader } from '../../../core/questions/plan/planDocument.ts';
import { plannedFor, type PlannedFor } from '../../../core/questions/plan/plannedFor.ts';
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

/** What the first lines of a plan ask for, of all frameworks that are active at the document or built in. */
export async function plannedForIn(
	header: PlanHeader,
	document: vscode.Uri,
	frameworks: Frameworks,
): Promise<PlannedFor> {
	return plannedFor(header, frameworks.for(document.toString()), [...(await frameworks.builtIn()).values()]);
}
