import copy from '@vscode/codicons/src/icons/copy.svg';
import type { VNode } from 'preact';
import { sectionTitles, sideTitles } from '../../core/framework/sectionKind.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import { type Rating, ratings } from '../../core/questions/practice/history.ts';
import { durationText, maxTellingSeconds, minTellingSeconds } from '../../core/rules/english/spokenTime.ts';
import { localDay } from '../../core/text/day.ts';
import { angleLabel } from '../../core/library/cueCard.ts';
import { lengthNames, maxSecondsOf, type TellingLength } from '../../core/library/telling/telling.ts';
import type { ShownAnswer } from '../protocol/practice.ts';
import { Icon, shortened } from '../ui/elements.tsx';
import { LengthSwitch } from './lengthSwitch.tsx';
import { ToldShort } from './toldShort.tsx';
import { daysUntil, minutesUntil } from './waiting.ts';

const ratingNames: Readonly<Record<Rating, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };
const ratingMeanings: Readonly<Record<Rating, string>> = {
	again: 'It did not come',
	hard: 'It came with effort',
	good: 'It came, after a moment',
	easy: 'It came at once',
};

/** Buttons for how it went, each with when the question would come back. */
export function Ratings({
	outlook,
	onRate,
}: {
	readonly outlook: ShownAnswer['outlook'];
	onRate(rating: Rating): void;
}): VNode {
	const now = Date.now();
	return (
		<div class="rating-bar">
			<h2 id="rating-title">How did it go?</h2>
			<div class="ratings" role="group" aria-labelledby="rating-title">
				{ratings.map((rating, index) => (
					<button
						key={rating}
						type="button"
						class="button secondary rating"
						aria-keyshortcuts={String(index + 1)}
						title={ratingMeanings[rating]}
						onClick={() => onRate(rating)}
					>
						<span>
							<kbd aria-hidden="true">{index + 1}</kbd> {ratingNames[rating]}
						</span>
						{outlook && <small>{untilText(outlook[rating], now)}</small>}
					</button>
				))}
			</div>
		</div>
	);
}

interface AnswerProps {
	readonly answer: ShownAnswer;
	/** Stories that answer the question; the first is meant unless another was drawn. */
	readonly stories: readonly MatrixStory[];
	/** Key of the story that was told. */
	readonly told: string;
	/** How long it took, in seconds. */
	readonly took: number;
	/** In which length it is told. */
	readonly length: TellingLength;
	onLength(length: TellingLength): void;
	onCopy(form: CopyForm): void;
	onTold(story: MatrixStory): void;
	onOpen(): void;
}

/** What is copied: the story as it is told, or its card as it is shown. */
export type CopyForm = 'copy' | 'copyCard';

/** Stories offered as the one that was told. */
const maxStories = 12;

/** The story that was meant, as a cue card, and how long the answer took. */
export function Answer({ answer, stories, told, took, length, onLength, onCopy, onTold, onOpen }: AnswerProps): VNode {
	const { card, heard, seconds = 0, signal, notes } = answer;
	const choices = stories.filter((entry, index) => index < maxStories || storyKey(entry) === told);
	return (
		<>
			<p class="times">
				<span>
					You took <strong>{durationText(took)}</strong>.
				</span>{' '}
				<span class="muted">{targetText(seconds, length)}</span>
			</p>
			{card && (
				<article class="cue-card" aria-label="Cue card">
					<h2>
						<button type="button" class="link" title="Open the story" onClick={onOpen}>
							{shortened(card.title)}
						</button>
					</h2>
					<p class="muted">{card.competencies.join(' · ')}</p>
					{heard !== undefined && <p class="heard">{heard}</p>}
					<div class="row">
						<LengthSwitch length={length} onLength={onLength} />
						<button
							type="button"
							class="tool"
							aria-label={
								length === 'whole' ? 'Copy the whole story' : `Copy the story in ${lengthNames[length]}`
							}
							title="Copy it as it is told in this length"
							onClick={() => onCopy('copy')}
						>
							<Icon svg={copy} />
						</button>
						<button
							type="button"
							class="tool"
							title="Copy the card with its formats, for documents and mails"
							onClick={() => onCopy('copyCard')}
						>
							Copy as Rich Text
						</button>
					</div>
					{length === 'whole' && card.hook !== undefined && <p class="hook">{`“${card.hook}”`}</p>}
					{card.angles?.map((angle) => (
						<p key={angle.competency} class="angle">
							<strong>{angleLabel(angle)}:</strong> {angle.text}
						</p>
					))}
					{length === 'whole' && card.metrics.length > 0 && (
						<ul class="metrics" aria-label="Numbers">
							{card.metrics.map((metric) => (
								<li key={metric}>{metric}</li>
							))}
						</ul>
					)}
					{length === 'whole' ? (
						<dl>
							{card.inShort && (
								<div>
									<dt>{sideTitles['in-short']}</dt>
									<dd>
										{card.inShort.text} <span class="muted">{card.inShort.spoken}</span>
									</dd>
								</div>
							)}
							{card.lines.map(({ kind, text }) => (
								<div key={kind}>
									<dt>{sectionTitles[kind]}</dt>
									<dd>{text}</dd>
								</div>
							))}
						</dl>
					) : (
						<ToldShort telling={answer.tellings?.find((each) => each.length === length)} />
					)}
				</article>
			)}
			{signal !== undefined && (
				<p class="signal">
					<strong>Listened for:</strong> {signal}
				</p>
			)}
			{notes.map(({ at, text }) => (
				<details key={at}>
					<summary>Your notes of {localDay(new Date(at))}</summary>
					<p class="kept-notes">{text}</p>
				</details>
			))}
			{stories.length > 1 && (
				<label class="row told">
					<span>I told</span>
					<select
						class="select"
						value={told}
						onChange={({ currentTarget }) => {
							const story = stories.find((entry) => storyKey(entry) === currentTarget.value);
							if (story) onTold(story);
						}}
					>
						{choices.map((entry) => (
							<option key={storyKey(entry)} value={storyKey(entry)}>
								{shortened(entry.story.title)}
							</option>
						))}
					</select>
				</label>
			)}
		</>
	);
}

/** How long the answer should take: as long as the story as it is written, within what a listener follows. */
function targetText(seconds: number, length: TellingLength): string {
	if (length !== 'whole') return `Aim for ${durationText(maxSecondsOf[length])} at most.`;
	const written = durationText(Math.round(seconds / 5) * 5);
	const range = `Aim for ${durationText(minTellingSeconds)} to ${durationText(maxTellingSeconds)}`;
	if (seconds === 0) return `${range}.`;
	if (seconds < minTellingSeconds || seconds > maxTellingSeconds)
		return `${range}; as it is written it takes ${written}.`;
	return `Aim for ${written}, as it is written.`;
}

/** How long it is until a time, short enough for a button: `10 min`, `3 d`. */
function untilText(time: number, now: number): string {
	const days = daysUntil(time, now);
	return days === undefined ? `${minutesUntil(time, now)} min` : `${days} d`;
}
