/** A number with what it counts, such as `1 story` or `3 stories`. */
export function plural(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}
