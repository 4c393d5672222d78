import * as vscode from 'vscode';
import { isRenamed, type RenameResult, type Renaming } from '../../../core/edit/rename.ts';
import type { Framework } from '../../../core/framework/model.ts';
import { EditsOfFiles } from '../../../core/library/editsOfFiles.ts';
import type { FrameworkFile, Frameworks } from '../../../core/library/frameworks.ts';
import { tagAt } from '../../../core/library/languageFeatures/hover.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { interviewsUri } from '../../../core/questions/interviews/interviewFiles.ts';
import { opportunitiesUri } from '../../../core/questions/opportunities/opportunityFiles.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { Workspace } from '../../../core/library/workspace.ts';
import { applyEdits } from '../../../core/text/edit.ts';
import { LineMap } from '../../../core/text/lines.ts';
import { type Span, touches } from '../../../core/text/span.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { entriesOf } from '../../files.ts';
import { toRange, toTextEdits } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';
import { plansFolder } from '../commands/interviewPlan.ts';

/** What a rename takes. */
export interface RenameServices {
	readonly workspace: Workspace;
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

/** Renames a competency from one of its tags or from the framework file, in every file that spells it so. */
export function registerCompetencyRename(services: RenameServices): vscode.Disposable {
	const provider: vscode.RenameProvider = {
		async prepareRename(document, position) {
			const place = await placeAt(document, position, services);
			return place && { range: toRange(document, place.span), placeholder: place.text };
		},
		async provideRenameEdits(document, position, newName) {
			const place = await placeAt(document, position, services);
			return place && renameCompetency(document.uri, { from: place.text, to: newName.trim() }, services);
		},
	};
	return vscode.languages.registerRenameProvider([{ language: 'markdown' }, { language: 'yaml' }], provider);
}

interface NamePlace {
	readonly text: string;
	readonly span: Span;
}

async function placeAt(
	document: vscode.TextDocument,
	position: vscode.Position,
	{ language, storyFiles, frameworks }: RenameServices,
): Promise<NamePlace | undefined> {
	const offset = document.offsetAt(position);
	const file = frameworks.file(document.uri.toString());
	if (file) {
		const { entries, references } =
			document.getText() === file.text
				? file.loaded
				: await language.call('loadFramework', [document.getText()], { urgent: true });
		const places = [
			...entries.flatMap(({ id, name, aliases }) => [id, ...(name ? [name] : []), ...aliases]),
			...references.map(({ written }) => written),
		];
		const place = places.find(({ span }) => touches(span, offset));
		return place && { text: place.value, span: place.span };
	}
	const tag =
		storyFiles.get(document.uri.toString()) &&
		tagAt((await storyFiles.analysisOf(asOpenDocument(document))).stories, offset)?.tag;
	return tag && { text: tag.text, span: tag.span };
}

/**
 * The edits that rename a competency in its framework file, and in every story and plan of the folder that calls it so.
 *
 * @param origin a file of that folder
 * @throws Error where nothing can be renamed, in words for the author
 */
export async function renameCompetency(
	origin: vscode.Uri,
	renaming: Renaming,
	services: RenameServices,
): Promise<vscode.WorkspaceEdit> {
	if (renaming.to === '' || /[\r\n]/u.test(renaming.to)) throw new Error('A name is one line of text.');
	const { workspace, language, frameworks, storyFiles } = services;
	// A story that is not known yet would keep a name that nobody knows any more.
	await services.allKnown();
	const files = new EditsOfFiles(workspace);
	const folder = workspace.folderOf(origin.toString())?.uri;
	const read = frameworks.fileFor(origin.toString());
	const file = read && (await asItIsNow(read, services));
	const changes: { uri: vscode.Uri; edits: vscode.TextEdit[] }[] = [];
	const change = async (uri: string, compute: (text: string) => Promise<RenameResult>) => {
		const made = await files.of(uri, async (text) => {
			const result = await compute(text);
			if ('edits' in result) return result.edits;
			throw new Error(result.refusal);
		});
		if (made)
			changes.push({ uri: vscode.Uri.parse(uri, true), edits: toTextEdits(LineMap.of(made.text), made.edits) });
		return made?.edits ?? [];
	};

	const ownEdits = file
		? await change(file.uri, async (text) =>
				text === file.text
					? language.call('renameInFramework', [{ text, loaded: file.loaded }, renaming], { urgent: true })
					: { refusal: 'it has changed meanwhile.' },
			)
		: [];
	const becomes = file && ownEdits.length > 0 ? await frameworkAfter(file, ownEdits, language) : undefined;
	const { competencies } = frameworks.lookupsFor(origin.toString());
	const competency = competencies.find(renaming.from);
	if (competency && !becomes && !competencies.find(renaming.to) && files.refusals.size === 0) {
		throw new Error(
			`“${competency.name}” belongs to a built-in framework. Add an alias in star-framework.yaml to call it otherwise.`,
		);
	}

	for (const { uri } of storyFiles.counted()) {
		// Since the loop began it may have been read again.
		const known = storyFiles.get(uri);
		if (!known) continue;
		const names = known.analysis.stories.flatMap(({ tags, details: { angles = [] } }) => [
			...tags.map(({ text }) => text),
			...angles.map(({ key }) => key.value),
		]);
		if (workspace.folderOf(uri)?.uri !== folder || !names.some((name) => isRenamed(name, renaming))) continue;
		const context = { fileName: nameOf(uri), lookups: frameworks.lookupsFor(uri) };
		await change(uri, (text) =>
			language.call('renameInStories', [text, context, becomes, renaming], { urgent: true }),
		);
	}
	const planned = folder === undefined ? undefined : opportunitiesUri(folder, workspace);
	if (planned !== undefined)
		await change(planned, (text) =>
			language.call(
				'renameInOpportunities',
				[text, { lookups: frameworks.lookupsFor(planned) }, becomes, renaming],
				{ urgent: true },
			),
		);
	const held = folder === undefined ? undefined : interviewsUri(folder, workspace);
	if (held !== undefined)
		await change(held, (text) =>
			language.call('renameInInterviews', [text, { lookups: frameworks.lookupsFor(held) }, becomes, renaming], {
				urgent: true,
			}),
		);
	for (const plan of folder === undefined || !becomes ? [] : await plansIn(folder))
		await change(plan, (text) => language.call('renameInPlan', [text, becomes, renaming], { urgent: true }));
	if (!files.hold) return renameCompetency(origin, renaming, services);
	// Half a rename leaves tags that nobody knows.
	const refusals = [...files.refusals].map(([uri, reason]) => `${workspace.shownPath(uri)}: ${reason}`);
	if (refusals.length > 0) throw new Error(`Nothing was renamed. ${refusals.join(' ')}`);
	return toWorkspaceEdit(changes, renaming);
}

/** The plans of interviews in a folder of the workspace. */
async function plansIn(folder: string): Promise<readonly string[]> {
	const directory = vscode.Uri.joinPath(vscode.Uri.parse(folder, true), plansFolder);
	const names = (await entriesOf(directory)).filter((name) => /\.md$/iu.test(name));
	return names.toSorted().map((name) => vscode.Uri.joinPath(directory, name).toString());
}

/** A framework file with what has been typed since it was read. */
async function asItIsNow(file: FrameworkFile, { language, workspace }: RenameServices): Promise<FrameworkFile> {
	const text = workspace.document(file.uri)?.getText() ?? file.text;
	if (text === file.text) return file;
	return {
		uri: file.uri,
		text,
		loaded: await language.call('loadFramework', [text], { urgent: true }),
		lines: LineMap.of(text),
	};
}

async function frameworkAfter(
	file: FrameworkFile,
	edits: Parameters<typeof applyEdits>[1],
	language: LanguageClient,
): Promise<Framework | undefined> {
	return (await language.call('loadFramework', [applyEdits(file.text, edits)], { urgent: true })).framework;
}

/**
 * One edit that is undone as a whole. It does not ask for confirmation: VS Code shows what does with nothing ticked,
 * and half a rename leaves tags that nobody knows. Ctrl+Enter in the rename box shows the preview with everything
 * ticked.
 */
function toWorkspaceEdit(
	changes: readonly { uri: vscode.Uri; edits: vscode.TextEdit[] }[],
	{ from, to }: Renaming,
): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	const label = `Rename “${from}” to “${to}”`;
	const metadata = { label, needsConfirmation: false };
	for (const { uri, edits } of changes)
		edit.set(
			uri,
			edits.map((each): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [each, metadata]),
		);
	return edit;
}
