import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { listedNames } from '../../../core/report/redact/listedNames.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { readSettings } from '../../settings.ts';

/** The services that find and hide the names a language model does not get. */
export interface SharingServices {
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
	readonly language: LanguageClient;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

/** Answers that wait for consent; a call that was refused leaves its own behind. */
const maxWaiting = 20;

/**
 * A tool for language models that only reads, and that shows before each call, word for word, what it would share. What
 * is shared is what was shown, whatever changed meanwhile.
 */
export class SharingTool<T extends object> implements vscode.LanguageModelTool<T> {
	readonly #services: SharingServices;
	readonly #answer: (input: T) => Promise<string>;
	readonly #doing: string;
	readonly #shown = new Map<string, string>();

	/**
	 * @param doing what is being done, for a line of progress
	 * @param answer makes the answer; throws an Error in words for the model where the input makes no sense
	 */
	constructor(services: SharingServices, doing: string, answer: (input: T) => Promise<string>) {
		this.#services = services;
		this.#doing = doing;
		this.#answer = answer;
	}

	async prepareInvocation({
		input,
	}: vscode.LanguageModelToolInvocationPrepareOptions<T>): Promise<vscode.PreparedToolInvocation> {
		const { text, note } = await this.#share(input);
		const key = JSON.stringify(input);
		this.#shown.delete(key);
		this.#shown.set(key, text);
		for (const oldest of [...this.#shown.keys()].slice(0, -maxWaiting)) this.#shown.delete(oldest);
		const message = new vscode.MarkdownString();
		message.appendText(`This goes to the language model, word for word. ${note}`).appendCodeblock(text, 'text');
		return {
			invocationMessage: this.#doing,
			confirmationMessages: { title: 'Share with the language model?', message },
		};
	}

	async invoke({ input }: vscode.LanguageModelToolInvocationOptions<T>): Promise<vscode.LanguageModelToolResult> {
		const key = JSON.stringify(input);
		const text = this.#shown.get(key) ?? (await this.#share(input)).text;
		this.#shown.delete(key);
		return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
	}

	/** The answer as it may leave, and what its author should know of that. */
	async #share(input: T): Promise<{ readonly text: string; readonly note: string }> {
		await this.#services.allKnown();
		const { storyFiles, frameworks, language } = this.#services;
		const before = storyFiles.index.stories();
		const text = await this.#answer(input);
		if (!readSettings(undefined).languageModelTools.redact)
			return { text, note: 'Names are not hidden: a setting says so.' };
		// Also what came to be listed, or no longer is, while the answer was made.
		const stories = [...before, ...storyFiles.index.stories()].map(({ story }) => story);
		const names = listedNames(stories, frameworks.for(undefined));
		if (names.length === 0)
			return { text, note: 'Nothing is hidden: no story and no framework file lists a name.' };
		const {
			placeholders,
			texts: [redacted],
		} = await language.call('redactTexts', [[text], names], { urgent: true });
		const found = new Set(redacted?.found);
		const replaced = names.flatMap(({ name }, index) =>
			found.has(index) ? `${name} → ${placeholders[index]}` : [],
		);
		return {
			text: redacted?.text ?? '',
			note: replaced.length > 0 ? `Hidden: ${replaced.join(', ')}.` : 'No listed name is in it.',
		};
	}
}
