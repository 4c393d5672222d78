import { isPrimary } from '../bank/ranking.ts';
import { type Coverage, coverageAdvice, targetText } from '../bank/coverage.ts';
import type { BankStory } from '../bank/storyIndex.ts';
import type { Competency } from '../framework/model.ts';
import { starKinds } from '../story/sectionKind.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

/** What a report tells of. */
export interface ReportInput {
	/** Coverage of every competency of the framework, in its order. */
	readonly coverage: readonly Coverage[];
	/** Every tagged story of the bank. */
	readonly stories: readonly BankStory[];
	/** The target of a link to a story, as written in Markdown; undefined where none can be given. */
	linkTo(story: BankStory): string | undefined;
}

/**
 * Writes the coverage of a bank as a Markdown document: coverage, the best stories, the gaps and what to do about them.
 * The same bank gives the same bytes.
 */
export function coverageReport(input: ReportInput): string {
	const { coverage, stories } = input;
	const parts = ['# STAR Stories', summary(stories), '## Coverage', coverageTable(coverage), '## Best stories'];
	parts.push(...coverage.filter(({ best }) => best.length > 0).flatMap((item) => bestStories(item, input)));
	if (coverage.every(({ best }) => best.length === 0)) parts.push('No story is tagged with one of these competencies yet.');
	parts.push('## Gaps', ...gaps(coverage), ...uncounted(input));
	return `${parts.join('\n\n')}\n`;
}

function summary(stories: readonly BankStory[]): string {
	const withStatus = (status: string) => stories.filter(({ story }) => story.details.status === status).length;
	const files = new Set(stories.map(({ file }) => file)).size;
	if (stories.length === 0) return 'No stories yet.';
	const counts = (['ready', 'draft', 'retired'] as const).map((status) => [withStatus(status), status] as const);
	const detail = counts.filter(([number]) => number > 0).map(([number, status]) => `${number} ${status}`).join(', ');
	return `${plural(stories.length, 'story', 'stories')} in ${plural(files, 'file', 'files')}: ${detail}.`;
}

function coverageTable(coverage: readonly Coverage[]): string {
	const rows = coverage.map((item) => {
		const { competency, ready, stories, state } = item;
		return `| ${escapeMarkdown(competency.name)} | ${ready} | ${targetText(competency.target)} | ${stories.length} | ${state} |`;
	});
	return ['| Competency | Ready | Target | Stories | State |', '| --- | ---: | ---: | ---: | --- |', ...rows].join('\n');
}

function bestStories({ competency, best }: Coverage, input: ReportInput): string[] {
	const items = best.map((entry, index) => `${index + 1}. ${link(entry, input)}: ${merits(entry, competency.id)}`);
	return [`### ${escapeMarkdown(competency.name)}`, items.join('\n')];
}

function merits(entry: BankStory, competency: string): string {
	const { status, strength } = entry.story.details;
	const parts = [isPrimary(entry, competency) ? 'primary' : 'secondary', status];
	parts.push(strength === undefined ? 'not rated' : `strength ${strength}`);
	if (entry.openProblems > 0) parts.push(plural(entry.openProblems, 'problem', 'problems'));
	return parts.join(' · ');
}

function gaps(coverage: readonly Coverage[]): string[] {
	const open = coverage.filter(({ state }) => state === 'gap' || state === 'weak' || state === 'single');
	if (open.length === 0) return ['None: every competency is covered.'];
	return open.flatMap((item) => {
		const parts = [`### ${escapeMarkdown(item.competency.name)}: ${item.state}`, coverageAdvice(item)];
		if (item.state === 'gap') parts.push('To recall one, ask yourself:', promptsToReflectOn(item.competency));
		return parts;
	});
}

function promptsToReflectOn({ prompts }: Competency): string {
	const first = starKinds.flatMap((kind) => prompts[kind].slice(0, 1));
	return first.map((prompt) => `- ${escapeMarkdown(prompt)}`).join('\n');
}

/** Stories that no active competency counts, so that none is lost from sight. */
function uncounted(input: ReportInput): string[] {
	const lost = input.stories.filter(({ story }) => story.tags.every((tag) => tag.competency === undefined));
	if (lost.length === 0) return [];
	const items = lost.map((entry) => {
		const tags = entry.story.tags.map((tag) => `“${escapeMarkdown(tag.text)}”`).join(', ');
		return `- ${link(entry, input)}: ${tags === '' ? 'no tags' : tags}`;
	});
	return ['## Not counted', 'No active framework knows the tags of these stories.', items.join('\n')];
}

function link(entry: BankStory, { linkTo }: ReportInput): string {
	const title = escapeMarkdown(entry.story.title);
	const target = linkTo(entry);
	return target === undefined ? title : `[${title}](${target})`;
}

function plural(number: number, one: string, many: string): string {
	return `${number} ${number === 1 ? one : many}`;
}
