/** How long a name is spoken or shown on hover; one of ten thousand letters would fill the screen. */
const longestSpoken = 200;

export function shortened(text: string): string {
	return text.length > longestSpoken ? `${text.slice(0, longestSpoken)}…` : text;
}
