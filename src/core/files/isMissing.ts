/** Whether an error of Node's file system says that something is not there, or was gone before it could be read. */
export function isMissing(error: unknown): boolean {
	const { code } = error as { readonly code?: unknown };
	return code === 'ENOENT' || code === 'ENOTDIR';
}
