import type { VNode } from 'preact';
import { sectionTitles, sideTitles } from '../../core/framework/sectionKind.ts';
import { type Telling, tellingTime } from '../../core/library/telling/telling.ts';

/** The story in a length shorter than the whole, in its author's own sentences. */
export function ToldShort({ telling }: { readonly telling: Telling | undefined }): VNode {
	if (!telling) return <p class="muted">No sentence of it is short enough for this.</p>;
	const source = telling.isOwn ? 'as you wrote it under In short' : 'from your own sentences';
	return (
		<>
			<p class="muted">{`${tellingTime(telling)}, ${source}`}</p>
			<dl>
				{telling.parts.map(({ kind, text }, index) => (
					<div key={index}>
						<dt>{kind === undefined ? sideTitles['in-short'] : sectionTitles[kind]}</dt>
						<dd class="told-text">{text}</dd>
					</div>
				))}
			</dl>
		</>
	);
}
