/** Seconds that a told story takes at least, by the product's definition. */
export const shortestTelling = 45;

/** Seconds that a told story takes at most, by the product's definition. */
export const longestTelling = 180;
