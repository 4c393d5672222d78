import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { KeyedDebounce } from '../../../core/library/keyedDebounce.ts';
import type { Log } from '../../../core/library/log.ts';
import { logError } from '../../../core/library/log.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { CompetencyNode, TreeNode } from '../../../core/library/tree/branch.ts';
import { storyHover } from '../../../core/library/storyHover.ts';
import { findingsOfStory } from '../../../core/library/storyProblems.ts';
import { FileKeys } from '../../../core/library/tree/groups.ts';
import { FrameworkGroups } from '../../../core/library/tree/frameworkGroups.ts';
import { LibraryTree, type TreeChanges, type TreeSource } from '../../../core/library/tree/libraryTree.ts';
import { isEveryStory } from '../../../core/library/tree/options.ts';
import type { OpportunityFiles } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { setContext } from '../../contextKey.ts';
import { contextKeys, views } from '../../ids.ts';
import { systemClock } from '../../workspace.ts';
import { cueCardOf } from '../commands/cueCards.ts';
import type { StoryPractices } from '../practice/storyPractices.ts';
import { frameworkItem } from './groupItem.ts';
import { opportunityItem, OpportunityRows, registerOpportunityRows, type ViewNode } from './opportunityRows.ts';
import { Expansion, firstLook, Redraws } from './redraws.ts';
import { registerRevealStory } from './revealStory.ts';
import { StoryDragAndDrop } from './storyDragAndDrop.ts';
import { registerTreeCommands } from './treeCommands.ts';
import { addPractice, registerRetiredDecoration } from './treeItems.ts';
import { fileFactsOf, toTreeItem } from './treeItems.ts';
import { RememberedOptions, viewMessage } from './viewOptions.ts';

interface TreeServices {
	/** Remembers how the tree is looked at. */
	readonly workspaceState: vscode.Memento;
	readonly log: Log;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	readonly storyEdits: StoryEdits;
	readonly opportunities: OpportunityFiles;
	readonly storyPractices: StoryPractices;
	/** Resolves when the first scan of the workspace is over. */
	readonly scanned: Promise<void>;
	/** Finds what came into a workspace without stories and was not told of. */
	readonly lookAround: () => Promise<void>;
}

/** Pause before changes redraw the tree together, in milliseconds: short enough not to be noticed. */
const redrawPause = 50;

/**
 * From one redraw to the next, in milliseconds. VS Code waits for 200 ms in which nothing more is to be drawn; measured
 * in 1.100 and 1.139, where a scan that redraws more often shows nothing until it is over.
 */
const redrawInterval = 300;

