/** The sections of a STAR+ story, in the order in which it is told. */
export const sectionKinds = ['situation', 'task', 'action', 'result', 'learnings'] as const;

export type SectionKind = (typeof sectionKinds)[number];

/** The four sections that a story can't do without; `learnings` is the plus. */
export const starKinds = ['situation', 'task', 'action', 'result'] as const satisfies readonly SectionKind[];

/** How a section is headed and named to a reader. */
export const sectionTitles: Readonly<Record<SectionKind, string>> = {
	situation: 'Situation',
	task: 'Task',
	action: 'Action',
	result: 'Result',
	learnings: 'Learnings',
};

/**
 * Sections that stand beside the telling, and are neither told, timed nor balanced: the story in a breath, and answers
 * to what is asked after it.
 */
export const sideKinds = ['in-short', 'follow-ups'] as const;

export type SideKind = (typeof sideKinds)[number];

/** How a side section is headed and named to a reader. */
export const sideTitles: Readonly<Record<SideKind, string>> = { 'in-short': 'In short', 'follow-ups': 'Follow-ups' };
