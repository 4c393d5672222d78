import * as vscode from 'vscode';
import { type InterviewMeeting, meetingText } from '../../../core/questions/interviews/interview.ts';
import type { FiledInterview, InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import type { NewAnswer } from '../../../core/questions/interviews/recordAnswer.ts';
import { companyKey, isRecent } from '../../../core/questions/interviews/tellings.ts';
import type { Competency } from '../../../core/framework/model.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { type LibraryStory, type StoryLocation, storyLocationIn } from '../../../core/library/storyIndex.ts';
import type { PlannedCompetency } from '../../../core/questions/plan/interviewPlan.ts';
import { taggedCompetencies } from '../../../core/story/model.ts';
import { localDay } from '../../../core/text/day.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { showDone } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { askInTurn, back, pickStep, type Step, typeOrPickStep } from '../../steps.ts';
import { storyAtCaret } from '../commands/chooseStories.ts';
import { storyLink } from '../commands/openStory.ts';
import { plannedForIn, plannedStories, type PlannedStoriesServices } from '../commands/plannedStories.ts';
import { interviewAt, type InterviewPlace } from './interviewLenses.ts';
import { askAndLog } from './logInterview.ts';

interface AskedServices extends PlannedStoriesServices {
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	readonly interviews: InterviewFiles;
}

/** What is known of an answer before the author is asked. */
interface Asked {
	readonly interview?: FiledInterview | 'new';
	readonly question?: string;
	/** Id of the competency that it was about. */
	readonly competency?: string;
	/** Undefined where none was told. */
	readonly told?: LibraryStory | undefined;
	readonly landed?: string;
}

/** What the command is about: a plan, a story, or neither. */
interface Subject {
	readonly meeting: InterviewMeeting;
	/** In which it was asked, where that is known. */
	readonly interview?: FiledInterview | undefined;
	readonly question?: string;
	readonly story?: LibraryStory;
	/** The competencies that are likely to be asked about, with the story for each. */
	readonly planned: readonly { readonly competency: Competency; readonly story?: LibraryStory | undefined }[];
}

/** Writes down what was asked in an interview and which story was told: from a plan, a story or a found one. */
export function registerItWasAsked(services: AskedServices): vscode.Disposable {
	return vscode.commands.registerCommand(commands.itWasAsked, async (argument?: unknown) => {
		await services.allKnown();
		await services.interviews.load();
		const subject = await subjectOf(argument, services);
		const answers = await askInTurn<Asked>({}, (given) => stepsFor(given, subject, services));
		if (!answers) return;
		const interview =
			answers.interview && answers.interview !== 'new'
				? answers.interview
				: await askAndLog(services.interviews, subject.meeting);
		if (!interview) return;
		const isRecorded = await services.interviews.record(interview, answerOf(answers, interview, services));
		if (isRecorded) showDone(`Noted for ${meetingText(interview)}`);
	});
}

async function subjectOf(argument: unknown, services: AskedServices): Promise<Subject> {
	const { storyFiles, frameworks, interviews } = services;
	if (argument instanceof vscode.Uri) return subjectOfPlan(argument, services);
	const { entry, story, question, interview } = (
		typeof argument === 'object' && argument !== null ? argument : {}
	) as {
		readonly entry?: unknown;
		readonly story?: unknown;
		readonly question?: unknown;
		readonly interview?: InterviewPlace;
	};
	const place = storyLocationIn(story) ?? storyLocationIn(entry) ?? (await placeAtCaret(argument, storyFiles));
	const known = place && storyFiles.index.taggedOf(place.file)[place.index];
	const competencies = known
		? taggedCompetencies(known.story.tags, frameworks.lookupsFor(known.file).competencies)
		: frameworks.lookupsFor(undefined).competencies.all;
	return {
		meeting: {},
		interview: interview && interviewAt(interviews, interview),
		...(typeof question === 'string' && question.trim() !== '' && { question: question.trim() }),
		...(known && { story: known }),
		planned: competencies.map((competency) => ({ competency, story: known })),
	};
}

/** From the palette the story around the caret is meant. */
async function placeAtCaret(argument: unknown, storyFiles: StoryFiles): Promise<StoryLocation | undefined> {
	return argument === undefined ? storyAtCaret(storyFiles) : undefined;
}

async function subjectOfPlan(uri: vscode.Uri, services: AskedServices): Promise<Subject> {
	const document = await vscode.workspace.openTextDocument(uri);
	const header = await services.language.call('planHeader', [document.getText()], { urgent: true });
	// What was asked is noted whatever became of the plan's framework.
	const framework = header && (await plannedForIn(header, uri, services.frameworks)).framework;
	const planned: readonly PlannedCompetency[] = framework
		? await plannedStories(framework, services)
		: services.frameworks.lookupsFor(uri.toString()).competencies.all.map((competency) => ({ competency }));
	const { company, date } = header ?? {};
	const today = localDay(new Date());
	return {
		meeting: {
			...(company !== undefined && { company }),
			// What is ahead was not asked yet: it is today that something was.
			date: date !== undefined && date < today ? date : today,
		},
		planned: planned.map(({ competency, primary, tries }) => ({ competency, story: primary ?? tries?.[0]?.entry })),
	};
}

/** How many interviews are offered: nobody holds more at once. */
const maxInterviews = 8;

/** The interviews that a question may be of: those of the company that is planned for, the latest in front. */
function interviewsFor(interviews: InterviewFiles, { company }: InterviewMeeting): readonly FiledInterview[] {
	const now = Date.now();
	return interviews.all
		.filter((each) => company === undefined || companyKey(each.company ?? '') === companyKey(company))
		.filter(({ date }) => date !== undefined && isRecent(date, now))
		.toSorted((a, b) => (a.date === b.date ? b.line - a.line : (a.date ?? '') < (b.date ?? '') ? 1 : -1))
		.slice(0, maxInterviews);
}

function stepsFor(given: Asked, subject: Subject, { interviews, storyFiles }: AskedServices): readonly Step<Asked>[] {
	const recent = subject.interview ? [subject.interview] : interviewsFor(interviews, subject.meeting);
	const steps: Step<Asked>[] = [];
	// With a single one there is nothing to ask, unless that was days ago.
	const isToday = recent.length === 1 && recent[0]?.date === localDay(new Date());
	const [only] = subject.interview || isToday ? recent : [];
	const chosen = given.interview === 'new' ? undefined : (given.interview ?? only);
	const title = chosen ? `It Was Asked: ${meetingText(chosen)}` : 'It Was Asked';
	if (recent.length > 0 && !only)
		steps.push(async (answers, place) => {
			const rows = [
				...recent.map((interview) => ({ label: meetingText(interview), interview })),
				{ label: 'Another interview…', interview: 'new' as const },
			];
			const picked = await pickStep(rows, { ...place, title, placeHolder: 'In which interview?' });
			if (picked === back || picked === undefined) return picked;
			return picked[0] && { ...answers, interview: picked[0].interview };
		});
	steps.push(async (answers, place) => {
		const rows = subject.planned.flatMap(({ competency, story }) =>
			competency.questions.map(({ text }) => ({
				label: text,
				description: competency.name,
				competency: competency.id,
				story,
			})),
		);
		const picked = await typeOrPickStep(rows, {
			...place,
			title,
			placeHolder: 'What was asked? Type it as it was, or choose.',
			value: answers.question ?? subject.question ?? '',
		});
		if (picked === back || picked === undefined) return picked;
		const { row, text } = picked;
		const told = subject.story ?? row?.story;
		return {
			...answers,
			...(only && { interview: only }),
			question: text,
			...(row && { competency: row.competency }),
			...(told && { told }),
		};
	});
	if (!subject.story)
		steps.push(async (answers, place) => {
			const stories = storyFiles.index.stories();
			const first = answers.told ?? given.told;
			const rows = [...stories.toSorted((a, b) => Number(b === first) - Number(a === first)), undefined].map(
				(told) => ({
					label: told?.story.title ?? 'None of my stories',
					...(told && { description: vscode.workspace.asRelativePath(vscode.Uri.parse(told.file, true)) }),
					told,
				}),
			);
			const picked = await pickStep(rows, {
				...place,
				title,
				placeHolder: 'Which story did you tell?',
				matchOnDescription: true,
			});
			if (picked === back || picked === undefined) return picked;
			return picked[0] && { ...answers, told: picked[0].told };
		});
	steps.push(async (answers, place) => {
		const rows = [
			{ label: 'Well', landed: 'well' },
			{ label: 'Ok', landed: 'ok' },
			{ label: 'Badly', landed: 'badly' },
			{ label: 'Leave it open', landed: undefined },
		];
		const picked = await pickStep(rows, { ...place, title, placeHolder: 'How did it land?' });
		if (picked === back || picked === undefined) return picked;
		const { landed: _, ...others } = answers;
		const [row] = picked;
		return row && (row.landed === undefined ? others : { ...others, landed: row.landed });
	});
	return steps;
}

function answerOf(
	{ question = '', competency, told, landed }: Asked,
	{ file }: FiledInterview,
	{ storyFiles }: AskedServices,
): NewAnswer {
	const isAlone = told !== undefined && storyFiles.index.get(told.file).kind === 'story';
	return {
		question,
		...(competency !== undefined && { competency }),
		...(told && {
			told: { text: told.story.title, link: storyLink(told, isAlone, vscode.Uri.parse(file, true)) },
		}),
		...(landed !== undefined && { landed }),
	};
}
