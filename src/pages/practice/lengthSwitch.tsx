import type { VNode } from 'preact';
import { lengthNames, type TellingLength, tellingLengths } from '../../core/library/telling/telling.ts';

/** Chooses how long stories are told. */
export function LengthSwitch({
	length,
	onLength,
}: {
	readonly length: TellingLength;
	onLength(length: TellingLength): void;
}): VNode {
	return (
		<div class="lengths" role="group" aria-label="Tell it in">
			{tellingLengths.map((each) => (
				<button
					key={each}
					type="button"
					class="tool"
					aria-pressed={each === length}
					onClick={() => onLength(each)}
				>
					{lengthNames[each]}
				</button>
			))}
		</div>
	);
}
