import { escapeSnippet, escapeSnippetChoice } from '../../text/escape.ts';

/** Builds a text with tab stops: a snippet in VS Code's syntax, or what is left of it where nobody types. */
export class SnippetText {
	readonly #parts: Part[] = [];

	/** Adds text that is inserted as it is. */
	add(text: string): this {
		this.#parts.push({ form: 'text', snippet: escapeSnippet(text), plain: text });
		return this;
	}

	/** Adds a tab stop that shows `prompt`, selected, until something is typed over it. */
	stop(prompt: string): this {
		this.#parts.push({ form: 'stop', content: `:${escapeSnippet(prompt)}`, plain: prompt });
		return this;
	}

	/** Adds a tab stop at which one of `choices` is picked. */
	choice(choices: readonly string[]): this {
		const list = choices.map(escapeSnippetChoice).join(',');
		this.#parts.push({ form: 'stop', content: `|${list}|`, plain: choices[0] ?? '' });
		return this;
	}

	/** Adds an empty tab stop that is reached after those with a prompt, wherever it stands. */
	lastStop(): this {
		this.#parts.push({ form: 'lastStop' });
		return this;
	}

	/** Adds the place where the caret ends. */
	end(): this {
		this.#parts.push({ form: 'text', snippet: '$0', plain: '' });
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

	/** The text that the editor shows before anything is typed over a tab stop. */
	toPlainText(): string {
		return this.#parts.map((part) => (part.form === 'lastStop' ? '' : part.plain)).join('');
	}
}

type Part =
	| { readonly form: 'text'; readonly snippet: string; readonly plain: string }
	| { readonly form: 'stop'; readonly content: string; readonly plain: string }
	| { readonly form: 'lastStop' };
