import type { Nodes } from 'mdast';
import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Processor } from 'unified';

/**
 * What GitHub and VS Code's preview read beside CommonMark: tables and footnotes. The nodes are those of mdast; the
 * usual packages for them bring a writer of Markdown along, which nothing here needs.
 */
export function readTablesAndFootnotes(processor: Processor): void {
	const data = processor.data();
	(data.micromarkExtensions ??= []).push(gfmTable(), gfmFootnote());
	(data.fromMarkdownExtensions ??= []).push(nodes);
}

const nodes: Extension = {
	enter: {
		table: entering(() => ({ type: 'table', children: [] })),
		tableRow: entering(() => ({ type: 'tableRow', children: [] })),
		tableHeader: entering(() => ({ type: 'tableCell', children: [] })),
		tableData: entering(() => ({ type: 'tableCell', children: [] })),
		gfmFootnoteDefinition: entering(() => ({
			type: 'footnoteDefinition',
			identifier: '',
			children: [],
		})),
		gfmFootnoteDefinitionLabelString: bufferWords,
		gfmFootnoteCall: entering(() => ({ type: 'footnoteReference', identifier: '' })),
		gfmFootnoteCallString: bufferWords,
	},
	exit: {
		table: exit,
		tableRow: exit,
		tableHeader: exit,
		tableData: exit,
		gfmFootnoteDefinition: exit,
		gfmFootnoteDefinitionLabelString: dropWords,
		gfmFootnoteCall: exit,
		gfmFootnoteCallString: dropWords,
	},
};

function entering(create: () => Nodes): Handle {
	return function (token) {
		this.enter(create(), token);
	};
}

function exit(this: CompileContext, token: Parameters<Handle>[0]): void {
	this.exit(token);
}

/** Which note is meant is nothing to a story; its number would be added to the text around it. */
function bufferWords(this: CompileContext): void {
	this.buffer();
}

function dropWords(this: CompileContext): void {
	this.resume();
}
