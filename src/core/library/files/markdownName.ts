/** What VS Code calls Markdown by its name (its extension `markdown-basics`, 1.139). */
const endings = ['md', 'markdown', 'mkd', 'mdwn', 'mdown', 'markdn', 'mdtxt', 'mdtext', 'workbook'];

/** The same in any case, as VS Code looks at names: patterns tell letters apart. */
export const markdownGlob = `**/*.{${endings
	.map((ending) => ending.replace(/./gu, (letter) => `[${letter}${letter.toUpperCase()}]`))
	.join(',')}}`;

/** Matches the path of what {@link markdownGlob} finds. */
export const markdownName = new RegExp(`\\.(?:${endings.join('|')})$`, 'iu');

/** The default of `starStories.include`: whatever is Markdown. */
export const defaultInclude = '**/*.{md,markdown}';

/**
 * Patterns of the files that a setting such as `files.associations` has VS Code call Markdown. Like VS Code, match them
 * against paths in lower case.
 */
export function markdownAssociations(setting: unknown): readonly string[] {
	const entries = typeof setting === 'object' && setting !== null ? Object.entries(setting) : [];
	return entries.flatMap(([pattern, language]) => {
		if (language !== 'markdown' || pattern === '') return [];
		return [(pattern.includes('/') ? pattern : `**/${pattern}`).toLowerCase()];
	});
}

/** Whether an error of Node's file system says that something is not there, or was gone before it could be read. */
export function isMissing(error: unknown): boolean {
	const { code } = error as { readonly code?: unknown };
	return code === 'ENOENT' || code === 'ENOTDIR';
}
