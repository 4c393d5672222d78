import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import debugStepOver from '@vscode/codicons/src/icons/debug-step-over.svg';
import passFilled from '@vscode/codicons/src/icons/pass-filled.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { VNode } from 'preact';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import type { BoardQuestion } from '../../core/library/matrix/questionBoard.ts';
import { storyKey, type StoryLocation } from '../../core/library/storyIndex.ts';
import { type InterviewRound, interviewSummary } from '../../core/questions/practice/interview.ts';
import { durationText } from '../../core/rules/english/spokenTime.ts';
import { Icon, shortened } from '../ui/elements.tsx';

interface SummaryProps {
	readonly rounds: readonly InterviewRound[];
	readonly questions: readonly BoardQuestion[];
	readonly stories: readonly MatrixStory[];
	onOpen(story: StoryLocation): void;
	onNewStory(competency: string): void;
	onAgain(): void;
	onStop(): void;
}

/** The summary of a mock interview. */
export function Summary({ rounds, questions, stories, onOpen, onNewStory, onAgain, onStop }: SummaryProps): VNode {
	const { well, shaky, missing, skipped, overused } = interviewSummary(rounds);
	const list = (title: string, icon: string, className: string, own: readonly InterviewRound[]) =>
		own.length > 0 && (
			<section>
				<h2>
					<Icon svg={icon} className={className} /> {`${title} (${own.length})`}
				</h2>
				<ul class="rounds">
					{own.map((round) => (
						<Round
							key={round.question}
							round={round}
							question={questions.find(({ id }) => id === round.question)}
							stories={stories}
							onOpen={onOpen}
							onNewStory={onNewStory}
						/>
					))}
				</ul>
			</section>
		);
	return (
		<>
			<h1 tabIndex={-1}>The interview is over</h1>
			<p>{sentence(well.length, rounds.length)}</p>
			{list('Told well', passFilled, 'state-rich', well)}
			{list('Shaky', warning, 'state-weak', shaky)}
			{list('Missing', circleSlash, 'state-gap', missing)}
			{list('Passed over', debugStepOver, 'muted', skipped)}
			{overused.length > 0 && (
				<section>
					<h2>Told too often</h2>
					<ul class="rounds">
						{overused.map(({ story, times }) => (
							<li key={storyKey(story)}>
								<StoryLink story={story} stories={stories} onOpen={onOpen} />{' '}
								<span class="muted">{`told ${times} times: an interviewer remembers`}</span>
							</li>
						))}
					</ul>
				</section>
			)}
			<div class="row actions">
				<button type="button" class="button" onClick={onAgain}>
					Another Interview
				</button>
				<button type="button" class="button secondary" onClick={onStop}>
					Done
				</button>
			</div>
		</>
	);
}

interface RoundProps extends Pick<SummaryProps, 'stories' | 'onOpen' | 'onNewStory'> {
	readonly round: InterviewRound;
	/** Undefined where the framework no longer has it. */
	readonly question: BoardQuestion | undefined;
}

function Round({ round, question, stories, onOpen, onNewStory }: RoundProps): VNode {
	const { competency, story, told = story, seconds } = round;
	const name = question?.competencies.find(({ id }) => id === competency)?.name ?? competency;
	return (
		<li>
			<div>{shortened(question?.text ?? round.question)}</div>
			<div class="muted">
				{told ? (
					<StoryLink story={told} stories={stories} onOpen={onOpen} />
				) : (
					<button type="button" class="link" onClick={() => onNewStory(competency)}>
						{`Write a story for ${name}…`}
					</button>
				)}
				{told && ` · ${name}`}
				{seconds !== undefined && ` · ${durationText(seconds)}`}
			</div>
		</li>
	);
}

function StoryLink({
	story,
	stories,
	onOpen,
}: Pick<SummaryProps, 'stories' | 'onOpen'> & { readonly story: StoryLocation }): VNode {
	const known = stories.find((entry) => storyKey(entry) === storyKey(story));
	return known ? (
		<button type="button" class="link" onClick={() => onOpen(story)}>
			{shortened(known.story.title)}
		</button>
	) : (
		<span>a story that is gone</span>
	);
}

function sentence(well: number, all: number): string {
	if (well === all) return all === 1 ? 'It went well.' : 'All of it went well.';
	return well === 0 ? 'Nothing went well yet: that is what practice is for.' : `${well} of ${all} went well.`;
}
