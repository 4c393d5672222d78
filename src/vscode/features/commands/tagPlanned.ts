import * as vscode from 'vscode';
import type { Framework } from '../../../core/framework/model.ts';
import { coverageThrough } from '../../../core/library/coverage.ts';
import { lensOf } from '../../../core/library/lens.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { PlannedCompetency } from '../../../core/questions/plan/interviewPlan.ts';
import { pickOne, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { plannedForIn, plannedStories, type PlannedStoriesServices } from './plannedStories.ts';
import { chooseTags, tagEdits, taggingLabel, type TagRow } from './proposedTags.ts';
import { switchOnFramework } from './unknownTags.ts';

interface TagPlannedServices extends PlannedStoriesServices {
	readonly storyEdits: StoryEdits;
}

/** Tags the stories that an interview plan proposes to try: those that are ticked in one list, in one edit. */
export function registerTagPlanned(services: TagPlannedServices): vscode.Disposable {
	return vscode.commands.registerCommand(commands.tagPlanned, (uri?: unknown) =>
		tagPlanned(uri instanceof vscode.Uri ? uri : undefined, services),
	);
}

/** @param uri of the plan; the document in the active editor when left out */
async function tagPlanned(uri: vscode.Uri | undefined, services: TagPlannedServices): Promise<void> {
	const { language, frameworks, storyFiles, storyEdits } = services;
	const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
	const header = document && (await language.call('planHeader', [document.getText()], { urgent: true }));
	if (!document || !header) {
		void showInformationMessage('This is no interview plan: “Plan an Interview…” makes one.');
		return;
	}
	const { framework, fault = '' } = await plannedForIn(header, document.uri, frameworks);
	if (!framework || fault !== '') {
		void showErrorMessage(fault);
		return;
	}
	const lens = lensOf([framework], framework.id);
	const picked = await chooseTags(plannedStories(framework, services).then(rowsOf), {
		title: `Tag for ${framework.name}`,
		none: 'The plan has no story to try: all are tagged, or none comes near',
		coverageFor: () => coverageThrough(lens, storyFiles.index.stories(), frameworks.lookupsFor(undefined).level),
	});
	if (!picked || picked.length === 0) return;
	const active = frameworks.lookupsFor(document.uri.toString()).competencies;
	const isActive = picked.every(({ competency: { id } }) => active.find(id)?.id === id);
	if (!isActive && !(await agreeToInactive(framework, document.uri, services))) return;
	await storyEdits.apply(tagEdits(picked), taggingLabel(picked), undefined, framework);
}

/** A row for each try, ticked where it is likely. */
function rowsOf(planned: readonly PlannedCompetency[]): readonly TagRow[] {
	return planned.flatMap(({ competency, tries = [] }) =>
		tries.map(({ entry, kin, because, isLikely }, index): TagRow => {
			const parts = [...(kin ? [`Tagged ${kin.name}`] : []), ...(because === undefined ? [] : [`“${because}”`])];
			const reason = parts.join(' · ');
			return {
				entry,
				competency,
				reason: isLikely ? reason : `Unsure: ${reason}`,
				isTicked: isLikely && index === 0,
			};
		}),
	);
}

/** Tags of a framework that is not active count for nothing: asks whether to switch it on. */
async function agreeToInactive(
	{ id, name }: Framework,
	document: vscode.Uri,
	{ frameworks }: TagPlannedServices,
): Promise<boolean> {
	const rows = [
		{ label: 'Switch it on and tag', detail: 'Changes the setting starStories.frameworks', isOn: true },
		{ label: 'Only tag', detail: 'Each of the tags is a problem until it is switched on', isOn: false },
	];
	const picked = await pickOne(rows, {
		title: `${name} is not active`,
		placeHolder: 'Its tags count only where it is switched on.',
		ignoreFocusOut: true,
	});
	if (!picked) return false;
	return picked.isOn ? switchOnFramework(id, document, frameworks) : true;
}
