/**
 * What VS Code excludes by the defaults of `files.exclude` and `search.exclude` (VS Code 1.139), for where there is no
 * VS Code to ask.
 */
export const defaultFilesExclude: Readonly<Record<string, boolean>> = {
	'**/.git': true,
	'**/.svn': true,
	'**/.hg': true,
	'**/.DS_Store': true,
	'**/Thumbs.db': true,
};

export const defaultSearchExclude: Readonly<Record<string, boolean>> = {
	'**/node_modules': true,
	'**/bower_components': true,
	'**/*.code-search': true,
};
