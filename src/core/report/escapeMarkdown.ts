/**
 * Writes text so that Markdown shows it as it is, on one line.
 * @param text anything an author may have used as a title
 */
export function escapeMarkdown(text: string): string {
	return text
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/[\\`*_{}[\]<>()#|~!$]|&(?=#?\w+;)/gu, '\\$&')
		.replace(/^(\d+)([.)])/u, '$1\\$2')
		.replace(/^[-+=]/u, '\\$&');
}
