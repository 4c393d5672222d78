/** The files that may hold stories. */
export const markdownGlob = '**/*.{md,markdown}';

/** Matches the path of what {@link markdownGlob} finds. */
export const markdownName = /\.(?:md|markdown)$/u;
