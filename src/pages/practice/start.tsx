import type { VNode } from 'preact';
import type { TellingLength } from '../../core/library/telling/telling.ts';
import type { PracticeChoice } from '../../core/questions/practice/drawQuestion.ts';
import { maxQuestions } from '../../core/questions/practice/interview.ts';
import { plural } from '../../core/text/words.ts';
import type { PracticeState } from '../protocol/practice.ts';
import type { ShownFramework } from '../protocol/story.ts';
import { shortened } from '../ui/elements.tsx';
import { LengthSwitch } from './lengthSwitch.tsx';

interface StartProps {
	readonly choice: PracticeChoice;
	readonly wanted: PracticeState['wanted'];
	readonly frameworks: readonly ShownFramework[];
	/** Questions that are due. */
	readonly due: number;
	/** Questions that went badly the last time. */
	readonly weak: number;
	/** Questions that would be asked for the first time today. */
	readonly fresh: number;
	/** Questions that were practised at least once, of all `questions`. */
	readonly practised: number;
	readonly questions: number;
	/** Questions that the interview could ask. */
	readonly askable: number;
	/** Answers in the history. */
	readonly tellings: number;
	/** In which length stories are told. */
	readonly length: TellingLength;
	onLength(length: TellingLength): void;
	onChoose(choice: PracticeChoice): void;
	onWanted(wanted: PracticeState['wanted']): void;
	onStart(): void;
	onInterview(): void;
	/** Where the history lies. */
	readonly kept: 'own' | 'remote' | 'local';
	onHistory(what: 'export' | 'import' | 'reset' | 'chooseFolder'): void;
}

/** The fewest questions that make an interview. */
const minQuestions = 3;

/** Where the history lies, in a sentence. */
const keptTexts: Readonly<Record<StartProps['kept'], string>> = {
	own: 'The history is kept in the folder that you chose, and out of your stories.',
	remote: 'The history is kept on the remote machine or in the container, and goes with it.',
	local: 'The history stays on this machine and out of your files.',
};

