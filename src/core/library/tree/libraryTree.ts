import type { Lookups } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { competencyText } from '../competencyText.ts';
import { kinStories } from '../kinStories.ts';
import { carriedAlone, type Coverage, coverageOfOrdered } from '../coverage.ts';
import { compareFor, compareStories, isPrimary } from '../ranking.ts';
import { type LibraryStory, type StoryIndex, storyKey } from '../storyIndex.ts';
import { Branch, type LeafNode, type LeafSketch, type ParentFields, type ParentNode, type TreeNode } from './branch.ts';
import { competencyKey, competencyKeys, competencyOf, groupKeys, groupsInOrder, SortedRows } from './groups.ts';
import { showsBareCompetency, type TreeOptions } from './options.ts';
import type { StoryRow } from './storyRow.ts';
import { createTreeView, type FileFacts, type TreeView } from './treeView.ts';

/** Where the tree has everything from. */
export interface TreeSource {
	readonly index: StoryIndex;
	/** The active ones of all folders, in order of precedence. */
	lookups(): Lookups;
	options(): TreeOptions;
	/** @param file its URI as a string */
	factsOf(file: string): FileFacts;
	/** Names a file whatever its path becomes. */
	keyOf(file: string): string;
	/** Whether the competencies show although there is no story yet, as something is planned for one. */
	hasPlans(): boolean;
}

/** What a view of the tree has to draw again. */
export interface TreeChanges {
	/** Rows of the top level came, went or changed places: everything. */
	readonly all: boolean;
	/** Rows that look different, and those under which rows came, went or changed places. */
	readonly nodes: readonly TreeNode[];
}

/**
 * The rows of the Competencies view. A change of files costs what the groups of their stories hold, not the whole
 * library: other groups, and all that did not change, keep their nodes.
 */
export class LibraryTree {
	readonly #source: TreeSource;
	readonly #rows = new Map<string, readonly StoryRow[]>();
	#view: TreeView;
	#byCompetency: SortedRows;
	/** Undefined where they are grouped by competency. */
	#grouped: SortedRows | undefined;
	#branches: ReadonlyMap<string, Branch> = new Map();
	#coverage: readonly Coverage[] = [];
	#alone: readonly string[] = [];

