import { expect } from 'chai';
import * as vscode from 'vscode';
import { documentToEdit } from '../../src/host/documentToEdit.ts';
import { closeEditors, showFile } from './editors.ts';
import { eventually } from './eventually.ts';
import { inEveryHost } from './hosts.ts';
import { ReadOnlyFiles } from './readOnlyFiles.ts';

/** Files that another program may hold. */
class HeldFiles extends ReadOnlyFiles {
	isHeld = false;
	/** How often a file could not be read. */
	refusals = 0;

	override readFile(uri: vscode.Uri): Uint8Array {
		if (!this.isHeld) return super.readFile(uri);
		this.refusals++;
		throw vscode.FileSystemError.Unavailable(uri);
	}
}

inEveryHost('files', 'a document that is to be edited', () => {
	afterEach(closeEditors);

	it('is waited for while another program holds its file, and is not called gone', async () => {
		const scheme = 'star-stories-held';
		const files = new HeldFiles({ '/story.md': '# One\n' });
		const registration = vscode.workspace.registerFileSystemProvider(scheme, files);
		try {
			const document = await showFile(vscode.Uri.from({ scheme, path: '/story.md' }));
			files.isHeld = true;
			const editing = documentToEdit(document.uri);
			await eventually(() => files.refusals, (count) => count > 0);
			files.isHeld = false;
			expect(await editing).to.equal(document);

			files.isHeld = true;
			const refusal = await documentToEdit(document.uri).then(() => 'none', (error: Error) => error.message);
			expect(refusal).to.equal('It cannot be read just now: does another program hold it?');
		} finally {
			registration.dispose();
		}
	});
});
