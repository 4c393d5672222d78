import type { VNode } from 'preact';
import { storyKey } from '../../core/bank/storyLocation.ts';
import type { BoardQuestion } from '../../core/matrix/questionBoard.ts';
import type { Rating } from '../../core/practice/telling.ts';
import { storiesFor } from '../../core/practice/drawQuestion.ts';
import { longestNotes } from '../../core/practice/readTelling.ts';
import type { MatrixStory } from '../../core/matrix/matrixStory.ts';
import type { AskedQuestion, ShownAnswer } from '../protocol/practice.ts';
import { Answer } from './answer.tsx';
import { Clock } from './clock.tsx';
import { Ratings } from './ratings.tsx';

export interface QuestionProps {
	readonly asked: AskedQuestion;
	readonly isShown: boolean;
	/** How many questions the interview has that it belongs to. */
	readonly interview: number | undefined;
	/** How many were answered in this round. */
	readonly answered: number;
	readonly question: BoardQuestion;
	/** Once the host has told it. */
	readonly answer: ShownAnswer | undefined;
	/** Which question of an interview it is, from 1 on. */
	readonly position: number;
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

/** A question, while it is answered and after. */
export function Question(props: QuestionProps): VNode {
	const { isShown, interview, answered, question, answer, position, onNotes, onKeepNotes, onShow, onTold, onOpen, onNewStory, onRate, onPass, onStop } = props;
	const { started, seconds = 0, notes, keepsNotes, story, told } = props.asked;
	const isInterview = interview !== undefined;
	const place = isInterview ? `Question ${position} of ${interview}` : answered === 0 ? 'Practice' : `${answered} answered`;
	return (
		<>
			<header class="bar">
				<span class="muted">{[place, ...(isShown ? question.competencies.map(({ name }) => name) : [])].join(' · ')}</span>
				<button type="button" class="link" title="Escape" onClick={onStop}>
					{isInterview ? 'End Interview' : 'Stop'}
				</button>
			</header>
			<h1 tabIndex={-1}>{question.text}</h1>
			{!isShown && <Clock started={started} />}
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
			{isShown && answer && told && <Answer answer={answer} stories={storiesFor(question)} told={storyKey(told)} took={seconds} onTold={onTold} onOpen={onOpen} />}
			{!(isShown && !story) && (
				<div class="notes">
					<label for="notes">Notes</label>
					<textarea id="notes" rows={isShown ? 2 : 4} maxLength={longestNotes} value={notes} onInput={({ currentTarget }) => onNotes(currentTarget.value)} />
					<label class="keep">
						<input type="checkbox" checked={keepsNotes} onChange={({ currentTarget }) => onKeepNotes(currentTarget.checked)} />
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
