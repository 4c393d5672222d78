import { render, type VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { newADay, newToday, storiesAnswering } from '../../core/questions/practice/drawQuestion.ts';
import type { TellingLength } from '../../core/library/telling/telling.ts';
import { type Rating, ratings, wentBadly } from '../../core/questions/practice/history.ts';
import { askableIn, drawInterview } from '../../core/questions/practice/interview.ts';
import {
	type PracticeMessage,
	practiceMessage,
	type PracticeRequest,
	type PracticeState,
	practiceState,
} from '../protocol/practice.ts';
import { startOfDay } from '../../core/text/day.ts';
import { connect } from '../ui/host.ts';
import { LostQuestion, NoQuestion, NoStories } from './emptyStates.tsx';
import { FollowUp } from './followUp.tsx';
import { Notices, Question } from './question.tsx';
import {
	answerShown,
	interviewEnded,
	interviewPosition,
	interviewStarted,
	movedOn,
	probeAnswered,
	probed,
	started,
	stopped,
	withInput,
} from './session.ts';
import { Start } from './start.tsx';
import { Summary } from './summary.tsx';
import { type PracticeHost, usePracticeState } from './usePracticeState.ts';

/** The whole page: a function of the library, the history and the state that the editor keeps. */
function App({ host }: { readonly host: PracticeHost }): VNode {
	const practice = usePracticeState(host);
	const { stories, library, history, answer, state, setState, isReady, questions, question, schedule, next } =
		practice;
	const { phase, choice, wanted, current, interview, probing } = state;
	const { story, told } = current ?? {};
	const main = useRef<HTMLElement>(null);

	// After every step taken on this page, the heading takes the focus: a screen reader reads it first.
	const isFirst = useRef(true);
	const step = `${phase === 'next' ? next?.kind : phase} ${current?.question} ${probing?.asked}`;
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
		practice.save({
			form: 'rated',
			question: question.id,
			asked: question.text,
			rating,
			seconds,
			story: told,
			...(keepsNotes && notes !== '' && { notes }),
		});
		const probes = answer?.probes ?? [];
		setState((now) => probed(movedOn(now, rating), told, probes));
	};
	const rateFollowUp = (rating: Rating) => {
		const probe = probing?.probes[probing.asked];
		if (phase !== 'probing' || !probing || !probe) return;
		practice.save({ form: 'probed', probe: probe.id, asked: probe.question, rating, story: probing.story });
		setState(probeAnswered);
	};
	const skipFollowUp = () => setState(probeAnswered);
	const length = state.length ?? library?.length ?? 'whole';
	const onLength = (chosen: TellingLength) => {
		setState((now) => ({ ...now, length: chosen }));
		host.post({ form: 'length', length: chosen });
	};
	const start = () => setState((now) => started(now, now.choice));
	const show = () => setState((now) => answerShown(now, Date.now()));
	const pass = () => setState((now) => movedOn(now, undefined));
	const stop = () =>
		setState((now) => (now.interview && now.phase !== 'summary' ? interviewEnded(now) : stopped(now)));
	const startInterview = () =>
		setState((now) => {
			const { lens, questions: count } = now.wanted;
			return interviewStarted(now, drawInterview(practice.questionsOf(lens), count, Date.now() % 2 ** 31));
		});

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
			if (!isControl && key === 'Enter' && isReady && stories.length > 0) start();
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
		} else if (phase === 'probing') {
			const rating = ratings[Number(key) - 1];
			if (rating && !isField) rateFollowUp(rating);
			else if (!isField && key.toLowerCase() === 'p') skipFollowUp();
		}
	};
	const latestOnKey = useRef(onKey);
	latestOnKey.current = onKey;
	useEffect(() => {
		const listener = (event: KeyboardEvent) => latestOnKey.current(event);
		window.addEventListener('keydown', listener);
		return () => window.removeEventListener('keydown', listener);
	}, []);

	const startPage = () => {
		const now = Date.now();
		const answerable = questions.filter((each) => storiesAnswering(each).length > 0);
		const scheduled = answerable.flatMap(({ id }) => schedule.get(id) ?? []);
		const unasked = answerable.length - scheduled.length;
		return (
			<Start
				choice={choice}
				wanted={wanted}
				length={length}
				onLength={onLength}
				frameworks={library?.frameworks ?? []}
				fresh={Math.max(0, Math.min(newADay - newToday(schedule.values(), startOfDay(now)), unasked))}
				due={scheduled.filter(({ due }) => due <= now).length}
				weak={scheduled.filter(({ rating }) => wentBadly(rating)).length}
				practised={questions.filter(({ id }) => schedule.has(id)).length}
				questions={questions.length}
				askable={askableIn(practice.questionsOf(wanted.lens))}
				tellings={history?.tellings ?? 0}
				onChoose={(chosen) => setState((before) => ({ ...before, choice: chosen }))}
				onWanted={(interviewWanted) => setState((before) => ({ ...before, wanted: interviewWanted }))}
				onStart={start}
				onInterview={startInterview}
				kept={library?.kept ?? 'local'}
				onHistory={(what) => host.post({ form: what })}
			/>
		);
	};
	const content = () => {
		if (!isReady || !library) return library && <p class="empty muted">Reading stories…</p>;
		if (!library.hasFolder || stories.length === 0) {
			const form = library.hasFolder ? 'newStory' : 'openFolder';
			return <NoStories hasFolder={library.hasFolder} onBegin={() => host.post({ form })} />;
		}
		if (phase === 'summary' && interview) {
			return (
				<Summary
					rounds={interview}
					questions={questions}
					stories={stories}
					onOpen={(location) => host.post({ form: 'open', story: location })}
					onNewStory={(competency) => host.post({ form: 'newStory', competency })}
					onAgain={startInterview}
					onStop={() => setState(stopped)}
				/>
			);
		}
		if ((phase === 'asking' || phase === 'shown') && question && current) {
			const [competency] = question.competencies;
			return (
				<Question
					asked={current}
					isShown={phase === 'shown'}
					interview={interview?.length}
					answered={state.answered}
					question={question}
					answer={answer}
					position={interviewPosition(state) + 1}
					length={length}
					onLength={onLength}
					onCopy={(form) => told && host.post({ form, story: told, length })}
					onNotes={(text) => setState((now) => withInput(now, { notes: text }))}
					onKeepNotes={(keeps) => setState((now) => withInput(now, { keepsNotes: keeps }))}
					onShow={show}
					onTold={({ file, index }) => setState((now) => withInput(now, { told: { file, index } }))}
					onOpen={() => told && host.post({ form: 'open', story: told })}
					onNewStory={() => host.post({ form: 'newStory', ...(competency && { competency: competency.id }) })}
					onRate={rate}
					onPass={pass}
					onStop={stop}
				/>
			);
		}
		if (phase === 'probing' && probing) {
			return (
				<FollowUp
					probing={probing}
					onOpen={() => host.post({ form: 'open', story: probing.story })}
					onRate={rateFollowUp}
					onSkip={skipFollowUp}
					onStop={stop}
				/>
			);
		}
		if (phase === 'asking' || phase === 'shown') return <LostQuestion onPass={pass} />;
		if (phase === 'next') {
			if (!next || next.kind === 'question' || next.kind === 'over') return null;
			return (
				<NoQuestion
					draw={next}
					choice={interview && wanted.lens !== undefined ? { from: 'lens', lens: wanted.lens } : choice}
					answered={state.answered}
					onAnyway={() => setState((now) => ({ ...now, anyway: true }))}
					onStop={() => setState(stopped)}
				/>
			);
		}
		return startPage();
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

/** Shows practice in an element. */
export function startPractice(page: HTMLElement): void {
	render(
		<App host={connect<PracticeMessage, PracticeRequest, PracticeState>(practiceMessage, practiceState)} />,
		page,
	);
}
