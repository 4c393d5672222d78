import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import passFilled from '@vscode/codicons/src/icons/pass-filled.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import pinned from '@vscode/codicons/src/icons/pinned.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { Coverage, CoverageState } from '../../core/library/coverage.ts';
import type { Matrix } from '../../core/library/matrix/matrix.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import type { SortKey } from '../../core/library/matrix/view.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import type { GridLine } from '../ui/gridContent.ts';

/** The icons of the states, the same as in the tree. */
export const stateIcons: Readonly<Record<CoverageState, string>> = {
	gap: circleSlash,
	weak: warning,
	single: pinned,
	covered: pass,
	rich: passFilled,
};

/** What a line of the matrix stands for. Stories and the total cross attributes and competencies, either way round. */
export type MatrixLine = StoryLine | TotalLine | AttributeLine | CompetencyLine;

export interface StoryLine extends GridLine {
	readonly kind: 'story';
	readonly entry: MatrixStory;
}

export interface TotalLine extends GridLine {
	readonly kind: 'total';
	readonly matrix: Matrix;
}

export interface AttributeLine extends GridLine {
	readonly kind: 'attribute';
	readonly attribute: Extract<SortKey, 'strength' | 'date' | 'problems'>;
}

export interface CompetencyLine extends GridLine {
	readonly kind: 'competency';
	readonly coverage: Coverage<MatrixStory>;
	/** Position among the competencies that show. */
	readonly position: number;
}

const attributes: readonly (readonly [AttributeLine['attribute'], number])[] = [
	['strength', 100],
	['date', 92],
	['problems', 92],
];

/** Sizes in CSS pixels. */
const sizes = { storyRow: 30, storyColumn: 128, fieldRow: 46, leastCompetency: 120, mostCompetency: 190 };

/** The lines along the two axes of the matrix. */
export interface MatrixLines {
	readonly stories: readonly MatrixLine[];
	readonly fields: readonly MatrixLine[];
}

/**
 * @param transposed whether stories are columns
 * @param width of what the columns share
 */
export function linesOf(matrix: Matrix, transposed: boolean, width: number): MatrixLines {
	const storySize = transposed ? sizes.storyColumn : sizes.storyRow;
	const stories = matrix.stories.map((entry): MatrixLine => storyLine(entry, storySize));
	const taken = attributes.reduce((sum, [, size]) => sum + size, 0);
	const fair = Math.floor((width - taken) / Math.max(1, matrix.coverage.length));
	const competencySize = transposed
		? sizes.fieldRow
		: Math.max(sizes.leastCompetency, Math.min(sizes.mostCompetency, fair));
	return {
		stories: [
			...stories,
			{ kind: 'total', key: 'total', size: transposed ? sizes.storyColumn : sizes.storyRow, matrix },
		],
		fields: [
			...matrix.coverage.map((coverage, position): MatrixLine => ({
				kind: 'competency',
				key: coverage.competency.id,
				size: competencySize,
				coverage,
				position,
			})),
			...attributes.map(([attribute, size]): MatrixLine => ({
				kind: 'attribute',
				key: `attribute:${attribute}`,
				size: transposed ? sizes.storyRow : size,
				attribute,
			})),
		],
	};
}

/** A story that has not changed keeps its line, so that its row is left alone. */
const made = new WeakMap<MatrixStory, StoryLine>();

function storyLine(entry: MatrixStory, size: number): StoryLine {
	let line = made.get(entry);
	if (line?.size !== size) made.set(entry, (line = { kind: 'story', key: storyKey(entry), size, entry }));
	return line;
}
