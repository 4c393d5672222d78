import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { matrixOf } from '../../core/matrix/matrix.ts';
import { type MatrixStory, storyKey } from '../../core/matrix/matrixStory.ts';
import { initialView, type MatrixView, noFilter } from '../../core/matrix/view.ts';
import { headerKey } from '../grid/grid.tsx';
import type { Host } from '../page/host.ts';
import type { MatrixChange, MatrixMessage, MatrixRequest, MatrixState } from '../protocol/matrix.ts';
import { BankStore } from './bankStore.ts';
import { Card } from './card.tsx';
import { StoryMatrix } from './storyMatrix.tsx';
import { Toolbar } from './toolbar.tsx';

export type MatrixHost = Host<MatrixMessage, MatrixRequest, MatrixState>;

type BankMessage = Extract<MatrixMessage, { form: 'bank' }>;

const initialState: MatrixState = { view: initialView, tab: 'matrix', scroll: { top: 0, left: 0 } };

/** The whole page. What is shown is a function of the stories, the frameworks and the state that the editor keeps. */
export function App({ host }: { readonly host: MatrixHost }): VNode {
	const store = useRef(new BankStore()).current;
	const [stories, setStories] = useState<readonly MatrixStory[]>([]);
	const [bank, setBank] = useState<Omit<BankMessage, 'stories'>>();
	const [state, setState] = useState<MatrixState>(host.state ?? initialState);
	const isRestored = useRef(host.state !== undefined);

	useEffect(() => {
		host.listen((message) => {
			switch (message.form) {
				case 'bank': {
					store.replace(message.stories);
					const { view } = message;
					if (view && !isRestored.current) setState((now) => ({ ...now, view }));
					isRestored.current = true;
					setBank(message);
					break;
				}
				case 'stories':
					store.update(message.changed, message.gone);
					break;
				case 'outcome':
					if (!message.done) store.retract(storyKey(message.story));
					break;
				case 'show':
					setState((now) => showing(now, message));
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

	const { view, card, active, scroll } = state;
	const matrix = useMemo(() => matrixOf(stories, bank?.frameworks ?? [], view), [stories, bank?.frameworks, view]);
	const change = (values: Partial<MatrixState>) => setState((now) => ({ ...now, ...values }));
	const onView = (next: MatrixView) => change({ view: next });
	const onOpen = ({ file, index }: MatrixStory) => host.post({ form: 'open', story: { file, index } });
	const onChange = (story: MatrixStory, wanted: MatrixChange) => {
		store.assume(story, wanted);
		setStories(store.stories);
		host.post({ form: 'change', story: { file: story.file, index: story.index }, change: wanted });
	};
	const shownCard = matrix.coverage.find(({ competency }) => competency.id === card);
	const closeCard = () => {
		setState((now) => {
			const { card: _, ...rest } = now;
			return rest;
		});
		// Back to the header it was opened from.
		requestAnimationFrame(() => document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus());
	};

	// Before all is read everything would be called a gap.
	if (!bank?.scanned) return <main aria-busy="true">{bank && <p class="empty muted">Reading stories…</p>}</main>;
	return (
		<main
			onKeyDown={(event: KeyboardEvent) => {
				const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
				if (!isField && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
					event.preventDefault();
					host.post({ form: 'undo' });
				}
			}}
		>
			<h1 class="visually-hidden">STAR Stories matrix</h1>
			{bank.broken.map(({ name, file }) => (
				<p key={file} class="banner" role="alert">
					{name} has errors. What it last meant stays in force.{' '}
					<button type="button" class="link" onClick={() => host.post({ form: 'openFile', file })}>
						Open it
					</button>
				</p>
			))}
			{stories.length === 0 ? (
				<div class="empty">
					<p>No stories yet. A Markdown file is a story when its front matter names competencies.</p>
					<button type="button" class="button" onClick={() => host.post({ form: 'newStory' })}>
						New Story…
					</button>
				</div>
			) : (
				<>
					<Toolbar view={view} matrix={matrix} stories={stories} frameworks={bank.frameworks} onView={onView} />
					<div class="content">
						<StoryMatrix
							matrix={matrix}
							view={view}
							active={active}
							scroll={scroll}
							onActive={(cell) => change({ active: cell })}
							onScroll={(to) => change({ scroll: to })}
							onView={onView}
							onOpen={onOpen}
							onCompetency={(id) => change({ card: id })}
							onChange={onChange}
						/>
						{matrix.stories.length === 0 && (
							<p class="nothing">
								No story matches.{' '}
								<button type="button" class="link" onClick={() => onView({ ...view, filter: noFilter })}>
									Clear filters
								</button>
							</p>
						)}
						{shownCard && <Card coverage={shownCard} onOpen={onOpen} onNewStory={(competency) => host.post({ form: 'newStory', competency })} onClose={closeCard} />}
					</div>
				</>
			)}
		</main>
	);
}

/** The state after a command has asked for something to be shown. */
function showing(state: MatrixState, { competency, story }: Extract<MatrixMessage, { form: 'show' }>): MatrixState {
	const { card: _, ...rest } = state;
	const key = story && storyKey(story);
	const [row, column] = state.view.transposed ? [competency ?? headerKey, key ?? headerKey] : [key ?? headerKey, competency ?? headerKey];
	return {
		...rest,
		// A story that a filter hides could not be shown.
		...(story && { view: { ...state.view, filter: noFilter } }),
		active: { row, column },
		...(competency !== undefined && !story && { card: competency }),
	};
}
