import { useEffect, useRef, useState } from 'preact/hooks';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { initialView, noFilter } from '../../core/library/matrix/view.ts';
import { type StoryLocation, storyKey } from '../../core/library/storyIndex.ts';
import type { MatrixChange, MatrixMessage, MatrixRequest, MatrixState, ShownOpportunity } from '../protocol/matrix.ts';
import type { Host } from '../ui/host.ts';
import { cellAfterMoves, headerKey } from '../ui/gridGeometry.ts';
import { LibraryStore } from '../ui/libraryStore.ts';

export type MatrixHost = Host<MatrixMessage, MatrixRequest, MatrixState>;

type LibraryMessage = Extract<MatrixMessage, { form: 'library' }>;

const initialState: MatrixState = { view: initialView, tab: 'matrix', scroll: { top: 0, left: 0 } };

/** What has just been done to a story. */
export interface MatrixNote {
	readonly words: string;
	readonly canUndo: boolean;
}

/** What the page knows of the library, which follows the host, and how it is looked at, which the editor keeps. */
export function useMatrixState(host: MatrixHost) {
	const store = useRef(new LibraryStore()).current;
	const [stories, setStories] = useState<readonly MatrixStory[]>([]);
	const [library, setLibrary] = useState<Omit<LibraryMessage, 'stories'>>();
	const [state, setState] = useState<MatrixState>(host.state ?? initialState);
	const [opportunities, setOpportunities] = useState<readonly ShownOpportunity[]>([]);
	const [history, setHistory] = useState<{
		readonly available: boolean;
		readonly written: ReadonlyMap<string, string>;
	}>();
	const [ranked, setRanked] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
	const [focusRequests, setFocusRequests] = useState(0);
	const [note, setNote] = useState<MatrixNote>();
	const isRestored = useRef(host.state !== undefined);

	useEffect(() => {
		host.listen((message) => {
			switch (message.form) {
				case 'library': {
					store.replace(message.stories);
					const { view } = message;
					if (view && !isRestored.current) setState((now) => ({ ...now, view }));
					isRestored.current = true;
					setLibrary(message);
					break;
				}
				case 'stories':
					store.update(message.changed, message.gone);
					if (message.moved.length > 0) {
						setState((now) =>
							now.active ? { ...now, active: cellAfterMoves(now.active, message.moved) } : now,
						);
						// The line is drawn anew under its new name, and would lose the focus with the old one.
						if (document.activeElement?.closest('.grid')) setFocusRequests((now) => now + 1);
					}
					break;
				case 'opportunities':
					setOpportunities(message.list);
					break;
				case 'history':
					setHistory({
						available: message.available,
						written: new Map(message.written.map(({ file, date }) => [file, date])),
					});
					break;
				case 'ranked':
					setRanked(new Map(message.answers.map((each) => [each.question, each.stories.map(storyKey)])));
					break;
				case 'outcome':
					if (message.done) break;
					store.retract(storyKey(message.story));
					setNote(undefined);
					break;
				case 'undone':
					setNote({ words: message.problem ?? 'Undone', canUndo: false });
					break;
				case 'show':
					if (message.story ?? message.competency) setState((now) => showing(now, message));
					// A card takes the focus itself.
					if (message.story || message.competency === undefined) setFocusRequests((now) => now + 1);
			}
			setStories(store.stories);
		});
		host.post({ form: 'ready' });
	}, []);

	useEffect(() => host.keep(state), [state]);
	const first = useRef(true);
	useEffect(() => {
		if (!first.current) host.post({ form: 'view', view: state.view });
		first.current = false;
	}, [state.view]);
	/** Shows a change before the host has made it, and says what it is. */
	const assume = (story: StoryLocation, wanted: MatrixChange, words: string) => {
		store.assume(story, wanted);
		setNote({ words, canUndo: true });
		setStories(store.stories);
	};
	/** Lets the active cell take the focus, or says that it has it. */
	const focusCell = (isWanted: boolean) => setFocusRequests((now) => (isWanted ? now + 1 : 0));
	return {
		stories,
		library,
		state,
		setState,
		opportunities,
		history,
		ranked,
		focusRequests,
		focusCell,
		note,
		assume,
	};
}

/** The state in which a competency's card or a story shows. */
function showing(state: MatrixState, { competency, story }: Extract<MatrixMessage, { form: 'show' }>): MatrixState {
	const { card: _, ...rest } = state;
	const key = story && storyKey(story);
	const [row, column] = state.view.transposed
		? [competency ?? headerKey, key ?? headerKey]
		: [key ?? headerKey, competency ?? headerKey];
	return {
		...rest,
		tab: 'matrix',
		// A story that a filter hides could not be shown.
		...(story && { view: { ...state.view, filter: noFilter } }),
		active: { row, column },
		...(competency !== undefined && !story && { card: competency }),
	};
}
