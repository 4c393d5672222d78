import { expect } from 'chai';
import * as vscode from 'vscode';
import type { CheckResult } from '../../src/core/report/check/checkResult.ts';
import { ruleExamples } from '../ruleExamples.ts';
import { bankFile, bankFolder } from './bankFolder.ts';
import { eventuallyEquals } from './eventually.ts';
import { inCurrentNode } from './hosts.ts';
import { diagnosticsOf, ruleOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';

/** What `star-stories check` said of the same files, as a process, before the suite began. */
declare const commandLineCheckJson: string;

inCurrentNode('the command line', () => {
	const scratch = scratchFolder();

	it('finds what the editor shows, to the byte: in the sample bank and in the examples of every rule', async () => {
		const examples = ruleExamples();
		for (const [name, text] of examples) await scratch.write(name, text);
		const { problems } = JSON.parse(commandLineCheckJson) as CheckResult;
		const expected = problems.map(({ file, rule, severity, message, start, end }) =>
			JSON.stringify([file, rule, severity, message, start.line, start.column, end.line, end.column]),
		);
		expect(new Set(problems.map(({ file }) => file.split('/')[0])))
			.to.include('stories')
			.and.include('examples');
		const bank = (
			await vscode.workspace.findFiles(
				new vscode.RelativePattern(bankFolder(), '{stories,later,notes,guides}/*.md'),
			)
		).map(({ path }) => path.slice(bankFolder().path.length + 1));
		const files = new Map([
			...['README.md', ...bank].map((path) => [path, bankFile(path)] as const),
			...[...examples.keys()].map((name) => [`examples/${name}`, scratch.file(name)] as const),
		]);
		const shown = () =>
			[...files].flatMap(([path, uri]) => diagnosticsOf(uri).map((diagnostic) => inWords(path, diagnostic)));
		await eventuallyEquals(() => shown().toSorted(), expected.toSorted());
	});
});

function inWords(file: string, diagnostic: vscode.Diagnostic): string {
	const { start, end } = diagnostic.range;
	const severity = vscode.DiagnosticSeverity[diagnostic.severity].toLowerCase();
	const places = [start.line + 1, start.character + 1, end.line + 1, end.character + 1];
	return JSON.stringify([file, ruleOf(diagnostic), severity, diagnostic.message, ...places]);
}
