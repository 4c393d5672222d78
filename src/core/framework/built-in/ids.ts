/**
 * Ids of the frameworks that come with the product, in the order in which they are offered. Their texts are large, and
 * not loaded for the ids.
 */
export const builtInIds = ['staff', 'staff-extended', 'amazon-lp', 'meta', 'google', 'gitlab-values'] as const;

/** Whether a framework of that id comes with the product. */
export function isBuiltIn(id: string): boolean {
	return (builtInIds as readonly string[]).includes(id);
}
