/** What a form leaves open: `[role]`, `<goal>`, `____`, `{{title}}`, `<% … %>`, or nothing but the end of a sentence. */
const gap =
	/\[[^\]\n]{2,60}\](?![([:])|<(?!\/?(?:b|i|em|strong|br|sub|sup|kbd|code|div|span|p|details|summary|u|s|ul|ol|li|a|img|aside|section|article|blockquote|pre|h[1-6]|table|thead|tbody|tr|td|th|hr|font|small|mark|del|ins|figure|figcaption|dl|dt|dd|center)\b)[^<>\n/!][^<>\n]{0,60}>|_{3,}|\{\{[^}\n]*\}\}|<%[\s\S]*?%>|(?:\.{3}|…)\s*(?:[,;]|$)/mu;

/** A line of nothing but what is to be put there, with an example. */
const wholeGap = /^\s*\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\][ \t]*(?:[\r\n]|$)/u;

/** A real story that still has a gap or two is one; a form has them in so many of its sections. */
const minSections = 3;

/**
 * Whether sections are a form that somebody is to fill in.
 *
 * @param bodies the sources of the sections
 */
export function isFormToFill(bodies: readonly string[]): boolean {
	return bodies.filter(hasGap).length >= Math.min(minSections, bodies.length);
}

/** Whether a section leaves something open. */
export function hasGap(body: string): boolean {
	return gap.test(body) || wholeGap.test(body);
}
