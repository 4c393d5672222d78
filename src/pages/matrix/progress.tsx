import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { type Progress as ProgressData, progressOf, type ProgressPoint } from '../../core/library/matrix/progress.ts';
import { plural } from '../../core/text/words.ts';
import type { ShownFramework } from '../protocol/story.ts';
import { useWidth } from '../ui/elements.tsx';

/** Which of a story's dates counts: when it happened, or when its file was first committed. */
type Basis = 'happened' | 'written';

interface ProgressProps {
	readonly stories: readonly MatrixStory[];
	readonly frameworks: readonly ShownFramework[];
	readonly lens: string | undefined;
	readonly basis: Basis;
	/** The days on which files were first committed, by URI; undefined until git has answered. */
	readonly written: ReadonlyMap<string, string> | undefined;
	/** Whether the workspace is under git. */
	readonly available: boolean;
	onBasis(basis: Basis): void;
}

/** How the library has grown. */
export function Progress({ stories, frameworks, lens, basis, written, available, onBasis }: ProgressProps): VNode {
	const shown = available ? basis : 'happened';
	const progress = useMemo(
		() =>
			progressOf(
				stories,
				frameworks,
				lens,
				shown === 'written' ? ({ file }) => written?.get(file) : ({ story }) => story.details.date,
			),
		[stories, frameworks, lens, shown, written],
	);
	const { points, competencies, undated } = progress;
	return (
		<>
			<div class="toolbar" role="toolbar" aria-label="Progress">
				<select
					class="select"
					aria-label="Stories count from"
					value={shown}
					onChange={({ currentTarget }) =>
						onBasis(currentTarget.value === 'written' ? 'written' : 'happened')
					}
				>
					<option value="happened">By when it happened</option>
					{available && <option value="written">By when it was first committed</option>}
				</select>
				<span class="count muted" role="status">
					{noteOf(progress, shown, available)}
				</span>
			</div>
			<div class="scrolled progress">
				{points.length === 0 ? (
					<p class="empty muted">
						{undated === 0
							? 'No stories yet.'
							: 'No story has a date. Give some a `date`, and their years show here.'}
					</p>
				) : (
					<>
						<figure>
							<figcaption>Stories, ready ones filled</figcaption>
							<Bars
								points={points}
								max={Math.max(...points.map((point) => point.stories))}
								whole={({ stories: count }) => count}
								filled={({ ready }) => ready}
								label="Stories over time"
							/>
						</figure>
						<figure>
							<figcaption>{`Competencies covered, of ${competencies}`}</figcaption>
							<Bars
								points={points}
								max={competencies}
								whole={() => competencies}
								filled={({ covered }) => covered}
								label="Competencies covered over time"
							/>
						</figure>
						<details>
							<summary>The same as a table</summary>
							<table>
								<thead>
									<tr>
										<th scope="col">By the end of</th>
										<th scope="col">Stories</th>
										<th scope="col">Ready</th>
										<th scope="col">{`Covered, of ${competencies}`}</th>
									</tr>
								</thead>
								<tbody>
									{points.map((point) => (
										<tr key={point.period}>
											<th scope="row">{point.period}</th>
											<td>{point.stories}</td>
											<td>{point.ready}</td>
											<td>{point.covered}</td>
										</tr>
									))}
								</tbody>
							</table>
						</details>
					</>
				)}
			</div>
		</>
	);
}

function noteOf({ undated }: ProgressData, basis: Basis, available: boolean): string {
	const notes = ['By the tags and states of today.'];
	if (undated > 0) {
		const lack = `${plural(undated, 'story has', 'stories have')} ${basis === 'happened' ? 'no date' : 'no commit'}`;
		notes.push(`${lack} and ${undated === 1 ? 'is' : 'are'} left out.`);
	}
	if (!available) notes.push('No git history to go by here.');
	return notes.join(' ');
}

interface BarsProps {
	readonly points: readonly ProgressPoint[];
	/** The value of the highest possible bar. */
	readonly max: number;
	whole(point: ProgressPoint): number;
	filled(point: ProgressPoint): number;
	readonly label: string;
}

/** The width of the longest name of a period with the space beside it, in CSS pixels. */
const labelWidth = 60;

/** Sizes in CSS pixels. The chart is as wide as its page; the name below the last bar may be wider than that. */
const chart = { height: 150, left: 34, right: labelWidth / 2, bottom: 22, top: 10 };

/** A chart of bars, each filled from below. The table under it has the same numbers for screen readers. */
function Bars({ points, max, whole, filled, label }: BarsProps): VNode {
	const { height, left, right, bottom, top } = chart;
	const [width, element] = useWidth<HTMLDivElement>();
	const step = (width - left - right) / Math.max(points.length, 6);
	const tall = height - bottom - top;
	const scale = (count: number) => (max === 0 ? 0 : (count / max) * tall);
	const base = height - bottom;
	const last = points.at(-1);
	const latest = last ? `${filled(last)} of ${whole(last)} by the end of ${last.period}` : 'none';
	const every = Math.max(1, Math.ceil(labelWidth / step));
	return (
		<div ref={element}>
			<svg
				width={width}
				height={height}
				viewBox={`0 0 ${width} ${height}`}
				role="img"
				aria-label={`${label}: ${latest}`}
			>
				{[...new Set([0, Math.ceil(max / 2), max])].map((tick) => (
					<g key={tick}>
						<line class="chart-line" x1={left} x2={width} y1={base - scale(tick)} y2={base - scale(tick)} />
						<text class="chart-text" x={left - 6} y={base - scale(tick) + 4} text-anchor="end">
							{tick}
						</text>
					</g>
				))}
				{points.map((point, index) => {
					const x = left + index * step + step * 0.18;
					const wide = step * 0.64;
					return (
						<g key={point.period}>
							<title>{`${point.period}: ${filled(point)} of ${whole(point)}`}</title>
							<rect
								class="chart-whole"
								x={x}
								y={base - scale(whole(point))}
								width={wide}
								height={scale(whole(point))}
							/>
							<rect
								class="chart-filled"
								x={x}
								y={base - scale(filled(point))}
								width={wide}
								height={scale(filled(point))}
							/>
							{(points.length - 1 - index) % every === 0 && (
								<text class="chart-text" x={x + wide / 2} y={height - 6} text-anchor="middle">
									{point.period}
								</text>
							)}
						</g>
					);
				})}
			</svg>
		</div>
	);
}
