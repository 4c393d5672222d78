import { sectionTitles, sideTitles } from '../../framework/sectionKind.ts';
import { angleLabel, probesTitle } from '../../library/cueCard.ts';
import { targetText } from '../../library/coverage.ts';
import { balanceWords, missingWords, readyWords, shareTitles, shownParts } from '../../library/portfolio/words.ts';
import type { Share } from '../../library/portfolio/shares.ts';
import { type Markup, htmlPage, lines, markup } from '../../text/html.ts';
import { calibrationOf, calibrationTitle } from '../calibration.ts';
import { type Report, type ReportCompetency, type ReportPlace, type ReportStory, currentStories } from '../report.ts';
import {
	changeLines,
	contextLine,
	gapsOf,
	interviewsLine,
	oftenText,
	questionsInNeed,
	redactionLine,
	cardFacts,
	summaryLine,
	titleOf,
	unforeseenText,
} from '../wording.ts';

/** How the report in HTML looks on a screen and on paper, A4 or US Letter. */
const htmlStyle = markup`:root { color-scheme: light dark; --ink: #1f2328; --faint: #5a6472; --line: #d0d7de; --paper: #ffffff; --accent: #0a58a8; --mark: #f3f6f9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e2e6ea; --faint: #9aa4b0; --line: #3a424b; --paper: #16191d; --accent: #7db8f0; --mark: #20252b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); font-size: 1.3rem; }
h3 { margin: 1.25rem 0 0.35rem; font-size: 1.05rem; }
p { margin: 0.35rem 0; }
ul, ol { margin: 0.35rem 0; padding-inline-start: 1.4rem; }
li { margin: 0.25rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: baseline; }
th[scope=row] { font-weight: normal; }
thead th, .number, .scope { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.date, .facts { color: var(--faint); font-size: 0.875rem; font-weight: normal; }
.note { padding: 0.5rem 0.75rem; background: var(--mark); border-inline-start: 3px solid var(--accent); }
.opening { font-style: italic; }
.metric { font-weight: 600; }
.state { white-space: nowrap; padding: 0.05rem 0.45rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.85rem; }
.share { margin: 0.75rem 0 1.25rem; table-layout: fixed; }
.share th:first-child { width: 40%; }
.share .number { width: 5rem; }
.share svg { max-width: 100%; }
.share rect { fill: none; stroke: var(--accent); }
.share .filled { fill: var(--accent); }
.gap, .weak { border-color: currentColor; font-weight: 600; }
article { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 0.5rem; }
article h3 { margin-top: 0; }
dl { margin: 0.6rem 0 0; }
dl > div { display: grid; grid-template-columns: 6rem 1fr; gap: 0.75rem; padding: 0.2rem 0; }
dt { color: var(--faint); font-size: 0.875rem; line-height: 1.7; }
dd { margin: 0; min-width: 0; }
@media (max-width: 30rem) { body { padding: 1rem 0.75rem 3rem; } table { font-size: 0.85rem; } th, td { padding: 0.35rem 0.15rem; } .state { padding: 0; border: 0; } article { padding: 0.75rem; } dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print {
	@page { margin: 14mm; }
	:root { font-size: 10pt; color-scheme: light; --ink: #000000; --faint: #444444; --line: #999999; --paper: #ffffff; --accent: #000000; --mark: #ffffff; }
	body { max-width: none; padding: 0; }
	h2, h3 { break-after: avoid; }
	section, tr, li { break-inside: avoid; }
	.cards { break-before: page; }
	.cards > h2 { display: none; }
	article { margin: 0 0 6mm; min-height: 117mm; break-inside: avoid; font-size: 9pt; line-height: 1.35; }
	article:nth-of-type(2n) { margin-bottom: 0; break-after: page; }
	article:last-of-type { break-after: auto; }
}
`;

/** The report as one page without scripts, to read on a screen and to print: a handout, then the cards, two to a sheet. */
export function htmlFormat(report: Report): string {
	const title = titleOf(report);
	return htmlPage(title, htmlStyle, [
		markup`<h1 dir="auto">${title}</h1>`,
		...(report.date === undefined ? [] : [markup`<p class="date">Made on ${report.date}.</p>`]),
		...(report.redaction ? [markup`<p class="note">${redactionLine(report.redaction)}</p>`] : []),
		markup`<p>${summaryLine(report)}</p>`,
		...changes(report),
		...coverage(report.competencies),
		...calibration(report),
		...mapping(report),
		...gaps(report),
		...portfolio(report),
		...questions(report),
		...interviews(report),
		...problems(report),
		...cards(report),
	]);
}

