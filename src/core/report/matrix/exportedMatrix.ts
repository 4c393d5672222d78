import type { Matrix } from '../../library/matrix/matrix.ts';
import type { MatrixStory } from '../../library/matrix/matrixStory.ts';

/** A matrix with no more of its stories than its formats show: a name that they do not show need not be hidden. */
export function exportedMatrix(matrix: Matrix): Matrix {
	return {
		...matrix,
		stories: matrix.stories.map(exportedStory),
		coverage: matrix.coverage.map(({ stories, best, retired, ...coverage }) => ({
			...coverage,
			stories: stories.map(countedStory),
			best: best.map(countedStory),
			retired: retired.map(countedStory),
		})),
	};
}

/** Of a column the formats show numbers alone. */
function countedStory(entry: MatrixStory): MatrixStory {
	const { story, ...rest } = exportedStory(entry);
	return { ...rest, story: { ...story, title: '' } };
}

function exportedStory({ index, openProblems, story: { title, tags, details, filled } }: MatrixStory): MatrixStory {
	const { status, strength, scope, date } = details;
	return {
		file: '',
		index,
		openProblems,
		story: {
			title,
			tags: tags.map(({ competency }) => ({ text: '', ...(competency !== undefined && { competency }) })),
			details: {
				status,
				...(strength !== undefined && { strength }),
				...(scope && { scope }),
				...(date !== undefined && { date }),
			},
			filled,
		},
	};
}
