import type { VNode } from 'preact';
import { type Rating, ratings } from '../../core/practice/telling.ts';
import type { ShownAnswer } from '../protocol/practice.ts';
import { shortlyFromNow } from './times.ts';

const ratingNames: Readonly<Record<Rating, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };
const ratingMeanings: Readonly<Record<Rating, string>> = {
	again: 'It did not come',
	hard: 'It came with effort',
	good: 'It came, after a moment',
	easy: 'It came at once',
};

/** Asks how it went, and says when the question would come back. */
export function Ratings({ outlook, onRate }: { readonly outlook: ShownAnswer['outlook']; onRate(rating: Rating): void }): VNode {
	const now = Date.now();
	return (
		<div class="rating-bar">
			<h2 id="rating-title">How did it go?</h2>
			<div class="ratings" role="group" aria-labelledby="rating-title">
				{ratings.map((rating, index) => (
					<button key={rating} type="button" class="button secondary rating" aria-keyshortcuts={String(index + 1)} title={ratingMeanings[rating]} onClick={() => onRate(rating)}>
						<span>
							<kbd aria-hidden="true">{index + 1}</kbd> {ratingNames[rating]}
						</span>
						{outlook && <small>{shortlyFromNow(outlook[rating], now)}</small>}
					</button>
				))}
			</div>
		</div>
	);
}
