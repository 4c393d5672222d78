/** Receives what must not happen. */
export function throwOn(error: unknown): never {
	throw error instanceof Error ? error : new Error(String(error));
}
