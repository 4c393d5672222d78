import type { EditResult } from '../../edit/editResult.ts';
import type { Lookups } from '../../framework/lookups.ts';
import { editsOfDocument } from '../../library/documentEdits.ts';
import type { Disposable, Event } from '../../library/event.ts';
import { type Filed, ListFiles, type ListServices, listUri } from '../../library/listFiles.ts';
import type { StoryEdit } from '../../library/storyEdits.ts';
import { nameOf } from '../../library/uris.ts';
import type { DocumentEdits, WorkspaceSettings } from '../../library/workspace.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { RetitledStory } from './followStories.ts';
import {
	type InterviewMeeting,
	interviewsName,
	type LoggedInterview,
	meetingText,
	type SeenInterview,
} from './interview.ts';
import type { NewAnswer, SeenQuestion } from './recordAnswer.ts';

/**
 * Where the interviews of a folder of the workspace stand.
 *
 * @returns undefined where the setting leads out of the folder
 */
export function interviewsUri(folder: string, workspace: Pick<WorkspaceSettings, 'settings'>): string | undefined {
	return listUri(interviewsName, folder, workspace);
}

/** An interview with the file it stands in. */
export type FiledInterview = Filed<LoggedInterview>;

/** Reads the text of a list of interviews, and computes edits of it. */
export interface InterviewLanguage {
	readInterviews(text: string, context: InterviewContext): Promise<readonly LoggedInterview[]>;
	logInterview(text: string, context: InterviewContext, meeting: InterviewMeeting): Promise<EditResult>;
	recordAnswer(text: string, context: InterviewContext, seen: SeenInterview, answer: NewAnswer): Promise<EditResult>;
	setLanding(
		text: string,
		context: InterviewContext,
		seen: SeenInterview,
		question: SeenQuestion,
		landed: string,
	): Promise<EditResult>;
	retitleInInterviews(text: string, context: InterviewContext, story: RetitledStory): Promise<readonly TextEdit[]>;
}

interface InterviewContext {
	readonly lookups: Lookups;
}

/** What {@link InterviewFiles} takes. */
export interface InterviewFilesParts extends ListServices {
	readonly language: InterviewLanguage;
}

/** The interviews that the author has held: one file a folder, in the folder of the stories. */
export class InterviewFiles implements Disposable {
	readonly #language: InterviewLanguage;
	readonly #services: ListServices;
	readonly #files: ListFiles<LoggedInterview>;

	constructor({ language, ...services }: InterviewFilesParts) {
		this.#language = language;
		this.#services = services;
		this.#files = new ListFiles({
			...services,
			name: interviewsName,
			read: (text, context) => language.readInterviews(text, context),
		});
	}

	get onDidChange(): Event<void> {
		return this.#files.onDidChange;
	}

	/** Every interview of the workspace, in the order of folders and places. */
	get all(): readonly FiledInterview[] {
		return this.#files.all;
	}

	/** The files that are there and could not be read: interviews may be missing. */
	get unread(): readonly string[] {
		return this.#files.unread;
	}

	/** Reads the files of all folders. @returns resolves when what they held is in the list, or something newer */
	load(): Promise<void> {
		return this.#files.load();
	}

	/**
	 * Adds an interview to the list of a folder, which is created with its first.
	 *
	 * @param folder of the workspace
	 * @returns whether it is in the list; where not, the author is told why
	 */
	log(folder: string, meeting: InterviewMeeting): Promise<boolean> {
		return this.#files.add(
			folder,
			(text, context) => this.#language.logInterview(text, context, meeting),
			`Log ${meetingText(meeting)}`,
		);
	}

	/** Adds a question to an interview, with the story that was told. @returns whether it was added */
	record(interview: FiledInterview, answer: NewAnswer): Promise<boolean> {
		return this.#files.edit(
			interview.file,
			(text, context) => this.#language.recordAnswer(text, context, seen(interview), answer),
			`Asked at ${meetingText(interview)}`,
		);
	}

	/** Says how the story for a question landed, in free words. @returns whether it is said */
	land(interview: FiledInterview, question: number, landed: string): Promise<boolean> {
		const asked = { index: question, question: interview.asked[question]?.question ?? '' };
		return this.#files.edit(
			interview.file,
			(text, context) => this.#language.setLanding(text, context, seen(interview), asked, landed),
			`Landed at ${meetingText(interview)}`,
		);
	}

	/**
	 * The edits after which the lists call stories by their new titles. A list that cannot be written stays as it is.
	 *
	 * @param isOnly whether one story alone goes by a title
	 */
	async retitled(edits: readonly StoryEdit[], isOnly: (title: string) => boolean): Promise<readonly DocumentEdits[]> {
		const { workspace, frameworks } = this.#services;
		const renamed = edits.flatMap(({ entry, change }) =>
			change.kind === 'rename'
				? [
						{
							from: entry.story.title,
							to: change.title,
							fileName: nameOf(entry.file),
							isOnly: isOnly(entry.story.title),
						},
					]
				: [],
		);
		if (renamed.length === 0) return [];
		const made: DocumentEdits[] = [];
		for (const file of new Set(this.all.map((each) => each.file))) {
			if ((await workspace.reasonAgainstWriting(file)) !== undefined) continue;
			const context = { lookups: frameworks.lookupsFor(file) };
			const ofFile = await editsOfDocument(file, workspace, async (document) => {
				const changes = renamed.map((story) =>
					this.#language.retitleInInterviews(document.getText(), context, story),
				);
				return (await Promise.all(changes)).flat();
			}).catch(() => undefined);
			if (ofFile && ofFile.edits.length > 0) made.push(ofFile);
		}
		return made;
	}

	dispose(): void {
		this.#files.dispose();
	}
}

/** The list may be another by the time it is edited. */
function seen({ index, company, date, round }: FiledInterview): SeenInterview {
	return {
		index,
		...(company !== undefined && { company }),
		...(date !== undefined && { date }),
		...(round !== undefined && { round }),
	};
}
