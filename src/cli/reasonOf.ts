import { getSystemErrorMap } from 'node:util';

/** The system's own words for an error. */
export function reasonOf(error: unknown): string {
	const { errno, message } = error as NodeJS.ErrnoException;
	return (errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1]) ?? message;
}
