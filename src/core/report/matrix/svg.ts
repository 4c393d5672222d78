import { readyText } from '../../library/coverage.ts';
import { cellTag, type Matrix } from '../../library/matrix/matrix.ts';
import { type Markup, lines, markup } from '../../text/html.ts';

/** Sizes in pixels. */
const sizes = { title: 300, column: 130, row: 26, head: 78, margin: 16 };

/** As many letters as fit a width: letters of 12 pixels take about half of that. */
const letterWidth = 6.4;

/** A matrix as a picture, on white, whatever the theme. */
export function matrixSvg({ stories, coverage }: Matrix): string {
	const width = sizes.margin * 2 + sizes.title + coverage.length * sizes.column;
	const height = sizes.margin * 2 + sizes.head + stories.length * sizes.row;
	const xOf = (index: number) => sizes.margin + sizes.title + index * sizes.column;
	const yOf = (index: number) => sizes.margin + sizes.head + index * sizes.row;
	const parts: Markup[] = [];
	for (const [index, each] of coverage.entries()) {
		const x = xOf(index);
		if (each.state === 'gap')
			parts.push(
				markup`<rect x="${x}" y="${sizes.margin}" width="${sizes.column}" height="${height - sizes.margin * 2}" fill="url(#gap)"/>`,
			);
		const words = linesIn(each.competency.name, 2, Math.floor((sizes.column - 12) / (letterWidth * 1.1)));
		for (const [line, text] of words.entries())
			parts.push(
				label(x + 6, sizes.margin + 14 + line * 15 + (2 - words.length) * 15, text, markup`font-weight="600"`),
			);
		const ink = each.state === 'gap' ? markup`fill="#a3262d"` : markup`fill="#57606a"`;
		for (const [line, text] of [readyText(each), each.state].entries())
			parts.push(label(x + 6, sizes.margin + 48 + line * 15, text, ink));
	}
	for (const [row, entry] of stories.entries()) {
		const y = yOf(row);
		const { title, details } = entry.story;
		parts.push(
			markup`<line x1="${sizes.margin}" y1="${y}" x2="${width - sizes.margin}" y2="${y}" stroke="#d0d7de"/>`,
		);
		parts.push(
			label(
				sizes.margin,
				y + 17,
				fitted(title, Math.floor((sizes.title - 12) / letterWidth)),
				details.status === 'retired' ? markup`font-style="italic"` : markup``,
			),
		);
		for (const [index, { competency }] of coverage.entries()) {
			const tag = cellTag(entry, competency.id);
			if (!tag) continue;
			const x = xOf(index) + 6;
			const isReady = details.status === 'ready';
			const ready = isReady ? markup`` : markup` stroke-dasharray="3 2"`;
			const [fill, ink] = tag === 'primary' && isReady ? ['#1f2328', '#ffffff'] : ['#ffffff', '#1f2328'];
			parts.push(
				markup`<rect x="${x}" y="${y + 4}" width="18" height="18" rx="${tag === 'primary' ? 3 : 9}" fill="${fill}" stroke="#1f2328" stroke-width="1.5"${ready}/>`,
			);
			parts.push(
				label(
					x + 9,
					y + 17,
					String(details.strength ?? '–'),
					markup`text-anchor="middle" font-weight="600" fill="${ink}"`,
				),
				label(x + 25, y + 17, tag, markup`fill="#57606a"`),
			);
		}
	}
	const picture = markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">
<title>STAR Stories matrix</title>
<defs><pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="8" stroke="#e7b5b8"/></pattern></defs>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${lines(parts)}
</svg>
`;
	return picture.toString();
}

function label(x: number, y: number, text: string, attributes: Markup): Markup {
	return markup`<text x="${x}" y="${y}" ${attributes}>${text}</text>`;
}

/**
 * Text on one line of at most `letters` characters, an ellipsis included. No pair of surrogates is cut in half.
 */
function fitted(text: string, letters: number): string {
	const line = text.replaceAll(/\s+/gu, ' ');
	if (line.length <= letters) return line;
	return `${Array.from(line.slice(0, letters * 2))
		.slice(0, letters - 1)
		.join('')}…`;
}

function linesIn(text: string, maxLines: number, letters: number): readonly string[] {
	const rows: string[] = [];
	for (const word of text.split(/\s+/u)) {
		const last = rows.at(-1);
		if (last !== undefined && (`${last} ${word}`.length <= letters || rows.length === maxLines))
			rows[rows.length - 1] = `${last} ${word}`;
		else rows.push(word);
	}
	return rows.map((line) => fitted(line, letters));
}
