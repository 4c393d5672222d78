import archive from '@vscode/codicons/src/icons/archive.svg';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TargetLevel } from '../../core/framework/targetLevel.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import { portfolioOf } from '../../core/library/portfolio/portfolio.ts';
import type { Share } from '../../core/library/portfolio/shares.ts';
import {
	balanceWords,
	missingWords,
	readyWords,
	shareTitles,
	shownParts,
	shownShares,
} from '../../core/library/portfolio/words.ts';
import { storyKey } from '../../core/library/storyIndex.ts';
import { localDay } from '../../core/text/day.ts';
import { plural } from '../../core/text/words.ts';
import type { MatrixChange } from '../protocol/matrix.ts';
import type { ShownFramework } from '../protocol/story.ts';
import { Icon, shortened } from '../ui/elements.tsx';

interface PortfolioProps {
	readonly stories: readonly MatrixStory[];
	/** The active ones, by all of which a story can be needed. */
	readonly frameworks: readonly ShownFramework[];
	readonly level: TargetLevel;
	onOpen(story: MatrixStory): void;
	onChange(story: MatrixStory, change: MatrixChange): void;
}

/** How many stories are offered as one of a kind that is missing. */
const maxMaybe = 5;

/** The library as a whole: what could go, what is missing or too much, and where the stories come from. */
export function Portfolio({ stories, frameworks, level, onOpen, onChange }: PortfolioProps): VNode {
	const today = localDay(new Date());
	const portfolio = useMemo(
		() => portfolioOf(stories, { frameworks, level, today }),
		[stories, frameworks, level, today],
	);
	const { missing, retire } = portfolio;
	const sentences = balanceWords(portfolio);
	const shares = shownShares(portfolio);
	const link = (entry: MatrixStory) => (
		<button type="button" class="link" onClick={() => onOpen(entry)}>
			{shortened(entry.story.title)}
		</button>
	);
	if (portfolio.stories === 0) return <p class="empty muted">Every story is retired: there is nothing to tell.</p>;
	return (
		<div class="scrolled portfolio">
			<section aria-labelledby="portfolio-ready">
				<h2 id="portfolio-ready">Ready to tell</h2>
				<p role="status">{readyWords(portfolio)}</p>
				{retire.length > 0 && (
					<ul class="retirable">
						{retire.map(({ story, reasons }) => (
							<li key={storyKey(story)}>
								<div>
									{link(story)}
									<div class="muted">{reasons.map(shortened).join(' · ')}</div>
								</div>
								<button
									type="button"
									class="tool"
									aria-label={`Retire ${shortened(story.story.title)}`}
									title="Retire: keep the story, and count it no more"
									onClick={() => onChange(story, { kind: 'set', field: 'status', value: 'retired' })}
								>
									<Icon svg={archive} />
								</button>
							</li>
						))}
					</ul>
				)}
			</section>
			{missing.length + sentences.length > 0 && (
				<section aria-labelledby="portfolio-missing">
					<h2 id="portfolio-missing">Missing, or too much</h2>
					<ul>
						{missing.map(({ kind, maybe }) => (
							<li key={kind}>
								{missingWords({ kind, maybe })}
								{maybe.length > 0 && (
									<ul>
										{maybe.slice(0, maxMaybe).map((entry) => (
											<li key={storyKey(entry)}>{link(entry)}</li>
										))}
										{maybe.length > maxMaybe && (
											<li class="muted">and {maybe.length - maxMaybe} more</li>
										)}
									</ul>
								)}
							</li>
						))}
						{sentences.map((sentence) => (
							<li key={sentence}>{shortened(sentence)}</li>
						))}
					</ul>
				</section>
			)}
			<section aria-labelledby="portfolio-shares">
				<h2 id="portfolio-shares">Where your stories come from</h2>
				<p class="muted">
					{shares.length === 0
						? 'No story says yet: give some a company, a project, a date or a scope.'
						: `Of ${plural(portfolio.stories, 'story', 'stories')} that are not retired; ready ones are filled.`}
				</p>
				<div class="shares">
					{shares.map((share) => (
						<ShareChart key={share.kind} share={share} all={portfolio.stories} />
					))}
				</div>
			</section>
		</div>
	);
}

/** How stories are shared out, a bar each: a table, so that names and numbers are read together. */
function ShareChart({ share, all }: { readonly share: Share; readonly all: number }): VNode {
	const parts = shownParts(share, all);
	const most = Math.max(1, ...parts.map(({ stories }) => stories));
	const wide = (count: number) => ({ width: `${(count * 100) / most}%` });
	return (
		<table>
			<caption>
				{shareTitles[share.kind]}
				{share.kind === 'archetype' && <span class="muted"> · a story can have several</span>}
			</caption>
			<colgroup>
				<col class="share-name" />
				<col />
				<col class="share-count" />
				<col class="share-percent" />
			</colgroup>
			<thead class="visually-hidden">
				<tr>
					<th scope="col">{shareTitles[share.kind]}</th>
					<th scope="col">Ready</th>
					<th scope="col">Stories</th>
					<th scope="col">Share</th>
				</tr>
			</thead>
			<tbody>
				{parts.map(({ name, stories, ready, percent, isRest }) => (
					<tr key={`${name} ${isRest}`} class={isRest ? 'rest' : ''}>
						<th scope="row" title={name}>
							{shortened(name)}
						</th>
						<td class="share-bar" title={`${ready} of ${stories} ready`}>
							<span class="visually-hidden">{`${ready} ready`}</span>
							<span class="share-whole" aria-hidden="true" style={wide(stories)} />
							{ready > 0 && <span class="share-filled" aria-hidden="true" style={wide(ready)} />}
						</td>
						<td class="number">{stories}</td>
						<td class="number muted">{`${percent} %`}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
