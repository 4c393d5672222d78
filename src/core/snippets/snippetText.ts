/** Writes text in VS Code's snippet syntax. */
export class SnippetText {
	readonly #parts: Part[] = [];

	/** Adds text that is inserted as it is. */
	add(text: string): this {
		this.#parts.push({ form: 'text', snippet: escape(text) });
		return this;
	}

	/** Adds a tab stop that shows `prompt`, selected, until something is typed over it. */
	stop(prompt: string): this {
		this.#parts.push({ form: 'stop', content: `:${escape(prompt)}` });
		return this;
	}

	/** Adds a tab stop at which one of `choices` is picked. */
	choice(choices: readonly string[]): this {
		const list = choices.map((choice) => choice.replace(/[\\,|]/gu, '\\$&')).join(',');
		this.#parts.push({ form: 'stop', content: `|${list}|` });
		return this;
	}

	/** Adds an empty tab stop that is reached after all others, wherever it stands. */
	lastStop(): this {
		this.#parts.push({ form: 'lastStop' });
		return this;
	}

	/** Adds a value that the editor fills in, such as `CURRENT_YEAR`. */
	variable(name: string): this {
		this.#parts.push({ form: 'text', snippet: `\${${name}}` });
		return this;
	}

	/** Adds the place where the caret ends. */
	end(): this {
		this.#parts.push({ form: 'text', snippet: '$0' });
		return this;
	}

	/** The snippet, its tab stops numbered in the order in which they are reached. */
	toString(): string {
		let number = 0;
		let last = this.#parts.filter(({ form }) => form === 'stop').length;
		return this.#parts
			.map((part) => {
				if (part.form === 'text') return part.snippet;
				return part.form === 'stop' ? `\${${++number}${part.content}}` : `$${++last}`;
			})
			.join('');
	}
}

type Part =
	| { readonly form: 'text'; readonly snippet: string }
	| { readonly form: 'stop'; readonly content: string }
	| { readonly form: 'lastStop' };

function escape(text: string): string {
	return text.replace(/[\\$}]/gu, '\\$&');
}
