import * as vscode from 'vscode';
import type { LibraryStory, StoryIndex, StoryLocation } from '../../../core/library/storyIndex.ts';
import type { FiledInterview, InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import { Tellings } from '../../../core/questions/interviews/tellings.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { mayBePlan } from '../commands/planLenses.ts';

/** Which company has heard which story, for whoever is about to tell one. */
export class HeardStories {
	readonly #interviews: InterviewFiles;
	readonly #index: StoryIndex;
	readonly #language: LanguageClient;
	#known:
		| {
				readonly interviews: readonly FiledInterview[];
				readonly stories: readonly LibraryStory[];
				readonly tellings: Tellings;
		  }
		| undefined;

	constructor(interviews: InterviewFiles, index: StoryIndex, language: LanguageClient) {
		this.#interviews = interviews;
		this.#index = index;
		this.#language = language;
	}

	get tellings(): Tellings {
		const interviews = this.#interviews.all;
		const stories = interviews.length > 0 ? this.#index.stories() : [];
		if (this.#known?.interviews !== interviews || this.#known.stories !== stories)
			this.#known = { interviews, stories, tellings: new Tellings(interviews, stories) };
		return this.#known.tellings;
	}

	/**
	 * To whom a story may be told next: the company of the plan that is shown, as that is what the author prepares;
	 * with no plan in sight those of the interviews of the last weeks, whose rounds may go on.
	 */
	async companies(): Promise<readonly string[]> {
		if (this.#interviews.all.length === 0) return [];
		for (const { document } of vscode.window.visibleTextEditors) {
			if (document.languageId !== 'markdown' || !mayBePlan(document)) continue;
			const header = await this.#language.call('planHeader', [document.getText()], { urgent: true });
			if (header?.company !== undefined) return [header.company];
		}
		return this.tellings.recentCompanies(Date.now());
	}

	/** What to know before a story is told to one of these companies; undefined where none of them has heard it. */
	warning(story: StoryLocation, companies: readonly string[]): string | undefined {
		return companies.length === 0 ? undefined : this.tellings.warning(story, companies);
	}
}