function changes({ changes: since, stories }: Report): Markup[] {
	if (!since) return [];
	const changed = changeLines(since, (index) => stories[index]?.title ?? '');
	const heading = markup`<h2>Since ${since.since ?? 'the last report'}</h2>`;
	return [heading, changed.length > 0 ? list(changed) : markup`<p>Nothing has changed.</p>`];
}

function coverage(competencies: readonly ReportCompetency[]): Markup[] {
	const rows = competencies.map(({ name, ready, target, stories, state }) => {
		const cells = [ready, targetText(target), stories].map((cell) => markup`<td class="number">${cell}</td>`);
		const head = markup`<th scope="row" dir="auto">${name}</th>`;
		return markup`<tr>${head}${cells}<td><span class="state ${state}">${state}</span></td></tr>`;
	});
	const head = ['Competency', 'Ready', 'Target', 'Stories', 'State'].map((name, index) =>
		index > 0 && index < 4
			? markup`<th scope="col" class="number">${name}</th>`
			: markup`<th scope="col">${name}</th>`,
	);
	return [
		markup`<h2>Coverage</h2>`,
		markup`<table>
<thead><tr>${head}</tr></thead>
<tbody>
${lines(rows)}
</tbody>
</table>`,
	];
}

/** How far stories reached, against what the level wants. */
function calibration(report: Report): Markup[] {
	const rows = calibrationOf(report).map(
		({ name, widest, wanted, words }) =>
			markup`<tr><th scope="row" dir="auto">${name}</th><td class="scope">${widest}</td><td class="scope">${wanted}</td><td>${words}</td></tr>`,
	);
	if (rows.length === 0) return [];
	const head = ['Competency', 'Widest', 'Wanted', ''].map((name) =>
		name === '' ? markup`<td></td>` : markup`<th scope="col">${name}</th>`,
	);
	return [
		section(
			markup`<h3>${calibrationTitle(report)}</h3>`,
			markup`<table>
<thead><tr>${head}</tr></thead>
<tbody>
${lines(rows)}
</tbody>
</table>`,
		),
	];
}

function mapping({ competencies, stories }: Report): Markup[] {
	const heading = markup`<h2>Best stories</h2>`;
	const held = competencies.filter(({ best }) => best.length > 0);
	if (held.length === 0) return [heading, markup`<p>No story is tagged with one of these competencies yet.</p>`];
	const parts = held.map(({ name, best }) => {
		const items = best.flatMap(({ story: index, why }) => {
			const story = stories[index];
			if (!story) return [];
			const facts = [...why, ...(story.spoken === undefined ? [] : [story.spoken])].join(' · ');
			const [headline] = story.metrics;
			const title = markup`${linkTo(story, story.title)} <span class="facts">${facts}</span>`;
			const metric = headline === undefined ? undefined : markup`<p class="metric">${headline}</p>`;
			return [markup`<li dir="auto">${title}${opening(story)}${metric}</li>`];
		});
		return section(markup`<h3 dir="auto">${name}</h3>`, lines([markup`<ol>`, ...items, markup`</ol>`]));
	});
	return [heading, ...parts];
}

function gaps(report: Report): Markup[] {
	const heading = markup`<h2>Gaps</h2>`;
	const open = gapsOf(report);
	if (open.length === 0) return [heading, markup`<p>None: every competency is covered.</p>`];
	const parts = open.map(({ name, state, advice, prompts, opportunities }) => {
		const shown = [markup`<h3 dir="auto">${name}: ${state}</h3>`, markup`<p>${advice}</p>`];
		if (prompts.length > 0) shown.push(markup`<p>To recall one, ask yourself:</p>`, list(prompts));
		if (opportunities.length > 0)
			shown.push(
				markup`<p>Planned:</p>`,
				list(opportunities.map(({ text, when }) => (when === undefined ? text : `${text} · ${when}`))),
			);
		return section(...shown);
	});
	return [heading, ...parts];
}

