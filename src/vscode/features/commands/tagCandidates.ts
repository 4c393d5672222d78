import * as vscode from 'vscode';
import type { Lookups } from '../../../core/framework/lookups.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { commands } from '../../ids.ts';
import { candidatesFor, type CandidateArguments } from './chooseCandidates.ts';
import { chooseTags, tagEdits, taggingLabel, type TagRow } from './proposedTags.ts';

/** What the command uses. */
export interface TagCandidatesServices {
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	readonly libraryCoverage: LibraryCoverage;
	readonly storyEdits: StoryEdits;
	/** Resolves when all stories of the workspace are known. */
	readonly allKnown: () => Promise<void>;
}

/** Stories whose competencies are proposed in one call: a call of the worker may take 0.7 s of its processor time. */
const storiesACall = 10;

/** Makes stories of candidates: one list with a proposed competency for each, and one edit for all that are ticked. */
export function registerTagCandidates(services: TagCandidatesServices): vscode.Disposable {
	return vscode.commands.registerCommand(commands.tagCandidates, async (...about: CandidateArguments) => {
		const { storyFiles, storyEdits, allKnown } = services;
		const rows = candidatesFor(about, storyFiles, allKnown).then((entries) => propose(entries, services));
		const picked = await chooseTags(rows, {
			title: 'Tag These Stories',
			none: 'No file here looks like a story without tags',
			coverageFor: ({ file }) => services.libraryCoverage.for(file),
		});
		if (picked && picked.length > 0) await storyEdits.apply(tagEdits(picked), taggingLabel(picked));
	});
}

async function propose(
	entries: readonly LibraryStory[],
	{ storyFiles, language, frameworks }: TagCandidatesServices,
): Promise<readonly TagRow[]> {
	const words = await storyFiles.withWords(entries);
	const byLookups = new Map<Lookups, LibraryStory[]>();
	for (const entry of entries) {
		const lookups = frameworks.lookupsFor(entry.file);
		byLookups.set(lookups, [...(byLookups.get(lookups) ?? []), entry]);
	}
	const proposals = new Map<LibraryStory, Pick<TagRow, 'competency' | 'reason'>>();
	for (const [lookups, own] of byLookups) {
		for (let next = 0; next < own.length; next += storiesACall) {
			const batch = own.slice(next, next + storiesACall);
			const untagged = batch.map((entry) => {
				const { title, sections } = words.get(entry) ?? { title: entry.story.title, sections: [] };
				return { title, spoken: sections.map(({ spoken }) => spoken) };
			});
			const tags = await language.call('proposeTags', [untagged, { lookups }], { urgent: true });
			for (const [index, entry] of batch.entries()) {
				const proposed = tags[index];
				if (proposed)
					proposals.set(entry, {
						competency: proposed.competency,
						reason: `${proposed.isUnsure ? 'Unsure: ' : ''}“${proposed.because}”`,
					});
			}
		}
	}
	return entries.map((entry) => {
		const { competency, reason = '' } = proposals.get(entry) ?? {};
		return { entry, competency, reason, isTicked: competency !== undefined };
	});
}
