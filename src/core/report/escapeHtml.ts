/**
 * Writes text so that HTML shows it as it is, in an element or in a quoted attribute. By numbers, as a name such as `amp`
 * would put a word into the text that is not the author's.
 * @param text anything an author may have written
 */
export function escapeHtml(text: string): string {
	return text
		.replace(/[&<>"'`]/gu, (mark) => `&#${mark.charCodeAt(0)};`)
		.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '\uFFFD');
}
