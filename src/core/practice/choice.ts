import type { StoryLocation } from '../bank/storyLocation.ts';

/** Which questions to practise. */
export type PracticeChoice =
	/** Those that are due, and a few new ones a day. */
	| { readonly from: 'due' }
	/** Those that went badly the last time. */
	| { readonly from: 'weak' }
	| { readonly from: 'competency'; /** Its id. */ readonly competency: string }
	/** Those of one framework. */
	| { readonly from: 'lens'; /** Its id. */ readonly lens: string }
	/** Those that a story answers. */
	| { readonly from: 'story'; readonly story: StoryLocation };
