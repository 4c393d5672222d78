import { sectionKinds } from '../../core/framework/sectionKind.ts';
import type { CueCard } from '../../core/library/cueCard.ts';
import type { PracticeChoice } from '../../core/questions/practice/drawQuestion.ts';
import { maxNotesLength, ratings } from '../../core/questions/practice/history.ts';
import type { InterviewRound } from '../../core/questions/practice/interview.ts';
import type { ScheduledQuestion } from '../../core/questions/practice/schedule.ts';
import { any, type Check, type Checked, count, flag, list, number, one, shape, text } from './check.ts';
import { place, shownFramework, shownStory, uri } from './story.ts';

const choice: Check<PracticeChoice> = any(
	shape({ from: one('due') }),
	shape({ from: one('weak') }),
	shape({ from: one('competency'), competency: text() }),
	shape({ from: one('lens'), lens: text() }),
	shape({ from: one('story'), story: place }),
);

const rating = one(...ratings);

const round: Check<InterviewRound> = shape(
	{ question: text(), competency: text() },
	{ story: place, rating, told: place, seconds: count },
);

const phases = ['start', 'next', 'asking', 'shown', 'summary'] as const;

/** The question on the screen, with all that goes with it. */
const askedQuestion = shape(
	{
		/** Its id. */
		question: text(),
		/** When it was asked, in milliseconds since 1970. */
		started: number,
		/** Kept over a reload, and gone with the question. */
		notes: text(maxNotesLength),
		keepsNotes: flag,
	},
	{
		/** The story meant for it, and the one that was told. */
		story: place,
		told: place,
		/** How long the answer took, once it is shown. */
		seconds: count,
	},
);
export type AskedQuestion = Checked<typeof askedQuestion>;

/** What the page keeps of itself while it is hidden, and over a reload of the window. */
export const practiceState = shape(
	{
		phase: one(...phases),
		choice,
		/** How a mock interview is wanted. */
		wanted: shape({ questions: count }, { lens: text() }),
		/** Questions not to ask again in this round. */
		passed: list(text()),
		/** How many were answered in this round. */
		answered: count,
	},
	{
		/** While one is asked or shown. */
		current: askedQuestion,
		/** The question before it. */
		previous: text(),
		/** Goes on where nothing is due. */
		anyway: flag,
		interview: list(round),
	},
);
export type PracticeState = Checked<typeof practiceState>;

const scheduled: Check<ScheduledQuestion> = shape({
	question: text(),
	due: number,
	times: count,
	first: number,
	last: number,
	rating,
});

const cueCard: Check<CueCard> = shape(
	{
		title: text(),
		metrics: list(text()),
		lines: list(shape({ kind: one(...sectionKinds), text: text() })),
		competencies: list(text()),
	},
	{ hook: text(), spoken: text() },
);

/** What there is to see of a question once it is answered. */
const shownAnswer = shape(
	{ form: one('answer'), question: text(), notes: list(shape({ at: number, text: text() })) },
	{
		/** What an interviewer listens for. */
		signal: text(),
		story: place,
		card: cueCard,
		/** How long the story takes to tell as it is written. */
		seconds: number,
		/** When the question comes back after each rating, in milliseconds since 1970. */
		outlook: shape({ again: number, hard: number, good: number, easy: number }),
	},
);
export type ShownAnswer = Checked<typeof shownAnswer>;

/** What the host tells the page. */
export const practiceMessage = any(
	/** Everything, when the page asks for it and when the frameworks change. */
	shape({
		form: one('library'),
		scanned: flag,
		hasFolder: flag,
		stories: list(shownStory),
		frameworks: list(shownFramework),
	}),
	/** Stories that came or changed, and the keys of those that are gone. */
	shape({ form: one('stories'), changed: list(shownStory), gone: list(uri) }),
	/** What was practised, and which files of the history could not be taken in. */
	shape(
		{
			form: one('history'),
			schedule: list(scheduled),
			tellings: count,
			setAside: list(shape({ name: text(), file: uri })),
			newer: list(text()),
		},
		{ unsaved: text() },
	),
	shownAnswer,
	/** What a command asks to be practised. */
	shape({ form: one('practise'), choice }),
);
export type PracticeMessage = Checked<typeof practiceMessage>;

/** What the page asks of the host. */
export const practiceRequest = any(
	shape({ form: one('ready') }),
	/** Asks for the answer to a question, with a story where there is one. */
	shape({ form: one('answer'), question: text() }, { story: place }),
	shape(
		{ form: one('rated'), question: text(), asked: text(), rating, seconds: count, story: place },
		{ notes: text(maxNotesLength) },
	),
	shape({ form: one('open'), story: place }),
	/** Shows a file of the history that could not be read. */
	shape({ form: one('openFile'), file: uri }),
	shape({ form: one('newStory') }, { competency: text() }),
	shape({ form: one('openFolder') }),
	shape({ form: one('export') }),
	shape({ form: one('import') }),
	shape({ form: one('reset') }),
);
export type PracticeRequest = Checked<typeof practiceRequest>;
