import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import type { BoardQuestion } from '../../core/library/matrix/questionBoard.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import { maxSecondsOf, type TellingLength } from '../../core/library/telling/telling.ts';
import { storiesAnswering } from '../../core/questions/practice/drawQuestion.ts';
import { maxNotesLength, type Rating } from '../../core/questions/practice/history.ts';
import type { AskedQuestion, PracticeMessage, ShownAnswer } from '../protocol/practice.ts';
import { Answer, type CopyForm, Ratings } from './answer.tsx';

/**
 * The time since the question was asked. A screen reader can read it, but does not announce every second.
 *
 * @param started in milliseconds since 1970
 * @param target how long the answer is to take at most, in seconds; undefined without a limit
 */
function Clock({ started, target }: { readonly started: number; readonly target: number | undefined }): VNode {
	const [now, setNow] = useState(Date.now());
	useEffect(() => {
		setNow(Date.now());
		const timer = window.setInterval(() => setNow(Date.now()), 250);
		return () => window.clearInterval(timer);
	}, [started]);
	const seconds = Math.max(0, Math.floor((now - started) / 1000));
	return (
		<div
			class={`clock${target !== undefined && seconds > target ? ' over' : ''}`}
			role="timer"
			aria-live="off"
			aria-label="Time since the question was asked"
		>
			{clockText(seconds)}
			{target !== undefined && <span class="muted">{` of ${clockText(target)}`}</span>}
		</div>
	);
}

function clockText(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

interface NoticesProps {
	readonly history: Extract<PracticeMessage, { form: 'history' }>;
	onOpen(file: string): void;
}

/** Says what of the history could not be read or written. Practice goes on regardless. */
export function Notices({ history: { setAside, newer, unsaved }, onOpen }: NoticesProps): VNode | null {
	if (setAside.length + newer.length === 0 && unsaved === undefined) return null;
	return (
		<div class="notices" role="status">
			{setAside.map(({ name, file }) => (
				<p key={file}>
					A part of the history could not be read. It is kept as {name}, and everything else goes on.{' '}
					<button type="button" class="link" onClick={() => onOpen(file)}>
						Open it
					</button>
				</p>
			))}
			{newer.length > 0 && (
				<p>
					A later version of STAR Stories has written a part of the history. It is left alone until that
					version reads it.
				</p>
			)}
			{unsaved !== undefined && (
				<p>The latest answer could not be saved: {unsaved}. It is tried again with the next one.</p>
			)}
		</div>
	);
}

interface QuestionProps {
	readonly asked: AskedQuestion;
	readonly isShown: boolean;
	/** The number of questions of the interview; undefined outside of one. */
	readonly interview: number | undefined;
	/** How many were answered in this round. */
	readonly answered: number;
	readonly question: BoardQuestion;
	/** Undefined until the host has sent it. */
	readonly answer: ShownAnswer | undefined;
	/** Which question of an interview it is, from 1 on. */
	readonly position: number;
	/** In which length the story is told. */
	readonly length: TellingLength;
	onLength(length: TellingLength): void;
	onCopy(form: CopyForm): void;
	onNotes(notes: string): void;
	onKeepNotes(keeps: boolean): void;
	onShow(): void;
	onTold(story: MatrixStory): void;
	onOpen(): void;
	onNewStory(): void;
	onRate(rating: Rating): void;
	onPass(): void;
	onStop(): void;
}

/** A question, while it is answered and after: then with the story and the ratings. */
export function Question(props: QuestionProps): VNode {
	const {
		isShown,
		interview,
		answered,
		question,
		answer,
		position,
		length,
		onLength,
		onCopy,
		onNotes,
		onKeepNotes,
		onShow,
		onTold,
		onOpen,
		onNewStory,
		onRate,
		onPass,
		onStop,
	} = props;
	const { started, seconds = 0, notes, keepsNotes, story, told } = props.asked;
	const isInterview = interview !== undefined;
	const place = isInterview
		? `Question ${position} of ${interview}`
		: answered === 0
			? 'Practice'
			: `${answered} answered`;
	return (
		<>
			<header class="bar">
				<span class="muted">
					{[place, ...(isShown ? question.competencies.map(({ name }) => name) : [])].join(' · ')}
				</span>
				<button type="button" class="link" title="Escape" onClick={onStop}>
					{isInterview ? 'End Interview' : 'Stop'}
				</button>
			</header>
			<h1 tabIndex={-1}>{question.text}</h1>
			{!isShown && <Clock started={started} target={length === 'whole' ? undefined : maxSecondsOf[length]} />}
			{isShown && !story && (
				<>
					<p>None of your stories {isInterview ? 'is left for this question' : 'answers this question'}.</p>
					{answer?.signal !== undefined && (
						<p class="signal">
							<strong>Listened for:</strong> {answer.signal}
						</p>
					)}
				</>
			)}
			{isShown && answer && told && (
				<Answer
					answer={answer}
					stories={storiesAnswering(question)}
					told={storyKey(told)}
					took={seconds}
					length={length}
					onLength={onLength}
					onCopy={onCopy}
					onTold={onTold}
					onOpen={onOpen}
				/>
			)}
			{!(isShown && !story) && (
				<div class="notes">
					<label for="notes">Notes</label>
					<textarea
						id="notes"
						rows={isShown ? 2 : 4}
						maxLength={maxNotesLength}
						value={notes}
						onInput={({ currentTarget }) => onNotes(currentTarget.value)}
					/>
					<label class="keep">
						<input
							type="checkbox"
							checked={keepsNotes}
							onChange={({ currentTarget }) => onKeepNotes(currentTarget.checked)}
						/>
						<span>
							Keep them with the history<span class="muted">, otherwise they go with the question</span>
						</span>
					</label>
				</div>
			)}
			{isShown && answer && told && <Ratings outlook={answer.outlook} onRate={onRate} />}
			{!isShown && (
				<div class="row actions">
					<button type="button" class="button" aria-keyshortcuts="Enter Space" onClick={onShow}>
						Show Story
					</button>
					<button type="button" class="button secondary" aria-keyshortcuts="P" onClick={onPass}>
						Pass
					</button>
					<span class="keys muted">Enter shows the story, N goes to the notes, P passes</span>
				</div>
			)}
			{isShown && !story && (
				<div class="row actions">
					<button type="button" class="button" aria-keyshortcuts="Enter" onClick={onPass}>
						Next Question
					</button>
					<button type="button" class="button secondary" onClick={onNewStory}>
						Write the Story…
					</button>
				</div>
			)}
		</>
	);
}
