import { sectionTitles, sideTitles } from '../../framework/sectionKind.ts';
import { angleMarkdown, probesMarkdown } from '../../library/cueCard.ts';
import { targetText } from '../../library/coverage.ts';
import { balanceWords, missingWords, readyWords, shareTitles, shownParts } from '../../library/portfolio/words.ts';
import { escapeMarkdown } from '../../text/escape.ts';
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

/** The report as a document to read, with links to the stories where they can be given. */
export function markdownFormat(report: Report): string {
	const parts = [
		`# ${escapeMarkdown(titleOf(report))}`,
		...(report.date === undefined ? [] : [`Made on ${report.date}.`]),
		...(report.redaction ? [`> ${escapeMarkdown(redactionLine(report.redaction))}`] : []),
		summaryLine(report),
		...changes(report),
		'## Coverage',
		coverageTable(report.competencies),
		...calibration(report),
		'## Best stories',
		...mapping(report),
		'## Gaps',
		...gaps(report),
		...uncounted(report),
		...portfolio(report),
		...questions(report),
		...interviews(report),
		...problems(report),
		...cards(report),
	];
	return `${parts.join('\n\n')}\n`;
}

function changes(report: Report): string[] {
	if (!report.changes) return [];
	const { since } = report.changes;
	const lines = changeLines(report.changes, (index) => report.stories[index]?.title ?? '').map(
		(line) => `- ${escapeMarkdown(line)}`,
	);
	return [`## Since ${since ?? 'the last report'}`, lines.length > 0 ? lines.join('\n') : 'Nothing has changed.'];
}

function coverageTable(competencies: readonly ReportCompetency[]): string {
	const rows = competencies.map(
		({ name, ready, target, stories, state }) =>
			`| ${escapeMarkdown(name)} | ${ready} | ${targetText(target)} | ${stories} | ${state} |`,
	);
	return ['| Competency | Ready | Target | Stories | State |', '| --- | ---: | ---: | ---: | --- |', ...rows].join(
		'\n',
	);
}

/** How far stories reached, against what the level wants. */
function calibration(report: Report): string[] {
	const rows = calibrationOf(report).map(
		({ name, widest, wanted, words }) => `| ${escapeMarkdown(name)} | ${widest} | ${wanted} | ${words} |`,
	);
	if (rows.length === 0) return [];
	const head = ['| Competency | Widest | Wanted | |', '| --- | --- | --- | --- |'];
	return [`### ${calibrationTitle(report)}`, [...head, ...rows].join('\n')];
}

function mapping({ competencies, stories }: Report): string[] {
	const held = competencies.filter(({ best }) => best.length > 0);
	if (held.length === 0) return ['No story is tagged with one of these competencies yet.'];
	return held.flatMap(({ name, best }) => {
		const items = best.map(({ story: index, why }, rank) => {
			const story = stories[index];
			if (!story) return '';
			const facts = [...why, ...(story.spoken === undefined ? [] : [story.spoken])].join(' · ');
			const [headline] = story.metrics;
			const lines = [`${rank + 1}. ${link(story)}: ${escapeMarkdown(facts)}`];
			if (story.opening !== undefined) lines.push(`“${escapeMarkdown(story.opening)}”`);
			if (headline !== undefined) lines.push(`**${escapeMarkdown(headline)}**`);
			return lines.join('\\\n   ');
		});
		return [`### ${escapeMarkdown(name)}`, items.join('\n')];
	});
}

function gaps(report: Report): string[] {
	const open = gapsOf(report);
	if (open.length === 0) return ['None: every competency is covered.'];
	return open.flatMap(({ name, state, advice, prompts, opportunities }) => {
		const parts = [`### ${escapeMarkdown(name)}: ${state}`, advice];
		if (prompts.length > 0) parts.push('To recall one, ask yourself:', prompts.map(item).join('\n'));
		if (opportunities.length > 0)
			parts.push(
				'Planned:',
				opportunities.map(({ text, when }) => item(when === undefined ? text : `${text} · ${when}`)).join('\n'),
			);
		return parts;
	});
}

function portfolio({ portfolio: whole, stories }: Report): string[] {
	if (!whole) return [];
	const titled = (index: number) => {
		const story = stories[index];
		return story ? link(story) : '';
	};
	const lacking = [
		...whole.missing.map((each) =>
			[escapeMarkdown(missingWords(each)), each.maybe.map(titled).join(', ')].filter(Boolean).join(' '),
		),
		...balanceWords(whole).map(escapeMarkdown),
	];
	const shares = whole.shares.map((share) => {
		const parts = shownParts(share, whole.stories).map(
			({ name, stories: count, percent }) => `${escapeMarkdown(name)} ${count} (${percent} %)`,
		);
		return `- **${shareTitles[share.kind]}:** ${parts.join(' · ')}`;
	});
	return [
		'## Portfolio',
		readyWords(whole),
		...(whole.retire.length === 0
			? []
			: [
					whole.retire
						.map(({ story, reasons }) => `- ${titled(story)}: ${escapeMarkdown(reasons.join(' · '))}`)
						.join('\n'),
				]),
		...(lacking.length === 0 ? [] : ['### Missing, or too much', lacking.map((line) => `- ${line}`).join('\n')]),
		...(shares.length === 0 ? [] : ['### Where the stories come from', shares.join('\n')]),
	];
}

