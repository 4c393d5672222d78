import fc from 'fast-check';
import * as vscode from 'vscode';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { closeEditors } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';
import { inEveryHost } from './hosts.ts';
import { problemsAt, problemsOf } from './problems.ts';
import { scratchFolder, type ScratchFolder } from './scratchFolder.ts';
import { starStories } from './starStories.ts';
import { wantedRun } from './wantedRun.ts';
import { workspaceSettings } from './workspaceSettings.ts';

/** Few, as each waits for VS Code to tell of its files. */
const sequencesOfARound = wantedRun().isDeep ? 10 : 3;

/** What happens is the same in each run; in which order the editor tells of it is not. */
const seed = 2026;

/** What the settings come to while the files of a round change, from first to last. */
const allRounds: readonly (readonly Settings[])[] = [
	[
		{ frameworks: ['google'], severity: 'warning' },
		{ frameworks: ['staff', 'google'], severity: 'off' },
	],
	[{ frameworks: ['staff'], severity: 'warning' }],
	[
		{ frameworks: ['staff'], severity: 'off' },
		{ frameworks: ['staff'], severity: 'error' },
	],
	[
		{ frameworks: ['staff', 'google'], severity: 'error' },
		{ frameworks: ['google'], severity: 'off' },
		{ frameworks: ['staff'], severity: 'warning' },
	],
	[{ frameworks: ['meta'], severity: 'error' }],
];

/** One shows that VS Code tells what is expected of it: all else is tried without it, in storiesOfWorkspace.test.ts. */
const rounds = wantedRun().isDeep ? allRounds : allRounds.slice(0, 1);

interface Settings {
	readonly frameworks: readonly string[];
	readonly severity: 'off' | 'warning' | 'error';
}

const names = ['one/a.md', 'one/b.md', 'one/deep/a.md', 'one/deep/b.md', 'two/a.md', 'two/deep/a.md'];
const name = fc.constantFrom(...names);
const text = fc.constantFrom(
	'---\ncompetencies: [mentorship]\n---\n# One\n\n## Situation\n\nText.\n',
	'---\ncompetencies: [mentorship, mentorship]\n---\n# Two\n\n## Situation\n\nText.\n',
	'# A note\n',
	'---\ncompetencies: [tech]\nstatus: ready\nstrength: 4\n---\n## Task\n',
	'# Bank\n\n## A\n\n**Competencies:** mentorship\n\n**Task:** t\n\n## B\n\n**Competencies:** general-cognitive-ability\n**Strength:** 3\n\n**Task:** t\n',
	'# C\n\n**Situation:** I saw.\n\n**Task:** My own.\n\n**Action:** I did.\n',
);
const move = fc.constantFrom(
	['one/deep', 'two/deep'],
	['two/deep', 'one/deep'],
	['one/deep', 'one/deeper'],
	['two', 'elsewhere/two'],
	['elsewhere/two', 'two'],
);

/** Something that happens to the files of one sequence. */
type Step =
	| readonly [kind: 'write' | 'type', name: string, text: string]
	| readonly [kind: 'delete' | 'save' | 'revert', name: string]
	| readonly [kind: 'rename' | 'move', from: string, to: string]
	| readonly [kind: 'check out', files: readonly (readonly [name: string, text: string | null])[]];

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 5, arbitrary: fc.tuple(fc.constant('write' as const), name, text) },
	{ weight: 3, arbitrary: fc.tuple(fc.constant('type' as const), name, text) },
	{ weight: 2, arbitrary: fc.tuple(fc.constantFrom('delete' as const, 'save' as const), name) },
	{ weight: 1, arbitrary: fc.tuple(fc.constant('revert' as const), name) },
	{ weight: 2, arbitrary: fc.tuple(fc.constant('rename' as const), name, name) },
	{ weight: 2, arbitrary: move.map(([from = '', to = '']) => ['move' as const, from, to] as const) },
	{
		weight: 1,
		arbitrary: fc.tuple(
			fc.constant('check out' as const),
			fc.array(fc.tuple(name, fc.option(text)), { maxLength: 6 }),
		),
	},
);

inEveryHost('files', 'what is known of files', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	afterEach(closeEditors);

	for (const [number, course] of rounds.entries()) {
		it(`equals what they say, whatever happened to them: round ${number + 1} of ${rounds.length}`, async () => {
			const sequences = fc.sample(fc.array(step, { minLength: 4, maxLength: 12 }), {
				numRuns: sequencesOfARound,
				seed: seed + number,
			});
			const changeSettings = async () => {
				for (const change of course) await settings.replace(inFull(change));
			};
			// Side by side, each in a folder of its own, as waiting is what takes the time.
			await Promise.all([
				changeSettings(),
				...sequences.map((steps, sequence) => perform(steps, scratch, `${sequence}/`)),
			]);
			const inForce = course.at(-1) ?? { frameworks: [], severity: 'off' };
			await eventuallyEquals(
				async () => differences(await whatTheySay(scratch.uri, inForce), await known(scratch.uri)),
				[],
			);
		});
	}
});

function inFull({ frameworks, severity }: Settings): Readonly<Record<string, unknown>> {
	return { 'starStories.frameworks': frameworks, 'starStories.rules': { 'section-missing': severity } };
}

