import * as vscode from 'vscode';
import type { TreeNode } from '../../core/tree/nodes.ts';
import { Disposables } from '../disposables.ts';
import { contextKeys, views } from '../ids.ts';
import { KeyedDebounce } from '../keyedDebounce.ts';
import type { Services } from '../services.ts';
import { CompetencyTreeModel } from '../tree/competencyTreeModel.ts';
import { StoryDragAndDrop } from '../tree/storyDragAndDrop.ts';
import { toTreeItem } from '../tree/treeItems.ts';

/** A burst of changes, as a scan makes it, redraws the tree once; in milliseconds, below what an eye notices. */
const redrawPause = 50;

/** Shows the competencies with their stories in the side bar. */
export function registerCompetencyTree(services: Services): vscode.Disposable {
	const { storyFiles, bank, scanned } = services;
	const disposables = new Disposables();
	const model = new CompetencyTreeModel(storyFiles.index, () => bank.coverageFor(undefined));
	const changes = disposables.add(new vscode.EventEmitter<undefined>());
	const redraw = disposables.add(new KeyedDebounce(redrawPause));
	const treeDataProvider: vscode.TreeDataProvider<TreeNode> = {
		onDidChangeTreeData: changes.event,
		getTreeItem: toTreeItem,
		// Until the scan is over an empty tree would claim that there are no stories.
		getChildren: async (node) => {
			if (node) return [...model.children(node)];
			await scanned;
			return [...model.roots()];
		},
		getParent: (node) => model.parent(node),
	};
	const dragAndDropController = new StoryDragAndDrop(services);
	disposables.add(vscode.window.createTreeView(views.competencies, { treeDataProvider, showCollapseAll: true, canSelectMany: true, dragAndDropController }));
	// Not merely that the scan is over: the welcome view would flash up until the first rows arrive.
	const tellWhetherEmpty = () => vscode.commands.executeCommand('setContext', contextKeys.empty, model.roots().length === 0);
	let shown = '';
	const redrawWhatChanged = () => {
		const picture = pictureOf(model);
		// A redraw swallows a click that comes meanwhile, and a story that is merely opened or closed shows nothing new.
		if (picture !== shown) changes.fire(undefined);
		shown = picture;
		void scanned.then(tellWhetherEmpty);
	};
	disposables.add(storyFiles.index.onDidChange(() => redraw.schedule('tree', redrawWhatChanged)));
	void scanned.then(tellWhetherEmpty);
	return disposables;
}

/** Everything that the tree shows, to tell one state from another. */
function pictureOf(model: CompetencyTreeModel): string {
	return JSON.stringify(model.roots().map((root) => [root, ...model.children(root)].map(toTreeItem)));
}
