import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { questionBoard } from '../../core/library/matrix/questionBoard.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import { newADay, newToday, storiesAnswering } from '../../core/questions/practice/drawQuestion.ts';
import { type Rating, ratings, wentBadly } from '../../core/questions/practice/history.ts';
import { drawInterview } from '../../core/questions/practice/interview.ts';
import { LibraryStore } from '../ui/libraryStore.ts';
import type { PracticeMessage, PracticeRequest, PracticeState, ShownAnswer } from '../protocol/practice.ts';
import type { Host } from '../ui/host.ts';
import { Nothing } from './nothing.tsx';
import { Notices, Question } from './question.tsx';
import {
	begun,
	ended,
	gone,
	goneOn,
	initialState,
	interviewBegun,
	nextOf,
	place,
	shown,
	stopped,
	withChange,
	withoutStory,
} from './session.ts';
import { Start } from './start.tsx';
import { Summary } from './summary.tsx';

export type PracticeHost = Host<PracticeMessage, PracticeRequest, PracticeState>;

type LibraryMessage = Extract<PracticeMessage, { form: 'library' }>;
type HistoryMessage = Extract<PracticeMessage, { form: 'history' }>;

/** The whole page. What is shown is a function of the library, the history and the state that the editor keeps. */
export function App({ host }: { readonly host: PracticeHost }): VNode {
	const store = useRef(new LibraryStore()).current;
	const [stories, setStories] = useState<readonly MatrixStory[]>([]);
	const [library, setLibrary] = useState<Omit<LibraryMessage, 'stories'>>();
	const [history, setHistory] = useState<HistoryMessage>();
	const [answer, setAnswer] = useState<ShownAnswer>();
	const [state, setState] = useState<PracticeState>(host.state ?? initialState);
	/** An answer is on its way into the history, by which the next question is drawn. */
	const [isSaving, setSaving] = useState(false);
	const main = useRef<HTMLElement>(null);

	useEffect(() => {
		host.listen((message) => {
			switch (message.form) {
				case 'library':
					store.replace(message.stories);
					setStories(store.stories);
					setLibrary(message);
					break;
				case 'stories':
					store.update(message.changed, message.gone);
					setStories(store.stories);
					break;
				case 'history':
					setHistory(message);
					setSaving(false);
					break;
				case 'answer':
					setAnswer(message);
					break;
				case 'practise':
					setState((now) => begun(now, message.choice));
			}
		});
		host.post({ form: 'ready' });
	}, []);
	useEffect(() => host.keep(state), [state]);

	const { phase, choice, wanted, current, interview } = state;
	const { question: id, story, told } = current ?? {};
	const frameworks = library?.frameworks ?? [];
	const all = useMemo(() => questionBoard(stories, frameworks, undefined, Infinity), [stories, library?.frameworks]);
	const ofLens = (lens: string | undefined) =>
		lens === undefined ? all : questionBoard(stories, frameworks, lens, Infinity);
	const schedule = useMemo(
		() => new Map(history?.schedule.map((each) => [each.question, each])),
		[history?.schedule],
	);
	const isReady = library?.scanned === true && history !== undefined;
	const next = useMemo(() => {
		if (!isReady || phase !== 'next' || isSaving) return undefined;
		const now = Date.now();
		return nextOf(state, {
			questions: !interview && choice.from === 'lens' ? ofLens(choice.lens) : all,
			schedule,
			now,
			today: midnight(now),
		});
	}, [isReady, isSaving, state, all, schedule]);

	useEffect(() => {
		if (next) setState((now) => gone(now, next, Date.now()));
	}, [next]);

	// The story on the screen can be deleted, or its tags taken away.
	useEffect(() => {
		if (!isReady || !told || stories.some((entry) => storyKey(entry) === storyKey(told))) return;
		setState((now) => withoutStory(now));
	}, [isReady, stories, told]);

	const toldKey = told && storyKey(told);
	useEffect(() => {
		if (phase === 'shown' && id !== undefined && isReady)
			host.post({ form: 'answer', question: id, ...(told && { story: told }) });
	}, [phase, id, toldKey, isReady]);

	const question = useMemo(() => all.find((each) => each.id === id), [all, id]);
	// What a reader needs to hear comes first, after every step that somebody took here.
	const isFirst = useRef(true);
	const step = `${phase === 'next' ? next?.kind : phase} ${id}`;
	useEffect(() => {
		if (!isReady) return;
		if (!isFirst.current || document.hasFocus())
			main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
		main.current?.scrollTo({ top: 0 });
		isFirst.current = false;
	}, [step, isReady]);

	const rate = (rating: Rating) => {
		if (phase !== 'shown' || !question || !current || !told) return;
		const { seconds = 0, notes, keepsNotes } = current;
		host.post({
			form: 'rated',
			question: question.id,
			asked: question.text,
			rating,
			seconds,
			story: told,
			...(keepsNotes && notes !== '' && { notes }),
		});
		setSaving(true);
		setState((now) => goneOn(now, rating));
	};
	const show = () => setState((now) => shown(now, Date.now()));
	const pass = () => setState((now) => goneOn(now, undefined));
	const stop = () => setState((now) => (now.interview && now.phase !== 'summary' ? ended(now) : stopped(now)));
	const beginInterview = () => {
		setState((now) =>
			interviewBegun(now, drawInterview(ofLens(now.wanted.lens), now.wanted.questions, Date.now() % 2 ** 31)),
		);
	};

	const onKey = (event: KeyboardEvent) => {
		const { target, key } = event;
		const isField =
			target instanceof HTMLTextAreaElement ||
			target instanceof HTMLSelectElement ||
			(target instanceof HTMLInputElement && target.type !== 'checkbox');
		const isControl =
			isField ||
			target instanceof HTMLButtonElement ||
			target instanceof HTMLInputElement ||
			(target instanceof HTMLElement && target.tagName === 'SUMMARY');
		if (key === 'Escape' && phase !== 'start') {
			event.preventDefault();
			if (target instanceof HTMLTextAreaElement) main.current?.querySelector<HTMLElement>('h1')?.focus();
			else stop();
			return;
		}
		if (event.altKey || ((event.ctrlKey || event.metaKey) && key !== 'Enter')) return;
		const isSubmit = key === 'Enter' && (event.ctrlKey || event.metaKey);
		if (phase === 'start') {
			if (!isControl && key === 'Enter' && isReady && stories.length > 0)
				setState((now) => begun(now, now.choice));
		} else if (phase === 'asking') {
			if (isSubmit || (!isControl && (key === 'Enter' || key === ' '))) {
				event.preventDefault();
				show();
			} else if (!isField && key.toLowerCase() === 'n') {
				event.preventDefault();
				main.current?.querySelector<HTMLElement>('textarea')?.focus();
			} else if (!isField && key.toLowerCase() === 'p') pass();
		} else if (phase === 'shown') {
			const rating = ratings[Number(key) - 1];
			if (!story && !isControl && key === 'Enter') pass();
			else if (rating && !isField) rate(rating);
		}
	};
	const latestKey = useRef(onKey);
	latestKey.current = onKey;
	useEffect(() => {
		const listener = (event: KeyboardEvent) => latestKey.current(event);
		window.addEventListener('keydown', listener);
		return () => window.removeEventListener('keydown', listener);
	}, []);

	const content = () => {
		if (!isReady) return library && <p class="empty muted">Reading stories…</p>;
		if (!library.hasFolder || stories.length === 0) return <Empty hasFolder={library.hasFolder} host={host} />;
		if (phase === 'summary' && interview) {
			return (
				<Summary
					rounds={interview}
					questions={all}
					stories={stories}
					onOpen={(place_) => host.post({ form: 'open', story: place_ })}
					onNewStory={(competency) => host.post({ form: 'newStory', competency })}
					onAgain={beginInterview}
					onStop={() => setState(stopped)}
				/>
			);
		}
		if ((phase === 'asking' || phase === 'shown') && question && current) {
			const isCurrent = answer?.question === question.id && (answer.story && storyKey(answer.story)) === toldKey;
			return (
				<Question
					asked={current}
					isShown={phase === 'shown'}
					interview={interview?.length}
					answered={state.answered}
					question={question}
					answer={isCurrent ? answer : undefined}
					position={place(state) + 1}
					onNotes={(text) => setState((now) => withChange(now, { notes: text }))}
					onKeepNotes={(keeps) => setState((now) => withChange(now, { keepsNotes: keeps }))}
					onShow={show}
					onTold={({ file, index }) => setState((now) => withChange(now, { told: { file, index } }))}
					onOpen={() => told && host.post({ form: 'open', story: told })}
					onNewStory={() =>
						host.post({
							form: 'newStory',
							...(question.competencies[0] && { competency: question.competencies[0].id }),
						})
					}
					onRate={rate}
					onPass={pass}
					onStop={stop}
				/>
			);
		}
		if (phase === 'asking' || phase === 'shown') {
			return (
				<div class="nothing">
					<h1 tabIndex={-1}>This question is gone</h1>
					<p>The framework or the story that asked it has changed.</p>
					<button type="button" class="button" onClick={pass}>
						Next Question
					</button>
				</div>
			);
		}
		if (phase === 'next') {
			if (!next || next.kind === 'question' || next.kind === 'over') return null;
			return (
				<Nothing
					draw={next}
					choice={interview && wanted.lens !== undefined ? { from: 'lens', lens: wanted.lens } : choice}
					answered={state.answered}
					onAnyway={() => setState((now) => ({ ...now, anyway: true }))}
					onStop={() => setState(stopped)}
				/>
			);
		}
		const now = Date.now();
		const answerable = all
			.filter((each) => storiesAnswering(each).length > 0 && schedule.has(each.id))
			.flatMap(({ id: each }) => schedule.get(each) ?? []);
		return (
			<Start
				choice={choice}
				wanted={wanted}
				frameworks={frameworks}
				fresh={Math.max(
					0,
					Math.min(
						newADay - newToday(schedule.values(), midnight(now)),
						all.filter((each) => storiesAnswering(each).length > 0 && !schedule.has(each.id)).length,
					),
				)}
				due={answerable.filter(({ due }) => due <= now).length}
				weak={answerable.filter(({ rating }) => wentBadly(rating)).length}
				practised={all.filter((each) => schedule.has(each.id)).length}
				questions={all.length}
				tellings={history.tellings}
				onChoose={(chosen) => setState((before) => ({ ...before, choice: chosen }))}
				onWanted={(interviewWanted) => setState((before) => ({ ...before, wanted: interviewWanted }))}
				onStart={() => setState((before) => begun(before, before.choice))}
				onInterview={beginInterview}
				onHistory={(what) => host.post({ form: what })}
			/>
		);
	};
	return (
		<main class="practice" ref={main} aria-busy={!isReady}>
			<div class="column">
				{history && <Notices history={history} onOpen={(file) => host.post({ form: 'openFile', file })} />}
				{content()}
			</div>
		</main>
	);
}

/** When the day of a moment began where the reader is. */
function midnight(now: number): number {
	return new Date(now).setHours(0, 0, 0, 0);
}

function Empty({ hasFolder, host }: { readonly hasFolder: boolean; readonly host: PracticeHost }): VNode {
	return (
		<div class="nothing">
			<h1 tabIndex={-1}>{hasFolder ? 'No stories to practise yet' : 'No folder is open'}</h1>
			<p>
				{hasFolder
					? 'A Markdown file is a story when its front matter names competencies.'
					: 'Keep your stories in a folder of Markdown files, and open it.'}
			</p>
			<button
				type="button"
				class="button"
				onClick={() => host.post({ form: hasFolder ? 'newStory' : 'openFolder' })}
			>
				{hasFolder ? 'New Story…' : 'Open Folder…'}
			</button>
		</div>
	);
}
