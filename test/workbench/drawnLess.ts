/** User settings with which an editor takes less of a processor to draw, and no test has less to see. */
export const drawnLess = {
	'editor.minimap.enabled': false,
	'editor.stickyScroll.enabled': false,
	'editor.cursorBlinking': 'solid',
	'scm.diffDecorations': 'none',
	'workbench.reduceMotion': 'on',
	// These come from a worker of the page in its own time, for all completions to wait for, and Tab takes them.
	'editor.wordBasedSuggestions': 'off',
};
