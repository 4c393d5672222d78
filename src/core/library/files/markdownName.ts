/** The files that may hold stories. */
export const markdownGlob = '**/*.{md,markdown}';

/** Matches the path of what {@link markdownGlob} finds. */
export const markdownName = /\.(?:md|markdown)$/u;

/** Whether an error of Node's file system says that something is not there, or was gone before it could be read. */
export function isMissing(error: unknown): boolean {
	const { code } = error as { readonly code?: unknown };
	return code === 'ENOENT' || code === 'ENOTDIR';
}
