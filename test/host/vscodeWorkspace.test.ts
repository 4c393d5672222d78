import { expect } from 'chai';
import * as vscode from 'vscode';
import { isWithin, joinPath, nameOf, pathOf } from '../../src/core/library/uris.ts';
import { VscodeWorkspace } from '../../src/vscode/workspace.ts';
import { eventually } from './eventually.ts';
import { inEveryHost } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';

inEveryHost('files', 'URIs as strings', () => {
	const odd = [
		'a b.md',
		"it's (100%) #1!*.md",
		'ä/ö é.md',
		'c:/d+e=f&g,h;i@j$k.md',
		'[x]~^`{|}"<>.md',
		'../up.md',
		'./same.md',
		'deep/../flat.md',
	];

	it('are written as VS Code writes them', () => {
		for (const folder of [
			'file:///',
			'file:///home/me',
			'file:///c%3A/Users/me',
			'vscode-test-web://mount/stories',
			'vscode-vfs://github%2B7b/me/my%20stories',
		]) {
			const uri = vscode.Uri.parse(folder, true);
			for (const path of odd) {
				const expected = vscode.Uri.joinPath(uri, path);
				const joined = joinPath(uri.toString(), path);
				expect(joined).to.equal(expected.toString());
				expect([pathOf(joined), nameOf(joined)]).to.deep.equal([
					expected.path,
					expected.path.replace(/^.*\//u, ''),
				]);
			}
		}
	});

	it('tell what lies in what', () => {
		const [parent, inside, beside] = ['/a b', '/a b/c.md', '/a bc.md'].map((path) =>
			vscode.Uri.file(path).toString(),
		) as [string, string, string];
		expect([parent, inside, beside].map((uri) => isWithin(uri, parent))).to.deep.equal([true, true, false]);
		expect(isWithin(inside, 'file:///')).to.equal(true);
	});
});

inEveryHost('files', 'the workspace', () => {
	const scratch = scratchFolder();

	it('tells of every file that comes, or of Markdown and ignore files alone', async () => {
		const failures: unknown[] = [];
		const workspace = new VscodeWorkspace({ error: (error) => void failures.push(error) });
		try {
			const heard = new Set<string>();
			workspace.onDidChangeFile(({ kind, uri }) => heard.add(`${kind} ${uri}`));
			const hearsOf = async (kind: string, path: string) =>
				eventually(
					() => heard,
					() => heard.has(`${kind} ${scratch.file(path).toString()}`),
				);
			// VS Code begins to watch a new folder a while after it tells of it, and until then misses folders in it.
			let written = 0;
			for (const folder of ['.', 'deep']) {
				const files: string[] = [];
				await eventually(
					async () => {
						files.push(`${folder}/one-${written++}.ts`);
						await scratch.write(files.at(-1) ?? '', '');
						return heard;
					},
					() => files.some((file) => heard.has(`created ${scratch.file(file).toString()}`)),
				);
			}
			workspace.watchEverything(false);
			await scratch.write('deep/two.ts', '');
			await scratch.write('deep/two.MD', '# A note\n');
			await hearsOf('created', 'deep/two.MD');
			await scratch.write('deep/.ignore', '# nothing\n');
			await hearsOf('created', 'deep/.ignore');
			await vscode.workspace.fs.delete(scratch.file('deep/two.MD'));
			await hearsOf('deleted', 'deep/two.MD');
			workspace.watchEverything(true);
			await scratch.write('deep/three.ts', '');
			await hearsOf('created', 'deep/three.ts');
			expect([...heard].filter((each) => each.endsWith('two.ts'))).to.deep.equal([]);
			expect(failures).to.deep.equal([]);
		} finally {
			workspace.dispose();
		}
	});
});
