import { targetLevels } from '../../core/framework/targetLevel.ts';
import { sectionKinds } from '../../core/framework/sectionKind.ts';
import type { CueAngle, CueCard, CueInShort, CueProbe } from '../../core/library/cueCard.ts';
import { type Telling, tellingLengths } from '../../core/library/telling/telling.ts';
import type { PracticeChoice } from '../../core/questions/practice/drawQuestion.ts';
import { maxNotesLength, ratings } from '../../core/questions/practice/history.ts';
import type { InterviewRound } from '../../core/questions/practice/interview.ts';
import type { ScheduledQuestion } from '../../core/questions/practice/schedule.ts';
import { any, type Check, type Checked, count, flag, list, number, one, shape, text } from './check.ts';
import { shownFramework, shownStory, storyLocation, uri } from './story.ts';

const choice: Check<PracticeChoice> = any(
	shape({ from: one('due') }),
	shape({ from: one('weak') }),
	shape({ from: one('competency'), competency: text() }),
	shape({ from: one('lens'), lens: text() }),
	shape({ from: one('story'), story: storyLocation }),
);

const rating = one(...ratings);

const round: Check<InterviewRound> = shape(
	{ question: text(), competency: text() },
	{ story: storyLocation, rating, told: storyLocation, seconds: count },
);

const length = one(...tellingLengths);

const isSo: Check<true> = (value): value is true => value === true;

const telling: Check<Telling> = shape(
	{ length, parts: list(shape({ text: text() }, { kind: one(...sectionKinds) })), seconds: number },
	{ isOwn: isSo, isOver: isSo },
);

const phases = ['start', 'next', 'asking', 'shown', 'probing', 'summary'] as const;

/** The question on the screen, and what was answered so far. */
const askedQuestion = shape(
	{
		/** The question's id. */
		question: text(),
		/** When it was asked, in milliseconds since 1970. */
		started: number,
		/** Kept over a reload; deleted with the question unless `keepsNotes`. */
		notes: text(maxNotesLength),
		keepsNotes: flag,
	},
	{
		/** The story meant for the question. */
		story: storyLocation,
		/** The story that was told, which can be another. */
		told: storyLocation,
		/** How long the answer took; set when the story is shown. */
		seconds: count,
	},
);
export type AskedQuestion = Checked<typeof askedQuestion>;

const askedProbe = shape({ id: text(), question: text() }, { answer: text() });

/** The follow-ups that are asked once a story is told. */
const probing = shape({
	story: storyLocation,
	probes: list(askedProbe),
	/** How many of them were asked. */
	asked: count,
});
export type Probing = Checked<typeof probing>;

/** The page's own state, which the editor keeps while it is hidden and over a reload of the window. */
export const practiceState = shape(
	{
		phase: one(...phases),
		choice,
		/** The mock interview to hold: its number of questions, and its framework. */
		wanted: shape({ questions: count }, { lens: text() }),
		/** Questions not to ask again in this round. */
		passed: list(text()),
		/** How many were answered in this round. */
		answered: count,
	},
	{
		/** While a question is asked or its story shown. */
		current: askedQuestion,
		/** While follow-ups are asked. */
		probing,
		/** Id of the question before. */
		previous: text(),
		/** Whether to go on although nothing is due. */
		anyway: flag,
		interview: list(round),
		/** In which length stories are told; as the host remembers it until one is chosen here. */
		length,
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

const cueProbe: Check<CueProbe> = shape({ question: text() }, { answer: text() });

const cueAngles: Check<readonly CueAngle[]> = list(shape({ competency: text(), text: text() }));

const cueInShort: Check<CueInShort> = shape({ text: text(), spoken: text() });

const cueCard: Check<CueCard> = shape(
	{
		title: text(),
		metrics: list(text()),
		lines: list(shape({ kind: one(...sectionKinds), text: text() })),
		probes: list(cueProbe),
		competencies: list(text()),
	},
	{ hook: text(), inShort: cueInShort, angles: cueAngles, spoken: text() },
);

/** What the page shows after a question was answered. */
const shownAnswer = shape(
	{
		form: one('answer'),
		question: text(),
		notes: list(shape({ at: number, text: text() })),
		/** What is asked once the story is told. */
		probes: list(askedProbe),
	},
	{
		/** What an interviewer listens for. */
		signal: text(),
		story: storyLocation,
		card: cueCard,
		/** The story in each length for which it has sentences. */
		tellings: list(telling),
		/** What to know before the story is told again, such as that a company has heard it. */
		heard: text(),
		/** How long the story takes to tell as it is written, in seconds. */
		seconds: number,
		/** When the question comes back after each rating, in milliseconds since 1970. */
		outlook: shape({ again: number, hard: number, good: number, easy: number }),
	},
);
export type ShownAnswer = Checked<typeof shownAnswer>;

/** What the host sends to the page. */
export const practiceMessage = any(
	/** All stories, when the page is ready and when the frameworks change. */
	shape({
		form: one('library'),
		scanned: flag,
		hasFolder: flag,
		/** Where the history lies: a folder of the author's own, a remote machine, or this one. */
		kept: one('own', 'remote', 'local'),
		stories: list(shownStory),
		frameworks: list(shownFramework),
		level: one(...targetLevels),
		/** In which length stories were told last. */
		length,
	}),
	/** Stories that are new or changed, and the keys of those that are gone. */
	shape({ form: one('stories'), changed: list(shownStory), gone: list(uri) }),
	/** The schedule that follows from the history, and the files of the history that could not be read. */
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
	/** A rating was taken in; the history with it was sent before. One for each that the page sends. */
	shape({ form: one('saved') }),
	shownAnswer,
	/** Starts a round that a command asks for. */
	shape({ form: one('practise'), choice }),
);
export type PracticeMessage = Checked<typeof practiceMessage>;

/** What the page sends to the host. */
export const practiceRequest = any(
	shape({ form: one('ready') }),
	/** Asks for what is shown after the answer: with a story, where one was told. */
	shape({ form: one('answer'), question: text() }, { story: storyLocation }),
	/** An answer and how it went; `asked` is the text of the question. */
	shape(
		{ form: one('rated'), question: text(), asked: text(), rating, seconds: count, story: storyLocation },
		{ notes: text(maxNotesLength) },
	),
	/** An answer to a follow-up and how it went. */
	shape({ form: one('probed'), probe: text(), asked: text(), rating, story: storyLocation }),
	shape({ form: one('open'), story: storyLocation }),
	/** Opens a file of the history that could not be read. */
	shape({ form: one('openFile'), file: uri }),
	shape({ form: one('newStory') }, { competency: text() }),
	/** Keeps the length in which stories are told. */
	shape({ form: one('length'), length }),
	/** Copies a story as it is told in a length. */
	shape({ form: one('copy'), story: storyLocation, length }),
	/** Copies its cue card, as it is shown in that length, with its formats. */
	shape({ form: one('copyCard'), story: storyLocation, length }),
	shape({ form: one('openFolder') }),
	/** Shows the setting that names the folder of the history. */
	shape({ form: one('chooseFolder') }),
	shape({ form: one('export') }),
	shape({ form: one('import') }),
	shape({ form: one('reset') }),
);
export type PracticeRequest = Checked<typeof practiceRequest>;
