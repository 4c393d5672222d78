/**
 * Where the links and images of a Markdown page lead, as written; those in blocks of code are none.
 *
 * @param text the page
 */
export function linksIn(text: string): readonly string[] {
	const prose = text.replaceAll(/^(?<fence>```+|~~~+).*?^\k<fence>/gmsu, '').replaceAll(/`[^`\n]*`/gu, '``');
	const inline = [...prose.matchAll(/\]\((?<target>[^\s)]+)[^)]*\)/gu)];
	const tags = [...prose.matchAll(/\b(?:src|href)="(?<target>[^"]+)"/gu)];
	return [...inline, ...tags].map(({ groups }) => groups?.['target'] ?? '');
}
