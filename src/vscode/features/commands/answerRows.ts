import * as vscode from 'vscode';
import type { Competency } from '../../../core/framework/model.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import { type Fit, type Found, foundReason, type FoundStory } from '../../../core/questions/recall/findStories.ts';
import { commands } from '../../ids.ts';

/** How many stories are listed for a question. */
const maxStories = 8;

/** A row of the list of stories for a question: a story, a command, or a sentence alone. */
export interface AnswerRow extends vscode.QuickPickItem {
	readonly entry?: LibraryStory;
	/** The id of a command with its arguments. */
	readonly command?: readonly [string, ...unknown[]];
}

/** The title of the list where a question does not show which competency it asks about. */
export const untitled = 'Find a Story for a Question';

/**
 * The rows of the stories for a question, and the title above them.
 *
 * @param isReading whether stories are still being read, of which one may fit
 * @param copy the button that copies the cue card of a row's story
 */
export function answerRows(
	{ competencies, stories }: Found,
	isReading: boolean,
	copy: vscode.QuickInputButton,
): { readonly title: string; readonly rows: readonly AnswerRow[] } {
	const shown = competencies.filter(({ active, likelihood }) => active || likelihood === 1).slice(0, 3);
	const names = shown.map(({ competency, active }) =>
		active ? competency.name : `${competency.name} (not among your competencies)`,
	);
	// Not a separator, whose words would stand in the place of the first row's.
	const title = names.length > 0 ? `Asks about ${names.join(' · ')}` : untitled;
	const rows = stories.slice(0, maxStories).map((story) => storyRow(story, copy));
	if (isReading && stories.length === 0) return { title, rows };
	if (stories.length === 0) {
		rows.push({
			label: 'No story of yours fits this question',
			iconPath: new vscode.ThemeIcon('circle-slash'),
			alwaysShow: true,
		});
	}
	if (!stories.some(({ fit }) => fit === 'strong'))
		rows.push(...gapRows(shown.find(({ active }) => active)?.competency));
	return { title, rows };
}

const fitIcons: Readonly<Record<Fit, string>> = { strong: 'star-full', workable: 'star-half', stretch: 'star-empty' };

function storyRow(found: FoundStory, copy: vscode.QuickInputButton): AnswerRow {
	const { entry, fit } = found;
	return {
		label: entry.story.title,
		description: fit,
		detail: foundReason(found),
		iconPath: new vscode.ThemeIcon(fitIcons[fit]),
		alwaysShow: true,
		buttons: [copy],
		entry,
	};
}

/** What to do where no story answers well. */
function gapRows(competency: Competency | undefined): readonly AnswerRow[] {
	const label = competency ? `Write a story for ${competency.name}…` : 'Write a new story…';
	const write: AnswerRow = {
		label,
		iconPath: new vscode.ThemeIcon('add'),
		alwaysShow: true,
		command: competency ? [commands.newStoryFor, { coverage: { competency } }] : [commands.newStory],
	};
	const plan: AnswerRow = {
		label: 'Plan an opportunity to have one…',
		iconPath: new vscode.ThemeIcon('calendar'),
		alwaysShow: true,
		command: [commands.planOpportunity, competency && { kind: 'competency', coverage: { competency } }],
	};
	return [write, plan];
}
