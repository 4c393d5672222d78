import circleLarge from '@vscode/codicons/src/icons/circle-large.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import passFilled from '@vscode/codicons/src/icons/pass-filled.svg';
import starFull from '@vscode/codicons/src/icons/star-full.svg';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sectionKinds, sectionTitles } from '../../core/framework/sectionKind.ts';
import { type Coverage, coverageAdvice, coverageSummary } from '../../core/library/coverage.ts';
import { reasons } from '../../core/library/matrix/matrix.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import type { ShownOpportunity } from '../protocol/matrix.ts';
import { Icon, shortened } from '../ui/elements.tsx';
import { stateIcons } from './lines.ts';

interface CardProps {
	readonly coverage: Coverage<MatrixStory>;
	onOpen(story: MatrixStory): void;
	/** The planned opportunities for the competency, in the order in which they are due. */
	readonly opportunities: readonly ShownOpportunity[];
	onOpportunity(opportunity: ShownOpportunity): void;
	onPlan(competency: string): void;
	onNewStory(competency: string): void;
	onClose(): void;
}

/** Stories listed under “Tell first”. */
const maxStories = 8;

/** A competency: its coverage, its stories in the order to tell them, what is planned, its questions and prompts. */
export function Card({
	coverage,
	opportunities,
	onOpen,
	onOpportunity,
	onPlan,
	onNewStory,
	onClose,
}: CardProps): VNode {
	const { competency, state, stories, best } = coverage;
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), [competency.id]);
	const missing = state === 'gap' || state === 'weak' || state === 'single';
	return (
		<aside
			class="card"
			aria-labelledby="card-title"
			onKeyDown={(event: KeyboardEvent) => {
				if (event.key === 'Escape') onClose();
			}}
		>
			<header>
				<h2 id="card-title" tabIndex={-1} ref={heading}>
					{competency.name}
				</h2>
				<button type="button" class="tool" aria-label="Close" title="Close (Escape)" onClick={onClose}>
					<Icon svg={close} />
				</button>
			</header>
			<p class="card-state">
				<Icon svg={stateIcons[state]} className={`state-${state}`} /> {coverageSummary(coverage)}
			</p>
			<p>{competency.description}</p>
			<p class="muted">{coverageAdvice(coverage)}</p>
			<button
				type="button"
				class={`button${missing ? '' : ' secondary'}`}
				onClick={() => onNewStory(competency.id)}
			>
				{missing ? 'Write the Missing Story…' : 'Write Another Story…'}
			</button>
			{stories.length > 0 && (
				<section>
					<h3>Tell first</h3>
					<ol class="card-stories">
						{stories.slice(0, maxStories).map((entry) => (
							<li key={storyKey(entry)}>
								<button type="button" class="link" onClick={() => onOpen(entry)}>
									{shortened(entry.story.title)}
								</button>
								{best.includes(entry) && entry.story.details.status === 'ready' && (
									<>
										{' '}
										<Icon svg={starFull} />
									</>
								)}
								<div class="muted card-reasons">
									{reasons(entry, competency.id).flatMap((reason, index) => [
										index > 0 && ' · ',
										<span key={reason}>{reason}</span>,
									])}
								</div>
							</li>
						))}
					</ol>
					{stories.length > maxStories && <p class="muted">and {stories.length - maxStories} more</p>}
				</section>
			)}
			<section>
				<h3>Planned</h3>
				{opportunities.length > 0 && (
					<ul class="card-opportunities">
						{opportunities.map((each) => (
							<li key={`${each.file}#${each.line}`}>
								<Icon svg={each.done ? passFilled : circleLarge} />{' '}
								<button type="button" class="link" onClick={() => onOpportunity(each)}>
									{shortened(each.what)}
								</button>
								<div class="muted">
									{[
										...(each.done ? ['done'] : []),
										...(each.by ? [`by ${each.by}`] : []),
										...(each.with ? [`with ${each.with}`] : []),
									].join(' · ')}
								</div>
							</li>
						))}
					</ul>
				)}
				<button type="button" class="link" onClick={() => onPlan(competency.id)}>
					Plan an opportunity…
				</button>
			</section>
			{competency.questions.length > 0 && (
				<section>
					<h3>Asked as</h3>
					<ul>
						{competency.questions.map(({ id, text }) => (
							<li key={id}>{text}</li>
						))}
					</ul>
				</section>
			)}
			<section>
				<h3>What to answer</h3>
				<dl>
					{sectionKinds
						.filter((kind) => competency.prompts[kind].length > 0)
						.map((kind) => (
							<div key={kind}>
								<dt>{sectionTitles[kind]}</dt>
								{competency.prompts[kind].map((prompt) => (
									<dd key={prompt}>{prompt}</dd>
								))}
							</div>
						))}
				</dl>
			</section>
		</aside>
	);
}
