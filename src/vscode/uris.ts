import type * as vscode from 'vscode';
import { isWithin as isUriWithin } from '../core/library/uris.ts';

/** The name of a file, without its folders. */
export function nameOf({ path }: vscode.Uri): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of a file from a folder that it is in, with `/`. */
export function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
	return uri.path.slice(folder.uri.path.replace(/\/$/u, '').length + 1);
}

/** Whether a file is `parent` itself or lies somewhere below it. */
export function isWithin(uri: vscode.Uri, parent: vscode.Uri): boolean {
	return isUriWithin(uri.toString(), parent.toString());
}

/** 128 random bits in hexadecimal: no two are the same, and none can be guessed. */
export function randomName(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
