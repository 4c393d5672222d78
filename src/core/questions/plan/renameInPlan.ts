import { isRenamed, type RenameResult, type Renaming } from '../../edit/rename.ts';
import { createLookup } from '../../framework/lookups.ts';
import type { Framework } from '../../framework/model.ts';
import { parseMarkdown, visibleText } from '../../story/markdown.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { planHeader } from './planDocument.ts';
import { digestOf, planRegions } from './planRegions.ts';

/**
 * Renames a competency in the plan of an interview: in the headings and the table of its parts, and in the marks by
 * which the parts are known again. A part that nobody has edited stays one.
 *
 * @param framework the framework file's own, as it will be; undefined where it stays as it is
 * @returns no edits where the plan is for another framework, or would no longer be read as it was
 */
export function renameInPlan(text: string, framework: Framework | undefined, renaming: Renaming): RenameResult {
	if (!framework || planHeader(text)?.framework !== framework.id) return { edits: [] };
	const after = createLookup([framework]);
	// An id `courage` and a name `Courage` are two names: the other one is still understood.
	const isMeant = (written: string) =>
		isRenamed(written, renaming) && (written === renaming.from || after.find(written) === undefined);
	const regions = planRegions(text);
	const edits = regions.flatMap(({ body, ids, digest, isAsWritten }): readonly TextEdit[] => {
		const inBody = namesIn(text, body).flatMap(({ name, span }): readonly TextEdit[] =>
			isMeant(name) ? [{ span, newText: escapeMarkdown(renaming.to) }] : [],
		);
		const inMarks = ids.flatMap((span) => renamedId(span));
		if (!isAsWritten || inBody.length === 0) return [...inMarks, ...inBody];
		const moved = inBody.map(({ span: { start, end }, newText }): TextEdit => ({
			span: { start: start - body.start, end: end - body.start },
			newText,
		}));
		const newText = digestOf(applyEdits(text.slice(body.start, body.end), moved));
		return [...inMarks, ...inBody, { span: digest, newText }];
	});
	edits.push(...idsOffered(text).flatMap((span) => renamedId(span)));
	const states = (changed: string) => planRegions(changed).map(({ isAsWritten }) => isAsWritten);
	const read = states(applyEdits(text, edits));
	const isSame = read.length === regions.length && regions.every((region, at) => region.isAsWritten === read[at]);
	return { edits: isSame ? edits : [] };

	function renamedId(span: Span): readonly TextEdit[] {
		return isMeant(text.slice(span.start, span.end)) ? [{ span, newText: renaming.to }] : [];
	}
}

/** Where a part names competencies: in its heading, and in the first cells of its table. */
function namesIn(text: string, { start, end }: Span): readonly { readonly name: string; readonly span: Span }[] {
	return [...text.slice(start, end).matchAll(/^(?:## |\| )(.+?)(?= \| |[ \t]*\r?$)/gmu)].map((match) => {
		const [whole, written = ''] = match;
		const from = start + match.index + whole.length - written.length;
		return {
			name: visibleText(parseMarkdown(written).root).trim(),
			span: { start: from, end: from + written.length },
		};
	});
}

/** Where the ids stand that the plan was offered. */
function idsOffered(text: string): readonly Span[] {
	const list = /^<!-- star-stories-plan-parts ([a-z0-9 -]*?) ?-->/mu.exec(text);
	const from = (list?.index ?? 0) + '<!-- star-stories-plan-parts '.length;
	return [...(list?.[1] ?? '').matchAll(/\S+/gu)].map(({ index, 0: id }) => ({
		start: from + index,
		end: from + index + id.length,
	}));
}
