/** A story without tags needs this many of the four STAR sections to be taken for one. */
export const minStarSections = 3;

/** So many of them have to go by their own names: engineering documents have a context, a goal and an outcome too. */
export const minOwnNames = 2;
