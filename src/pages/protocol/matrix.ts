import { targetLevels } from '../../core/framework/targetLevel.ts';
import { answerStates } from '../../core/library/matrix/questionBoard.ts';
import { type MatrixView, sortKeys } from '../../core/library/matrix/view.ts';
import { archetypes, maxStrength, statuses } from '../../core/story/fields.ts';
import { storyScopes } from '../../core/story/storyScope.ts';
import { any, type Check, type Checked, count, flag, list, number, one, shape, text } from './check.ts';
import { shownFramework, shownStory, storyLocation, uri } from './story.ts';

/** How the matrix is filtered, sorted and turned. */
export const matrixView: Check<MatrixView> = shape(
	{
		transposed: flag,
		sort: one(...sortKeys),
		descending: flag,
		filter: shape(
			{ text: text(10_000), onlyProblems: flag, onlyGaps: flag },
			{ company: text(), status: one(...statuses), archetype: one(...archetypes), scope: one(...storyScopes) },
		),
	},
	{ lens: text() },
);

export const tabs = ['matrix', 'questions', 'portfolio', 'progress'] as const;
export type Tab = (typeof tabs)[number];

/** The page's own state, which the editor keeps while it is hidden and over a reload of the window. */
export const matrixState = shape(
	{ view: matrixView, tab: one(...tabs), scroll: shape({ top: number, left: number }) },
	{
		card: text(),
		active: shape({ row: text(), column: text() }),
		questions: shape({ text: text(10_000) }, { state: one(...answerStates) }),
		basis: one('happened', 'written'),
	},
);
export type MatrixState = Checked<typeof matrixState>;

/** What the host sends to the page. */
export const matrixMessage = any(
	/** All stories, when the page is ready and when the frameworks change. */
	shape(
		{
			form: one('library'),
			scanned: flag,
			stories: list(shownStory),
			frameworks: list(shownFramework),
			level: one(...targetLevels),
			broken: list(shape({ name: text(), file: uri })),
		},
		{ view: matrixView },
	),
	/** Stories that are new or changed, the keys of those that are gone, and the files that have another name now. */
	shape({
		form: one('stories'),
		changed: list(shownStory),
		gone: list(uri),
		moved: list(shape({ from: uri, to: uri })),
	}),
	/** Stories that could be told for questions, the best first; what fits them as a stretch at most is left out. */
	shape({
		form: one('ranked'),
		answers: list(shape({ question: text(), stories: list(storyLocation) })),
	}),
	/** The latest change was taken back; else what could not be done, in a sentence. */
	shape({ form: one('undone') }, { problem: text(10_000) }),
	/** What a command shows in the matrix: something, or the matrix as it was left. */
	shape({ form: one('show') }, { competency: text(), story: storyLocation }),
	/** Whether the change of a story that the page asked for was made. */
	shape({ form: one('outcome'), story: storyLocation, done: flag }),
	/** The planned opportunities, for the competencies' cards. */
	shape({
		form: one('opportunities'),
		list: list(
			shape(
				{ file: uri, line: count, what: text(), done: flag },
				{ by: text(), with: text(), competency: text() },
			),
		),
	}),
	/** The days on which files were first committed; `available` says whether the workspace is under git at all. */
	shape({ form: one('history'), available: flag, written: list(shape({ file: uri, date: text(10) })) }),
);
export type MatrixMessage = Checked<typeof matrixMessage>;

/** A change of a story, made in the matrix. */
const change = any(
	shape({ kind: one('tag'), competency: text() }),
	shape({ kind: one('untag'), tag: text() }),
	shape({
		kind: one('set'),
		field: one('strength'),
		value: one(...Array.from({ length: maxStrength }, (_, index) => index + 1)),
	}),
	shape({ kind: one('set'), field: one('status'), value: one('retired') }),
	shape({ kind: one('clear'), field: one('strength') }),
	shape({ kind: one('answer', 'unanswer'), question: text(), text: text() }),
);
export type MatrixChange = Checked<typeof change>;

/** What the page sends to the host. */
export const matrixRequest = any(
	shape({ form: one('ready') }),
	shape({ form: one('view'), view: matrixView }),
	shape({ form: one('open'), story: storyLocation }),
	shape({ form: one('openFile'), file: uri }),
	shape({ form: one('change'), story: storyLocation, change }),
	/** Shows a planned opportunity in its file. */
	shape({ form: one('openOpportunity'), file: uri, line: count }),
	shape({ form: one('plan'), competency: text() }),
	shape({ form: one('undo') }),
	shape({ form: one('history') }),
	/** Asks which stories could be told for questions. */
	shape({ form: one('rank'), questions: list(shape({ id: text(), text: text() })) }),
	/** Exports the matrix as the view shows it. */
	shape({ form: one('export'), view: matrixView }),
	shape({ form: one('newStory') }, { competency: text() }),
);
export type MatrixRequest = Checked<typeof matrixRequest>;

/** A planned opportunity, as the page shows it. */
export type ShownOpportunity = Extract<MatrixMessage, { form: 'opportunities' }>['list'][number];
