import type { VNode } from 'preact';
import type { Draw, PracticeChoice } from '../../core/questions/practice/drawQuestion.ts';
import { plural } from '../../core/text/words.ts';
import { daysUntil, minutesUntil } from './waiting.ts';

interface NoQuestionProps {
	readonly draw: Exclude<Draw, { kind: 'question' }>;
	readonly choice: PracticeChoice;
	/** How many were answered in this round. */
	readonly answered: number;
	onAnyway(): void;
	onStop(): void;
}

/** Why there is no next question, and what to do instead. */
export function NoQuestion({ draw, choice, answered, onAnyway, onStop }: NoQuestionProps): VNode {
	const [title, text] = words(draw, choice, answered);
	return (
		<div class="nothing">
			<h1 tabIndex={-1}>{title}</h1>
			<p>{text}</p>
			<div class="row actions">
				{draw.kind === 'notDue' && (
					<button type="button" class="button" onClick={onAnyway}>
						Go On Anyway
					</button>
				)}
				<button type="button" class="button secondary" onClick={onStop}>
					{draw.kind === 'notDue' ? 'Done' : 'Choose Something Else'}
				</button>
			</div>
		</div>
	);
}

function words(
	draw: NoQuestionProps['draw'],
	choice: PracticeChoice,
	answered: number,
): readonly [title: string, text: string] {
	const done = answered === 0 ? '' : `You answered ${plural(answered, 'question')}. `;
	switch (draw.kind) {
		case 'notDue': {
			const next =
				draw.next === undefined
					? 'No question waits.'
					: `The next question is due ${fromNow(draw.next, Date.now())}.`;
			return [answered === 0 ? 'Nothing is due' : 'Done for now', `${done}${next}`];
		}
		case 'notWeak':
			return ['Nothing went badly', `${done}Every question that you practised came the last time.`];
		case 'finished':
			return ['That was all of them', `${done}The questions left have no story that answers them.`];
		case 'none':
			switch (choice.from) {
				case 'lens':
					return [
						'No questions here',
						'This framework has no questions. A framework file can add some: ' +
							'“Add Questions…” takes a list.',
					];
				case 'competency':
					return [
						'No questions here',
						'This competency has no questions. “Add Questions…” takes a list of them.',
					];
				case 'story':
					return [
						'No question for this story',
						'None of the questions asks for what it proves. Tag it with a competency first.',
					];
				default:
					return [
						'No question has a story yet',
						'None of your stories answers one of the questions: tag them with competencies first.',
					];
			}
	}
}

/** Such as `in 10 minutes`, `tomorrow` or `in 3 days`. */
function fromNow(time: number, now: number): string {
	if (time <= now) return 'now';
	const days = daysUntil(time, now);
	if (days === undefined) return `in ${plural(minutesUntil(time, now), 'minute')}`;
	return days === 1 ? 'tomorrow' : `in ${plural(days, 'day')}`;
}

/** Shown where the frameworks no longer have the question on the screen. */
export function LostQuestion({ onPass }: { onPass(): void }): VNode {
	return (
		<div class="nothing">
			<h1 tabIndex={-1}>This question is gone</h1>
			<p>The framework or the story that asked it has changed.</p>
			<button type="button" class="button" onClick={onPass}>
				Next Question
			</button>
		</div>
	);
}

/** Shown where there are no stories to practise. */
export function NoStories({ hasFolder, onBegin }: { readonly hasFolder: boolean; onBegin(): void }): VNode {
	return (
		<div class="nothing">
			<h1 tabIndex={-1}>{hasFolder ? 'No stories to practise yet' : 'No folder is open'}</h1>
			<p>
				{hasFolder
					? 'A Markdown file is a story when its front matter names competencies.'
					: 'Keep your stories in a folder of Markdown files, and open it.'}
			</p>
			<button type="button" class="button" onClick={onBegin}>
				{hasFolder ? 'New Story…' : 'Open Folder…'}
			</button>
		</div>
	);
}