/** Of a bar of the longest share, in CSS pixels. */
const barSize = { width: 160, height: 10 };

function portfolio({ portfolio: whole, stories }: Report): Markup[] {
	if (!whole) return [];
	const titled = (index: number) => {
		const story = stories[index];
		return story && linkTo(story, story.title);
	};
	const lacking = [
		...whole.missing.map((each) => {
			const maybe = each.maybe.map((index, place) => markup`${place > 0 ? ', ' : ' '}${titled(index)}`);
			return markup`<li dir="auto">${missingWords(each)}${maybe}</li>`;
		}),
		...balanceWords(whole).map((text) => markup`<li dir="auto">${text}</li>`),
	];
	const retire = whole.retire.map(
		({ story, reasons }) =>
			markup`<li dir="auto">${titled(story)} <span class="facts">${reasons.join(' · ')}</span></li>`,
	);
	return [
		markup`<h2>Portfolio</h2>`,
		markup`<p>${readyWords(whole)}</p>`,
		...(retire.length === 0 ? [] : [listOf(retire)]),
		...(lacking.length === 0 ? [] : [section(markup`<h3>Missing, or too much</h3>`, listOf(lacking))]),
		...(whole.shares.length === 0 ? [] : [markup`<h3>Where the stories come from</h3>`]),
		...whole.shares.map((share) => shareTable(share, whole.stories)),
	];
}

/** How the stories are shared out, a bar each that is filled as far as they are ready. */
function shareTable(share: Share, all: number): Markup {
	const parts = shownParts(share, all);
	const most = Math.max(1, ...parts.map(({ stories }) => stories));
	const { width, height } = barSize;
	const wide = (count: number) => Math.round((count * (width - 2)) / most);
	const rows = parts.map(({ name, stories, ready, percent }) => {
		const bar = markup`<svg width="${width}" height="${height}" aria-hidden="true"><rect class="whole" x="1" y="1" width="${wide(stories)}" height="${height - 2}"/><rect class="filled" x="1" y="1" width="${wide(ready)}" height="${height - 2}"/></svg>`;
		return markup`<tr><th scope="row" dir="auto">${name}</th><td>${bar}</td><td class="number">${stories}</td><td class="number">${percent} %</td></tr>`;
	});
	const head = markup`<th scope="col">${shareTitles[share.kind]}</th><th scope="col">Ready ones filled</th><th scope="col" class="number">Stories</th><th scope="col" class="number">Share</th>`;
	return markup`<table class="share">
<thead><tr>${head}</tr></thead>
<tbody>
${lines(rows)}
</tbody>
</table>`;
}

function questions(report: Report): Markup[] {
	const asked = questionsInNeed(report);
	const parts = [0, 1].flatMap((answers) => {
		const own = asked.filter(({ stories }) => stories.length === answers);
		if (own.length === 0) return [];
		const items = own.map(({ text, competencies, stories }) => {
			const only = report.stories[stories[0] ?? -1];
			const probed = markup`<span class="facts">${competencies.join(', ')}</span>`;
			return markup`<li dir="auto">${text} ${probed}${only && markup` ${linkTo(only, only.title)}`}</li>`;
		});
		return [markup`<h3>${answers === 0 ? 'No story answers' : 'One story answers'}</h3>`, listOf(items)];
	});
	return parts.length === 0 ? [] : [markup`<h2>Questions</h2>`, ...parts];
}

