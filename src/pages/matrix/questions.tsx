import add from '@vscode/codicons/src/icons/add.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import passFilled from '@vscode/codicons/src/icons/pass-filled.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import pinned from '@vscode/codicons/src/icons/pinned.svg';
import questionIcon from '@vscode/codicons/src/icons/question.svg';
import type { VNode } from 'preact';
import { reasons } from '../../core/library/matrix/matrix.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { type AnswerState, answerStates, type BoardQuestion } from '../../core/library/matrix/questionBoard.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import type { MatrixChange } from '../protocol/matrix.ts';
import { Icon, shortened } from '../ui/elements.tsx';

interface QuestionFilter {
	readonly text: string;
	readonly state?: AnswerState;
}

interface QuestionsProps {
	readonly questions: readonly BoardQuestion[];
	readonly filter: QuestionFilter;
	onFilter(filter: QuestionFilter): void;
	onOpen(story: MatrixStory): void;
	onChange(story: MatrixStory, change: MatrixChange): void;
}

const states: Readonly<Record<AnswerState, readonly [icon: string, className: string, words: string]>> = {
	strong: [passFilled, 'state-rich', 'strong answer'],
	answered: [pass, 'state-covered', 'answered, none of them strong'],
	single: [pinned, 'state-single', 'only one, not strong'],
	open: [questionIcon, 'state-weak', 'not chosen yet, some could'],
	none: [circleSlash, 'state-gap', 'no story answers'],
};

/** Stories offered a question; the matrix has the others. */
const maxCandidates = 3;

/** The page of all questions, with the stories that answer or could answer each. */
export function Questions({ questions, filter, onFilter, onOpen, onChange }: QuestionsProps): VNode {
	const words = filter.text
		.toLowerCase()
		.split(/\s+/u)
		.filter((word) => word !== '');
	const shown = questions.filter(({ state, text, competencies }) => {
		const all = `${text} ${competencies.map(({ name }) => name).join(' ')}`.toLowerCase();
		return (filter.state === undefined || state === filter.state) && words.every((word) => all.includes(word));
	});
	return (
		<>
			<div class="toolbar" role="toolbar" aria-label="Questions">
				<input
					class="text-input"
					type="search"
					aria-label="Filter questions"
					placeholder="Filter questions"
					value={filter.text}
					onInput={({ currentTarget }) => onFilter({ ...filter, text: currentTarget.value })}
				/>
				<select
					class={`select${filter.state === undefined ? '' : ' chosen'}`}
					aria-label="Answers"
					value={filter.state ?? ''}
					onChange={({ currentTarget }) => {
						const state = answerStates.find((each) => each === currentTarget.value);
						onFilter({ text: filter.text, ...(state && { state }) });
					}}
				>
					<option value="">{`All questions (${questions.length})`}</option>
					{answerStates.map((state) => (
						<option key={state} value={state}>
							{`${states[state][2]} (${questions.filter((each) => each.state === state).length})`}
						</option>
					))}
				</select>
				<span class="count muted" role="status">
					{shown.length === questions.length
						? `${questions.length} questions`
						: `${shown.length} of ${questions.length} questions`}
				</span>
			</div>
			<div class="scrolled">
				<table class="questions">
					<thead>
						<tr>
							<th scope="col">Question</th>
							<th scope="col">Answers</th>
							<th scope="col">Stories that could answer</th>
						</tr>
					</thead>
					<tbody>
						{shown.map((question) => (
							<QuestionRow key={question.id} question={question} onOpen={onOpen} onChange={onChange} />
						))}
					</tbody>
				</table>
				{shown.length === 0 && <p class="empty muted">No question matches.</p>}
			</div>
		</>
	);
}

function QuestionRow({
	question,
	onOpen,
	onChange,
}: Pick<QuestionsProps, 'onOpen' | 'onChange'> & { readonly question: BoardQuestion }): VNode {
	const { id, text, competencies, answers, candidates, state } = question;
	const [icon, className, words] = states[state];
	const story = (entry: MatrixStory, kind: 'answer' | 'unanswer') => {
		const name = shortened(entry.story.title);
		return (
			<li key={storyKey(entry)}>
				<button
					type="button"
					class="link"
					title={reasons(entry, competencies[0]?.id ?? '').join(' · ')}
					onClick={() => onOpen(entry)}
				>
					{name}
				</button>
				<button
					type="button"
					class="tool"
					aria-label={
						kind === 'answer' ? `${name} answers this question` : `${name} does not answer this question`
					}
					title={
						kind === 'answer'
							? 'It answers this: add it to the story’s questions'
							: 'Take it off the story’s questions'
					}
					onClick={() => onChange(entry, { kind, question: id, text })}
				>
					<Icon svg={kind === 'answer' ? add : close} />
				</button>
			</li>
		);
	};
	return (
		<tr>
			<th scope="row">
				<span class="question-text">{shortened(text)}</span>
				<span class="muted">{competencies.map(({ name }) => name).join(', ')}</span>
			</th>
			<td>
				<span class="answer-state">
					<Icon svg={icon} className={className} /> {words}
				</span>
				{answers.length > 0 && <ul>{answers.map((entry) => story(entry, 'unanswer'))}</ul>}
			</td>
			<td>
				{candidates.length > 0 ? (
					<ul>{candidates.slice(0, maxCandidates).map((entry) => story(entry, 'answer'))}</ul>
				) : (
					<span class="muted">–</span>
				)}
			</td>
		</tr>
	);
}
