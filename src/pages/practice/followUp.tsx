import type { VNode } from 'preact';
import type { Rating } from '../../core/questions/practice/history.ts';
import type { Probing } from '../protocol/practice.ts';
import { Ratings } from './answer.tsx';

interface FollowUpProps {
	readonly probing: Probing;
	onOpen(): void;
	onRate(rating: Rating): void;
	onSkip(): void;
	onStop(): void;
}

/** A question that the interviewer asks once a story is told, with the answer that the author has ready. */
export function FollowUp({ probing: { probes, asked }, onOpen, onRate, onSkip, onStop }: FollowUpProps): VNode | null {
	const probe = probes[asked];
	if (!probe) return null;
	return (
		<>
			<header class="bar">
				<span class="muted">{`Follow-up ${asked + 1} of ${probes.length}`}</span>
				<button type="button" class="link" title="Escape" onClick={onStop}>
					Stop
				</button>
			</header>
			<h1 tabIndex={-1}>{probe.question}</h1>
			{probe.answer === undefined ? (
				<p class="muted">
					Answer in a sentence or two. Nothing stands under Follow-ups for it yet:{' '}
					<button type="button" class="link" onClick={onOpen}>
						open the story
					</button>
					.
				</p>
			) : (
				<details key={probe.id}>
					<summary>Your answer</summary>
					<p class="kept-notes">{probe.answer}</p>
				</details>
			)}
			<Ratings outlook={undefined} onRate={onRate} />
			<div class="row actions">
				<button type="button" class="button secondary" aria-keyshortcuts="P" onClick={onSkip}>
					Skip
				</button>
				<span class="keys muted">1 to 4 rate the answer, P skips the question</span>
			</div>
		</>
	);
}
