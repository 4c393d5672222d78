import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { questionBoard } from '../../core/library/matrix/questionBoard.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import { startOfDay } from '../../core/text/day.ts';
import type { PracticeMessage, PracticeRequest, PracticeState, ShownAnswer } from '../protocol/practice.ts';
import type { Host } from '../ui/host.ts';
import { LibraryStore } from '../ui/libraryStore.ts';
import { initialState, nextOf, started, withNext, withoutStory } from './session.ts';

export type PracticeHost = Host<PracticeMessage, PracticeRequest, PracticeState>;

type LibraryMessage = Extract<PracticeMessage, { form: 'library' }>;
type HistoryMessage = Extract<PracticeMessage, { form: 'history' }>;

/** The library, the history and the answer as the host sends them, and the page's own state, which the editor keeps. */
export function usePracticeState(host: PracticeHost) {
	const store = useRef(new LibraryStore()).current;
	const [stories, setStories] = useState<readonly MatrixStory[]>([]);
	const [library, setLibrary] = useState<Omit<LibraryMessage, 'stories'>>();
	const [history, setHistory] = useState<HistoryMessage>();
	const [answer, setAnswer] = useState<ShownAnswer>();
	const [state, setState] = useState<PracticeState>(host.state ?? initialState);
	/** How many ratings are on their way into the history, by which the next question is drawn. */
	const [saving, setSaving] = useState(0);
	const isSaving = saving > 0;

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
					break;
				case 'saved':
					// What a page before this one had sent is none of its own.
					setSaving((now) => Math.max(0, now - 1));
					break;
				case 'answer':
					setAnswer(message);
					break;
				case 'practise':
					setState((now) => started(now, message.choice));
			}
		});
		host.post({ form: 'ready' });
	}, []);
	useEffect(() => host.keep(state), [state]);
	const save = (request: Extract<PracticeRequest, { form: 'rated' | 'probed' }>) => {
		host.post(request);
		setSaving((now) => now + 1);
	};

	const { phase, choice, current, interview } = state;
	const { question: id, told } = current ?? {};
	const isReady = library?.scanned === true && history !== undefined;
	const frameworks = library?.frameworks ?? [];
	const questions = useMemo(
		() => questionBoard(stories, frameworks, undefined, Infinity, undefined, library?.level),
		[stories, library?.frameworks, library?.level],
	);
	const questionsOf = (lens: string | undefined) =>
		lens === undefined ? questions : questionBoard(stories, frameworks, lens, Infinity, undefined, library?.level);
	const schedule = useMemo(
		() => new Map(history?.schedule.map((each) => [each.question, each])),
		[history?.schedule],
	);
	const next = useMemo(() => {
		if (!isReady || phase !== 'next' || isSaving) return undefined;
		const now = Date.now();
		return nextOf(state, {
			questions: !interview && choice.from === 'lens' ? questionsOf(choice.lens) : questions,
			schedule,
			now,
			today: startOfDay(now),
		});
	}, [isReady, isSaving, state, questions, schedule]);
	useEffect(() => {
		if (next) setState((now) => withNext(now, next, Date.now()));
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
	const isAnswerCurrent =
		answer !== undefined && answer.question === id && (answer.story && storyKey(answer.story)) === toldKey;

	return {
		stories,
		library,
		history,
		/** What the host said of the question on the screen and the story told for it. */
		answer: isAnswerCurrent ? answer : undefined,
		state,
		setState,
		save,
		isReady,
		questions,
		questionsOf,
		question: useMemo(() => questions.find((each) => each.id === id), [questions, id]),
		schedule,
		next,
	};
}
