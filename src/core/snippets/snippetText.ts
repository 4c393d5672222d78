/** Writes text in VS Code's snippet syntax, numbering the tab stops in the order in which they are added. */
export class SnippetText {
	#text = '';
	#stops = 0;

	/** Adds text that is inserted as it is. */
	add(text: string): this {
		this.#text += escape(text);
		return this;
	}

	/** Adds a tab stop that shows `prompt`, selected, until something is typed over it. */
	stop(prompt: string): this {
		this.#text += `\${${++this.#stops}:${escape(prompt)}}`;
		return this;
	}

	/** Adds a tab stop at which one of `choices` is picked. */
	choice(choices: readonly string[]): this {
		const list = choices.map((choice) => choice.replace(/[\\,|]/gu, '\\$&')).join(',');
		this.#text += `\${${++this.#stops}|${list}|}`;
		return this;
	}

	/** Adds a value that the editor fills in, such as `CURRENT_YEAR`. */
	variable(name: string): this {
		this.#text += `\${${name}}`;
		return this;
	}

	/** Adds the place where the caret ends. */
	end(): this {
		this.#text += '$0';
		return this;
	}

	toString(): string {
		return this.#text;
	}
}

function escape(text: string): string {
	return text.replace(/[\\$}]/gu, '\\$&');
}
