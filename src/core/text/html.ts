import { visibleControls } from './escape.ts';

/** A piece of HTML or SVG. Only `markup` and `lines` make one, so whatever an author wrote in it is escaped. */
export class Markup {
	readonly #text: string;

	/** @param text that holds no author's text unescaped */
	private constructor(text: string) {
		this.#text = text;
	}

	toString(): string {
		return this.#text;
	}

	/** The tag of a template: what stands in its holes is escaped, unless it is a piece of markup. */
	static readonly markup = (template: TemplateStringsArray, ...holes: readonly Hole[]): Markup =>
		new Markup(
			template
				.map((part, index) => (index === 0 ? part : `${Markup.#written(holes[index - 1])}${part}`))
				.join(''),
		);

	/** Pieces below each other. */
	static readonly lines = (pieces: readonly Markup[]): Markup => new Markup(pieces.join('\n'));

	static #written(hole: Hole): string {
		if (hole === undefined) return '';
		if (typeof hole === 'string') return escapeHtml(hole);
		return typeof hole === 'object' && !(hole instanceof Markup) ? hole.join('') : String(hole);
	}
}

/** What a hole takes: text to escape, pieces to put in as they are, or nothing. */
export type Hole = string | number | Markup | readonly Markup[] | undefined;

export const { markup, lines } = Markup;

/**
 * A page without scripts, which loads nothing.
 *
 * @param style its style sheet
 */
export function htmlPage(title: string, style: Markup, body: readonly Markup[]): string {
	const page = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}</style>
</head>
<body>
<main>
${lines(body)}
</main>
</body>
</html>
`;
	return page.toString();
}

/**
 * Text as HTML shows it, in an element or in a quoted attribute. By numbers, as a name such as `amp` would put a word
 * into the text that is not the author's.
 */
function escapeHtml(text: string): string {
	return visibleControls(text).replace(/[&<>"'`]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}