	constructor(source: TreeSource) {
		this.#source = source;
		({ view: this.#view, byCompetency: this.#byCompetency, grouped: this.#grouped } = arrangement(source));
		this.rebuild();
	}

	/** The top level; nothing at all where the workspace holds no story and no plan. */
	roots(): readonly ParentNode[] {
		return [...this.#branches.values()].map(({ node }) => node);
	}

	children(node: TreeNode): readonly LeafNode[] {
		return this.#branches.get(node.id)?.rows ?? [];
	}

	parent(node: TreeNode): ParentNode | undefined {
		return node.kind === 'story' || node.kind === 'candidate' ? node.parent : undefined;
	}

	/** Every row of a story, in the order of the tree. */
	rowsOf(file: string, index: number): readonly LeafNode[] {
		return [...this.#branches.values()].flatMap(({ rows }) =>
			rows.filter(({ entry }) => entry.file === file && entry.index === index),
		);
	}

	/** How many of the competencies that show have no story. */
	get gaps(): number {
		return this.#coverage.filter(({ state }) => state === 'gap').length;
	}

	/** How many stories there are, and how many of them show. */
	get count(): { readonly stories: number; readonly shown: number } {
		const stories = [...this.#rows.values()].flat().filter(({ isCandidate }) => !isCandidate).length;
		const rows = [...this.#branches.values()].flatMap((branch) => branch.rows);
		return { stories, shown: new Set(rows.flatMap(({ kind, entry }) => (kind === 'story' ? entry : []))).size };
	}

	/** Reads everything again, after options, frameworks or settings changed. */
	rebuild(): TreeChanges {
		({ view: this.#view, byCompetency: this.#byCompetency, grouped: this.#grouped } = arrangement(this.#source));
		this.#rows.clear();
		this.#read(this.#source.index.files());
		return this.#refresh(undefined);
	}

	/** Takes in that files changed, came or went. */
	update(files: Iterable<string>): TreeChanges {
		const { lookups, options } = this.#view;
		// A change of frameworks or options meanwhile changes every row.
		if (lookups !== this.#source.lookups() || options !== this.#source.options()) return this.rebuild();
		return this.#refresh(this.#read(files));
	}

	/** @returns the groups that may hold other rows than before */
	#read(files: Iterable<string>): ReadonlySet<string> {
		const { index } = this.#source;
		const [removed, added]: [StoryRow[], StoryRow[]] = [[], []];
		for (const file of new Set(files)) {
			removed.push(...(this.#rows.get(file) ?? []));
			const stories = index.allOf(file);
			const areCandidates = index.get(file).kind === 'candidate';
			const rows =
				stories.length > 0
					? this.#view.rowsOf(stories, areCandidates, this.#source.factsOf(file), this.#source.keyOf(file))
					: [];
			added.push(...rows);
			if (rows.length > 0) this.#rows.set(file, rows);
			else this.#rows.delete(file);
		}
		return new Set([
			...this.#byCompetency.replace(removed, added),
			...(this.#grouped?.replace(removed, added) ?? []),
		]);
	}

	/** @param touched the groups that may hold other rows; undefined for all */
	#refresh(touched: ReadonlySet<string> | undefined): TreeChanges {
		this.#coverage = coverageOfOrdered(
			this.#view.lens.competencies.all,
			(id) => this.#byCompetency.rows(competencyKey(id)).map(({ seen }) => seen),
			this.#view.lookups.level,
		);
		const alone = carriedAlone(this.#coverage);
		const aloneNow = [...alone].map(([story, carried]) =>
			JSON.stringify([storyKey(story), carried.map(({ id }) => id)]),
		);
		const isTouched = touched && sameItems(aloneNow, this.#alone) ? (key: string) => touched.has(key) : () => true;
		this.#alone = aloneNow;
		const before = this.#branches;
		const changed: TreeNode[] = [];
		const branches = new Map<string, Branch>();
		for (const { key, fields, picture } of this.#parents(alone)) {
			const known = before.get(key);
			const branch = known ?? new Branch(key, fields, picture);
			const looksDifferent = branch.update(fields, picture);
			const rows = !known || isTouched(key) ? branch.arrange(this.#leaves(key, alone)) : [];
			if (looksDifferent || !rows) changed.push(branch.node);
			else changed.push(...rows);
			branches.set(key, branch);
		}
		this.#branches = branches;
		return { all: !sameItems([...before.keys()], [...branches.keys()]), nodes: changed };
	}

	/** The top level as it should be. */
	#parents(
		alone: Alone,
	): readonly { readonly key: string; readonly fields: ParentFields; readonly picture: string }[] {
		if (this.#source.index.size === 0 && !this.#source.hasPlans()) return [];
		const {
			options: { grouping, filter },
		} = this.#view;
		const rows = (key: string) => this.#rowsUnder(key);
		const competencies = grouping === 'competency' ? this.#coverage : [];
		const groups = groupsInOrder(grouping, (this.#grouped ?? this.#byCompetency).keys(), rows);
		return [
			...competencies.map((coverage) => {
				const {
					competency,
					stories: [only],
				} = coverage;
				const key = competencyKey(competency.id);
				const count = rows(key).length;
				const alsoCarried = (coverage.state === 'single' && only && alone.get(only)) || [];
				const others = alsoCarried.filter(({ id }) => id !== competency.id).map(({ name }) => name);
				const toLookAt = kinStories(coverage, this.#coverage).map(({ story }) => story.title);
				const picture = JSON.stringify([competencyText(coverage, others, toLookAt), count > 0]);
				return {
					key,
					fields: { kind: 'competency', coverage, count, alsoCarried: others, toLookAt } as const,
					picture,
				};
			}),
			...groups.map(([key, group]) => {
				const count = rows(key).length;
				return {
					key,
					fields: { kind: 'group', group, count } as const,
					picture: JSON.stringify([group, count]),
				};
			}),
		].filter(
			({ fields }) =>
				fields.count > 0 ||
				(fields.kind === 'competency' && showsBareCompetency(filter, fields.coverage.competency)),
		);
	}

	#leaves(key: string, alone: Alone): readonly LeafSketch[] {
		const competency = competencyOf(key);
		const best = new Set(
			competency === undefined ? [] : this.#coverage.find((each) => each.competency.id === competency)?.best,
		);
		return this.#rowsUnder(key).map(({ key: rowKey, entry, seen, facts, isCandidate, picture }): LeafSketch => {
			if (isCandidate) return { key: rowKey, picture, fields: { kind: 'candidate', entry, facts } };
			const carriesAlone = (alone.get(seen) ?? []).map(({ name }) => name);
			const isBest = best.has(seen);
			const secondary = competency !== undefined && !isPrimary(seen, competency);
			const tag = competency === undefined ? undefined : this.#view.lens.tagFor(entry, competency);
			const marks = `${Number(isBest)}${Number(secondary)}${carriesAlone.join('\n')}`;
			return {
				key: rowKey,
				picture: `${picture}${marks}`,
				fields: { kind: 'story', entry, facts, best: isBest, secondary, tag, carriesAlone },
			};
		});
	}

	/** What the filter shows of a group; under a competency the retired ones last. */
	#rowsUnder(key: string): readonly StoryRow[] {
		const rows = (this.#grouped ?? this.#byCompetency).rows(key).filter(({ shown }) => shown);
		if (competencyOf(key) === undefined) return rows;
		const isRetired = ({ facts }: StoryRow) => facts.status === 'retired';
		return [...rows.filter((row) => !isRetired(row)), ...rows.filter(isRetired)];
	}
}

type Alone = ReadonlyMap<LibraryStory, readonly Competency[]>;

/** The view of the library, with groups that hold no rows yet. */
function arrangement(source: TreeSource): {
	view: TreeView;
	byCompetency: SortedRows;
	grouped: SortedRows | undefined;
} {
	const view = createTreeView(source.lookups(), source.options());
	const { grouping } = view.options;
	const byReadiness = (a: StoryRow, b: StoryRow) => compareStories(a.entry, b.entry);
	const byCompetency = new SortedRows(competencyKeys, (key) => {
		const competency = competencyOf(key);
		if (competency === undefined) return byReadiness;
		const compare = compareFor(competency, view.lookups.level);
		return (a, b) => compare(a.seen, b.seen);
	});
	const grouped =
		grouping === 'competency'
			? undefined
			: new SortedRows(groupKeys(grouping, view.lens.framework !== undefined), () => byReadiness);
	return { view, byCompetency, grouped };
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}
