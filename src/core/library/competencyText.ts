import { escapeMarkdown } from '../text/escape.ts';
import { type Coverage, coverageAdvice, coverageSummary } from './coverage.ts';
import { plural } from '../text/words.ts';
import { type Merit, meritOver } from './ranking.ts';

/** As many questions as fit a hover that is read in passing. */
const maxQuestions = 3;

/** As many titles as one looks through. */
const maxToLookAt = 3;

/** Why a story stands before the next one, as the end of a sentence about it. */
const reasons: Readonly<Record<Merit, string>> = {
	primary: 'it is the first tag there',
	status: 'it is ready',
	scope: 'it reaches far enough',
	strength: 'it is rated higher',
	problems: 'it has fewer problems',
	date: 'it is more recent',
	title: 'its title comes first',
	place: 'its file comes first',
};

/**
 * A competency in full, as Markdown: its state, what it is, what would close its gap, what to tell first and why, and
 * how it is asked for.
 *
 * @param alsoCarried names of the other competencies that its only story carries alone
 * @param toLookAt titles of the stories of kindred competencies, where it has none
 */
export function competencyText(
	coverage: Coverage,
	alsoCarried: readonly string[] = [],
	toLookAt: readonly string[] = [],
): string {
	const { competency, best } = coverage;
	const parts = [
		`**${escapeMarkdown(competency.name)}** · ${coverageSummary(coverage)}`,
		escapeMarkdown(competency.description),
		escapeMarkdown(coverageAdvice(coverage)),
	];
	if (alsoCarried.length > 0)
		parts.push(`The same story alone carries ${alsoCarried.map(escapeMarkdown).join(', ')}.`);
	if (toLookAt.length > 0) {
		const titles = toLookAt.slice(0, maxToLookAt).map(escapeMarkdown).join(' · ');
		const more = toLookAt.length > maxToLookAt ? ' · …' : '';
		parts.push(`${plural(toLookAt.length, 'story', 'stories')} of its kin to look at: ${titles}${more}`);
	}
	if (best.length > 0)
		parts.push('Tell first:', best.map((_, index) => `${index + 1}. ${bestStory(coverage, index)}`).join('\n'));
	const questions = competency.questions.slice(0, maxQuestions).map(({ text }) => `- ${escapeMarkdown(text)}`);
	if (questions.length > 0) parts.push('Asked as:', questions.join('\n'));
	return parts.join('\n\n');
}

/** Such as `Debugging Fridays (before the next one, as it is rated higher)`. */
function bestStory({ competency, stories, level }: Coverage, index: number): string {
	const [story, next] = [stories[index], stories[index + 1]];
	const title = story ? escapeMarkdown(story.story.title) : '';
	return story && next
		? `${title} (before the next one, as ${reasons[meritOver(story, next, competency.id, level)]})`
		: title;
}
