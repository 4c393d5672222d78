import archive from '@vscode/codicons/src/icons/archive.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import { readyText } from '../../core/library/coverage.ts';
import { cellTag, cellWords, columnTotals, headerWords, isOpen } from '../../core/library/matrix/matrix.ts';
import { practiceText } from '../../core/library/matrix/matrixStory.ts';
import type { MatrixView, SortKey } from '../../core/library/matrix/view.ts';
import { maxStrength, type Status } from '../../core/story/fields.ts';
import { scopeMeanings } from '../../core/story/storyScope.ts';
import { plural } from '../../core/text/words.ts';
import type { GridContent } from '../ui/gridRows.tsx';
import { Icon, shortened } from '../ui/elements.tsx';
import {
	type AttributeLine,
	type CompetencyLine,
	type MatrixLine,
	stateIcons,
	type StoryLine,
	type TotalLine,
} from './lines.ts';

const attributeNames: Readonly<Record<AttributeLine['attribute'], string>> = {
	strength: 'Strength',
	scope: 'Scope',
	date: 'Date',
	problems: 'Problems',
};

const statusIcons: Readonly<Record<Status, string>> = { ready: check, draft: edit, retired: archive };

/** By which line the matrix is sorted. */
type Sort = Pick<MatrixView, 'descending'> & { readonly key: SortKey };

/** The header of the headers' own row and column; where the rows are competencies, it sorts nothing. */
export function cornerContent(sort: Sort, transposed: boolean): GridContent {
	return transposed
		? { className: 'corner-header still', children: 'Competency' }
		: sortHeader('title', 'Story', 'corner-header', sort);
}

/** The header of a line. */
export function headerContent(line: MatrixLine, sort: Sort): GridContent {
	switch (line.kind) {
		case 'story':
			return storyHeader(line);
		case 'total':
			return { className: 'total-header', children: plural(line.matrix.totals.stories, 'story', 'stories') };
		case 'attribute':
			return sortHeader(line.attribute, attributeNames[line.attribute], 'attribute-header', sort);
		case 'competency':
			return competencyHeader(line);
	}
}

function storyHeader({ entry: { story, practice } }: StoryLine): GridContent {
	const { status, company } = story.details;
	return {
		className: `story-header ${status}`,
		label: `${shortened(story.title)}, ${status}`,
		title: [
			shortened(story.title),
			status,
			...(company ? [company] : []),
			...(practice ? [practiceText(practice, Date.now())] : []),
		].join(' · '),
		children: (
			<>
				<Icon svg={statusIcons[status]} />
				<span class="story-title">{shortened(story.title)}</span>
			</>
		),
	};
}

/** A header that sorts the matrix. */
function sortHeader(own: SortKey, name: string, className: string, { key, descending }: Sort): GridContent {
	const sort = key !== own ? 'none' : descending ? 'descending' : 'ascending';
	return {
		className,
		sort,
		title: `Sort by ${own}`,
		children: (
			<>
				{name}
				{sort !== 'none' && <span class={`sort-mark ${sort}`} aria-hidden="true" />}
			</>
		),
	};
}

function competencyHeader({ coverage }: CompetencyLine): GridContent {
	const { competency, state } = coverage;
	const words = headerWords(coverage);
	return {
		className: `competency-header ${state}`,
		label: words,
		title: words,
		children: (
			<>
				<span class="competency-name">{competency.shortName ?? competency.name}</span>
				<span class="competency-state">
					<Icon svg={stateIcons[state]} className={`state-${state}`} />
					<span class="state-word">{state}</span>
					<span>{readyText(coverage)}</span>
				</span>
			</>
		),
	};
}

/** The cell where two lines cross, whichever of them is the row. */
export function cellContent(one: MatrixLine, other: MatrixLine): GridContent {
	const field = one.kind === 'story' || one.kind === 'total' ? other : one;
	const subject = field === one ? other : one;
	if (subject.kind === 'total') return totalCell(subject, field);
	if (subject.kind !== 'story') return {};
	return field.kind === 'competency'
		? tagCell(subject, field)
		: field.kind === 'attribute'
			? attributeCell(subject, field)
			: {};
}

function tagCell({ entry }: StoryLine, { coverage: { competency, state } }: CompetencyLine): GridContent {
	const tag = cellTag(entry, competency.id);
	const { strength, status } = entry.story.details;
	const words = cellWords(entry, tag);
	const open = isOpen(state) ? ` open ${state}` : '';
	if (!tag)
		return { className: `tag-cell${open}`, selected: false, label: words, title: `Tag with ${competency.name}` };
	return {
		className: `tag-cell${open}`,
		selected: true,
		title: words,
		children: (
			<>
				<span class={`mark ${tag} ${status}`} aria-hidden="true">
					<span class="mark-shape">{strength ?? '–'}</span>
					<span class="mark-word">{tag}</span>
				</span>
				<span class="visually-hidden">{words}</span>
			</>
		),
	};
}

function attributeCell({ entry: { story, openProblems } }: StoryLine, { attribute }: AttributeLine): GridContent {
	const { strength, scope, date } = story.details;
	switch (attribute) {
		case 'strength':
			return {
				className: 'strength-cell',
				label: strength === undefined ? 'not rated' : `strength ${strength} of ${maxStrength}`,
				title: 'Click a mark, or press 1 to 5; 0 takes the rating away',
				children: Array.from({ length: maxStrength }, (_, index) => (
					<span key={index} class={`pip${index < (strength ?? 0) ? ' on' : ''}`} data-strength={index + 1} />
				)).concat(<span class="strength-number">{strength ?? '–'}</span>),
			};
		case 'scope':
			return scope === undefined
				? { className: 'muted', label: 'no scope', children: '–' }
				: { className: 'scope-cell', title: scopeMeanings[scope], children: scope };
		case 'date':
			return date === undefined
				? { className: 'muted', label: 'no date', children: '–' }
				: { className: 'number-cell', children: date };
		case 'problems':
			return openProblems === 0
				? { className: 'muted', label: 'no problems', children: '–' }
				: {
						className: 'problems-cell',
						label: plural(openProblems, 'problem'),
						children: (
							<>
								<Icon svg={warning} className="state-weak" />
								{openProblems}
							</>
						),
					};
	}
}

function totalCell({ matrix }: TotalLine, field: MatrixLine): GridContent {
	const { totals } = matrix;
	if (field.kind === 'competency') {
		const { tagged, ready } = totals.columns[field.position] ?? { tagged: 0, ready: 0 };
		const words = columnTotals(matrix)[field.position] ?? '';
		return {
			className: 'total-cell',
			title: words,
			children: (
				<>
					{tagged}
					<span class="visually-hidden"> shown,</span>
					<span class="muted">{` · ${ready} ready`}</span>
				</>
			),
		};
	}
	if (field.kind !== 'attribute') return {};
	switch (field.attribute) {
		case 'strength':
			return {
				className: 'total-cell',
				title: 'Mean of the ratings',
				children: totals.strength === undefined ? '–' : `⌀ ${totals.strength}`,
			};
		case 'scope':
			return { className: 'total-cell' };
		case 'date':
			return { className: 'total-cell muted', children: `${totals.ready} ready` };
		case 'problems':
			return { className: 'total-cell', children: String(totals.problems) };
	}
}
