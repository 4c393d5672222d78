import * as vscode from 'vscode';
import type { TextEdit } from '../core/text/edit.ts';
import type { LineMap } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';

/** Something that knows where its offsets stand: an open document, or the lines of a file. */
type Positions = LineMap | vscode.TextDocument;

/** The range of a span. */
export function toRange(positions: Positions, { start, end }: Span): vscode.Range {
	return new vscode.Range(toPosition(positions, start), toPosition(positions, end));
}

/** The position of an offset. */
export function toPosition(positions: Positions, offset: number): vscode.Position {
	const { line, character } = positions.positionAt(offset);
	return new vscode.Position(line, character);
}

/** Edits of one document as VS Code takes them. */
export function toTextEdits(positions: Positions, edits: readonly TextEdit[]): vscode.TextEdit[] {
	return edits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(positions, span), newText));
}
