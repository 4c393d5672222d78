import * as vscode from 'vscode';

/** The sample stories by their paths, as the build copies them. */
export type SampleFiles = ReadonlyMap<string, Uint8Array>;

/** Reads the sample stories. They are one file of the extension, as a browser cannot list its folders. */
export async function readSampleFiles(extensionUri: vscode.Uri): Promise<SampleFiles> {
	const file = vscode.Uri.joinPath(extensionUri, 'dist', 'sampleStories.json');
	const texts = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Readonly<
		Record<string, string>
	>;
	const encoder = new TextEncoder();
	return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
}
