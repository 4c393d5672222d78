/** The anchor of a heading as VS Code and GitHub make it. */
export function slugOf(title: string): string {
	return title
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
		.replace(/\s/gu, '-');
}
