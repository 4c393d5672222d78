import * as vscode from 'vscode';
import { listedNames } from '../../../core/report/redact/listedNames.ts';
import { ShownAnswers } from '../../../core/report/shownAnswers.ts';
import { plural } from '../../../core/text/words.ts';
import { readSettings } from '../../settings.ts';
import type { NameHiding } from '../report/nameHiding.ts';

/** The services that find and hide the names a language model does not get. */
export interface SharingServices {
	readonly nameHiding: NameHiding;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

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
		const { text, note } = await this.#share(input);
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

	/**
	 * The answer as it may leave, and what its author should know of that.
	 *
	 * @throws Error where a name that is to be hidden may be missing
	 */
	async #share(input: T): Promise<{ readonly text: string; readonly note: string }> {
		await this.#services.allKnown();
		const { nameHiding } = this.#services;
		const before = nameHiding.listing();
		const text = await this.#answer(input);
		if (!readSettings(undefined).languageModelTools.redact)
			return { text, note: 'Names are not hidden: a setting says so.' };
		// Also what came to be listed, or no longer is, while the answer was made.
		const { names: listed, unread } = nameHiding.listing(before);
		// The model reads this: a path may itself be a name.
		if (unread.length > 0)
			throw new Error(
				`Nothing is shared: the names that are to be hidden could not be read in ${plural(unread.length, 'file')}. ` +
					'The preview of “STAR Stories: Export Report…”, redacted, tells its author which.',
			);
		const names = listedNames(listed);
		if (names.length === 0)
			return { text, note: 'Nothing is hidden: no story and no framework file lists a name.' };
		const {
			placeholders,
			texts: [redacted],
		} = await nameHiding.hide([text], names);
		const leftovers = await nameHiding.leftovers([redacted?.text ?? ''], names);
		const found = new Set(redacted?.found);
		const replaced = names.flatMap(({ name }, index) =>
			found.has(index) ? `${name} → ${placeholders[index]}` : [],
		);
		const hidden = replaced.length > 0 ? `Hidden: ${replaced.join(', ')}.` : 'No listed name is in it.';
		const near = leftovers.length > 0 ? ` Still there, and near a listed name: ${leftovers.join(', ')}.` : '';
		return { text: redacted?.text ?? '', note: hidden + near };
	}
}
