import * as vscode from 'vscode';
import { diagnosticSource } from '../../src/vscode/ids.ts';
import { type Expectation, expectationsIn } from '../expectations.ts';

/** What the extension has published about a file. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === diagnosticSource);
}

/** The id of the rule behind a diagnostic. */
export function ruleOf({ code }: vscode.Diagnostic): string {
	return String(typeof code === 'object' ? code.value : code);
}

/** What the extension has published about a file, a readable line for each problem: rule and range, as editors count. */
export function problemsOf(uri: vscode.Uri): readonly string[] {
	return diagnosticsOf(uri)
		.map((diagnostic) => readable(ruleOf(diagnostic), diagnostic.range))
		.toSorted();
}

/** The files about which the extension has published something. */
export function filesWithProblems(): readonly vscode.Uri[] {
	return vscode.languages
		.getDiagnostics()
		.filter(([, diagnostics]) => diagnostics.some(({ source }) => source === diagnosticSource))
		.map(([uri]) => uri);
}

/** The problems that a fixture says it has, in the form of {@link problemsOf}. */
export function problemsExpectedBy(text: string): readonly string[] {
	return problemsAt(text, expectationsIn(text));
}

/** A rule and the words of a text that it finds fault with, the first such words or the nth. */
export type Fault = readonly [rule: string, words: string, nth?: number];

/** Problems at words of a text, in the form of {@link problemsOf}. */
export function problemsIn(text: string, ...faults: readonly Fault[]): readonly string[] {
	const comment = faults.map(([rule, words, nth = 1]) => `${rule} ${JSON.stringify(words)}#${nth}`).join('\n');
	return problemsAt(text, expectationsIn(`${text}\n<!-- expect\n${comment}\n-->\n`));
}

/** Problems at places of a text, in the form of {@link problemsOf}. */
export function problemsAt(text: string, places: readonly Expectation[]): readonly string[] {
	return places
		.map(({ rule, start, end }) => readable(rule, new vscode.Range(positionIn(text, start), positionIn(text, end))))
		.toSorted();
}

/** Counted here anew, so that a mistake in the extension's own counting shows. */
function positionIn(text: string, offset: number): vscode.Position {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/u);
	return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

function readable(rule: string, { start, end }: vscode.Range): string {
	return `${rule} ${start.line + 1}:${start.character + 1} to ${end.line + 1}:${end.character + 1}`;
}
