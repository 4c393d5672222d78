import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import type { Report } from '../../../core/report/report.ts';
import { type AnsweringStory, coverageAnswer, findAnswer } from '../../../core/report/toolAnswers.ts';
import { settingsSection, tools } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
import type { StoryRecall } from '../commands/storyRecall.ts';
import { reportPath } from '../report/reportPaths.ts';
import type { Reports } from '../report/reports.ts';
import { SharingTool } from './sharingTool.ts';
import type { SharingServices } from './textToShare.ts';

/** Lets language models ask what the stories cover and which to tell, where the author has switched that on. */
export function registerLanguageModelTools(services: StoryToolServices): vscode.Disposable {
	const disposables = new Disposables();
	// Not every VS Code that runs extensions has language models.
	const models: Partial<typeof vscode.lm> | undefined = vscode.lm;
	const register = models?.registerTool?.bind(models);
	if (!register) return disposables;
	let registered: Disposables | undefined;
	const follow = () => {
		const { enabled } = readSettings(undefined).languageModelTools;
		if (!enabled) {
			registered?.dispose();
			registered = undefined;
		} else if (!registered) {
			registered = new Disposables();
			registered.add(register(tools.find, findTool(services)));
			registered.add(register(tools.coverage, coverageTool(services)));
		}
	};
	disposables.add(
		vscode.workspace.onDidChangeConfiguration(
			(event) => event.affectsConfiguration(`${settingsSection}.languageModelTools`) && follow(),
		),
	);
	disposables.add({ dispose: () => registered?.dispose() });
	follow();
	return disposables;
}

/** What the tools answer from. */
export interface StoryToolServices extends SharingServices {
	readonly storyFiles: StoryFiles;
	readonly reports: Reports;
	readonly recall: StoryRecall;
}

/** As the manifest declares it; what a model sends is checked all the same. */
interface CoverageInput {
	readonly competency?: unknown;
}

/** Tells what the stories cover. */
function coverageTool(services: StoryToolServices): SharingTool<CoverageInput> {
	return new SharingTool(services, 'Looking at what your stories cover', async ({ competency }) => {
		return coverageAnswer(
			await services.reports.make({}),
			typeof competency === 'string' && competency.trim() !== '' ? competency : undefined,
		);
	});
}

/** As the manifest declares it; what a model sends is checked all the same. */
interface FindInput {
	readonly question?: unknown;
	readonly limit?: unknown;
}

/** How many stories an answer has where the model gives no limit, and at most; the manifest names the same numbers. */
const defaultLimit = 3;
const maxStories = 10;

/** A longer text is no question. */
const maxQuestionLength = 500;

/** Finds the stories that answer a question. */
function findTool(services: StoryToolServices): SharingTool<FindInput> {
	return new SharingTool(services, 'Looking for stories that answer the question', async ({ question, limit }) => {
		if (typeof question !== 'string' || question.trim() === '')
			throw new Error('Say in `question` what was asked.');
		const report = await services.reports.make({});
		await services.recall.refresh();
		const found = await services.recall.find(question.slice(0, maxQuestionLength));
		const max = typeof limit === 'number' && limit >= 1 ? Math.min(Math.floor(limit), maxStories) : defaultLimit;
		const answering = found.stories.slice(0, max).flatMap((each): readonly AnsweringStory[] => {
			const story = report.stories[indexIn(report, each.entry, services.storyFiles)];
			return story ? [{ found: each, story }] : [];
		});
		return findAnswer(found, answering);
	});
}

/** The place of a story in a report. */
function indexIn({ stories }: Report, { file, story }: LibraryStory, storyFiles: StoryFiles): number {
	const uri = vscode.Uri.parse(file, true);
	const line = (storyFiles.get(file)?.lines.lineAt(story.anchor.start) ?? -1) + 1;
	const path = reportPath(uri);
	return stories.findIndex((each) => each.path === path && each.line === line);
}
