import { type MatrixView, sortKeys } from '../../core/library/matrix/view.ts';
import { archetypes, maxStrength, statuses } from '../../core/story/fields.ts';
import { any, type Check, type Checked, count, flag, list, number, one, shape, text } from './check.ts';
import { place, shownFramework, shownStory, uri } from './story.ts';

/** How somebody looks at the matrix. */
export const matrixView: Check<MatrixView> = shape(
	{
		transposed: flag,
		sort: one(...sortKeys),
		descending: flag,
		filter: shape(
			{ text: text(10_000), onlyProblems: flag, onlyGaps: flag },
			{ company: text(), status: one(...statuses), archetype: one(...archetypes) },
		),
	},
	{ lens: text() },
);

export const tabs = ['matrix', 'questions', 'progress'] as const;
export type Tab = (typeof tabs)[number];

/** What the page keeps of itself while it is hidden, and over a reload of the window. */
export const matrixState = shape(
	{ view: matrixView, tab: one(...tabs), scroll: shape({ top: number, left: number }) },
	{
		card: text(),
		active: shape({ row: text(), column: text() }),
		questions: shape({ text: text(10_000) }, { state: one('strong', 'answered', 'single', 'none') }),
		basis: one('happened', 'written'),
	},
);
export type MatrixState = Checked<typeof matrixState>;

/** What the host tells the page. */
export const matrixMessage = any(
	/** Everything, when the page asks for it and when the frameworks change. */
	shape(
		{
			form: one('library'),
			scanned: flag,
			stories: list(shownStory),
			frameworks: list(shownFramework),
			broken: list(shape({ name: text(), file: uri })),
		},
		{ view: matrixView },
	),
	/** Stories that came or changed, and the keys of those that are gone. */
	shape({ form: one('stories'), changed: list(shownStory), gone: list(uri) }),
	/** What a command asks to be shown. */
	shape({ form: one('show') }, { competency: text(), story: place }),
	/** Whether a change was made. */
	shape({ form: one('outcome'), story: place, done: flag }),
	/** What is planned, for the competencies' cards. */
	shape({
		form: one('opportunities'),
		list: list(
			shape(
				{ file: uri, line: count, what: text(), done: flag },
				{ by: text(), with: text(), competency: text() },
			),
		),
	}),
	/** On which day each file was written, as far as git tells; `available` says whether there is anybody to ask. */
	shape({ form: one('history'), available: flag, written: list(shape({ file: uri, date: text(10) })) }),
);
export type MatrixMessage = Checked<typeof matrixMessage>;

/** A change that a person makes to a story in the matrix. */
const change = any(
	shape({ kind: one('tag'), competency: text() }),
	shape({ kind: one('untag'), tag: text() }),
	shape({
		kind: one('set'),
		field: one('strength'),
		value: one(...Array.from({ length: maxStrength }, (_, index) => index + 1)),
	}),
	shape({ kind: one('clear'), field: one('strength') }),
	shape({ kind: one('answer', 'unanswer'), question: text(), text: text() }),
);
export type MatrixChange = Checked<typeof change>;

/** What the page asks of the host. */
export const matrixRequest = any(
	shape({ form: one('ready') }),
	shape({ form: one('view'), view: matrixView }),
	shape({ form: one('open'), story: place }),
	shape({ form: one('openFile'), file: uri }),
	shape({ form: one('change'), story: place, change }),
	/** Shows a planned opportunity in its file. */
	shape({ form: one('openOpportunity'), file: uri, line: count }),
	shape({ form: one('plan'), competency: text() }),
	shape({ form: one('undo') }),
	shape({ form: one('history') }),
	/** Takes what the view shows out of the editor. */
	shape({ form: one('export'), view: matrixView }),
	shape({ form: one('newStory') }, { competency: text() }),
);
export type MatrixRequest = Checked<typeof matrixRequest>;

/** What somebody plans to do for a stronger story. */
export type ShownOpportunity = Extract<MatrixMessage, { form: 'opportunities' }>['list'][number];