function questions(report: Report): string[] {
	const { stories } = report;
	const asked = questionsInNeed(report);
	const parts = (['no', 'one'] as const).flatMap((how) => {
		const own = asked.filter((question) => (question.stories.length === 0) === (how === 'no'));
		if (own.length === 0) return [];
		const items = own.map((question) => {
			const only = stories[question.stories[0] ?? -1];
			const answer = only ? ` ${link(only)}` : '';
			return `${item(question.text)} *${question.competencies.map(escapeMarkdown).join(', ')}*${answer}`;
		});
		return [`### ${how === 'no' ? 'No story answers' : 'One story answers'}`, items.join('\n')];
	});
	return parts.length === 0 ? [] : ['## Questions', ...parts];
}

function interviews({ interviews: held, stories }: Report): string[] {
	if (!held) return [];
	const { landing, often, unforeseen } = held;
	const linkOf = (index: number) => (stories[index] ? link(stories[index]) : '');
	const rows = landing.map(
		({ story, told, well, ok, badly }) => `| ${linkOf(story)} | ${told} | ${well} | ${ok} | ${badly} |`,
	);
	const parts = ['## Interviews', interviewsLine(held)];
	if (rows.length > 0) {
		const head = ['| Story | Told | Well | Ok | Badly |', '| --- | ---: | ---: | ---: | ---: |'];
		parts.push('### How stories land', [...head, ...rows].join('\n'));
	}
	if (often.length > 0) {
		const items = often.map((each) => `- ${linkOf(each.story)}: ${escapeMarkdown(oftenText(each))}`);
		parts.push('### Told too often', items.join('\n'));
	}
	if (unforeseen.length > 0) {
		const items = unforeseen.map((each) => `${item(each.text)} *${escapeMarkdown(unforeseenText(each))}*`);
		parts.push('### Asked and not foreseen', items.join('\n'));
	}
	return parts;
}

function problems({ problems: rules }: Report): string[] {
	if (rules.length === 0) return [];
	const parts = rules.flatMap(({ rule, severity, found }) => [
		`### ${rule} (${severity}): ${found.length}`,
		found.map(({ message, ...place }) => `- ${placeLink(place)} ${escapeMarkdown(message)}`).join('\n'),
	]);
	return ['## Problems', ...parts];
}

/** Stories that no active competency counts, so that none is lost from sight. */
function uncounted({ stories }: Report): string[] {
	const lost = stories.filter(({ competencies }) => competencies.length === 0);
	if (lost.length === 0) return [];
	const items = lost.map((story) => {
		const tags = story.unknownTags.map((tag) => `“${escapeMarkdown(tag)}”`).join(', ');
		return `- ${link(story)}: ${tags === '' ? 'no tags' : tags}`;
	});
	return ['## Not counted', 'No active framework knows the tags of these stories.', items.join('\n')];
}

function cards(report: Report): string[] {
	const stories = currentStories(report);
	return stories.length === 0 ? [] : ['## Cards', ...stories.flatMap(card)];
}

function card(story: ReportStory): string[] {
	const { opening, inShort, angles = [], lines, metrics, probes } = story;
	const where = contextLine(story);
	const sections = lines.map(({ kind, text }) => `- **${sectionTitles[kind]}:** ${escapeMarkdown(text)}`);
	return [
		`### ${link(story)}`,
		cardFacts(story).map(escapeMarkdown).join(' · '),
		...(where === '' ? [] : [escapeMarkdown(where)]),
		...(opening === undefined ? [] : [`“${escapeMarkdown(opening)}”`]),
		...(inShort === undefined ? [] : [`**${sideTitles['in-short']}:** ${escapeMarkdown(inShort)}`]),
		...angles.map(angleMarkdown),
		...(metrics.length === 0 ? [] : [`**${metrics.map(escapeMarkdown).join('** · **')}**`]),
		...(sections.length === 0 ? [] : [sections.join('\n')]),
		...(probes.length === 0 ? [] : [probesMarkdown(probes)]),
	];
}

function item(text: string): string {
	return `- ${escapeMarkdown(text)}`;
}

function link({ title, link: target }: ReportStory): string {
	const text = escapeMarkdown(title);
	return target === undefined ? text : `[${text}](${target})`;
}

function placeLink({ path, line, link: target }: ReportPlace): string {
	const text = `${escapeMarkdown(path)}:${line}`;
	return target === undefined ? text : `[${text}](${target})`;
}
