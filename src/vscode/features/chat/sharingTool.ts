import * as vscode from 'vscode';
import { ShownAnswers } from '../../../core/report/shownAnswers.ts';
import { type SharingServices, textToShare } from './textToShare.ts';

/**
 * A tool for language models that only reads, and that shows before each call, word for word, what it would share. What
 * is shared is what was shown, whatever changed meanwhile, and each consent is good for one call.
 */
export class SharingTool<T extends object> implements vscode.LanguageModelTool<T> {
	readonly #services: SharingServices;
	readonly #answer: (input: T) => Promise<string>;
	readonly #doing: string;
	readonly #shown = new ShownAnswers();

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
		const { text, note } = await textToShare(this.#services, () => this.#answer(input));
		this.#shown.show(JSON.stringify(input), text);
		const message = new vscode.MarkdownString();
		message.appendText(`This goes to the language model, word for word. ${note}`).appendCodeblock(text, 'text');
		return {
			invocationMessage: this.#doing,
			confirmationMessages: { title: 'Share with the language model?', message },
		};
	}

	/** @throws Error where nobody was asked about this call, or not for certain */
	async invoke({ input }: vscode.LanguageModelToolInvocationOptions<T>): Promise<vscode.LanguageModelToolResult> {
		return new vscode.LanguageModelToolResult([
			new vscode.LanguageModelTextPart(this.#shown.take(JSON.stringify(input))),
		]);
	}
}