async function perform(steps: readonly Step[], scratch: ScratchFolder, prefix: string): Promise<void> {
	const { fs } = vscode.workspace;
	const at = (path: string) => scratch.file(prefix + path);
	// What is not there cannot be deleted, moved or typed into: then nothing happens.
	const attempt = async (happening: PromiseLike<unknown>) => void (await happening.then(undefined, () => undefined));
	for (const [kind, ...what] of steps) {
		if (kind === 'check out') {
			const [files] = what as unknown as readonly [readonly (readonly [string, string | null])[]];
			for (const [path, content] of files)
				await (content === null ? attempt(fs.delete(at(path))) : scratch.write(prefix + path, content));
			continue;
		}
		const [path, other = ''] = what as readonly string[] as readonly [string, string?];
		if (kind === 'write') await scratch.write(prefix + path, other);
		else if (kind === 'delete') await attempt(fs.delete(at(path)));
		else if (kind === 'rename' || kind === 'move')
			await attempt(fs.rename(at(path), at(other), { overwrite: true }));
		else await attempt(edit(kind, at(path), other));
	}
}

/** One at a time, as only the editor with the focus can be reverted. */
let reverting: Promise<void> = Promise.resolve();

async function edit(kind: 'type' | 'save' | 'revert', uri: vscode.Uri, content: string): Promise<void> {
	const document = await vscode.workspace.openTextDocument(uri);
	if (kind === 'save') {
		await document.save();
	} else if (kind === 'type') {
		const typing = new vscode.WorkspaceEdit();
		typing.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), content);
		await vscode.workspace.applyEdit(typing);
	} else {
		const revert = async () => {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand('workbench.action.files.revert');
		};
		reverting = reverting.then(revert, revert);
		await reverting;
	}
}

type Picture = Readonly<Record<string, { readonly stories: readonly string[]; readonly problems: readonly string[] }>>;

/**
 * What the files below a folder say now, read and analysed from nothing: what is in an editor first. Files without
 * stories say nothing.
 */
async function whatTheySay(folder: vscode.Uri, { frameworks, severity }: Settings): Promise<Picture> {
	const context = {
		lookups: new Lookups(frameworks.flatMap((id) => builtInFrameworks.get(id) ?? [])),
		severities: { 'section-missing': severity },
		today: new Date().toISOString().slice(0, 10),
	} as const;
	const unsaved = vscode.workspace.textDocuments
		.filter(({ uri, isDirty }) => isDirty && uri.path.startsWith(`${folder.path}/`))
		.map(({ uri }) => uri);
	const picture: Record<string, Picture[string]> = {};
	for (const uri of [...(await filesBelow(folder)), ...unsaved]) {
		// VS Code itself may not notice that a file was deleted and written again at once: then its editor shows what was.
		const document = vscode.workspace.textDocuments.find(
			(each) => !each.isClosed && each.uri.toString() === uri.toString(),
		);
		const content = document?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
		const { stories, problems, kind } = analyse(content, {
			...context,
			fileName: uri.path.split('/').at(-1) ?? '',
		});
		const tagged = kind === 'candidate' ? [] : stories.map(({ title }) => title);
		if (tagged.length + problems.length > 0)
			picture[uri.toString()] = {
				stories: tagged,
				problems: problemsAt(
					content,
					problems.map(({ rule, span }) => ({ rule, ...span })),
				),
			};
	}
	return inOrder(picture);
}

async function filesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
	const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
	const found = entries.map(async ([entry, type]) => {
		const uri = vscode.Uri.joinPath(folder, entry);
		return type === vscode.FileType.Directory ? filesBelow(uri) : [uri];
	});
	return (await Promise.all(found)).flat();
}

/** What the extension knows of the files below a folder. */
async function known(folder: vscode.Uri): Promise<Picture> {
	const api = await starStories();
	const isBelow = (file: string) => file.startsWith(`${folder.toString()}/`);
	const stories = api.stories().filter(({ file }) => isBelow(file));
	const files = new Set([
		...stories.map(({ file }) => file),
		...api
			.problems()
			.map(({ file }) => file)
			.filter(isBelow),
	]);
	const diagnosed = vscode.languages
		.getDiagnostics()
		.map(([uri]) => uri.toString())
		.filter((file) => isBelow(file) && problemsOf(vscode.Uri.parse(file, true)).length > 0);
	for (const file of diagnosed) files.add(file);
	const titlesIn = (file: string) => stories.filter((story) => story.file === file).map(({ title }) => title);
	return inOrder(
		Object.fromEntries(
			[...files].map((file) => [
				file,
				{ stories: titlesIn(file), problems: problemsOf(vscode.Uri.parse(file, true)) },
			]),
		),
	);
}

/** The files of which too much or too little is known, with what they say and what is known. */
function differences(expected: Picture, actual: Picture): readonly string[] {
	const files = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].toSorted();
	const told = (picture: Picture, file: string) => JSON.stringify(picture[file]) ?? 'nothing';
	return files
		.filter((file) => told(expected, file) !== told(actual, file))
		.map((file) => `${file} says ${told(expected, file)}, known is ${told(actual, file)}`);
}

function inOrder(picture: Picture): Picture {
	return Object.fromEntries(Object.entries(picture).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
