import MiniSearch from 'minisearch';
import { staff } from '../../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../../src/core/framework/lookups.ts';
import { type FullLibraryStory, storyKey } from '../../../src/core/library/storyIndex.ts';
import { likelihoodsOf } from '../../../src/core/questions/recall/classifier/questionModel.ts';
import { findStories } from '../../../src/core/questions/recall/findStories.ts';
import { StoryTexts } from '../../../src/core/questions/recall/storyTexts.ts';
import { storiesIn } from '../../eval/libraries.ts';
import { labelledQuestions } from '../../eval/questionSets.ts';
import { median, quantile, table } from '../measure/results.ts';
import type { Part } from './part.ts';

const stories = 1000;
/** Without Fuse.js, which takes seconds for each. */
const asked = 60;

/** Finding the stories for a question among many, beside a plain search: in one process, in turns. */
export const questionsPart: Part = {
	name: 'questions',
	summary: `the stories for a question, of ${stories}`,
	run(rounds) {
		const lookups = new Lookups([staff]);
		const some = storiesIn(['sample-bank/stories', 'sample-bank/later'], lookups);
		const all = Array.from({ length: stories }, (_, index) => ({
			...(some[index % some.length] as FullLibraryStory),
			file: `file:///${index}.md`,
		}));
		const questions = labelledQuestions('development')
			.slice(0, asked)
			.map(({ text }) => text);
		const finders = findersOf(all, lookups);
		const times = new Map(finders.map(([name]) => [name, { first: 0, later: [] as number[], cpu: 0 }]));
		for (let round = 0; round < rounds; round++) {
			for (const [index, question] of questions.entries()) {
				for (const [name, find] of finders) {
					const [start, cpu] = [performance.now(), process.cpuUsage()];
					find(question);
					const taken = performance.now() - start;
					const { user, system } = process.cpuUsage(cpu);
					const own = times.get(name);
					if (!own) continue;
					own.cpu += (user + system) / 1000;
					if (round === 0 && index === 0) own.first = taken;
					else own.later.push(taken);
				}
			}
		}
		const ms = (value: number) => `${value.toFixed(1)} ms`;
		const rows = [...times].map(([name, { first, later, cpu }]) => [
			name,
			ms(first),
			ms(median(later)),
			ms(quantile(later, 0.95)),
			ms(cpu / (later.length + 1)),
		]);
		return Promise.resolve(table(['finder', 'first answer', 'p50', 'p95', 'processor time, mean'], rows));
	},
};

type Finder = readonly [name: string, find: (question: string) => unknown];

function findersOf(all: readonly FullLibraryStory[], lookups: Lookups): readonly Finder[] {
	const texts = new StoryTexts();
	texts.refresh(all);
	// As the worker does when it takes in the stories.
	likelihoodsOf('a question');
	const documents = all.map((entry) => ({
		id: storyKey(entry),
		title: entry.story.title,
		text: entry.story.sections.map(({ spoken }) => spoken).join('\n'),
	}));
	const plain = new MiniSearch({ fields: ['title', 'text'] });
	plain.addAll(documents);
	return [
		['STAR Stories', (question) => findStories(question, { stories: all, texts, lookups })],
		['MiniSearch', (question) => plain.search(question)],
	];
}