/** The start page: what to practise, a mock interview, the history. */
export function Start(props: StartProps): VNode {
	const { choice, wanted, frameworks, weak, tellings, onChoose, onWanted } = props;
	const [firstFramework] = frameworks;
	const competency = choice.from === 'competency' ? choice.competency : (firstFramework?.competencies[0]?.id ?? '');
	const lens = choice.from === 'lens' ? choice.lens : (firstFramework?.id ?? '');
	const way = (from: PracticeChoice['from'], label: string, detail: string, chosen: PracticeChoice) => (
		<label class="way">
			<input type="radio" name="from" checked={choice.from === from} onChange={() => onChoose(chosen)} />
			<span>
				{label}
				{detail !== '' && <span class="muted"> · {detail}</span>}
			</span>
		</label>
	);
	return (
		<>
			<h1 tabIndex={-1}>Practise</h1>
			<p class="muted">
				A question, a clock, your answer aloud. Then the story you meant, and how it went: that decides when it
				is asked again.
			</p>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					props.onStart();
				}}
			>
				<fieldset class="ways">
					<legend>Ask me</legend>
					{way('due', 'What is due', dueText(props.due, props.fresh), { from: 'due' })}
					{way('weak', 'What went badly', weak === 0 ? 'nothing so far' : plural(weak, 'question'), {
						from: 'weak',
					})}
					<div class="way-with-choice">
						{way('competency', 'About one competency', '', { from: 'competency', competency })}
						<select
							class="select"
							aria-label="Competency"
							value={competency}
							onChange={({ currentTarget }) =>
								onChoose({ from: 'competency', competency: currentTarget.value })
							}
						>
							{frameworks.map((framework) => (
								<optgroup key={framework.id} label={framework.name}>
									{framework.competencies.map(({ id, name }) => (
										<option key={id} value={id}>
											{shortened(name)}
										</option>
									))}
								</optgroup>
							))}
						</select>
					</div>
					<div class="way-with-choice">
						{way('lens', 'Through one framework', '', { from: 'lens', lens })}
						<FrameworkChoice
							label="Framework"
							value={lens}
							frameworks={frameworks}
							onChoose={(id) => onChoose({ from: 'lens', lens: id })}
						/>
					</div>
				</fieldset>
				<div class="row">
					<button type="submit" class="button">
						Start
					</button>
					<span class="row tell-in">
						<span class="muted">Tell it in</span>
						<LengthSwitch length={props.length} onLength={props.onLength} />
					</span>
				</div>
			</form>
			<section class="interview" aria-labelledby="interview-title">
				<h2 id="interview-title">Mock interview</h2>
				<p class="muted">Every competency in turn, no story meant twice, and a summary at the end.</p>
				{props.askable < wanted.questions && (
					<p role="status">
						{props.askable === 0
							? 'There is no question to ask here: does your framework file list any?'
							: `Only ${plural(props.askable, 'question')} to ask here: the interview has no more.`}
					</p>
				)}
				<div class="row">
					<select
						class="select"
						aria-label="Number of questions"
						value={String(wanted.questions)}
						onChange={({ currentTarget }) =>
							onWanted({ ...wanted, questions: Number(currentTarget.value) })
						}
					>
						{Array.from(
							{ length: maxQuestions - minQuestions + 1 },
							(_, index) => index + minQuestions,
						).map((number) => (
							<option key={number} value={String(number)}>
								{`${number} questions`}
							</option>
						))}
					</select>
					{frameworks.length > 1 && (
						<FrameworkChoice
							label="Framework of the interview"
							value={wanted.lens ?? ''}
							all="All frameworks"
							frameworks={frameworks}
							onChoose={(id) => onWanted({ questions: wanted.questions, ...(id !== '' && { lens: id }) })}
						/>
					)}
					<button
						type="button"
						class="button secondary"
						disabled={props.askable === 0}
						onClick={props.onInterview}
					>
						Start Interview
					</button>
				</div>
			</section>
			<footer class="history">
				<span class="muted">
					{tellings === 0
						? 'Nothing practised yet.'
						: `${props.practised} of ${props.questions} questions practised.`}{' '}
					{keptTexts[props.kept]}
				</span>
				<span class="row">
					{props.kept === 'remote' && (
						<button type="button" class="link" onClick={() => props.onHistory('chooseFolder')}>
							Choose Folder…
						</button>
					)}
					{tellings > 0 && (
						<button type="button" class="link" onClick={() => props.onHistory('export')}>
							Export…
						</button>
					)}
					<button type="button" class="link" onClick={() => props.onHistory('import')}>
						Import…
					</button>
					{tellings > 0 && (
						<button type="button" class="link" onClick={() => props.onHistory('reset')}>
							Delete…
						</button>
					)}
				</span>
			</footer>
		</>
	);
}

function dueText(due: number, fresh: number): string {
	const parts = [...(due > 0 ? [plural(due, 'question')] : []), ...(fresh > 0 ? [`${fresh} new`] : [])];
	return parts.length > 0 ? parts.join(', ') : 'nothing right now';
}

interface FrameworkChoiceProps {
	readonly label: string;
	readonly value: string;
	readonly all?: string;
	readonly frameworks: readonly ShownFramework[];
	onChoose(id: string): void;
}

function FrameworkChoice({ label, value, all, frameworks, onChoose }: FrameworkChoiceProps): VNode {
	return (
		<select
			class="select"
			aria-label={label}
			value={value}
			onChange={({ currentTarget }) => onChoose(currentTarget.value)}
		>
			{all !== undefined && <option value="">{all}</option>}
			{frameworks.map(({ id, name }) => (
				<option key={id} value={id}>
					{shortened(name)}
				</option>
			))}
		</select>
	);
}
