import exportIcon from '@vscode/codicons/src/icons/export.svg';
import { render, type VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { lensOf } from '../../core/library/lens.ts';
import { matrixOf } from '../../core/library/matrix/matrix.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { questionBoard } from '../../core/library/matrix/questionBoard.ts';
import { type MatrixView, noFilter } from '../../core/library/matrix/view.ts';
import { opportunitiesFor } from '../../core/questions/opportunities/opportunity.ts';
import {
	type MatrixChange,
	type MatrixMessage,
	matrixMessage,
	type MatrixRequest,
	type MatrixState,
	matrixState,
	type Tab,
} from '../protocol/matrix.ts';
import { Icon, Tabs } from '../ui/elements.tsx';
import { connect } from '../ui/host.ts';
import { Card } from './card.tsx';
import { changeWords } from './changeWords.ts';
import { Note } from './note.tsx';
import { Portfolio } from './portfolio.tsx';
import { Progress } from './progress.tsx';
import { Questions } from './questions.tsx';
import { StoryMatrix } from './storyMatrix.tsx';
import { Toolbar } from './toolbar.tsx';
import { type MatrixHost, useMatrixState } from './useMatrixState.ts';

const tabNames = [
	['matrix', 'Matrix'],
	['questions', 'Questions'],
	['portfolio', 'Portfolio'],
	['progress', 'Progress'],
] as const satisfies readonly (readonly [Tab, string])[];

/** How long a scroll rests before it counts as over, in milliseconds. */
const scrollRest = 150;

/** The whole page: a function of the stories, the frameworks and the state that the editor keeps. */
function App({ host }: { readonly host: MatrixHost }): VNode {
	const {
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
	} = useMatrixState(host);
	const { view, tab, card, active, scroll } = state;
	// Git is asked when somebody looks, and again when files come or go.
	const fileCount = useMemo(() => new Set(stories.map(({ file }) => file)).size, [stories]);
	useEffect(() => {
		if (tab === 'progress' && fileCount > 0) host.post({ form: 'history' });
	}, [tab, fileCount]);
	const questions = useMemo(
		() =>
			tab === 'questions'
				? questionBoard(stories, library?.frameworks ?? [], view.lens, undefined, ranked, library?.level)
				: [],
		[tab, stories, library?.frameworks, library?.level, view.lens, ranked],
	);
	// Which stories could answer is a matter of their words, which the host has.
	useEffect(() => {
		if (tab === 'questions' && library?.scanned === true)
			host.post({ form: 'rank', questions: questions.map(({ id, text }) => ({ id, text })) });
	}, [tab, stories, library, view.lens]);
	const matrix = useMemo(
		() => matrixOf(stories, library?.frameworks ?? [], view, library?.level),
		[stories, library?.frameworks, library?.level, view],
	);
	const lens = useMemo(() => lensOf(library?.frameworks ?? [], view.lens), [library?.frameworks, view.lens]);
	const change = (values: Partial<MatrixState>) => setState((now) => ({ ...now, ...values }));
	const scrolling = useRef<number | undefined>(undefined);
	// The editor keeps the place once the scroll rests: to post every step would slow the scrolling down.
	const onScroll = (to: MatrixState['scroll']) => {
		clearTimeout(scrolling.current);
		scrolling.current = window.setTimeout(() => change({ scroll: to }), scrollRest);
	};
	const onView = (next: MatrixView) => change({ view: next });
	const onOpen = ({ file, index }: MatrixStory) => host.post({ form: 'open', story: { file, index } });
	const onChange = ({ file, index }: MatrixStory, wanted: MatrixChange) => {
		const known = stories.find((each) => each.file === file && each.index === index);
		const tag = wanted.kind === 'untag' && known && lens.tagFor(known, wanted.tag);
		const own = wanted.kind === 'untag' && tag ? { ...wanted, tag } : wanted;
		const named = wanted.kind === 'untag' ? wanted.tag : wanted.kind === 'tag' ? wanted.competency : '';
		const words = changeWords(wanted, known?.story.title ?? '', lens.competencies.find(named)?.name ?? named);
		assume({ file, index }, own, words);
		host.post({ form: 'change', story: { file, index }, change: own });
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

	// Until all stories are read, every competency would look like a gap.
	if (!library?.scanned)
		return <main aria-busy="true">{library && <p class="empty muted">Reading stories…</p>}</main>;
	return (
		<main
			onKeyDown={(event: KeyboardEvent) => {
				const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
				if (
					!isField &&
					(event.ctrlKey || event.metaKey) &&
					!event.shiftKey &&
					event.key.toLowerCase() === 'z'
				) {
					event.preventDefault();
					host.post({ form: 'undo' });
				}
			}}
		>
			<h1 class="visually-hidden">STAR Stories matrix</h1>
			{library.broken.map(({ name, file }) => (
				<p key={file} class="banner" role="alert">
					{name} has errors. What it last meant, if anything, stays in force.{' '}
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
					<Tabs label="Pages" tabs={tabNames} chosen={tab} onChoose={(id) => change({ tab: id })}>
						<Note
							note={note}
							onUndo={() => {
								host.post({ form: 'undo' });
								focusCell(true);
							}}
						/>
						{tab === 'matrix' && (
							<button
								type="button"
								class="tool"
								aria-label="Export Matrix…"
								title="Export Matrix…"
								onClick={() => host.post({ form: 'export', view })}
							>
								<Icon svg={exportIcon} />
							</button>
						)}
					</Tabs>
					<div class="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
						{tab === 'questions' && (
							<Questions
								questions={questions}
								filter={state.questions ?? { text: '' }}
								onFilter={(filter) => change({ questions: filter })}
								onOpen={onOpen}
								onChange={onChange}
							/>
						)}
						{tab === 'portfolio' && (
							<Portfolio
								stories={stories}
								frameworks={library.frameworks}
								level={library.level}
								onOpen={onOpen}
								onChange={onChange}
							/>
						)}
						{tab === 'progress' && (
							<Progress
								stories={stories}
								frameworks={library.frameworks}
								lens={view.lens}
								basis={state.basis ?? 'happened'}
								written={history?.written}
								available={history?.available ?? false}
								onBasis={(basis) => change({ basis })}
							/>
						)}
						{tab === 'matrix' && (
							<>
								<Toolbar
									view={view}
									matrix={matrix}
									stories={stories}
									frameworks={library.frameworks}
									onView={onView}
								/>
								<div class="content">
									<StoryMatrix
										matrix={matrix}
										view={view}
										active={active}
										scroll={scroll}
										focusRequests={focusRequests}
										onFocused={() => focusCell(false)}
										onActive={(cell) => change({ active: cell })}
										onScroll={onScroll}
										onView={onView}
										onOpen={onOpen}
										onCompetency={(id) => change({ card: id })}
										onChange={onChange}
									/>
									{matrix.stories.length === 0 && (
										<p class="nothing">
											No story matches.{' '}
											<button
												type="button"
												class="link"
												onClick={() => onView({ ...view, filter: noFilter })}
											>
												Clear filters
											</button>
										</p>
									)}
									{shownCard && (
										<Card
											coverage={shownCard}
											opportunities={opportunitiesFor(shownCard.competency.id, opportunities)}
											onOpen={onOpen}
											onOpportunity={({ file, line }) =>
												host.post({ form: 'openOpportunity', file, line })
											}
											onPlan={(competency) => host.post({ form: 'plan', competency })}
											onNewStory={(competency) => host.post({ form: 'newStory', competency })}
											onClose={closeCard}
										/>
									)}
								</div>
							</>
						)}
					</div>
				</>
			)}
		</main>
	);
}

/** Shows the matrix in an element. */
export function startMatrix(page: HTMLElement): void {
	render(<App host={connect<MatrixMessage, MatrixRequest, MatrixState>(matrixMessage, matrixState)} />, page);
}
