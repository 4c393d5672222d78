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
import type { GridLine } from '../ui/gridGeometry.ts';

/** The icons of the states of coverage, the same as in the tree. */
export const stateIcons: Readonly<Record<CoverageState, string>> = {
	gap: circleSlash,
	weak: warning,
	single: pinned,
	covered: pass,
	rich: passFilled,
};

/**
 * A row or column of the matrix. Stories and the total stand on one axis, attributes and competencies on the other.
 */
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
	readonly attribute: Extract<SortKey, 'strength' | 'scope' | 'date' | 'problems'>;
}

export interface CompetencyLine extends GridLine {
	readonly kind: 'competency';
	readonly coverage: Coverage<MatrixStory>;
	/** Index among the competencies that show. */
	readonly position: number;
}

/** The attributes, with the widths of their columns in CSS pixels. */
const attributes: readonly (readonly [AttributeLine['attribute'], width: number])[] = [
	['strength', 100],
	['scope', 88],
	['date', 92],
	['problems', 92],
];

/** A library without scopes needs no column for them. */
function attributesOf({ isScoped }: Matrix): typeof attributes {
	return isScoped ? attributes : attributes.filter(([attribute]) => attribute !== 'scope');
}

/** Sizes in CSS pixels. */
const sizes = { storyRow: 30, storyColumn: 128, fieldRow: 46, minCompetency: 120, maxCompetency: 190 };

/** The lines along the two axes of the matrix. */
interface MatrixLines {
	readonly stories: readonly MatrixLine[];
	readonly fields: readonly MatrixLine[];
}

/** Makes the lines of a matrix. A story that has not changed keeps its line, so that its row is not drawn anew. */
export class MatrixLineMaker {
	#known = new Map<MatrixStory, StoryLine>();

	/**
	 * @param transposed whether stories are columns
	 * @param width of all columns together, in CSS pixels
	 */
	lines(matrix: Matrix, transposed: boolean, width: number): MatrixLines {
		const storySize = transposed ? sizes.storyColumn : sizes.storyRow;
		return {
			stories: [
				...this.#storyLines(matrix.stories, storySize),
				{ kind: 'total', key: 'total', size: storySize, matrix },
			],
			fields: [
				...competencyLines(matrix, transposed, width),
				...attributesOf(matrix).map(([attribute, size]): MatrixLine => ({
					kind: 'attribute',
					key: `attribute:${attribute}`,
					size: transposed ? sizes.storyRow : size,
					attribute,
				})),
			],
		};
	}

	#storyLines(stories: readonly MatrixStory[], size: number): readonly StoryLine[] {
		const before = this.#known;
		this.#known = new Map(
			stories.map((entry) => {
				const known = before.get(entry);
				return [entry, known?.size === size ? known : { kind: 'story', key: storyKey(entry), size, entry }];
			}),
		);
		return [...this.#known.values()];
	}
}

function competencyLines(matrix: Matrix, transposed: boolean, width: number): readonly CompetencyLine[] {
	const taken = attributesOf(matrix).reduce((sum, [, size]) => sum + size, 0);
	const fair = Math.floor((width - taken) / Math.max(1, matrix.coverage.length));
	const size = transposed ? sizes.fieldRow : Math.max(sizes.minCompetency, Math.min(sizes.maxCompetency, fair));
	return matrix.coverage.map((coverage, position) => ({
		kind: 'competency',
		key: coverage.competency.id,
		size,
		coverage,
		position,
	}));
}
