import type { Nodes } from 'mdast';
import type { CompileContext, Extension, Handle, Options } from 'mdast-util-from-markdown';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';

/** What a parser reads: the tokens of micromark, and the nodes that they become. */
export interface MarkdownSyntax {
	readonly extensions: NonNullable<Options['extensions']>;
	readonly mdastExtensions: Extension[];
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

/**
 * What GitHub and VS Code's preview read beside CommonMark: tables and footnotes. The nodes are those of mdast; the
 * usual packages for them bring a writer of Markdown along, which nothing here needs.
 */
export const tablesAndFootnotes: MarkdownSyntax = {
	extensions: [gfmTable(), gfmFootnote()],
	mdastExtensions: [nodes],
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