/** Shows the competencies with their stories in the side bar. */
export function registerCompetencyTree(services: TreeServices): vscode.Disposable {
	const { workspaceState, log, frameworks, storyFiles, storyEdits, opportunities, storyPractices, scanned } =
		services;
	const { index } = storyFiles;
	const disposables = new Disposables();
	const options = disposables.add(new RememberedOptions(workspaceState));
	const active = () => frameworks.for(undefined);
	const keys = new FileKeys();
	disposables.add(
		storyFiles.onDidMove((moves) => {
			for (const { from, to } of moves) keys.move(from, to);
		}),
	);
	const hasPlans = () => opportunities.all.some(({ competency }) => competency !== undefined);
	const source: TreeSource = {
		index,
		lookups: () => frameworks.lookupsFor(undefined),
		options: () => options.current,
		factsOf: fileFactsOf(storyFiles),
		keyOf: (file) => keys.of(file),
		hasPlans,
	};
	let built: LibraryTree | undefined;
	// Not built while the extension starts, as no story is known yet.
	const tree = () => (built ??= new LibraryTree(source));
	const isFiltered = () => !isEveryStory(options.current.filter);
	const expansion = new Expansion(isFiltered);
	const planned = new OpportunityRows(opportunities);
	const redraws = disposables.add(new Redraws());
	// Not while filtering, as that looks for stories.
	const plannedUnder = (node: CompetencyNode) => (isFiltered() ? [] : planned.under(node));
	// The last stories are drawn as soon as the scan is over: later the view looks complete, and may be in use.
	const settled = scanned
		.then(() => {
			takeIn();
			return redraws.drawn();
		})
		.catch(logError(log));
	const looked = firstLook(index, scanned, settled);
	const frameworkGroups = new FrameworkGroups();
	const regroup = () => frameworkGroups.update(tree().roots(), source.lookups(), source.options());
	let isDrawn = false;
	const itemOf = (node: TreeNode) => {
		const item = toTreeItem(node, (competency) => frameworks.fileNaming(competency) !== undefined);
		const practice = node.kind === 'story' ? storyPractices.of(node.entry) : undefined;
		return practice ? addPractice(item, practice, Date.now()) : item;
	};
	const treeDataProvider: vscode.TreeDataProvider<ViewNode> = {
		onDidChangeTreeData: redraws.event,
		getTreeItem: (node) => {
			redraws.asked(node);
			if (node.kind === 'opportunity')
				return opportunityItem(node, storyFiles.contextFor(node.opportunity.file).today ?? '');
			if (node.kind === 'framework') return expansion.applyTo(frameworkItem(node), node);
			const item = itemOf(node);
			// What rests on a row asks for more than a row needs.
			if (node.kind === 'story') delete item.tooltip;
			if (node.kind === 'competency' && plannedUnder(node).length > 0)
				item.collapsibleState ||= vscode.TreeItemCollapsibleState.Collapsed;
			return expansion.applyTo(item, node);
		},
		getChildren: async (node) => {
			if (node?.kind === 'opportunity') return [];
			if (node?.kind === 'framework') return [...node.competencies];
			if (!node) redraws.asked(undefined);
			if (node) return [...tree().children(node), ...(node.kind === 'competency' ? plannedUnder(node) : [])];
			await looked();
			if (!isDrawn) {
				// The first rows show all that is read by now: drawing them a second time would lose a click.
				takeInChanges();
				isDrawn = true;
				void scanned.then(showAround);
			}
			regroup();
			return [...frameworkGroups.top(tree().roots())];
		},
		resolveTreeItem: async (item, node) => {
			if (node.kind !== 'story') return item;
			const { tooltip } = itemOf(node);
			const { file, index: position } = node.entry;
			const card = cueCardOf(await storyFiles.withItsWords(node.entry), vscode.Uri.parse(file, true), frameworks);
			const findings = findingsOfStory(index.get(file), position);
			if (tooltip instanceof vscode.MarkdownString) tooltip.appendMarkdown(`\n\n${storyHover(findings, card)}`);
			return Object.assign(item, { tooltip });
		},
		getParent: (node) => {
			if (node.kind === 'framework') return undefined;
			if (!isDrawn) regroup();
			if (node.kind === 'competency' || node.kind === 'group') return frameworkGroups.parent(node);
			return node.kind === 'opportunity' ? node.parent : tree().parent(node);
		},
	};
	const dragAndDropController = new StoryDragAndDrop(index, storyEdits);
	const view = disposables.add(
		vscode.window.createTreeView(views.competencies, {
			treeDataProvider,
			showCollapseAll: true,
			canSelectMany: true,
			dragAndDropController,
			manageCheckboxStateManually: true,
		}),
	);

	// VS Code puts it behind the name of the container, and a narrow side bar would cut both.
	view.title = 'STAR Stories';
	disposables.add(expansion.follow(view));
	disposables.add(
		view.onDidChangeVisibility(({ visible }) => visible && void services.lookAround().catch(logError(log))),
	);

	const treeChanges = disposables.add(new vscode.EventEmitter<void>());
	const show = ({ all, nodes: rows }: TreeChanges) => {
		const nodes = [...regroup(), ...rows];
		// Only changed rows are drawn anew, and none before the first ones were drawn.
		if (isDrawn && all) redraws.fire(undefined);
		else if (isDrawn && nodes.length > 0) redraws.fire(nodes);
		treeChanges.fire();
		void scanned.then(showAround);
	};
	const showAround = () => {
		const { gaps } = tree();
		const isEmpty = index.size === 0;
		const hasStories = index.taggedFiles.length > 0;
		const tooltip = gaps === 1 ? '1 competency without a story' : `${gaps} competencies without a story`;
		view.badge = !hasStories || gaps === 0 ? undefined : { value: gaps, tooltip };
		view.message = isEmpty ? '' : viewMessage(options.current, active(), tree());
		setContext(contextKeys.empty, isEmpty);
		setContext(contextKeys.hasStories, hasStories);
		setContext(contextKeys.hasCandidates, index.hasCandidates);
		setContext(contextKeys.narrowed, !options.areDefault);
		setContext(contextKeys.severalFrameworks, active().length > 1);
	};

	const changed = new Set<string>();
	let drawn = 0;
	const soon = disposables.add(new KeyedDebounce(systemClock, redrawPause));
	const takeIn = () => {
		soon.cancel('tree');
		if (changed.size > 0) show(takeInChanges());
	};
	const takeInChanges = (): TreeChanges => {
		const files = [...changed];
		changed.clear();
		drawn = Date.now();
		return tree().update(files);
	};
	disposables.add(
		index.onDidChange((found) => {
			// The first change of a burst sets the time: a long scan must not put it off again and again.
			if (changed.size === 0)
				soon.schedule('tree', takeIn, Math.max(redrawPause, drawn + redrawInterval - Date.now()));
			for (const file of found.keys()) changed.add(file);
		}),
	);
	disposables.add(frameworks.onDidChange(() => show(tree().rebuild())));
	let wasFiltered = isFiltered();
	disposables.add(
		options.onDidChange(() => {
			const { all, nodes } = tree().rebuild();
			show({ all: all || wasFiltered !== isFiltered(), nodes });
			wasFiltered = isFiltered();
		}),
	);
	// Rows keep their places: only their tooltips change.
	disposables.add(
		storyPractices.onDidChange((stories) => {
			show({ all: false, nodes: stories.flatMap(({ file, index: position }) => tree().rowsOf(file, position)) });
		}),
	);
	disposables.add(opportunities.onDidChange(() => show({ ...tree().rebuild(), all: true })));
	disposables.add(registerOpportunityRows(tree, planned, view, redraws, { opportunities, log }));
	disposables.add(registerRevealStory(tree, view, storyFiles, scanned, treeChanges.event, log));
	disposables.add(registerTreeCommands(options, active));
	disposables.add(registerRetiredDecoration());
	void scanned.then(showAround);
	return disposables;
}
