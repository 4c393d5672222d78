import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { rankedTags } from '../../src/core/questions/recall/proposeTags.ts';
import { findersFor, nameOfStory, storiesIn, type StoryFinder } from './libraries.ts';
import { rowsOf } from './questionSets.ts';

/** How often the first answer, or one of the first three, is one that a coach named. */
export interface RankScore {
	readonly asked: number;
	readonly top1: number;
	readonly top3: number;
	readonly wrong: readonly string[];
}

/** The libraries of test/fixtures/libraries; the last one is held out while the ranking is tuned. */
export const libraries = ['platform-engineer', 'data-scientist', 'engineering-lead'] as const;

const lookups = new Lookups([staffExtended]);

/** Judges the stories of a library that are found for its questions. */
export function libraryScore(library: (typeof libraries)[number], finder: StoryFinder): RankScore {
	const find = findersFor(storiesIn([`libraries/${library}`], lookups), lookups)[finder];
	const rows = rowsOf('libraries/questions.tsv').filter(([name]) => name === library);
	return rankScore(
		rows.map(([, question = '', stories = '']) => ({
			text: question,
			wanted: stories.split(',').map((story) => story.trim()),
			found: find(question).map((key) => nameOfStory(key, 1)),
		})),
	);
}

/** Judges the competencies that stories are proposed to be tagged with; the second half is held out. */
export function tagScore(part: 'first half' | 'second half'): RankScore {
	const rows = rowsOf('stories-to-competencies.tsv');
	const own = part === 'first half' ? rows.slice(0, rows.length / 2) : rows.slice(rows.length / 2);
	return rankScore(
		own.map(([text = '', labels = '']) => ({
			text,
			wanted: labels.split(',').map((label) => label.trim()),
			found: rankedTags({ title: '', spoken: [text] }, lookups).map(({ competency }) => competency.id),
		})),
	);
}

function rankScore(
	cases: readonly { readonly text: string; readonly wanted: readonly string[]; readonly found: readonly string[] }[],
): RankScore {
	const first = cases.filter(({ wanted, found }) => wanted.includes(found[0] ?? ''));
	const among = cases.filter(({ wanted, found }) => found.slice(0, 3).some((each) => wanted.includes(each)));
	return {
		asked: cases.length,
		top1: first.length / cases.length,
		top3: among.length / cases.length,
		wrong: cases
			.filter((each) => !first.includes(each))
			.map(({ text, wanted, found }) => `${text} → ${found.slice(0, 3).join(', ')} (${wanted.join(', ')})`),
	};
}