function interviews({ interviews: held, stories }: Report): Markup[] {
	if (!held) return [];
	const { landing, often, unforeseen } = held;
	const linkOf = (index: number) => stories[index] && linkTo(stories[index], stories[index].title);
	const shown = [markup`<h2>Interviews</h2>`, markup`<p>${interviewsLine(held)}</p>`];
	if (landing.length > 0) {
		const head = ['Told', 'Well', 'Ok', 'Badly'].map((name) => markup`<th scope="col" class="number">${name}</th>`);
		const rows = landing.map(({ story, told, well, ok, badly }) => {
			const cells = [told, well, ok, badly].map((cell) => markup`<td class="number">${cell}</td>`);
			return markup`<tr><th scope="row" dir="auto">${linkOf(story)}</th>${cells}</tr>`;
		});
		shown.push(
			section(
				markup`<h3>How stories land</h3>`,
				markup`<table>
<thead><tr><th scope="col">Story</th>${head}</tr></thead>
<tbody>
${lines(rows)}
</tbody>
</table>`,
			),
		);
	}
	if (often.length > 0) {
		const items = often.map((each) => markup`<li dir="auto">${linkOf(each.story)}: ${oftenText(each)}</li>`);
		shown.push(section(markup`<h3>Told too often</h3>`, listOf(items)));
	}
	if (unforeseen.length > 0) {
		const items = unforeseen.map(
			(each) => markup`<li dir="auto">${each.text} <span class="facts">${unforeseenText(each)}</span></li>`,
		);
		shown.push(section(markup`<h3>Asked and not foreseen</h3>`, listOf(items)));
	}
	return shown;
}

function problems({ problems: rules }: Report): Markup[] {
	if (rules.length === 0) return [];
	const parts = rules.map(({ rule, severity, found }) => {
		const items = found.map(
			({ message, ...place }) =>
				markup`<li dir="auto">${linkTo(place, `${place.path}:${place.line}`)} ${message}</li>`,
		);
		const heading = markup`<h3>${rule} <span class="facts">${severity} · ${found.length}</span></h3>`;
		return section(heading, listOf(items));
	});
	return [markup`<h2>Problems</h2>`, ...parts];
}

function cards(report: Report): Markup[] {
	const stories = currentStories(report);
	if (stories.length === 0) return [];
	return [
		markup`<div class="cards">`,
		markup`<h2>Cards</h2>`,
		...stories.map((story) => card(story)),
		markup`</div>`,
	];
}

function card(story: ReportStory): Markup {
	const where = contextLine(story);
	const told = story.lines.map(
		({ kind, text }) => markup`<div><dt>${sectionTitles[kind]}</dt><dd dir="auto">${text}</dd></div>`,
	);
	const asked = story.probes.map(
		({ question, answer }) =>
			markup`<li dir="auto">${question}${answer === undefined ? undefined : markup` <i>${answer}</i>`}</li>`,
	);
	const sentence = opening(story);
	return lines([
		markup`<article>`,
		markup`<h3 dir="auto">${linkTo(story, story.title)}</h3>`,
		markup`<p class="facts" dir="auto">${cardFacts(story).join(' · ')}</p>`,
		...(where === '' ? [] : [markup`<p class="facts" dir="auto">${where}</p>`]),
		...(sentence ? [sentence] : []),
		...(story.inShort === undefined
			? []
			: [markup`<p dir="auto"><b>${sideTitles['in-short']}:</b> ${story.inShort}</p>`]),
		...(story.angles ?? []).map((angle) => markup`<p dir="auto"><b>${angleLabel(angle)}:</b> ${angle.text}</p>`),
		...story.metrics.map((metric) => markup`<p class="metric" dir="auto">${metric}</p>`),
		...(told.length === 0 ? [] : [markup`<dl>`, ...told, markup`</dl>`]),
		...(asked.length === 0 ? [] : [markup`<p><b>${probesTitle}:</b></p>`, listOf(asked)]),
		markup`</article>`,
	]);
}

function opening({ opening: sentence }: ReportStory): Markup | undefined {
	return sentence === undefined ? undefined : markup`<p class="opening" dir="auto">“${sentence}”</p>`;
}

function section(...parts: readonly Markup[]): Markup {
	return markup`<section>${lines(parts)}</section>`;
}

function list(texts: readonly string[]): Markup {
	return listOf(texts.map((text) => markup`<li dir="auto">${text}</li>`));
}

function listOf(items: readonly Markup[]): Markup {
	return lines([markup`<ul>`, ...items, markup`</ul>`]);
}

/** Only addresses that open a file or a page are linked to: none that runs something. */
function linkTo({ link }: Pick<ReportPlace, 'link'>, text: string): Markup {
	const isHarmless =
		link !== undefined &&
		(!/^[\s\p{Cc}]*[a-z][a-z\d+.\-\s]*:/iu.test(link) || /^(?:https?|file|vscode[a-z-]*):/iu.test(link));
	return isHarmless ? markup`<a href="${link}">${text}</a>` : markup`${text}`;
}
